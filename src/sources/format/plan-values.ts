import { tables } from "../../base/tables.ts";
import { documentKey } from "../../link/document-number.ts";
import { type ColumnPlan, type Expression, missing, type Output, readings, unreadable } from "./column-plan.ts";
import { fail } from "./records.ts";

type Value = string | number | null;
export type Cells = ReadonlyMap<string, string>;

/** The rows that one record gives by a plan, each with its table. Throws BadRow. */
export function planValues(
  plan: ColumnPlan,
  cells: Cells,
): { readonly table: Output["table"]; readonly row: Readonly<Record<string, Value>> }[] {
  for (const output of plan.outputs)
    for (const expression of Object.values(output.values).flatMap(readings)) requireReadable(expression, cells);
  return plan.outputs.flatMap(({ table, values, where }) => {
    if (where !== undefined && evaluate(where, cells) === null) return [];
    const declared: Readonly<Record<string, string>> = tables[table];
    const row = Object.entries(values).map(([column, expression]) => {
      const value = evaluate(expression, cells);
      if (value === null && !declared[column]?.endsWith("?")) fail(missing(expression, column));
      return [column, value] as const;
    });
    return [{ table, row: { ...unknown(declared), ...Object.fromEntries(row) } }];
  });
}

const unknown = (declared: Readonly<Record<string, string>>): Record<string, Value> =>
  Object.fromEntries(Object.keys(declared).map((column) => [column, null]));

function requireReadable(expression: Expression, cells: Cells): void {
  const reason = unreadable(expression);
  if (reason === null || !("column" in expression)) return;
  if (cellOf(expression.column, cells) !== null && evaluate(expression, cells) === null) fail(reason);
}

function cellOf(column: string, cells: Cells): string | null {
  return (cells.get(column) ?? "").replace(/^ +| +$/g, "") || null;
}

function evaluate(expression: Expression, cells: Cells): Value {
  if (expression.kind === "constant") return expression.value;
  if (expression.kind === "text") {
    const joined = expression.columns.map((column) => cells.get(column) ?? "").join(" ");
    return joined.replace(/\s+/g, " ").trim() || null;
  }
  if (expression.kind === "first") {
    for (const each of expression.of) {
      const value = evaluate(each, cells);
      if (value !== null) return value;
    }
    return null;
  }
  const cell = cellOf(expression.column, cells);
  if (expression.kind === "mapped") {
    const known = Object.hasOwn(expression.values, cell ?? "") ? expression.values[cell ?? ""] : undefined;
    return known ?? (cell === null ? null : expression.otherwise);
  }
  if (cell === null) return null;
  if (expression.kind === "integer") return /^[0-9]{1,9}(\.0)?$/.test(cell) ? Number(cell) + expression.plus : null;
  if (expression.kind === "date") return dateOf(cell);
  if (expression.kind === "document") return documentKey("US", cell);
  const whole = new RegExp(`^(?:${expression.pattern})$`);
  return whole.test(cell) ? cell.replace(whole, expression.replacement.replace(/\\(\d)/g, "$$$1")) : null;
}

function dateOf(cell: string): string | null {
  const [, year, month, day] = /^(1[6-9]\d\d|20\d\d)-?(\d\d)-?(\d\d)$/.exec(cell) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  if (month === "00") return day === "00" ? year : null;
  const first = new Date(Date.UTC(Number(year), Number(month) - 1, Math.max(Number(day), 1)));
  if (first.getUTCMonth() + 1 !== Number(month)) return null;
  return day === "00" ? `${year}-${month}` : `${year}-${month}-${day}`;
}
