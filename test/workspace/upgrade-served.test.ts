import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { auditTrail } from "../../src/library/audit-trail.ts";
import { decide } from "../../src/library/decide.ts";
import { open } from "../../src/library/open.ts";
import { checkWorkspace } from "../../src/library/upkeep.ts";
import { schemaVersion } from "../../src/workspace/schema.ts";
import { bin } from "../cli/run.ts";
import { codeOf, temporaryFolder } from "./folder.ts";
import { startHolder } from "./holder.ts";
import { history, madeOf, versionOf } from "./past.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 1);
const folder = temporaryFolder();
const past = history.workspaces.find(({ version }) => version === 9)!;
const dir = join(folder, "served");
let template = "";
let holder: Awaited<ReturnType<typeof startHolder>> | null = null;

beforeAll(async () => {
  template = await madeOf(folder, past);
});
afterEach(async () => {
  await holder?.stop();
  holder = null;
});

/** A workspace of an earlier version that a server of then has open. */
async function served(access: "READ_ONLY" | "READ_WRITE" = "READ_ONLY"): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await cp(template, dir, { recursive: true });
  holder = await startHolder(dir, access);
}

/** Loads of the fixture have fewer rows than they say. */
const problems = async () => (await checkWorkspace(dir)).problems.filter(({ about }) => about !== "rows");

const fileOf = async (): Promise<number> => (await stat(join(dir, "levermap.duckdb"))).ino;

describe("a workspace of an earlier version that is being served", () => {
  it("is upgraded beside its readers, and the file of before is kept", async () => {
    await served();
    const before = await fileOf();
    const map = await open(dir);
    expect((await map.status()).loads.filter(({ source, current }) => source === "atlas" && current)).toHaveLength(1);
    map.close();
    expect(await fileOf()).not.toBe(before);
    expect((await readdir(dir)).sort()).toEqual(["audit", "backups", "levermap.duckdb"]);
    expect(await readdir(join(dir, "backups"))).toEqual([expect.stringMatching(/^levermap-v9-/)]);
    const { writes } = await auditTrail(dir);
    expect(writes).toMatchObject([{ what: "upgrade", about: `9 to ${schemaVersion}`, state: "done", before: "0", after: map.generation }]);
    expect(await problems()).toEqual([]);
  });

  it("is upgraded where the first that comes writes, and has what was written", async () => {
    await served();
    expect(await codeOf(decide(dir, { name: "Acme", entry: "csl/nobody/none", verdict: "false" }))).toBe("LM_PARTY_UNKNOWN");
    await decide(dir, { name: "Acme", entry: "csl/x/y", verdict: "undo" });
    expect(await versionOf(dir)).toBe(schemaVersion);
    expect((await auditTrail(dir)).writes.map(({ what, state }) => `${what} ${state}`)).toEqual([
      "upgrade done",
      "screen decide failed",
      "screen decide done",
    ]);
  });

  it("is left alone while somebody writes", async () => {
    await served("READ_WRITE");
    expect(await codeOf(open(dir))).toBe("LM_WORKSPACE_BUSY");
  });

  it(`is the one or the other where the upgrade is killed, at ${kills} moments, and is upgraded by the next`, async () => {
    await served();
    const before = await fileOf();
    const begun = performance.now();
    expect(await run()).toBe(0);
    const took = performance.now() - begun;
    expect(await fileOf()).not.toBe(before);
    const found: number[] = [];
    for (let kill = 0; kill < kills; kill++) {
      await holder?.stop();
      await served();
      const old = await fileOf();
      await run(took * (0.3 + (0.8 * (kill + 1)) / (kills + 1)));
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
  }, 3_600_000);
});

/** Opens the workspace in a process of its own, killed after a while; gives its exit code. */
async function run(killAfter?: number): Promise<number | null> {
  const child = spawn(process.execPath, [bin, "status", "-w", dir], { stdio: "ignore" });
  const ended = once(child, "close");
  if (killAfter !== undefined) {
    await Promise.race([ended, setTimeout(killAfter)]);
    child.kill("SIGKILL");
  }
  const [code] = (await ended) as [number | null];
  return code;
}
