import { readdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { auditTrail } from "../../../src/library/audit-trail.ts";
import { decideCase } from "../../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { decide } from "../../../src/library/decide.ts";
import { open } from "../../../src/library/open.ts";
import { backup } from "../../../src/library/upkeep.ts";
import { createServer } from "../../../src/server/create-server.ts";
import { type Job, newJob } from "../../../src/server/jobs/job.ts";
import { Jobs } from "../../../src/server/jobs/jobs.ts";
import { purgeAsked } from "../../../src/server/jobs/purge-job.ts";
import { runJob } from "../../../src/server/jobs/run-job.ts";
import type { Live } from "../../../src/server/live.ts";
import { openServing } from "../../../src/server/open-serving.ts";
import { digestOf, usersOf } from "../../../src/server/users.ts";
import {
  customerLike,
  customerTable,
  desk,
  listedKey,
  listedParties,
  knownPerson as person,
  unlistedCustomers,
} from "../../library/cases/invented-desk.ts";
import { everything, textsOf } from "../../library/cases/traces.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { nothingAhead } from "../served.ts";

const parties = listedParties(20);
const traces = [person.id, "Quendolyn Ashtoreth Vrabie", "Vrabie-Lundqvist", "XQ8841207", "Strada Zmeului", "slipped past"];
const spoken = "Zelda Oksanen-Brightwater";
const administrator = { authorization: "Bearer hers" };
const officer = { authorization: "Bearer his" };

describe("a purge over HTTP", () => {
  let [dir, copy, inode] = ["", "", 0];
  let [server, live, jobs] = [undefined as unknown as FastifyInstance, undefined as unknown as Live, undefined as unknown as Jobs];
  beforeAll(async () => {
    const made = await desk(temporaryFolder(), "made");
    dir = made.dir;
    await made.lists("2026-06-01", parties.slice(1));
    const others = [customerLike("L-1", parties[1]!), ...unlistedCustomers(50)];
    await loadCustomers(dir, made.write("customers.csv", customerTable([person, ...others])), { user: "anna" });
    await runCases(dir, { asOf: "2026-06-02" });
    const entry = listedKey(parties[1]!);
    await decideCase(dir, { customer: person.id, entry, verdict: "unsure", user: "anna", note: "slipped past the desk" });
    await decide(dir, { name: spoken, entry, verdict: "unsure", note: "asked twice" });
    copy = (await backup(dir)).path;
    inode = statSync(join(dir, "levermap.duckdb")).ino;
    live = await openServing({ dir, asOf: null, workers: 1, open: () => open(dir), prepare: async () => undefined, workOut: nothingAhead });
    jobs = await Jobs.open({ dir, run: (job, call) => runJob(dir, job, call), written: () => void live.look(), failed: () => undefined });
    const users = usersOf([
      { name: "ada", role: "administrator", token: digestOf("hers") },
      { name: "olga", role: "officer", token: digestOf("his") },
    ]);
    server = await createServer({ live, webDir: "nowhere", rate: { burst: 1e4, perSecond: 1e4 }, token: "t", users, jobs });
  });
  afterAll(async () => {
    await jobs.close();
    await server.close();
    await live.close();
  });

  const post = async (payload: object, headers: Record<string, string> = administrator, url = "/api/jobs/purges") => {
    const response = await server.inject({ method: "POST", url, payload, headers });
    return { status: response.statusCode, body: response.json() };
  };
  const over = async (id: string): Promise<Job> => {
    const get = async (): Promise<Job> => (await server.inject({ url: `/api/jobs/${id}`, headers: officer })).json();
    await vi.waitFor(async () => expect(["waiting", "running"]).not.toContain((await get()).state), { timeout: 600_000 });
    return get();
  };
  const found = (of: readonly string[]): readonly string[] =>
    everything(dir).flatMap(([name, bytes]) => of.filter((trace) => bytes.includes(trace)).map((trace) => `${name}: ${trace}`));

  it("leaves nothing of a customer in tables, backups, jobs and files, while people ask, and the trail says who did it", async () => {
    expect(found(traces).length).toBeGreaterThan(10);
    const { status, body } = await post({ customer: person.id });
    expect([status, body.what, body.user, body.file]).toEqual([202, "purge", "ada", null]);
    const job = await over(body.id);
    expect(job).toMatchObject({ state: "done", fault: null, purged: { removed: 1, backups: 1, left: [], unread: [] } });
    expect(job.purged!.rows).toBeGreaterThanOrEqual(3);
    await live.look();
    expect(found(traces)).toEqual([]);
    for (const path of [join(dir, "levermap.duckdb"), copy]) {
      const texts = await textsOf(path);
      expect(traces.filter((trace) => texts.includes(trace))).toEqual([]);
      expect(texts).toContain("L-1");
    }
    expect(statSync(join(dir, "levermap.duckdb")).ino).not.toBe(inode);
    expect(readdirSync(join(dir, "jobs", job.id))).toEqual(["job.json"]);
    const { writes } = await auditTrail(dir, { last: 1 });
    expect(writes[0]).toMatchObject({ what: "purge", user: "ada", via: "HTTP API", state: "done", after: job.generation });
    const cases = await server.inject({ url: `/api/cases/customers/${person.id}`, headers: officer });
    expect([cases.statusCode, cases.headers["x-levermap-generation"]]).toEqual([404, job.generation]);
  });

  it("made twice says that there is nothing, and does not keep what was asked for", async () => {
    const job = await over((await post({ customer: person.id })).body.id);
    expect([job.state, job.fault!.code]).toEqual(["failed", "LM_CUSTOMER_UNKNOWN"]);
    expect(found(traces)).toEqual([]);
  });

  it("begun again after it was done, as by a server that was killed, is done", async () => {
    const path = join(temporaryFolder(), "asked.json");
    writeFileSync(path, JSON.stringify({ customer: person.id }));
    const job = newJob({ what: "purge", source: null, file: null, edition: null, user: "ada" }, new Date());
    expect(await purgeAsked(dir, { ...job, tries: 2 }, path)).toMatchObject({ removed: 0, rows: 0 });
    await expect(purgeAsked(dir, { ...job, tries: 1 }, path)).rejects.toMatchObject({ code: "LM_CUSTOMER_UNKNOWN" });
  });

  it("removes a name that was decided on, and what is older than the settings say", async () => {
    const named = await over((await post({ name: spoken })).body.id);
    expect([named.state, named.purged?.removed]).toEqual(["done", 1]);
    expect(found([spoken, "asked twice"])).toEqual([]);
    writeFileSync(join(dir, "settings.yaml"), "keep:\n  closed-customers: 5 years\n  decisions: 3 years\n");
    const old = await over((await post({ byAge: true })).body.id);
    expect([old.state, old.purged]).toMatchObject(["done", { removed: 0, rows: null, left: null }]);
    const closed = await over((await post({ closedBefore: "2020-01-01" })).body.id);
    expect([closed.state, closed.fault?.code]).toEqual(["failed", "LM_CUSTOMER_UNKNOWN"]);
  });

  it("is for administrators with a name, and for one of its kinds at a time", async () => {
    const waiting = new AbortController();
    const blocked = jobs.short(() => new Promise((_, reject) => waiting.signal.addEventListener("abort", () => reject(new Error("over")))));
    const { id } = (await post({ customer: "L-1" })).body;
    const answers = [
      await post({ customer: "L-1" }, officer),
      await post({ customer: "L-1" }, { authorization: "Bearer t" }),
      await post({}),
      await post({ customer: "L-1", name: "Nord" }),
      await post({ closedBefore: "yesterday" }),
      await post({}, officer, `/api/jobs/${id}/stop`),
      await post({}, administrator, `/api/jobs/${id}/stop`),
    ];
    expect(answers.map(({ status, body }) => [status, body.error?.code ?? body.stopped])).toEqual([
      [403, "LM_SERVER_ROLE"],
      [403, "LM_SERVER_TOKEN_NEEDED"],
      [400, "LM_SERVER_QUESTION"],
      [400, "LM_SERVER_QUESTION"],
      [400, "LM_USAGE"],
      [403, "LM_SERVER_ROLE"],
      [200, true],
    ]);
    waiting.abort();
    await expect(blocked).rejects.toThrow("over");
    expect((await over(id)).state).toBe("stopped");
  });
});
