import type { SupplyMap, Technology } from "../measure/supply/supply-map.ts";

/**
 * Months from the entry of an input into a process to the output that lacks it, by requirement. The row of the two technologies counts,
 * else of one and the stage of the other (the input's own first), else of the two stages; 0 without a row. O(requirements).
 */
export function processTimes({ rows, requirements, technologies }: SupplyMap): Float64Array {
  const months = new Map(rows.process_time.map((row) => [`${row.input}|${row.user}`, row.months]));
  const names = ({ id, stage }: Technology): readonly string[] => (stage === null ? [id] : [id, stage]);
  return Float64Array.from(requirements, ({ input, user }) => {
    const keys = names(technologies[input]!).flatMap((from) => names(technologies[user]!).map((to) => `${from}|${to}`));
    return months.get(keys.find((key) => months.has(key)) ?? "") ?? 0;
  });
}
