import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { query } from "../../../src/workspace/query.ts";

/** Everything below a folder but some files, unpacked where it is packed. */
export const everything = (dir: string, but: readonly string[] = []): readonly (readonly [string, Buffer])[] =>
  readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => !but.includes(name) && statSync(join(dir, name)).isFile())
    .map((name) => {
      const bytes = readFileSync(join(dir, name));
      return [name, name.endsWith(".gz") ? gunzipSync(bytes) : bytes] as const;
    });

/** Every text of every table of a database, without Levermap. */
export async function textsOf(path: string): Promise<string> {
  const instance = await DuckDBInstance.create(path, { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  try {
    const tables = await query<{ name: string }>(connection, "SELECT table_name AS name FROM duckdb_tables() ORDER BY ALL");
    const texts: string[] = [];
    for (const { name } of tables)
      texts.push(...(await query<{ text: string }>(connection, `SELECT t::VARCHAR AS text FROM "${name}" t`)).map(({ text }) => text));
    return texts.join("\n");
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
