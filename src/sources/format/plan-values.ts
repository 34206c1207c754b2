import { tables } from "../../base/tables.ts";
import { type ColumnPlan, type Expression, missing, type Output, readings } from "./column-plan.ts";
import { type Cells, evaluate, isFilled, unreadable, type Value } from "./expressions.ts";
import { fail } from "./records.ts";

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
  if (reason !== null && isFilled(expression, cells) && evaluate(expression, cells) === null) fail(reason);
}
