import { LargeMap } from "../../base/large-map.ts";

/** English stop words, including those of patent drafting. */
export const stopWords: ReadonlySet<string> = new Set(
  `about above according accordingly after against all also although always among an and another any are as at based be because been before
  being below between both but by can claim claimed claims comprise comprised comprises comprising consist consisting could described
  disclosed disclosure discloses during each either embodiment embodiments etc every example examples first for from further furthermore had
  has have having hence herein hereinafter how however if in include included includes including into invention is it its least made may more
  moreover most must no not of on one only or other others over per plural plurality preferably present provide provided provides providing
  relates respect respective respectively said same second several should since so some such than that the their them then there thereby
  therefore therefrom therein thereof thereon thereto these they third this those through thus to two under up upon use used uses using
  various very via was well were what when where whereas whereby wherein whether which while who whose will with within without would`
    .trim()
    .split(/\s+/),
);

/** Words for comparison: NFKC, lower case, runs of letters and marks, without stop words and single letters. */
export function tokens(text: string): readonly string[] {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => word.length >= 2 && !stopWords.has(word));
}

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
  const numbers = new LargeMap<string, number>();
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
