import type { TableName } from "../base/tables.ts";
import { type ColumnShape, columnsOf } from "./schema.ts";

const maxInteger = 2 ** 31;

export function rowFault(table: TableName, row: Readonly<Record<string, unknown>>): string | null {
  for (const column of columnsOf(table)) {
    const fault = valueFault(column, row[column.name]);
    if (fault !== null) return `${table}.${column.name} ${fault}`;
  }
  return null;
}

function valueFault({ kind, optional }: ColumnShape, value: unknown): string | null {
  if (value === null) return optional ? null : "is missing";
  if (kind === "text") return typeof value === "string" ? null : "is not text";
  if (typeof value !== "number" || !Number.isFinite(value)) return "is not a number";
  if (kind === "integer" && (!Number.isInteger(value) || Math.abs(value) >= maxInteger)) return "is not a whole number of 32 bits";
  return null;
}
