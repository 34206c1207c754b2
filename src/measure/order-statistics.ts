import { quantile } from "./bootstrap.ts";

/** Buckets, and fewer values than are worth putting into them. */
const [buckets, few] = [1024, 512];
const counts = new Int32Array(buckets);
const starts = new Int32Array(buckets);

/**
 * Quantiles of values in any order, as `quantile` reads them from sorted ones. Many values are put into even buckets, and only those that hold
 * a value looked for are sorted: O(values) where they are spread, never more than sorting.
 * @param values NaN count as greatest; of none all quantiles are NaN
 */
export function quantilesOf(values: Float64Array, parts: readonly number[]): readonly number[] {
  let [least, most] = [values[0]!, values[0]!];
  let isKnown = true;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value < least) least = value;
    else if (value > most) most = value;
    else if (Number.isNaN(value)) isKnown = false;
  }
  if (values.length > 0 && least === most && isKnown) return parts.map(() => least);
  const scale = (buckets - 1) / (most - least);
  if (values.length < few || !isKnown || !(scale > 0 && scale < Number.POSITIVE_INFINITY)) {
    const sorted = values.slice().sort();
    return parts.map((part) => quantile(sorted, part));
  }
  const wanted = parts.flatMap((part) => {
    const below = Math.floor(part * (values.length - 1));
    return [below, Math.min(below + 1, values.length - 1)];
  });
  const ordered = partlySorted(values, least, scale, wanted);
  return parts.map((part) => quantile(ordered, part));
}

/** Only these places are right, as if all were sorted. */
function partlySorted(values: Float64Array, least: number, scale: number, places: readonly number[]): Float64Array {
  counts.fill(0);
  for (let i = 0; i < values.length; i++) counts[((values[i]! - least) * scale) | 0]!++;
  const ordered = new Float64Array(values.length);
  const read: [number, number][] = [];
  let start = 0;
  for (let b = 0; b < buckets; b++) {
    const end = start + counts[b]!;
    let isWanted = false;
    for (let i = 0; i < places.length; i++) if (places[i]! >= start && places[i]! < end) isWanted = true;
    if (isWanted) read.push([start, end]);
    starts[b] = isWanted ? start : -1;
    start = end;
  }
  for (let i = 0; i < values.length; i++) {
    const b = ((values[i]! - least) * scale) | 0;
    if (starts[b]! < 0) continue;
    ordered[starts[b]!] = values[i]!;
    starts[b]!++;
  }
  for (const [from, to] of read) ordered.subarray(from, to).sort();
  return ordered;
}
