import { mkdir, readdir, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { createWorkspace } from "../../src/workspace/create.ts";
import { type AtlasRows, initWorkspace } from "../../src/workspace/init.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { fakeRow, fakeSource, writeFake } from "./fake-source.ts";
import { codeOf, errorOf, keptEffects, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();
const atlas = fakeSource("atlas", "whole");
const fine = (): readonly never[] => [];
const good = (): Promise<string> => writeFake(join(folder, "good.txt"), "2026", [fakeRow("alias", 1), fakeRow("stage", 2)]);

describe("initWorkspace", () => {
  test("makes a workspace with the atlas in it", async () => {
    const dir = join(folder, "deep", "er");
    const seen: AtlasRows[] = [];
    const check = (rows: AtlasRows): readonly never[] => {
      seen.push(rows);
      return [];
    };
    const summary = await initWorkspace(dir, atlas, [await good()], check);
    expect(summary).toMatchObject({ rows: 2, rejects: 0 });
    expect(seen[0]?.alias?.map((row) => row.alias)).toEqual(["alias 1"]);
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
    const workspace = await openWorkspace(dir, { mode: "read" });
    expect(await workspace.rows("stage")).toEqual(seen[0]?.stage);
    expect((await workspace.status())[0]).toMatchObject({
      source: "atlas",
      edition: "2026",
      current: true,
      tables: { alias: 1, stage: 1 },
    });
    workspace.close();
  });

  test("is there for others only once all is done, and says where it was stopped before", async () => {
    const dir = join(folder, "unfinished");
    const opened = (): Promise<unknown> => openWorkspace(dir, { mode: "read" });
    const seen: unknown[] = [];
    const finish = async (): Promise<void> => {
      seen.push(await errorOf(opened()));
      throw new Error("stopped");
    };
    await expect(initWorkspace(dir, atlas, [await good()], fine, { finish })).rejects.toThrow("stopped");
    expect(seen).toMatchObject([
      { code: "LM_WORKSPACE_MISSING", message: expect.stringContaining("is not whole"), details: { begun: true } },
    ]);
    expect(await errorOf(opened())).toMatchObject({ code: "LM_WORKSPACE_MISSING", details: { begun: false } });
    await mkdir(join(dir, ".new"), { recursive: true });
    expect(await errorOf(opened())).toMatchObject({ details: { begun: true } });
    await initWorkspace(dir, atlas, [await good()], fine);
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });

  test("leaves what is in the folder, and replaces a workspace only when asked", async () => {
    const dir = join(folder, "there");
    await mkdir(dir);
    await writeFile(join(dir, "notes.txt"), "mine");
    await initWorkspace(dir, atlas, [await good()], fine);
    expect(await codeOf(initWorkspace(dir, atlas, [await good()], fine))).toBe("LM_WORKSPACE_EXISTS");
    const effects = keptEffects();
    const empty = await writeFake(join(folder, "empty.txt"), "2027", []);
    for (let time = 0; time < 2; time += 1) await initWorkspace(dir, atlas, [empty], fine, { force: true }, effects);
    expect(await readdir(dir)).toEqual(["backups", "levermap.duckdb", "notes.txt"]);
    const stem = `levermap-v${schemaVersion}-20260102T030405-000Z`;
    expect(await readdir(join(dir, "backups"))).toEqual([`${stem}-2.duckdb`, `${stem}.duckdb`]);
    expect(effects.messages[0]).toContain(stem);
    const instance = await DuckDBInstance.create(join(dir, "backups", `${stem}.duckdb`), { access_mode: "READ_ONLY" });
    const connection = await instance.connect();
    expect((await connection.runAndReadAll("SELECT alias FROM current_alias")).getRowsJS()).toEqual([["alias 1"]]);
    connection.closeSync();
    instance.closeSync();
    const workspace = await openWorkspace(dir, { mode: "read" });
    expect(await workspace.rows("alias")).toEqual([]);
    workspace.close();
  });

  test("replaces a damaged workspace and keeps its file", async () => {
    const dir = join(folder, "damaged");
    await initWorkspace(dir, atlas, [await good()], fine);
    await truncate(join(dir, "levermap.duckdb"), 6000);
    await writeFile(join(dir, "levermap.duckdb.wal"), "left over");
    await initWorkspace(dir, atlas, [await good()], fine, { force: true });
    const kept = await readdir(join(dir, "backups"));
    expect(kept.map((name) => name.replace(/\d{8}T\d{6}-\d{3}Z/, "TIME"))).toEqual([
      "levermap-unknown-TIME.duckdb",
      "levermap-unknown-TIME.duckdb.wal",
    ]);
    expect((await stat(join(dir, "backups", kept[0] as string))).size).toBe(6000);
    const workspace = await openWorkspace(dir, { mode: "write" });
    expect(await workspace.rows("alias")).toHaveLength(1);
    workspace.close();
  });

  test("makes nothing from an atlas with a bad record or a problem", async () => {
    const bad = await writeFake(join(folder, "bad.txt"), "2026", [
      ...Array.from({ length: 99 }, (_, seed) => fakeRow("alias", seed)),
      "bad",
    ]);
    const dir = join(folder, "invalid");
    const rejected = await errorOf(initWorkspace(dir, atlas, [bad], fine));
    expect(rejected?.code).toBe("LM_ATLAS_INVALID");
    expect(rejected?.details).toEqual({ count: 1, problems: [{ file: "bad.txt", line: 101, message: "it says bad" }] });
    const problem = { file: "shares.csv", line: 4, message: "an invented problem" };
    const refused = await errorOf(initWorkspace(dir, atlas, [await good()], () => [problem, problem]));
    expect(refused?.message).toContain("shares.csv:4: an invented problem");
    expect(refused?.details).toEqual({ count: 2, problems: [problem, problem] });
    expect(await readdir(folder)).not.toContain("invalid");
  });

  test("keeps the old workspace when the new one fails", async () => {
    const dir = join(folder, "kept");
    await initWorkspace(dir, atlas, [await good()], fine);
    const failing = initWorkspace(dir, atlas, [join(folder, "none.txt")], fine, { force: true });
    expect(await codeOf(failing)).toBe("LM_FILE_NOT_FOUND");
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
    const workspace = await openWorkspace(dir, { mode: "read" });
    expect(await workspace.rows("alias")).toHaveLength(1);
    const held = createWorkspace(dir, { force: true });
    expect(await codeOf(held)).toBe("LM_WORKSPACE_BUSY");
    workspace.close();
  });

  test("goes around what a killed attempt left, not around one that is going on", async () => {
    const dir = join(folder, "left");
    await mkdir(join(dir, ".new"), { recursive: true });
    await writeFile(join(dir, ".new", "levermap.duckdb"), "half a file");
    await writeFile(join(dir, ".new", "levermap.duckdb.wal"), "half a log");
    const path = await good();
    await createWorkspace(dir, {}, async () => {
      expect(await codeOf(createWorkspace(dir))).toBe("LM_WORKSPACE_BUSY");
    });
    await initWorkspace(dir, atlas, [path], fine, { force: true });
    expect(await readdir(dir)).toEqual(["backups", "levermap.duckdb"]);
  });

  test("says so when the folder cannot be made", async () => {
    await writeFile(join(folder, "plain"), "");
    expect(await codeOf(createWorkspace(join(folder, "plain")))).toBe("LM_FILE_UNREADABLE");
    expect(await codeOf(createWorkspace(join(folder, "plain", "under")))).toBe("LM_FILE_UNREADABLE");
  });
});
