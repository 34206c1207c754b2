import { numberInterval, percentInterval } from "../../base/format.ts";
import type { Interval } from "../../base/numbers.ts";
import { table } from "../blocks.ts";
import type { TableBlock } from "../view.ts";

/** A line of a table over time: what it is of, and its cells, one a horizon. */
export type HorizonLine = readonly [title: string, ...cells: string[]];

/** A figure whose unit the title tells: `17 (4-35)`. An end below 0 keeps its `to`. */
export const bareFigure = (words: string): string => {
  const bare = words.replaceAll("%", "");
  return bare.includes("-") ? bare : bare.replace(" to ", "-");
};

/** The draws of a series: median and middle 80%. */
export const drawnOf = (series: readonly ({ readonly drawn: Interval } | null)[]): readonly (Interval | null)[] =>
  series.map((each) => each?.drawn ?? null);

export const percentLine = (title: string, series: readonly (Interval | null)[]): HorizonLine => lineOf(title, series, percentInterval);

export const numberLine = (title: string, series: readonly (Interval | null)[]): HorizonLine => lineOf(title, series, numberInterval);

const lineOf = (title: string, series: readonly (Interval | null)[], words: (ends: Interval) => string): HorizonLine => [
  title,
  ...series.map((ends) => (ends === null ? "" : bareFigure(words(ends)))),
];

/** A table with a column for each horizon, in months. */
export const horizonTable = (title: string, horizons: readonly number[], rows: readonly HorizonLine[]): TableBlock =>
  table(
    title,
    [{ title: "after months", flexible: true }, ...horizons.map((month) => ({ title: String(month), align: "right" as const }))],
    rows,
  );
