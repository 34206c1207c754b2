import { readFileSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { open } from "../../src/library/open.ts";
import { renewWorkspace } from "../../src/library/renew.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { migrations } from "../../src/workspace/migrations.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { codeOf, temporaryFolder } from "./folder.ts";

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

const history = JSON.parse(gunzipSync(readFileSync(new URL("./schemas/history.json.gz", import.meta.url))).toString("utf8")) as History;
const folder = temporaryFolder();

const quoted = (value: string | null): string => (value === null ? "NULL" : `'${value.replaceAll("'", "''")}'`);

/** Makes a workspace as it was written then. */
async function madeOf({ name, structure, rows }: History["workspaces"][number]): Promise<string> {
  const dir = join(folder, name.replaceAll(/[ ,]+/g, "-"));
  await mkdir(dir);
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

async function shapeOf(dir: string): Promise<readonly unknown[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns ORDER BY ALL";
  return workspace.use((connection) => query(connection, sql)).finally(() => workspace.close());
}

async function versionOf(dir: string): Promise<number> {
  const instance = await DuckDBInstance.create(join(dir, "levermap.duckdb"), { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const [row] = await query<{ value: string }>(connection, "SELECT value FROM meta WHERE key = 'schema_version'");
  connection.closeSync();
  instance.closeSync();
  return Number(row!.value);
}

describe("workspaces of the past", () => {
  it("are of every version that was written", () => {
    const versions = new Set(history.workspaces.map(({ version }) => version));
    // Version 8 was never released: its steps came with those of 9
    expect([...versions]).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11]);
    expect(migrations.at(-1)!.to).toBe(schemaVersion);
  });

  it.each(history.workspaces)(
    "$name: is upgraded, also after it was broken off, keeps what a user loaded, and answers",
    async (past) => {
      const dir = await madeOf(past);
      if (past.version < schemaVersion) {
        const broken = migrations.map((step) =>
          step.to === schemaVersion ? { ...step, up: () => Promise.reject(new Error("broken off")) } : step,
        );
        await expect(openWorkspace(dir, { mode: "read", steps: broken })).rejects.toThrow("broken off");
        expect(await versionOf(dir)).toBe(past.version);
        const stopped = { mode: "read", renew: () => Promise.reject(new Error("stopped")) } as const;
        await expect(openWorkspace(dir, stopped)).rejects.toThrow("stopped");
        expect(await versionOf(dir)).toBe(schemaVersion);
      }
      const map = await open(dir, { asOf: "2026-11-25" });
      try {
        const { loads } = await map.status();
        const lists = loads.filter(({ source }) => source === "csl");
        expect(lists.map(({ rows }) => rows > 0)).toEqual(JSON.stringify(past.rows.load).includes(`"csl"`) ? [true] : []);
        expect(loads.filter(({ source, current }) => source === "atlas" && current).map(({ rows }) => rows > 30_000)).toEqual([true]);
        expect((await map.chokepoints({ home: "CN", top: 3 })).ranked).toHaveLength(3);
        expect(await map.technology({ technology: "euv-lithography" })).toMatchObject({ id: "euv-lithography" });
        expect((await map.economy({ economy: "DE" })).economy).toBe("DE");
        expect((await map.controlsList({})).lists.length > 0).toBe(lists.length > 0);
        if (lists.length > 0) expect((await map.screen({ queries: [{ name: "Acme" }] })).results).toHaveLength(1);
        else expect(await codeOf(map.screen({ queries: [{ name: "Acme" }] }))).toBe("LM_NO_LISTS");
      } finally {
        map.close();
      }
      const fresh = join(folder, "fresh");
      await createWorkspace(fresh, { force: true });
      expect(await shapeOf(dir)).toEqual(await shapeOf(fresh));
      const workspace = await openWorkspace(dir, { mode: "read", effects: quietEffects, renew: renewWorkspace });
      const decisions = await workspace.use((connection) => query<{ note: string }>(connection, "SELECT note FROM decision"));
      workspace.close();
      expect(decisions).toEqual(past.version >= 3 ? [{ note: "another Acme" }] : []);
      if (past.version < schemaVersion) expect(await readdir(join(dir, "backups"))).not.toEqual([]);
    },
    120_000,
  );
});
