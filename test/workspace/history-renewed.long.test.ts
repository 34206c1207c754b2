import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { open } from "../../src/library/open.ts";
import { renewWorkspace } from "../../src/library/with-workspace.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { codeOf, temporaryFolder } from "./folder.ts";
import { hasList, history, madeOf, versionOf } from "./past.ts";

const folder = temporaryFolder();

describe("workspaces of the past", () => {
  it.each(history.workspaces)("$name: is given the atlas of today, also after that was stopped, and answers", async (past) => {
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
  });
});
