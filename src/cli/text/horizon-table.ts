import type { Page } from "../context.ts";
import { table } from "../page/table.ts";

/** A line of a table over time: what it is of, and its cells, one a horizon. */
export interface HorizonLine {
  readonly title: string;
  readonly cells: readonly string[];
}

/** A part in hundredths with its ends, without the sign that the head of the table has: `17 (4-35)`. */
export const bareParts = (told: string): string => told.replaceAll("%", "").replace(" to ", "-");

/** A table with a column for each horizon, in months. */
export function horizonTable(what: string, horizons: readonly number[], lines: readonly HorizonLine[], page: Page): string {
  const columns = [
    { title: `${what}, after months`, flexible: true },
    ...horizons.map((month) => ({ title: String(month), align: "right" as const })),
  ];
  return table(
    columns,
    lines.map(({ title, cells }) => [title, ...cells]),
    page,
  );
}
