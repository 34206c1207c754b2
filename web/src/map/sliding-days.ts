/** The first year that can be chosen: records of shares are few before. */
const firstYear = 2015;

/** Ends of years up to the day of the server, then that day. */
export function slidingDays(today: string): readonly string[] {
  const last = Number(today.slice(0, 4)) - 1;
  return [...Array.from({ length: Math.max(0, last - firstYear + 1) }, (_, at) => `${firstYear + at}-12-31`), today];
}
