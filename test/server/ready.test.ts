import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { quietEffects } from "../../src/base/effects.ts";
import { LevermapError } from "../../src/base/errors.ts";
import { load } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { namedSource } from "../../src/library/named-source.ts";
import { open } from "../../src/library/open.ts";
import { backup, restore } from "../../src/library/upkeep.ts";
import { createServer } from "../../src/server/create-server.ts";
import type { Live } from "../../src/server/live.ts";
import { openServing } from "../../src/server/open-serving.ts";
import { generationHeader } from "../../src/server/serving.ts";
import { type Unready, unreadyServing } from "../../src/server/unready.ts";
import { AuditedDeed } from "../../src/workspace/audit-trail.ts";
import { loadSource } from "../../src/workspace/load.ts";
import { writeWorkspace } from "../../src/workspace/write.ts";
import { smallCopy } from "../answers/small-workspace.ts";
import { desk, listedParties, screeningList } from "../library/cases/invented-desk.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { startHolder } from "../workspace/holder.ts";
import { nothingAhead } from "./served.ts";

const folder = temporaryFolder();
const servers: FastifyInstance[] = [];
afterEach(async () => void (await Promise.all(servers.splice(0).map((server) => server.close()))));

async function serve(dir: string, unready?: Unready): Promise<{ readonly server: FastifyInstance; readonly live: Live }> {
  const failed = (thrown: unknown): void => unready?.because(thrown);
  const live = await openServing({
    dir,
    asOf: null,
    unready,
    open: () => open(dir),
    prepare: async () => undefined,
    workOut: nothingAhead,
    failed,
  });
  const server = await createServer({ live, webDir: "nowhere", rate: { burst: 1e6, perSecond: 1e6 } });
  servers.push(server);
  return { server, live };
}

async function get(server: FastifyInstance, url: string): Promise<readonly [status: number, code: string | null, text: string]> {
  const { statusCode, body } = await server.inject({ url, headers: { host: "127.0.0.1" } });
  return [statusCode, JSON.parse(body).error?.code ?? null, body];
}

describe("/readyz", () => {
  it("says no while the measures are older than what is loaded, which is answered from, and yes once they are made", async () => {
    const dir = await smallCopy();
    const made = await desk(folder, "lists");
    const { server, live } = await serve(dir);
    expect((await get(server, "/readyz")).slice(0, 2)).toEqual([503, "LM_NO_LISTS"]);
    await load(dir, "csl", [made.write("csl.csv", screeningList(listedParties(3)))]);
    await live.look();
    expect(await get(server, "/readyz")).toEqual([200, null, '{"status":"ok"}']);
    // As where a measuring was stopped
    await writeWorkspace(dir, {}, (workspace) =>
      workspace.use((connection) => connection.run("DELETE FROM measured WHERE step = 'citations'")),
    );
    await live.look();
    expect((await get(server, "/readyz")).slice(0, 2)).toEqual([503, "LM_NOT_MEASURED"]);
    expect((await get(server, "/healthz"))[0]).toBe(200);
    expect((await get(server, "/api/technologies"))[0]).toBe(200);
    await measure(dir);
    await live.look();
    expect((await get(server, "/readyz"))[0]).toBe(200);
  });

  it("says no after a load of several files was stopped on its way, until it is run again", async () => {
    const made = await desk(folder, "half");
    const { dir } = made;
    await measure(dir);
    const files = [1, 2].map((at) => made.write(`csl-${at}.csv`, screeningList(listedParties(2 * at))));
    // The trail as it is where the process is gone after the first file
    const stopped = new AuditedDeed(dir, { what: "load", about: "csl" }, quietEffects);
    const map = await open(dir);
    map.close();
    await stopped.begin(map.generation, true);
    await writeWorkspace(dir, {}, (workspace) => loadSource(workspace, namedSource("csl"), files.slice(0, 1)));
    const { server, live } = await serve(dir);
    const [status, code, text] = await get(server, "/readyz");
    expect([status, code, text.includes("A load of csl was stopped")]).toEqual([503, "LM_LOAD_INCOMPLETE", true]);
    await load(dir, "csl", files);
    await live.look();
    expect((await get(server, "/readyz"))[0]).toBe(200);
  });

  it("says no, with the reason, until a workspace is there that nobody is making, and nothing is answered before", async () => {
    const dir = join(folder, "later");
    const unready = unreadyServing();
    const { server, live } = await serve(dir, unready);
    const asked = ["/readyz", "/api/status", "/api/technologies", "/api/leverage", "/api/screen?name=Acme", "/catalog"];
    const codes = async () => {
      await live.look();
      const answers = await Promise.all(asked.map((url) => get(server, url)));
      for (const [status, , text] of answers) expect([status, text.includes(folder)]).toEqual([503, false]);
      expect((await get(server, "/healthz"))[0]).toBe(200);
      return [...new Set(answers.map(([, code]) => code))];
    };
    expect(await codes()).toEqual(["LM_WORKSPACE_MISSING"]);
    const made = await desk(folder, "being-made");
    await made.lists("2026-06-01", listedParties(3));
    await measure(made.dir);
    const writer = await startHolder(made.dir, "READ_WRITE");
    await rename(made.dir, dir);
    expect(await codes()).toEqual(["LM_WORKSPACE_BUSY"]);
    await writer.stop();
    await live.look();
    expect((await get(server, "/readyz"))[0]).toBe(200);
    expect((await get(server, "/api/status"))[0]).toBe(200);
  });

  it("has a reason of its own for whatever keeps a workspace from being opened", () => {
    const unready = unreadyServing();
    for (const code of ["LM_WORKSPACE_NEWER", "LM_WORKSPACE_DAMAGED", "LM_WORKSPACE_UPGRADE", "LM_DISK_FAULT"] as const) {
      unready.because(new LevermapError(code, `something about ${folder}`));
      expect([unready.unready?.code, unready.unready?.message.includes(folder)]).toEqual([code, false]);
    }
    unready.because(new Error("a defect"));
    expect(unready.unready?.code).toBe("LM_INTERNAL");
  });
});

describe("a restore while the workspace is served", () => {
  it("leaves readers with the generation of before until the copy is there, and every answer is of the one or the other", async () => {
    const made = await desk(folder, "restored");
    const { dir } = made;
    await made.lists("2026-06-01", listedParties(3));
    const safe = join(folder, "restored.duckdb");
    await backup(dir, safe);
    await made.lists("2026-06-02", listedParties(9));
    await measure(dir);
    const { server, live } = await serve(dir);
    const seen = new Map<string, Set<number>>();
    const statuses = new Set<number>();
    let restoring = true;
    const ask = async (): Promise<void> => {
      const { statusCode, headers, body } = await server.inject({ url: "/api/status", headers: { host: "127.0.0.1" } });
      statuses.add(statusCode);
      const generation = String(headers[generationHeader]);
      seen.set(generation, (seen.get(generation) ?? new Set()).add(JSON.parse(body).loads.length));
    };
    const asking = (async () => {
      while (restoring) await Promise.all([ask(), ask(), live.look()]);
    })();
    await ask();
    await restore(dir, safe);
    restoring = false;
    await asking;
    await live.look();
    await ask();
    expect([...statuses]).toEqual([200]);
    expect([...seen.values()].map((counts) => [...counts])).toEqual([[2], [1]]);
    const [before, after] = [...seen.keys()].map((generation) => Number.parseInt(generation, 10));
    expect(after).toBe(before! + 1);
    await rm(safe);
  });
});
