import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { open } from "../../src/library/open.ts";
import { renewWorkspace } from "../../src/library/renew.ts";
import { migrations } from "../../src/workspace/migrations.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { some } from "../tiers.ts";
import { emptyWorkspace } from "./empty.ts";
import { codeOf, temporaryFolder } from "./folder.ts";
import { history, madeOf, versionOf } from "./past.ts";

const folder = temporaryFolder();

async function shapeOf(dir: string): Promise<readonly unknown[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns ORDER BY ALL";
  return workspace.use((connection) => query(connection, sql)).finally(() => workspace.close());
}

/** One without decisions, and one with them and a step from that of today. */
const shown = history.workspaces.filter(({ name }) => name === "version 1, at last" || name === "version 10, at last");

/** Whether a user loaded a list into it. */
const hasList = ({ rows }: (typeof history.workspaces)[number]): boolean => JSON.stringify(rows.load).includes(`"csl"`);

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

  it.each(some(history.workspaces, shown.slice(0, 1)))(
    "$name: is given the atlas of today, also after that was stopped, and answers",
    async (past) => {
      const dir = await madeOf(join(folder, "renewed"), past);
      if (past.version < schemaVersion) {
        const stopped = { mode: "read", renew: () => Promise.reject(new Error("stopped")) } as const;
        await expect(openWorkspace(dir, stopped)).rejects.toThrow("stopped");
        expect(await versionOf(dir)).toBe(schemaVersion);
      }
      const map = await open(dir, { asOf: "2026-11-25" });
      try {
        const { loads } = await map.status();
        const lists = loads.filter(({ source }) => source === "csl");
        expect(lists.map(({ rows }) => rows > 0)).toEqual(hasList(past) ? [true] : []);
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
      const workspace = await openWorkspace(dir, { mode: "read", effects: quietEffects, renew: renewWorkspace });
      const decisions = await workspace.use((connection) => query<{ note: string }>(connection, "SELECT note FROM decision"));
      workspace.close();
      expect(decisions).toEqual(past.version >= 3 ? [{ note: "another Acme" }] : []);
    },
  );
});
