import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrations } from "../../src/workspace/migrations.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { some } from "../tiers.ts";
import { emptyWorkspace } from "./empty.ts";
import { temporaryFolder } from "./folder.ts";
import { hasList, history, madeOf, versionOf } from "./past.ts";

const folder = temporaryFolder();

async function shapeOf(dir: string): Promise<readonly unknown[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns ORDER BY ALL";
  return workspace.use((connection) => query(connection, sql)).finally(() => workspace.close());
}

/** One without decisions, and one with them and a step from that of today. */
const shown = history.workspaces.filter(({ name }) => name === "version 1, at last" || name === "version 10, at last");

describe("workspaces of the past", () => {
  it("are of every version that was written", () => {
    const versions = new Set(history.workspaces.map(({ version }) => version));
    // Version 8 was never released: its steps came with those of 9
    expect([...versions]).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 10, 11]);
    expect(migrations.at(-1)!.to).toBe(schemaVersion);
  });

  it.each(some(history.workspaces, shown))(
    "$name: has the tables of today, also after it was broken off, and keeps what a user wrote",
    async (past) => {
      const dir = await madeOf(folder, past);
      if (past.version < schemaVersion) {
        const broken = migrations.map((step) =>
          step.to === schemaVersion ? { ...step, up: () => Promise.reject(new Error("broken off")) } : step,
        );
        await expect(openWorkspace(dir, { mode: "read", steps: broken })).rejects.toThrow("broken off");
        expect(await versionOf(dir)).toBe(past.version);
      }
      const workspace = await openWorkspace(dir, { mode: "read" });
      const decisions = await workspace.use((connection) => query<{ note: string }>(connection, "SELECT note FROM decision"));
      const loads = await workspace.status();
      workspace.close();
      expect(decisions).toEqual(past.version >= 3 ? [{ note: "another Acme" }] : []);
      expect(loads.some(({ source, rows }) => source === "csl" && rows > 0)).toBe(hasList(past));
      const fresh = join(folder, "fresh");
      await emptyWorkspace(fresh);
      expect(await shapeOf(dir)).toEqual(await shapeOf(fresh));
      if (past.version < schemaVersion) expect(await readdir(join(dir, "backups"))).not.toEqual([]);
    },
  );
});
