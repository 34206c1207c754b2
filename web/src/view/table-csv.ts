import { richCell } from "../../../src/report/cell.ts";
import type { TableBlock } from "../../../src/report/view.ts";
import { csv } from "../words/csv.ts";

/** All rows of a table as CSV: the text of each cell, and of what is drawn its three figures; an empty cell is unknown. */
export function tableCsv({ columns, rows }: TableBlock): string {
  const drawn = columns.map((_, at) => rows.some((row) => richCell(row[at] ?? "").interval !== undefined));
  const head = columns.flatMap(({ title }, at) => [
    title,
    ...(drawn[at] ? ["low", "middle", "high"].map((end) => `${title}, ${end}`) : []),
  ]);
  const lines = rows.map((row) =>
    columns.flatMap((_, at) => {
      const { text, interval } = richCell(row[at] ?? "");
      return [text, ...(drawn[at] ? (interval ?? [null, null, null]) : [])];
    }),
  );
  return csv([head, ...lines]);
}
