import type { CitationGraph } from "./citation-graph.ts";

/**
 * The distinct classes of every document, packed so that a visit costs one read of memory: `code[i]` is -1 for a document without a
 * class, both class numbers (the one twice if there is one) in its halves for up to two, else -2 minus the number of a set in `sets`,
 * where sets that recur are kept once.
 */
export interface PackedClasses {
  readonly code: Int32Array;
  readonly setStart: Int32Array;
  readonly sets: Uint16Array;
}

/** Columns that a slice of documents is written to, as long as the graph has documents. */
export interface DispersionColumns {
  /** 0..1, up to `n / (n - 1)` where documents have several classes; NaN where fewer than two linked documents have a class. */
  readonly value: Float64Array;
  /** 0..1 before the correction; NaN where no linked document has a class. */
  readonly raw: Float64Array;
  /** Linked documents that have a class: what the value rests on, and over the degree its coverage. */
  readonly classified: Int32Array;
}

const mostClasses = 0x8000;

/**
 * Packs the classes of documents given in compressed rows: those of document `i` are `classes[start[i] .. start[i+1])`, each once.
 * Class numbers stay under 32,768, else RangeError.
 */
export function packClasses(start: Int32Array, classes: Uint16Array): PackedClasses {
  for (const one of classes) if (one >= mostClasses) throw new RangeError(`Class number ${one} is not under ${mostClasses}`);
  const code = new Int32Array(start.length - 1);
  const numbers = new Map<string, number>();
  const setStart = [0];
  const sets: number[] = [];
  for (let i = 0; i < code.length; i++) {
    const first = start[i]!;
    const end = start[i + 1]!;
    if (end - first <= 2) {
      code[i] = end === first ? -1 : classes[first]! | (classes[end - 1]! << 16);
      continue;
    }
    const own = classes.slice(first, end).sort();
    const key = own.join();
    const set = numbers.get(key) ?? numbers.size;
    if (set === numbers.size) {
      numbers.set(key, set);
      sets.push(...own);
      setStart.push(sets.length);
    }
    code[i] = -2 - set;
  }
  return { code, setStart: Int32Array.from(setStart), sets: Uint16Array.from(sets) };
}

/**
 * Originality of the documents `from` to `to` (excluded): how widely the documents that each cites are spread over classes,
 * `1 - Σ q_c²`, where `q_c` is the part of class `c` when each cited document is split equally among its distinct classes
 * (Trajtenberg, Henderson and Jaffe 1997). The value is multiplied by `n / (n - 1)`, `n` being the cited documents that have a class,
 * against the bias of small `n` (Hall 2005); the correction is exact for documents of one class each. A document without a class is
 * unknown: it is left out and shows in the coverage only.
 */
export function originality(graph: CitationGraph, classes: PackedClasses, from: number, to: number, out: DispersionColumns): void {
  disperse(graph.citedStart, graph.cited, classes, from, to, out);
}

/** Generality: the same over the documents that cite each document, of any date. */
export function generality(graph: CitationGraph, classes: PackedClasses, from: number, to: number, out: DispersionColumns): void {
  disperse(graph.citingStart, graph.citing, classes, from, to, out);
}

/**
 * Three passes over the links of a document. The first only fetches, without a branch on what it fetches, so that the waits for memory
 * overlap; the second grows `Σ w²` by `p (p + 2 w)` as each part `p` joins the weight `w` of its class; the third clears the weights.
 */
function disperse(
  linkStart: Int32Array,
  links: Int32Array,
  { code, setStart, sets }: PackedClasses,
  from: number,
  to: number,
  out: DispersionColumns,
): void {
  const weight = new Float64Array(mostClasses);
  const fetched = new Int32Array(greatestDegree(linkStart, from, to) + 1);
  for (let i = from; i < to; i++) {
    const end = linkStart[i + 1]!;
    let documents = 0;
    for (let slot = linkStart[i]!; slot < end; slot++) {
      const packed = code[links[slot]!]!;
      fetched[documents] = packed;
      documents += ((packed + 1) | -(packed + 1)) >>> 31;
    }
    let squares = 0;
    for (let at = 0; at < documents; at++) {
      const packed = fetched[at]!;
      if (packed >= 0) {
        const first = weight[packed & 0xffff]! + 0.5;
        weight[packed & 0xffff] = first;
        const second = weight[packed >>> 16]! + 0.5;
        weight[packed >>> 16] = second;
        squares += first + second - 0.5;
        continue;
      }
      const last = setStart[-1 - packed]!;
      const part = 1 / (last - setStart[-2 - packed]!);
      for (let one = setStart[-2 - packed]!; one < last; one++) {
        const before = weight[sets[one]!]!;
        squares += part * (part + 2 * before);
        weight[sets[one]!] = before + part;
      }
    }
    for (let at = 0; at < documents; at++) {
      const packed = fetched[at]!;
      if (packed >= 0) {
        weight[packed & 0xffff] = 0;
        weight[packed >>> 16] = 0;
        continue;
      }
      const last = setStart[-1 - packed]!;
      for (let one = setStart[-2 - packed]!; one < last; one++) weight[sets[one]!] = 0;
    }
    const raw = documents === 0 ? Number.NaN : Math.max(0, 1 - squares / (documents * documents));
    out.raw[i] = raw;
    out.value[i] = documents < 2 ? Number.NaN : (raw * documents) / (documents - 1);
    out.classified[i] = documents;
  }
}

function greatestDegree(start: Int32Array, from: number, to: number): number {
  let most = 0;
  for (let i = from; i < to; i++) most = Math.max(most, start[i + 1]! - start[i]!);
  return most;
}
