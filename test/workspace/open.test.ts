import { mkdir, open as openFile, readdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { describe, expect, test } from "vitest";
import { createWorkspace } from "../../src/workspace/create.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { fakeRow, fakeSource, writeFake } from "./fake-source.ts";
import { codeOf, errorOf, keptEffects, temporaryFolder } from "./folder.ts";
import { startHolder } from "./holder.ts";

const folder = temporaryFolder();

async function fresh(name: string): Promise<string> {
  const dir = join(folder, name);
  await createWorkspace(dir);
  return dir;
}

async function rawDatabase(name: string, statements: readonly string[]): Promise<string> {
  const dir = join(folder, name);
  await mkdir(dir);
  const instance = await DuckDBInstance.create(join(dir, "levermap.duckdb"));
  const connection = await instance.connect();
  for (const statement of statements) await connection.run(statement);
  connection.closeSync();
  instance.closeSync();
  return dir;
}

describe("openWorkspace", () => {
  test("says that there is none", async () => {
    expect(await codeOf(openWorkspace(join(folder, "none"), { mode: "read" }))).toBe("LM_WORKSPACE_MISSING");
    await writeFile(join(folder, "file"), "");
    expect(await codeOf(openWorkspace(join(folder, "file"), { mode: "write" }))).toBe("LM_WORKSPACE_MISSING");
  });

  test("lets readers of one process share it, and one writer alone", async () => {
    const dir = await fresh("shared");
    const first = await openWorkspace(dir, { mode: "read" });
    const second = await openWorkspace(dir, { mode: "read" });
    expect(await codeOf(openWorkspace(dir, { mode: "write" }))).toBe("LM_WORKSPACE_BUSY");
    first.close();
    first.close();
    expect(await second.rows("share")).toEqual([]);
    expect(await codeOf(openWorkspace(dir, { mode: "write" }))).toBe("LM_WORKSPACE_BUSY");
    second.close();
    const writer = await openWorkspace(dir, { mode: "write" });
    expect(await codeOf(openWorkspace(dir, { mode: "read" }))).toBe("LM_WORKSPACE_BUSY");
    expect(await codeOf(openWorkspace(dir, { mode: "write" }))).toBe("LM_WORKSPACE_BUSY");
    writer.close();
  });

  test("lets readers of several processes in, and one writer alone", async () => {
    const dir = await fresh("processes");
    const reader = await startHolder(dir, "READ_ONLY");
    const own = await openWorkspace(dir, { mode: "read" });
    expect(await own.status()).toEqual([]);
    own.close();
    expect(await codeOf(openWorkspace(dir, { mode: "write" }))).toBe("LM_WORKSPACE_BUSY");
    await reader.stop();
    const writer = await startHolder(dir, "READ_WRITE");
    expect(await codeOf(openWorkspace(dir, { mode: "read" }))).toBe("LM_WORKSPACE_BUSY");
    expect(await codeOf(openWorkspace(dir, { mode: "write" }))).toBe("LM_WORKSPACE_BUSY");
    expect(await codeOf(createWorkspace(dir, { force: true }))).toBe("LM_WORKSPACE_BUSY");
    await writer.stop();
    (await openWorkspace(dir, { mode: "write" })).close();
  });

  test("refuses files that are no workspace", async () => {
    const dir = await fresh("junk");
    await writeFile(join(dir, "levermap.duckdb"), "no database at all".repeat(1000));
    expect(await codeOf(openWorkspace(dir, { mode: "read" }))).toBe("LM_WORKSPACE_DAMAGED");
    await writeFile(join(dir, "levermap.duckdb"), "");
    expect(await codeOf(openWorkspace(dir, { mode: "read" }))).toBe("LM_WORKSPACE_DAMAGED");
    const foreign = await rawDatabase("foreign", ["CREATE TABLE share (a INTEGER)"]);
    expect(await codeOf(openWorkspace(foreign, { mode: "write" }))).toBe("LM_WORKSPACE_DAMAGED");
    const other = await rawDatabase("other-meta", [
      "CREATE TABLE meta (key VARCHAR, value VARCHAR)",
      "INSERT INTO meta VALUES ('schema_version', 'x')",
    ]);
    expect(await codeOf(openWorkspace(other, { mode: "read" }))).toBe("LM_WORKSPACE_DAMAGED");
  });

  test("names the newest backup of a damaged one", async () => {
    const dir = await fresh("backups");
    await createWorkspace(dir, { force: true, effects: keptEffects() });
    await truncate(join(dir, "levermap.duckdb"), 5000);
    const error = await errorOf(openWorkspace(dir, { mode: "read" }));
    expect(error?.code).toBe("LM_WORKSPACE_DAMAGED");
    expect(error?.message).toContain(`levermap-v${schemaVersion}-20260102T030405-000Z.duckdb`);
  });

  test("removes what a killed writer left in the temporary folder", async () => {
    const dir = await fresh("left");
    await mkdir(join(dir, ".temporary"));
    await writeFile(join(dir, ".temporary", "unpacked"), "half of a table");
    (await openWorkspace(dir, { mode: "read" })).close();
    expect(await readdir(dir)).toEqual([".temporary", "levermap.duckdb"]);
    (await openWorkspace(dir, { mode: "write" })).close();
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });

  test("notices damage inside the file while reading", async () => {
    const dir = await fresh("rotten");
    const writer = await openWorkspace(dir, { mode: "write" });
    const lines = Array.from({ length: 20_000 }, (_, seed) => fakeRow("alias", seed));
    await loadSource(writer, fakeSource("fake", "parts"), [await writeFake(join(folder, "rotten.txt"), null, lines)]);
    writer.close();
    const file = await openFile(join(dir, "levermap.duckdb"), "r+");
    const { size } = await file.stat();
    for (let at = 3 * 4096 + 100; at < size; at += 4096) await file.write(Buffer.from("rot"), 0, 3, at);
    await file.close();
    const read = async (): Promise<unknown> => {
      const workspace = await openWorkspace(dir, { mode: "read" });
      return workspace.rows("alias").finally(() => workspace.close());
    };
    expect(await codeOf(read())).toBe("LM_WORKSPACE_DAMAGED");
  });

  test("refuses one of a newer version and leaves it as it is", async () => {
    const dir = await rawDatabase("newer", [
      "CREATE TABLE meta (key VARCHAR, value VARCHAR)",
      `INSERT INTO meta VALUES ('schema_version', '${schemaVersion + 1}')`,
    ]);
    const error = await errorOf(openWorkspace(dir, { mode: "write" }));
    expect(error?.code).toBe("LM_WORKSPACE_NEWER");
    expect(error?.details).toMatchObject({ version: schemaVersion + 1, known: schemaVersion });
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });

  test("reads without any way out", async () => {
    const dir = await fresh("locked");
    const workspace = await openWorkspace(dir, { mode: "read" });
    const attempts = [
      "SELECT * FROM read_csv('/etc/passwd')",
      `COPY load TO '${join(folder, "out").replaceAll("'", "''")}'`,
      "ATTACH ':memory:' AS other; COPY other TO '/tmp/x'",
      "SET enable_external_access = true",
      "SET threads = 64",
      "INSERT INTO meta VALUES ('a', 'b')",
      "INSTALL httpfs",
      "DROP TABLE share",
    ];
    for (const sql of attempts)
      await expect(
        workspace.use((connection) => connection.run(sql)),
        sql,
      ).rejects.toThrow();
    const setting = await workspace.use((connection) =>
      connection.runAndReadAll(
        "SELECT current_setting('autoinstall_known_extensions'), current_setting('autoload_known_extensions'), current_setting('threads')",
      ),
    );
    expect(setting.getRowsJS()).toEqual([[false, false, 2n]]);
    workspace.close();
  });
});
