import type { TableName } from "../../base/tables.ts";

/** How cells become a value, as data that `planRows` and the workspace read alike. Cells are trimmed; an empty one is unknown. */
export type Expression =
  | { readonly kind: "constant"; readonly value: string | number | null }
  /** Cells joined by a blank, white space collapsed. */
  | { readonly kind: "text"; readonly columns: readonly string[] }
  /** The first of these that is known. */
  | { readonly kind: "first"; readonly of: readonly Expression[] }
  /** A whole number of at most nine digits (`60`, `60.0`) and `plus`. */
  | { readonly kind: "integer"; readonly column: string; readonly plus: number }
  /** `YYYY-MM-DD` or `YYYYMMDD`; a month or day of `00` is unknown. */
  | { readonly kind: "date"; readonly column: string }
  /** The key of a US publication. */
  | { readonly kind: "document"; readonly column: string }
  /** A cell that fits `pattern` as a whole becomes `replacement`, in which `\1` is the first group; `what` names it in rejects. */
  | { readonly kind: "pattern"; readonly column: string; readonly pattern: string; readonly replacement: string; readonly what: string }
  | {
      readonly kind: "mapped";
      readonly column: string;
      readonly values: Readonly<Record<string, string | number>>;
      /** For a cell that is none of these; an empty one stays unknown unless `values` has `""`. */
      readonly otherwise: string | number | null;
    };

/** A row that every sound record gives, or each for which `where` is known. */
export interface Output {
  readonly table: TableName;
  readonly values: Readonly<Record<string, Expression>>;
  readonly where?: Expression;
}

/**
 * `delimited`: quoted text, `columns` in file order; `numbered`: before them each record has its number in the file that it was cut from.
 * `lines`: every line fits `pattern` as a whole; its groups are the `columns`.
 */
export type PlanFormat =
  | { readonly kind: "delimited"; readonly delimiter: string; readonly header: boolean; readonly numbered?: boolean }
  | { readonly kind: "lines"; readonly pattern: string };

/** A file of records of one shape, numbered from 1, the header too. Unreadable values, or unknown ones a table needs, are rejects. */
export interface ColumnPlan {
  readonly format: PlanFormat;
  readonly columns: readonly string[];
  readonly outputs: readonly Output[];
}

/** The parts of an expression that can be unreadable, itself included. */
export const readings = (expression: Expression): readonly Expression[] =>
  expression.kind === "first" ? expression.of.flatMap(readings) : [expression];

/** What a reject says where `expression`, unknown, must be known. */
export function missing(expression: Expression, column: string): string {
  if (expression.kind === "text") return `${expression.columns.join(", ")} is empty`;
  return `${"column" in expression ? expression.column : column} is empty`;
}

/** What a reject says of a line that does not fit the pattern of its file. */
export const notInLayout = "the line is not in the published layout";
