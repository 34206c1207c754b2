import { readdir } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { auditTrail } from "../../src/library/audit-trail.ts";
import { decide } from "../../src/library/decide.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { codeOf } from "./folder.ts";
import { versionOf } from "./past.ts";
import { servedWorkspace } from "./served-workspace.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 3);
const { dir, serve, problems, fileOf, run } = servedWorkspace();

describe("a workspace of an earlier version that is being served", () => {
  it("is upgraded where the first that comes writes, and has what was written", async () => {
    await serve();
    expect(await codeOf(decide(dir, { name: "Acme", entry: "csl/nobody/none", verdict: "false" }))).toBe("LM_PARTY_UNKNOWN");
    await decide(dir, { name: "Acme", entry: "csl/x/y", verdict: "undo" });
    expect(await versionOf(dir)).toBe(schemaVersion);
    expect((await auditTrail(dir)).writes.map(({ what, state }) => `${what} ${state}`)).toEqual([
      "upgrade done",
      "screen decide failed",
      "screen decide done",
    ]);
  });

  it(`is the one or the other where the upgrade is killed, at ${kills} moments, and is upgraded by the next`, async () => {
    await serve();
    const before = await fileOf();
    const begun = performance.now();
    expect(await run()).toBe(0);
    const took = performance.now() - begun;
    expect(await fileOf()).not.toBe(before);
    const found: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await serve();
      const old = await fileOf();
      await run(setTimeout(took * (0.3 + (0.8 * (kill + 1)) / (kills + 1))));
      const version = await versionOf(dir);
      expect(version).toBe((await fileOf()) === old ? 9 : schemaVersion);
      found.push(version);
      expect(await run()).toBe(0);
      expect(await versionOf(dir)).toBe(schemaVersion);
      expect(await problems()).toEqual([]);
      // What tells `status` without the database is kept too, where the file was as it is
      expect((await readdir(dir)).filter((name) => name !== "answers").sort()).toEqual(["audit", "backups", "levermap.duckdb"]);
    }
    console.info(`versions after a kill: ${found.join(", ")}`);
  });
});
