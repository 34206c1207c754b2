import type { DuckDBConnection } from "@duckdb/node-api";
import type { DerivedRow } from "../base/derived-tables.ts";
import { queryMany } from "../workspace/query.ts";

/** A name as it is printed on documents, with the rule that joined it to its holder. */
export interface PrintedName {
  readonly holder: string;
  readonly name: string;
  readonly rule: string;
}

/** Ids as the one value of a query: there may be more than a query has places for. */
const these = `holder IN (SELECT unnest(from_json($1, '["VARCHAR"]')))`;

/** Holders by these ids. */
export async function readHolders(
  connection: DuckDBConnection,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DerivedRow<"holder">>> {
  const rows = await queryMany<DerivedRow<"holder">>(connection, `SELECT * FROM holder WHERE ${these}`, [JSON.stringify(ids)]);
  return new Map(rows.map((row) => [row.holder, row]));
}

/** The names of these holders in order. */
export function readPrintedNames(connection: DuckDBConnection, ids: readonly string[]): Promise<readonly PrintedName[]> {
  return queryMany(connection, `SELECT holder, name, rule FROM holder_name WHERE ${these} ORDER BY holder, name`, [JSON.stringify(ids)]);
}
