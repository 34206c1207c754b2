import type { Page } from "../context.ts";
import { type TableColumn, table } from "./table.ts";

/** A headed table. */
export interface Section {
  readonly title: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** What stands for no rows; `none known` if absent. */
  readonly none?: string;
}

/** Lines of a section after a blank one; one line where nothing is known. */
export function section({ title, columns, rows, none = "none known" }: Section, page: Page): string[] {
  if (rows.length === 0) return ["", `${page.style.strong(title)}: ${none}`];
  return ["", page.style.strong(title), table(columns, rows, page)];
}
