/**
 * The value below which a part of some numbers lies: linear between neighbours in order (type 7 of Hyndman and Fan, *Sample quantiles in
 * statistical packages*, 1996).
 * @param sorted ascending
 * @param part 0..1
 * @param known how many of them count, from the first on, at least one
 */
export function quantile(sorted: ArrayLike<number>, part: number, known: number = sorted.length): number {
  const place = part * (known - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  return low + (place - below) * (sorted[Math.min(below + 1, known - 1)]! - low);
}
