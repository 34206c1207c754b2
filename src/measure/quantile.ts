/**
 * Quantile by linear interpolation (type 7 of Hyndman and Fan 1996).
 * @param sorted ascending
 * @param part 0..1
 * @param known number of values that count, from the first, at least one
 */
export function quantile(sorted: ArrayLike<number>, part: number, known: number = sorted.length): number {
  const place = part * (known - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * (sorted[Math.min(below + 1, known - 1)]! - low);
}
