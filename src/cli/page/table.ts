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
export function table(columns: readonly TableColumn[], rows: readonly (readonly string[])[], { width, style }: Page): string {
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

function columnWidths(columns: readonly TableColumn[], rows: readonly (readonly string[])[], width: number): number[] {
  const widths = columns.map((column, index) => Math.max(...[column.title, ...rows.map((row) => row[index] ?? "")].map(displayWidth)));
  const total = (): number => widths.reduce((sum, each) => sum + each, gap.length * (columns.length - 1));
  while (total() > width) {
    const most = Math.max(...widths.filter((each, index) => columns[index]?.flexible && each > narrowest));
    const widest = widths.findIndex((each, index) => columns[index]?.flexible && each === most);
    if (widest < 0) break;
    widths[widest] = most - 1;
  }
  return widths;
}

/** Columns that a table takes, its flexible ones at most `most` each. */
export function naturalWidth(columns: readonly TableColumn[], rows: readonly (readonly string[])[], most: number): number {
  const widths = columns.map(({ title, flexible }, index) => {
    const own = Math.max(...[title, ...rows.map((row) => row[index] ?? "")].map(displayWidth));
    return flexible ? Math.min(own, most) : own;
  });
  return widths.reduce((sum, each) => sum + each, gap.length * (columns.length - 1));
}

function pad(text: string, width: number, align: "left" | "right" = "left"): string {
  const space = " ".repeat(Math.max(0, width - displayWidth(text)));
  return align === "right" ? space + text : text + space;
}
