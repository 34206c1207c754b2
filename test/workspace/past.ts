import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { query } from "../../src/workspace/query.ts";

/**
 * Workspaces as the first and the last commit of each version of the tables wrote them, each with the statements that make its tables, two rows of each table
 * of its atlas and of its measures, and three parties of a list that a user loaded: made by building those commits, where two differ.
 */
interface History {
  readonly structures: Readonly<Record<string, readonly string[]>>;
  readonly workspaces: readonly {
    readonly name: string;
    readonly version: number;
    readonly structure: string;
    readonly rows: Readonly<Record<string, readonly (readonly (string | null)[])[]>>;
  }[];
}

export const history = JSON.parse(
  gunzipSync(readFileSync(new URL("./schemas/history.json.gz", import.meta.url))).toString("utf8"),
) as History;

/** Whether a user loaded a list into it. */
export const hasList = ({ rows }: History["workspaces"][number]): boolean => JSON.stringify(rows.load).includes(`"csl"`);

const quoted = (value: string | null): string => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);

/** Makes a workspace as it was written then. */
export async function madeOf(folder: string, { name, structure, rows }: History["workspaces"][number]): Promise<string> {
  const dir = join(folder, name.replaceAll(/[ ,]+/g, "-"));
  await mkdir(dir, { recursive: true });
  const instance = await DuckDBInstance.create(join(dir, "levermap.duckdb"));
  const connection = await instance.connect();
  for (const statement of history.structures[structure]!) await connection.run(statement);
  for (const [table, values] of Object.entries(rows))
    await connection.run(`INSERT INTO "${table}" VALUES ${values.map((row) => `(${row.map(quoted).join(", ")})`).join(", ")}`);
  const hasDecisions = history.structures[structure]!.some((statement) => /CREATE TABLE decision\(/.test(statement));
  if (hasDecisions)
    await connection.run(
      "INSERT INTO decision BY NAME SELECT 1 AS seq, 'Acme' AS name, 'acme' AS name_key, 'csl/x/y' AS entry, 'false' AS verdict, 'another Acme' AS note, '2026-11-25T00:00:00Z' AS decided_at",
    );
  connection.closeSync();
  instance.closeSync();
  return dir;
}

/** Version of the tables of a workspace, which nobody upgrades meanwhile. */
export async function versionOf(dir: string): Promise<number> {
  const instance = await DuckDBInstance.create(join(dir, "levermap.duckdb"), { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const [row] = await query<{ value: string }>(connection, "SELECT value FROM meta WHERE key = 'schema_version'");
  connection.closeSync();
  instance.closeSync();
  return Number(row!.value);
}
