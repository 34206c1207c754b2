import { counted } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { sum } from "../../base/numbers.ts";
import type { DrawnPicture } from "../picture.ts";

/** Things by year, from the first to the last without a gap, with a line at the year of now; `undefined` where there are none. */
export function yearColumns(
  title: string,
  [one, many]: readonly [one: string, many: string],
  years: readonly { readonly year: number | null; readonly value: number }[],
  asOf: string,
): DrawnPicture | undefined {
  const values = new Map(years.flatMap(({ year, value }) => (year === null || value === 0 ? [] : [[year, value] as const])));
  if (values.size === 0) return undefined;
  const [first, last] = [Math.min(...values.keys()), Math.max(...values.keys())];
  const columns = Array.from({ length: last - first + 1 }, (_, at) => ({ label: String(first + at), value: values.get(first + at) ?? 0 }));
  const most = columns.reduce((greatest, each) => (each.value > greatest.value ? each : greatest));
  return {
    kind: "drawn",
    title,
    unit: many,
    summary: say("year-columns.summary", {
      all: counted(sum(values.values()), one, many),
      first: String(first),
      last: String(last),
      most: most.label,
      value: most.value,
    }),
    shape: { kind: "columns", columns, now: asOf.slice(0, 4) },
  };
}
