import type { DuckDBAppender, DuckDBConnection } from "@duckdb/node-api";
import type { TableName } from "../base/tables.ts";
import type { RejectRecord, RowRecord } from "../sources/format/records.ts";
import { type ColumnKind, type ColumnShape, columnsOf } from "./schema.ts";

const excerptLength = 200;

/** Appends a load's records in the running transaction; `close` or `discard` it before that ends. */
export class RowWriter {
  readonly #connection: DuckDBConnection;
  readonly #loadId: string;
  readonly #appenders = new Map<string, DuckDBAppender>();

  constructor(connection: DuckDBConnection, loadId: string) {
    this.#connection = connection;
    this.#loadId = loadId;
  }

  async row(record: RowRecord): Promise<void> {
    const appender = this.#appenders.get(record.table) ?? (await this.#open(record.table));
    const row: Readonly<Record<string, unknown>> = record.row;
    for (const { name, kind } of columnsOf(record.table)) append(appender, kind, row[name]);
    append(appender, "text", this.#loadId);
    append(appender, "text", record.file);
    append(appender, "integer", record.line);
    appender.endRow();
  }

  async reject(record: RejectRecord): Promise<void> {
    const appender = this.#appenders.get("reject") ?? (await this.#open("reject"));
    append(appender, "text", this.#loadId);
    append(appender, "text", record.file);
    append(appender, "integer", record.line);
    for (const text of [record.code, record.reason, record.excerpt.slice(0, excerptLength)]) append(appender, "text", text);
    appender.endRow();
  }

  flush(): void {
    for (const appender of this.#appenders.values()) appender.flushSync();
  }

  close(): void {
    for (const appender of this.#appenders.values()) appender.closeSync();
    this.#appenders.clear();
  }

  /** Drops unflushed rows; an abandoned appender would write them after the rollback. */
  discard(): void {
    for (const appender of this.#appenders.values()) appender.clear();
    this.close();
  }

  async #open(table: string): Promise<DuckDBAppender> {
    const appender = await this.#connection.createAppender(table);
    this.#appenders.set(table, appender);
    return appender;
  }
}

/** Appends one value. */
export function append(appender: DuckDBAppender, kind: ColumnKind, value: unknown): void {
  if (value === null) appender.appendNull();
  else if (kind === "text") appender.appendVarchar(value as string);
  else if (kind === "number") appender.appendDouble(value as number);
  else appender.appendInteger(value as number);
}

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
