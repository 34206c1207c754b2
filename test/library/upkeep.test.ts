import { copyFile, mkdir, open, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { backup, checkWorkspace, restore } from "../../src/library/upkeep.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { emptyWorkspace } from "../workspace/empty.ts";
import { fakeRow, fakeSource, writeFake } from "../workspace/fake-source.ts";
import { errorOf, keptEffects, temporaryFolder } from "../workspace/folder.ts";

const folder = temporaryFolder();

async function made(name: string, rows = 3): Promise<string> {
  const dir = join(folder, name);
  await emptyWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  const lines = Array.from({ length: rows }, (_, at) => fakeRow("trade", at + 1));
  await loadSource(workspace, fakeSource("mine", "parts"), [await writeFake(join(folder, `${name}.txt`), null, [...lines, "bad"])], {
    maxRejects: 1,
  });
  workspace.close();
  return dir;
}

const spoil = async (dir: string, sql: string): Promise<void> => {
  const workspace = await openWorkspace(dir, { mode: "write" });
  await workspace.use((connection) => connection.run(sql));
  workspace.close();
};

describe("backup and restore", () => {
  test("give the rows of then, beside a reader, with the workspace of now kept", async () => {
    const dir = await made("kept");
    const reader = await openWorkspace(dir, { mode: "export" });
    const { path, bytes } = await backup(dir, undefined, keptEffects());
    reader.close();
    expect([bytes, await readdir(join(dir, "backups"))]).toEqual([(await stat(path)).size, [path.split("/").at(-1)]]);
    await spoil(dir, "DELETE FROM trade");
    await restore(dir, path, keptEffects());
    expect((await checkWorkspace(dir)).problems).toEqual([]);
    expect(await readdir(join(dir, "backups"))).toHaveLength(2);
    expect(await readdir(dir)).not.toContain(".new");
  });

  test("go nowhere over a file, into a folder that is not there, or from what is no workspace, and change nothing", async () => {
    const dir = await made("refused");
    const there = join(folder, "there.duckdb");
    await writeFile(there, "mine");
    expect(await errorOf(backup(dir, there))).toMatchObject({ code: "LM_EXPORT_EXISTS" });
    expect(await errorOf(backup(dir, join(folder, "nowhere", "x.duckdb")))).toMatchObject({ code: "LM_FILE_NOT_FOUND" });
    expect(await errorOf(restore(dir, there))).toMatchObject({ code: "LM_WORKSPACE_DAMAGED" });
    expect(await errorOf(restore(dir, join(folder, "nowhere.duckdb")))).toMatchObject({ code: "LM_FILE_NOT_FOUND" });
    expect(await readdir(dir)).toEqual(["audit", "levermap.duckdb"]);
    expect((await checkWorkspace(dir)).problems).toEqual([]);
  });
});

describe("checkWorkspace", () => {
  test("finds a whole workspace whole", async () => {
    expect(await checkWorkspace(await made("whole"))).toMatchObject({ rows: 4, problems: [] });
  });

  test.each([
    ["a row that is gone", "DELETE FROM trade WHERE line = 2", "rows", /has 2 rows, and says 3/],
    ["a reject that is gone", "DELETE FROM reject", "rows", /has 0 rejects, and says 1/],
    ["rows of no load", "UPDATE trade SET load_id = 'none' WHERE line = 2", "loads", /rows of load none/],
    [
      "a column that is gone",
      "DROP VIEW current_plant; ALTER TABLE plant DROP COLUMN status",
      "structure",
      /plant lacks the column status/,
    ],
  ])("tells %s", async (_, sql, about, what) => {
    const dir = await made(about + sql.length);
    for (const statement of sql.split("; ")) await spoil(dir, statement);
    const { problems } = await checkWorkspace(dir);
    expect(problems).toContainEqual({ about, what: expect.stringMatching(what) });
  });

  test("tells what was left by what was stopped, and a file with its middle overwritten", async () => {
    const dir = await made("left", 5000);
    await mkdir(join(dir, ".new"));
    expect((await checkWorkspace(dir)).problems).toEqual([{ about: "files", what: ".new was left by what was stopped" }]);
    const copy = join(folder, "overwritten");
    await mkdir(copy);
    await copyFile(join(dir, "levermap.duckdb"), join(copy, "levermap.duckdb"));
    const file = await open(join(copy, "levermap.duckdb"), "r+");
    const { size } = await file.stat();
    for (let at = 3 * 4096 + 262_144; at < size; at += 16_384) await file.write(Buffer.alloc(512, 0xa5), 0, 512, at);
    await file.close();
    expect(await errorOf(checkWorkspace(copy))).toMatchObject({ code: "LM_WORKSPACE_DAMAGED" });
  });
});
