import type { DuckDBConnection } from "@duckdb/node-api";
import type { Row } from "../base/tables.ts";
import { queryMany } from "../workspace/query.ts";
import { currentRows } from "../workspace/schema.ts";

/** Current published rates, in file order. */
export const readRates = (connection: DuckDBConnection): Promise<readonly Row<"base_rate">[]> =>
  queryMany(connection, `${currentRows("base_rate")} ORDER BY load_id, file, line`);
