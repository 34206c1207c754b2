import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { loadSource } from "../../src/workspace/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { misfits } from "../../src/workspace/structure.ts";
import { emptyWorkspace } from "./empty.ts";
import { fakeRow, fakeSource, writeFake } from "./fake-source.ts";
import { errorOf, keptEffects, temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();

/** A workspace with an atlas and a source of the user's, made to look as another state of the program left it. */
async function leftBy(name: string, statements: readonly string[]): Promise<string> {
  const dir = join(folder, name);
  await emptyWorkspace(dir);
  const workspace = await openWorkspace(dir, { mode: "write" });
  await loadSource(workspace, fakeSource("atlas", "whole"), [
    await writeFake(join(folder, `${name}-atlas.txt`), "2026", [fakeRow("stage", 1), fakeRow("plant", 2)]),
  ]);
  await loadSource(workspace, fakeSource("mine", "parts"), [
    await writeFake(join(folder, `${name}-mine.txt`), null, [fakeRow("trade", 3)]),
  ]);
  await workspace.use(async (connection) => {
    for (const statement of [
      "DELETE FROM meta WHERE key = 'schema_digest'",
      "DROP VIEW current_plant",
      "DROP VIEW current_trade",
      ...statements,
    ])
      await connection.run(statement);
  });
  workspace.close();
  return dir;
}

const misfitsOf = async (dir: string): Promise<number> => {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const { size } = await workspace.use(misfits);
  workspace.close();
  return size;
};

describe("a workspace whose tables are not those of today", () => {
  test("gets new columns, missing tables and empty measures, whatever version it calls itself, after a copy", async () => {
    const dir = await leftBy("new-columns", [
      "ALTER TABLE plant DROP COLUMN status",
      "DROP TABLE outage CASCADE",
      "ALTER TABLE patent_document DROP COLUMN unit",
      "INSERT INTO measured VALUES ('documents', 'x', 1)",
    ]);
    const workspace = await openWorkspace(dir, { mode: "read", effects: keptEffects() });
    expect((await workspace.rows("plant")).map(({ id, status }) => [id, status])).toEqual([["id 2", null]]);
    expect((await workspace.status()).map(({ source, rows }) => [source, rows])).toEqual([
      ["atlas", 2],
      ["mine", 1],
    ]);
    expect(await workspace.use((connection) => query(connection, "SELECT step FROM measured"))).toEqual([]);
    workspace.close();
    expect(await misfitsOf(dir)).toBe(0);
    expect(await readdir(join(dir, "backups"))).toHaveLength(1);
  });

  test("loses an atlas whose rows lack what is needed now, and keeps the rows of its user", async () => {
    const dir = await leftBy("outgrown", ["ALTER TABLE plant DROP COLUMN owner"]);
    const effects = keptEffects();
    const workspace = await openWorkspace(dir, { mode: "read", effects });
    const sources = (await workspace.status()).map(({ source }) => source);
    workspace.close();
    expect(sources).toEqual(["mine"]);
    expect(effects.messages.join()).toContain("lacks what is needed now");
    expect(await misfitsOf(dir)).toBe(0);
  });

  test("is left as it was where rows of its user cannot be kept, with a coded error each time", async () => {
    const dir = await leftBy("refused", ["ALTER TABLE trade DROP COLUMN reporter"]);
    for (let time = 0; time < 2; time += 1) {
      const error = await errorOf(openWorkspace(dir, { mode: "read", effects: keptEffects() }));
      expect(error).toMatchObject({ code: "LM_WORKSPACE_UPGRADE", message: expect.stringContaining("1 rows of trade") });
    }
  });

  test("is finished by the next opening where the renewal after the upgrade was stopped", async () => {
    const dir = await leftBy("renewed", ["ALTER TABLE plant DROP COLUMN status"]);
    const effects = keptEffects();
    const stopped = openWorkspace(dir, { mode: "read", effects, renew: () => Promise.reject(new Error("killed")) });
    await expect(stopped).rejects.toThrow("killed");
    let renewed = 0;
    const renew = async (): Promise<void> => {
      renewed += 1;
    };
    for (let time = 0; time < 2; time += 1) (await openWorkspace(dir, { mode: "read", effects, renew })).close();
    expect(renewed).toBe(1);
  });
});
