import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkWorkspace } from "../../../src/library/upkeep.ts";
import type { Job } from "../../../src/server/jobs/job.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { desk, listedParties, screeningList } from "../../library/cases/invented-desk.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { serveWorkspace } from "../served.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 3);
const folder = temporaryFolder();
const parties = listedParties(300);
const path = "/api/jobs/loads?source=csl&name=csl-2026-06-02.csv";
const list = screeningList(parties);

/** How many lists are loaded; a workspace that is not whole cannot be opened. */
async function lists(dir: string): Promise<number> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    return (await workspace.status()).filter(({ source }) => source === "csl").length;
  } finally {
    workspace.close();
  }
}

/** Files of jobs that are there, and what a writer left. */
async function leavings(dir: string): Promise<readonly string[]> {
  const jobs = await readdir(join(dir, "jobs"), { recursive: true }).catch(() => []);
  return [...jobs.filter((name) => /file/.test(name)), ...(await readdir(dir)).filter((name) => name.startsWith("."))];
}

describe("a server that is killed while a posted list is loaded", () => {
  let template = "";
  let took = 0;
  const left = { before: 0, after: 0, "not posted": 0 };
  beforeAll(async () => {
    const made = await desk(folder, "made");
    template = made.dir;
    await made.lists("2026-06-01", parties.slice(0, 200));
    const dir = join(folder, "whole");
    await cp(template, dir, { recursive: true });
    const server = await serveWorkspace(dir);
    const begun = performance.now();
    const { body } = await server.post(path, list);
    expect((await server.over((JSON.parse(body) as Job).id)).state).toBe("done");
    took = performance.now() - begun;
    expect(await server.stop()).toBe(0);
    expect([await lists(dir), await leavings(dir)]).toEqual([2, []]);
  });
  afterAll(() => console.info(`killed while a posted list was loaded: ${JSON.stringify(left)}`));

  it(`at ${kills} moments: the old data or the new, whole, and the job is done by the next server`, async () => {
    for (let kill = 0; kill < kills; kill++) {
      const dir = join(folder, "killed");
      await rm(dir, { recursive: true, force: true });
      await cp(template, dir, { recursive: true });
      const server = await serveWorkspace(dir);
      const posting = server.post(path, list).then(
        ({ body }) => JSON.parse(body) as Job,
        () => null,
      );
      await setTimeout((took * (kill + 0.5)) / kills);
      await server.kill();
      const posted = await posting;
      const found = await lists(dir);
      expect([1, 2]).toContain(found);
      left[posted === null ? "not posted" : found === 1 ? "before" : "after"]++;
      const next = await serveWorkspace(dir);
      const { jobs } = JSON.parse((await next.get("/api/jobs")).body) as { readonly jobs: readonly Job[] };
      if (posted !== null) expect(jobs.map(({ id }) => id)).toEqual([posted.id]);
      for (const { id } of jobs) expect(await next.over(id)).toMatchObject({ state: "done", loaded: [{ rejects: 0 }] });
      expect(await next.stop()).toBe(0);
      expect(await lists(dir)).toBe(jobs.length === 0 ? 1 : 2);
      expect((await checkWorkspace(dir)).problems).toEqual([]);
      expect(await leavings(dir)).toEqual([]);
    }
  });
});
