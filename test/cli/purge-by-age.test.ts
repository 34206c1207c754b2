import { existsSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { backup } from "../../src/library/upkeep.ts";
import { desk, listedParties } from "../library/cases/invented-desk.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { start } from "./run.ts";
import { runInside } from "./run-inside.ts";

const folder = temporaryFolder();
let dir = "";
beforeAll(async () => {
  const made = await desk(folder, "old");
  await made.lists("2026-06-01", listedParties(3));
  dir = made.dir;
});

/** A backup under a name of one's own, made long ago. */
async function oldBackup(): Promise<string> {
  const path = join(dir, "backups", "mine.duckdb");
  if (!existsSync(join(dir, "backups"))) await backup(dir);
  await backup(dir, path);
  utimesSync(path, new Date("2020-01-01"), new Date("2020-01-01"));
  return path;
}

describe("levermap purge --by-age", () => {
  it("removes what is older than the settings say, and says so", async () => {
    const path = await oldBackup();
    const unset = await runInside(["purge", "--by-age", "--user", "anna", "-w", dir], { cwd: folder });
    expect([unset.code, unset.stdout]).toEqual([0, "settings.yaml sets no time for anything: all is kept.\n"]);
    writeFileSync(join(dir, "settings.yaml"), "keep: { backups: 1 year }\n");
    const { code, stdout } = await runInside(["purge", "--by-age", "--user", "anna", "-w", dir], { cwd: folder });
    expect([code, stdout.split("\n")[0]]).toEqual([
      0,
      "Removed for their age: 0 closed customers, 0 names that were decided on, 1 backup, 0 kept answers, 0 months of the trail of writes.",
    ]);
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    [["--by-age"], "LM_USER_NEEDED"],
    [["--by-age", "--name", "x", "--user", "anna"], "LM_USAGE"],
    [["--decided-before", "soon", "--user", "anna"], "LM_USAGE"],
    [["--decided-before", "2020-01-01", "--user", "anna"], "LM_CUSTOMER_UNKNOWN"],
    [["--user", "anna"], "LM_USAGE"],
  ])("%j ends with %s", async (words, expected) => {
    const { code, stderr } = await runInside(["purge", ...words, "-w", dir, "--json"], { cwd: folder });
    expect([code, JSON.parse(stderr).error.code]).toEqual([2, expected]);
  });

  it("is done by a server when it starts", async () => {
    const path = await oldBackup();
    writeFileSync(join(dir, "settings.yaml"), "keep: { backups: 1 year }\n");
    const server = start(["serve", "--no-open", "--port", "0", "--base-path", "/maps", "-w", dir], { cwd: folder });
    const text = await server.printed("Removed for their age: ");
    expect(text).toMatch(/The page: http:\/\/127\.0\.0\.1:\d+\/maps\n/);
    await expect.poll(() => existsSync(path)).toBe(false);
    server.child.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
  });

  it("does not keep a server that waits for its workspace from being asked", async () => {
    const server = start(["serve", "--wait", "--no-open", "--port", "0", "-w", join(folder, "nowhere")], { cwd: folder });
    const [, address] = /The page: (\S+)/.exec(await server.printed(/The page: \S+\n/))!;
    const ready = async () => {
      const answer = await fetch(`${address}/readyz`);
      return [answer.status, ((await answer.json()) as { error: { code: string } }).error.code];
    };
    await expect.poll(ready).toEqual([503, "LM_WORKSPACE_MISSING"]);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    server.child.kill("SIGTERM");
    expect((await server.ended).code).toBe(0);
  });
});
