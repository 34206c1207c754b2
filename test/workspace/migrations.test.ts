import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { type Migration, migrations } from "../../src/workspace/migrations.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { schemaStatements, schemaVersion } from "../../src/workspace/schema.ts";
import { codeOf, keptEffects, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();

/** An invented version 0: as version 1, but stages had no position and lists were kept under another name. */
async function versionZero(name: string): Promise<string> {
  const dir = join(folder, name);
  await mkdir(dir);
  const instance = await DuckDBInstance.create(join(dir, "levermap.duckdb"));
  const connection = await instance.connect();
  for (const statement of schemaStatements)
    await connection.run(statement.replace('"position" INTEGER NOT NULL, ', "").replace('t."position", ', ""));
  await connection.run("UPDATE meta SET value = '0'");
  await connection.run("INSERT INTO stage VALUES ('a', 'Stage A', 'one', 'f', 1), ('b', 'Stage B', 'one', 'f', 2)");
  await connection.run(
    "INSERT INTO load VALUES ('one', 1, 's', 's', 'whole', NULL, 'p', 'x', 1, 2, 0, '2026-01-01T00:00:00.000Z', 'n', true)",
  );
  connection.closeSync();
  instance.closeSync();
  return dir;
}

const addPosition: Migration = {
  to: 1,
  up: async (connection) => {
    await connection.run("CREATE TABLE stage_new AS SELECT id, name, line AS position, load_id, file, line FROM stage");
    await connection.run("DROP TABLE stage");
    await connection.run("ALTER TABLE stage_new RENAME TO stage");
  },
};

describe("upgrading", () => {
  test.each(["read", "write", "export"] as const)("happens when an older workspace is opened for %s, after a copy", async (mode) => {
    const dir = await versionZero(`zero-${mode}`);
    const effects = keptEffects();
    const workspace = await openWorkspace(dir, { mode, effects, steps: [addPosition] });
    expect(workspace.mode).toBe(mode);
    expect((await workspace.rows("stage")).map((row) => [row.id, row.position])).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
    workspace.close();
    const backup = "levermap-v0-20260102T030405-000Z.duckdb";
    expect(await readdir(join(dir, "backups"))).toEqual([backup]);
    expect(effects.messages).toEqual([expect.stringContaining(backup)]);
    const instance = await DuckDBInstance.create(join(dir, "backups", backup), { access_mode: "READ_ONLY" });
    const connection = await instance.connect();
    const old = await connection.runAndReadAll("SELECT id, name FROM current_stage");
    expect(old.getRowsJS()).toEqual([
      ["a", "Stage A"],
      ["b", "Stage B"],
    ]);
    expect((await connection.runAndReadAll("SELECT value FROM meta")).getRowsJS()).toEqual([["0"]]);
    connection.closeSync();
    instance.closeSync();
    (await openWorkspace(dir, { mode: "read" })).close();
    expect(await readdir(join(dir, "backups"))).toHaveLength(1);
  });

  test("leaves the old workspace when a step fails", async () => {
    const dir = await versionZero("failing");
    const failing: Migration = {
      to: 1,
      up: async (connection) => {
        await addPosition.up(connection);
        throw new Error("the step fails");
      },
    };
    await expect(openWorkspace(dir, { mode: "read", steps: [failing] })).rejects.toThrow("the step fails");
    const workspace = await openWorkspace(dir, { mode: "read", steps: [addPosition] });
    expect(await workspace.rows("stage")).toHaveLength(2);
    workspace.close();
  });

  test("needs a step for every version", async () => {
    const dir = await versionZero("stepless");
    expect(await codeOf(openWorkspace(dir, { mode: "read", steps: [] }))).toBe("LM_WORKSPACE_DAMAGED");
    expect(await codeOf(openWorkspace(dir, { mode: "read", steps: [{ ...addPosition, to: 2 }] }))).toBe("LM_WORKSPACE_DAMAGED");
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });

  test("has a step for every version since the first", () => {
    expect(migrations.map((step) => step.to)).toEqual(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 2));
  });
});
