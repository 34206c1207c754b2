import { LargeMap } from "../../base/large-map.ts";
import type { CitationGraph } from "./citation-graph.ts";

/** `code[i]`: -1 without a class; up to two class numbers in its halves; else -2 minus the index of a shared set in `sets`. */
export interface PackedClasses {
  readonly code: Int32Array;
  readonly setStart: Int32Array;
  readonly sets: Uint16Array;
}

/** Result columns by document. */
export interface DispersionColumns {
  /** 0..1, up to `n / (n - 1)` for documents with several classes; NaN if fewer than two linked documents have a class. */
  readonly value: Float64Array;
  /** 0..1, uncorrected; NaN if no linked document has a class. */
  readonly raw: Float64Array;
  /** Linked documents with a class. */
  readonly classified: Int32Array;
}

const mostClasses = 0x8000;

/** Packs `classes[start[i] .. start[i+1])`, distinct per document. Throws RangeError for class numbers from 32,768. */
export function packClasses(start: Int32Array, classes: Uint16Array): PackedClasses {
  for (const one of classes) if (one >= mostClasses) throw new RangeError(`Class number ${one} is not under ${mostClasses}`);
  const code = new Int32Array(start.length - 1);
  const numbers = new LargeMap<string, number>();
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
 * Originality of documents `from` to `to` (exclusive): `(1 - Σ q_c²) n / (n - 1)`, `q_c` the share of class `c` among cited documents, each
 * split evenly over its classes (Trajtenberg, Henderson and Jaffe 1997), `n` those with a class (bias correction of Hall 2005, exact for
 * single-class documents). Documents without a class only lower the coverage.
 */
export function originality(graph: CitationGraph, classes: PackedClasses, from: number, to: number, out: DispersionColumns): void {
  disperse(graph.citedStart, graph.cited, classes, from, to, out);
}

/** Generality: the same over citing documents of any date. */
export function generality(graph: CitationGraph, classes: PackedClasses, from: number, to: number, out: DispersionColumns): void {
  disperse(graph.citingStart, graph.citing, classes, from, to, out);
}

/** Three passes: branch-free prefetch; `Σ w²` grown by `p (p + 2 w)` per part `p` and class weight `w`; clearing. */
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
