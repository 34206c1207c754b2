import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { queryMany } from "../workspace/query.ts";

/** A printed name with its link rule. */
export type PrintedName = DerivedRow<"holder_name">;

/** Texts as a single query value, since there may be more than placeholders. */
const given = `(SELECT unnest(from_json($1, '["VARCHAR"]')))`;
const these = `holder IN ${given}`;

export async function readHolders(
  connection: DuckDBConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DerivedRow<"holder">>> {
  const rows = await queryMany<DerivedRow<"holder">>(connection, `SELECT * FROM holder WHERE ${these}`, [JSON.stringify(ids)]);
  return new Map(rows.map((row) => [row.holder, row]));
}

/** Holders linked to printed names. */
export const readHoldersOfNames = (connection: DuckDBConnection, names: readonly string[]): Promise<readonly PrintedName[]> =>
  queryMany(connection, `SELECT holder, name, rule FROM holder_name WHERE name IN ${given} ORDER BY name`, [JSON.stringify(names)]);

export const readPrintedNames = (connection: DuckDBConnection, ids: readonly string[]): Promise<readonly PrintedName[]> =>
  queryMany(connection, `SELECT holder, name, rule FROM holder_name WHERE ${these} ORDER BY holder, name`, [JSON.stringify(ids)]);
