import { tokens } from "./tokens.ts";

/** Term counts in compressed rows: document `i` has term `term[slot]` `count[slot]` times for slots `start[i] .. start[i+1])`. */
export interface TermCounts {
  readonly start: Int32Array;
  readonly term: Int32Array;
  readonly count: Uint16Array;
  readonly terms: number;
}

export interface TermCounter {
  /** Adds a document; `null` or no words leaves it without terms (unknown). */
  add(text: string | null): void;
  counts(): TermCounts;
}

const chunkLength = 1 << 20;

/** Counts terms incrementally; memory grows with distinct terms per document. */
export function termCounter(): TermCounter {
  const numbers = new Map<string, number>();
  const starts: number[] = [0];
  const terms: Int32Array[] = [];
  const amounts: Uint16Array[] = [];
  let slots = 0;
  const keep = (term: number, amount: number): void => {
    const at = slots % chunkLength;
    if (at === 0) {
      terms.push(new Int32Array(chunkLength));
      amounts.push(new Uint16Array(chunkLength));
    }
    terms[terms.length - 1]![at] = term;
    amounts[amounts.length - 1]![at] = Math.min(amount, 0xffff);
    slots++;
  };
  return {
    add: (text) => {
      const own = new Map<number, number>();
      for (const word of tokens(text ?? "")) {
        const number = numbers.get(word) ?? numbers.size;
        if (number === numbers.size) numbers.set(word, number);
        own.set(number, (own.get(number) ?? 0) + 1);
      }
      for (const [term, amount] of own) keep(term, amount);
      starts.push(slots);
    },
    counts: () => {
      const term = new Int32Array(slots);
      const count = new Uint16Array(slots);
      for (let chunk = 0; chunk < terms.length; chunk++) {
        const rest = Math.min(chunkLength, slots - chunk * chunkLength);
        term.set(terms[chunk]!.subarray(0, rest), chunk * chunkLength);
        count.set(amounts[chunk]!.subarray(0, rest), chunk * chunkLength);
      }
      return { start: Int32Array.from(starts), term, count, terms: numbers.size };
    },
  };
}
