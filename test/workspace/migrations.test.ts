import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { caseTableNames } from "../../src/base/case-tables.ts";
import { derivedTableNames } from "../../src/base/derived-tables.ts";
import { tableNames } from "../../src/base/tables.ts";
import { caseRows } from "../../src/workspace/cases/case-rows.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import type { Mode } from "../../src/workspace/database.ts";
import { readDecisions } from "../../src/workspace/decisions.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { type Migration, migrations } from "../../src/workspace/migrations.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { schemaStatements, schemaVersion } from "../../src/workspace/schema.ts";
import { some } from "../tiers.ts";
import { fakeRow, fakeSource, writeFake } from "./fake-source.ts";
import { codeOf, keptEffects, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();

/** An invented version 0: as the current one, but stages had no position. */
async function versionZero(name: string): Promise<string> {
  const dir = join(folder, name);
  await mkdir(dir);
  const instance = await DuckDBInstance.create(join(dir, "levermap.duckdb"));
  const connection = await instance.connect();
  for (const statement of schemaStatements) {
    const stage = /"stage"/.test(statement);
    await connection.run(stage ? statement.replace('"position" INTEGER NOT NULL, ', "").replace('t."position", ', "") : statement);
  }
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

const fromZero: readonly Migration[] = [addPosition, ...migrations];

/** The tables of version 1, as the first release made them. */
const firstTables = [
  "document stage technology family_member alias requirement process_order variety share stage_share parameter default_parameter economy",
  "group_member product_place organisation organisation_name plant reach withheld code trade mineral",
]
  .join(" ")
  .split(" ");

/** A workspace as version 1 left it: without the tables of patents and of results, with one load. */
async function versionOne(name: string): Promise<string> {
  const dir = join(folder, name);
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  const rows = [fakeRow("stage", 1), fakeRow("trade", 2), fakeRow("mineral", 3)];
  await loadSource(workspace, fakeSource("fake", "parts"), [await writeFake(join(folder, `${name}.txt`), null, [...rows, "bad"])], {
    maxRejects: 1,
  });
  await workspace.use(async (connection) => {
    for (const table of [...tableNames, ...derivedTableNames].filter((each) => !firstTables.includes(each))) {
      await connection.run(`DROP VIEW IF EXISTS "current_${table}"`);
      await connection.run(`DROP TABLE "${table}"`);
    }
    await connection.run("DROP TABLE decision");
    await connection.run("DROP TABLE saved_search");
    for (const table of caseTableNames) await connection.run(`DROP TABLE "${table}"`);
    await connection.run("UPDATE meta SET value = '1'");
  });
  workspace.close();
  return dir;
}

/** A workspace as version 4 left it, with documents by year and facts of one date. */
async function versionFour(name: string): Promise<string> {
  const dir = join(folder, name);
  await createWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  await loadSource(workspace, fakeSource("fake", "whole"), [
    await writeFake(join(folder, `${name}.txt`), null, [fakeRow("document", 3), fakeRow("share", 5), fakeRow("plant", 7)]),
  ]);
  await workspace.use(async (connection) => {
    for (const statement of [
      ...["document", "share", "parameter", "product_place", "plant"].map((table) => `DROP VIEW "current_${table}"`),
      "ALTER TABLE document DROP COLUMN class",
      "ALTER TABLE document DROP COLUMN published",
      "ALTER TABLE document ADD COLUMN year INTEGER",
      "UPDATE document SET year = 2019",
      ...["share", "parameter", "product_place", "plant"].map((table) => `ALTER TABLE ${table} DROP COLUMN known`),
      ...["wafer_mm", "wafers_low", "wafers_high", "status"].map((column) => `ALTER TABLE plant DROP COLUMN ${column}`),
      ...["self_supply", "trade_flow", "chip_user", "control_effect", "act_outcome", "patent_count", "science_count", "outage"].flatMap(
        (table) => [`DROP VIEW "current_${table}"`, `DROP TABLE "${table}"`],
      ),
      "UPDATE meta SET value = '4'",
    ])
      await connection.run(statement);
  });
  workspace.close();
  return dir;
}

/** Every column of every table and view of a workspace. */
async function shapeOf(dir: string): Promise<readonly unknown[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns ORDER BY ALL";
  return workspace.use((connection) => query(connection, sql)).finally(() => workspace.close());
}

describe("upgrading", () => {
  test("from version 1 keeps what is there and makes the tables of patents, controls and decisions", async () => {
    const dir = await versionOne("one");
    const effects = keptEffects();
    const workspace = await openWorkspace(dir, { mode: "write", effects });
    expect(effects.messages).toEqual([expect.stringContaining(`from version 1 to ${schemaVersion}`)]);
    expect((await workspace.rows("stage")).map(({ id, line }) => [id, line])).toEqual([["id 1", 2]]);
    expect(await workspace.rows("trade")).toHaveLength(1);
    expect(await workspace.rejects()).toHaveLength(1);
    expect(await workspace.rows("patent")).toEqual([]);
    await loadSource(workspace, fakeSource("later", "parts"), [
      await writeFake(join(folder, "later.txt"), null, [fakeRow("patent_citation", 5), fakeRow("patent_place", 6)]),
    ]);
    expect((await workspace.rows("patent_citation")).map(({ citing, cited }) => [citing, cited])).toEqual([["citing 5", "cited 5"]]);
    expect((await workspace.status()).map(({ source, rows }) => [source, rows])).toEqual([
      ["fake", 3],
      ["later", 2],
    ]);
    workspace.close();
    expect(await readdir(join(dir, "backups"))).toEqual(["levermap-v1-20260102T030405-000Z.duckdb"]);
    const fresh = join(folder, "fresh");
    await createWorkspace(fresh);
    expect(await shapeOf(dir)).toEqual(await shapeOf(fresh));
  });

  test("from version 4 keeps the year of a document as its day, and what is known of shares and plants", async () => {
    const dir = await versionFour("four");
    const workspace = await openWorkspace(dir, { mode: "write" });
    expect((await workspace.rows("document")).map(({ id, published, class: of }) => [id, published, of])).toEqual([["id 3", "2019", null]]);
    expect((await workspace.rows("share")).map(({ technology, low, known }) => [technology, low, known])).toEqual([
      ["technology 5", 5 / 3, null],
    ]);
    expect((await workspace.rows("plant")).map(({ id, status }) => [id, status])).toEqual([["id 7", null]]);
    workspace.close();
    const fresh = join(folder, "fresh-of-four");
    await createWorkspace(fresh);
    expect(await shapeOf(dir)).toEqual(await shapeOf(fresh));
  });

  test("from version 7 makes the tables of cases, and keeps decisions on names as they are", async () => {
    const dir = join(folder, "seven");
    await createWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    const decision = ["Nord", "nord", "xx/nord", "false", "another", "2026-01-01T00:00:00.000Z"];
    await workspace.use(async (connection) => {
      for (const table of caseTableNames) await connection.run(`DROP TABLE "${table}"`);
      await connection.run("INSERT INTO decision VALUES (1, $1, $2, $3, $4, $5, $6, NULL)", decision);
      await connection.run("UPDATE meta SET value = '7'");
    });
    workspace.close();
    const upgraded = await openWorkspace(dir, { mode: "write" });
    expect(await readDecisions(upgraded)).toMatchObject([{ name: "Nord", entry: "xx/nord", verdict: "false", note: "another" }]);
    for (const table of caseTableNames) expect(await caseRows(upgraded, table)).toEqual([]);
    upgraded.close();
    const fresh = join(folder, "fresh-of-seven");
    await createWorkspace(fresh);
    expect(await shapeOf(dir)).toEqual(await shapeOf(fresh));
  });

  test("from version 10 takes those who took a patent from the notes of its events", async () => {
    const dir = join(folder, "ten");
    await createWorkspace(dir);
    const workspace = await openWorkspace(dir, { mode: "write" });
    const notes = [
      ["transferred", "2018-01-30", "ASSIGNMENT: DOE, JANE; ROE to ONE, INC. | TWO to THREE LLC; reel 1/2"],
      ["other", "2018-02-01", "CHANGE OF NAME: ONE to FOUR; reel 1/3"],
      ["transferred", null, "MERGER: A to B; reel 10/20"],
      ["transferred", "2019-01-01", "RAP1"],
    ] as const;
    const event = notes.map(([kind, date, note]) => ({
      table: "patent_event" as const,
      row: { document: "US7000001", kind, code: null, date, note },
    }));
    await loadSource(workspace, fakeSource("fake", "parts"), [await writeFake(join(folder, "ten.txt"), null, event)]);
    await workspace.use(async (connection) => {
      await connection.run("DROP VIEW current_patent_transfer");
      for (const table of ["patent_transfer", "saved_search"]) await connection.run(`DROP TABLE "${table}"`);
      await connection.run("UPDATE meta SET value = '10' WHERE key = 'schema_version'");
    });
    workspace.close();
    const upgraded = await openWorkspace(dir, { mode: "write" });
    expect((await upgraded.rows("patent_transfer")).map(({ date, role, name }) => [date, role, name])).toEqual([
      ["2018-01-30", "assignee", "ONE, INC."],
      ["2018-01-30", "assignee", "TWO to THREE LLC"],
      [null, "assignee", "B"],
    ]);
    upgraded.close();
    const fresh = join(folder, "fresh-of-ten");
    await createWorkspace(fresh);
    expect(await shapeOf(dir)).toEqual(await shapeOf(fresh));
  });

  test.each(some<Mode>(["read", "write", "export"], ["write"]))(
    "happens when an older workspace is opened for %s, after a copy",
    async (mode) => {
      const dir = await versionZero(`zero-${mode}`);
      const effects = keptEffects();
      const workspace = await openWorkspace(dir, { mode, effects, steps: fromZero });
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
    },
  );

  test("leaves the old workspace when a step fails", async () => {
    const dir = await versionZero("failing");
    const failing: Migration = {
      to: 1,
      up: async (connection) => {
        await addPosition.up(connection);
        throw new Error("the step fails");
      },
    };
    await expect(openWorkspace(dir, { mode: "read", steps: [failing, ...migrations] })).rejects.toThrow("the step fails");
    const workspace = await openWorkspace(dir, { mode: "read", steps: fromZero });
    expect(await workspace.rows("stage")).toHaveLength(2);
    workspace.close();
  });

  test("needs a step for every version", async () => {
    const dir = await versionZero("stepless");
    expect(await codeOf(openWorkspace(dir, { mode: "read", steps: [] }))).toBe("LM_WORKSPACE_DAMAGED");
    expect(await codeOf(openWorkspace(dir, { mode: "read", steps: [{ ...addPosition, to: schemaVersion + 1 }] }))).toBe(
      "LM_WORKSPACE_DAMAGED",
    );
    expect(await readdir(dir)).toEqual(["audit", "levermap.duckdb"]);
  });

  test("has a step for every version since the first", () => {
    expect(migrations.map((step) => step.to)).toEqual(Array.from({ length: schemaVersion - 1 }, (_, index) => index + 2));
  });
});
