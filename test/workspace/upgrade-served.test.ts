import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { auditTrail } from "../../src/library/audit-trail.ts";
import { open } from "../../src/library/open.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { isLong } from "../tiers.ts";
import { codeOf } from "./folder.ts";
import { versionOf } from "./past.ts";
import { servedWorkspace } from "./served-workspace.ts";

const { dir, serve, problems, fileOf, run } = servedWorkspace();

describe("a workspace of an earlier version that is being served", () => {
  it.runIf(isLong)(
    "is as it was where its upgrade is killed, is then upgraded beside its readers, and the file of before is kept",
    async () => {
      await serve();
      const before = await fileOf();
      let isOver = false;
      const begun = async (): Promise<void> => {
        while (!isOver && !existsSync(join(dir, ".next"))) await setTimeout(1);
      };
      const code = await run(begun());
      isOver = true;
      expect([code, await fileOf(), await versionOf(dir)]).toEqual([null, before, 9]);
      const map = await open(dir);
      expect((await map.status()).loads.filter(({ source, current }) => source === "atlas" && current)).toHaveLength(1);
      expect(await fileOf()).not.toBe(before);
      expect((await readdir(dir)).sort()).toEqual(["audit", "backups", "levermap.duckdb"]);
      expect((await map.economy({ economy: "DE" })).economy).toBe("DE");
      map.close();
      expect(await readdir(join(dir, "backups"))).toEqual([expect.stringMatching(/^levermap-v9-/)]);
      const { writes } = await auditTrail(dir);
      expect(writes.at(-1)).toMatchObject({
        ...{ what: "upgrade", about: `9 to ${schemaVersion}`, state: "done", before: "0", after: map.generation },
      });
      expect(writes.slice(0, -1).every(({ what, state }) => what === "upgrade" && state === "unfinished")).toBe(true);
      expect(await problems()).toEqual([]);
    },
  );

  it("is left alone while somebody writes", async () => {
    await serve("READ_WRITE");
    expect(await codeOf(open(dir))).toBe("LM_WORKSPACE_BUSY");
  });
});
