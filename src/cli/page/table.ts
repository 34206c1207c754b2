import { sum } from "../../base/numbers.ts";
import type { Page } from "../context.ts";
import { displayWidth, wrap } from "./wrap.ts";

export interface TableColumn {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Gives way when the table is wider than the page, down to about a word; its cells then take several lines. */
  readonly flexible?: boolean;
}

const gap = "  ";
const narrowest = 12;

/** Lays out rows of text in aligned columns within the width of the page. */
export function table(columns: readonly TableColumn[], rows: Rows, { width, style }: Page): string {
  const widths = columnWidths(columns, rows, width);
  const line = (cells: readonly string[]): string[] => {
    const wrapped = columns.map((column, index) => (column.flexible ? wrap(cells[index] ?? "", widths[index] ?? 0) : [cells[index] ?? ""]));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    return Array.from({ length: height }, (_, row) =>
      columns
        .map((column, index) => pad(wrapped[index]?.[row] ?? "", widths[index] ?? 0, column.align))
        .join(gap)
        .trimEnd(),
    );
  };
  const head = line(columns.map((column) => column.title)).map((text) => style.faint(text));
  return [...head, ...rows.flatMap(line)].join("\n");
}

type Rows = readonly (readonly string[])[];

const widthsOf = (columns: readonly TableColumn[], rows: Rows): number[] =>
  columns.map(({ title }, index) => Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map(displayWidth)));

const total = (widths: readonly number[]): number => sum(widths) + gap.length * (widths.length - 1);

function columnWidths(columns: readonly TableColumn[], rows: Rows, width: number): number[] {
  const widths = widthsOf(columns, rows);
  while (total(widths) > width) {
    const most = Math.max(...widths.filter((each, index) => columns[index]?.flexible && each > narrowest));
    const widest = widths.findIndex((each, index) => columns[index]?.flexible && each === most);
    if (widest < 0) break;
    widths[widest] = most - 1;
  }
  return widths;
}

/** Columns that a table takes, its flexible ones at most `most` each. */
export const naturalWidth = (columns: readonly TableColumn[], rows: Rows, most: number): number =>
  total(widthsOf(columns, rows).map((own, index) => (columns[index]?.flexible ? Math.min(own, most) : own)));

function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? space + text : text + space;
}
