import { sum } from "../../base/numbers.ts";
import type { Page } from "../command.ts";
import { displayWidth, wrap } from "./wrap.ts";

export interface TableColumn {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Gives way when the table is wider than the page, down to about a word; its cells then take several lines. */
  readonly flexible?: boolean;
}

const gap = "  ";
const narrowest = 12;

type Rows = readonly (readonly string[])[];

/** Lays out rows of text in aligned columns within the width of the page; where flexible columns do not suffice, heads take several lines. */
export function table(columns: readonly TableColumn[], rows: Rows, { width, style }: Page): string {
  const widths = columnWidths(columns, rows, width);
  const line = (cells: readonly string[], wraps: (column: TableColumn) => boolean): string[] => {
    const wrapped = columns.map((column, index) => (wraps(column) ? wrap(cells[index] ?? "", widths[index] ?? 0) : [cells[index] ?? ""]));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) =>
      columns
        .map((column, index) => pad(wrapped[index]?.[row] ?? "", widths[index] ?? 0, column.align))
        .join(gap)
        .trimEnd(),
    );
  };
  const heads = columns.map(({ title }) => title);
  const head = line(heads, () => true).map((text) => style.faint(text));
  return [...head, ...rows.flatMap((row) => line(row, ({ flexible = false }) => flexible))].join("\n");
}

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(displayWidth));

const cellsOf = (rows: Rows, index: number): readonly string[] => rows.map((row) => row[index] ?? "");

const widthsOf = (columns: readonly TableColumn[], rows: Rows): number[] =>
  columns.map(({ title }, index) => widest([title, ...cellsOf(rows, index)]));

const total = (widths: readonly number[]): number => sum(widths) + gap.length * (widths.length - 1);

function columnWidths(columns: readonly TableColumn[], rows: Rows, width: number): number[] {
  const widths = widthsOf(columns, rows);
  narrow(widths, width, (index) => (columns[index]!.flexible ? narrowest : Number.POSITIVE_INFINITY));
  narrow(widths, width, (index) =>
    columns[index]!.flexible ? narrowest : widest([...columns[index]!.title.split(" "), ...cellsOf(rows, index)]),
  );
  return widths;
}

/** Takes columns from the widest, one at a time, until the table fits or each is as narrow as it may be. */
function narrow(widths: number[], width: number, least: (index: number) => number): void {
  const fewest = widths.map((_, index) => least(index));
  while (total(widths) > width) {
    const most = Math.max(...widths.filter((each, index) => each > fewest[index]!));
    const at = widths.findIndex((each, index) => each === most && each > fewest[index]!);
    if (at < 0) break;
    widths[at] = most - 1;
  }
}

/** Columns that a table takes, its flexible ones at most `most` each. */
export const naturalWidth = (columns: readonly TableColumn[], rows: Rows, most: number): number =>
  total(widthsOf(columns, rows).map((own, index) => (columns[index]?.flexible ? Math.min(own, most) : own)));

function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? space + text : text + space;
}
