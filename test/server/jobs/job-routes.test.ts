import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Effects, quietEffects } from "../../../src/base/effects.ts";
import { auditTrail } from "../../../src/library/audit-trail.ts";
import { decideCase } from "../../../src/library/cases/decide-case.ts";
import { decide } from "../../../src/library/decide.ts";
import { open } from "../../../src/library/open.ts";
import { createServer } from "../../../src/server/create-server.ts";
import type { Job } from "../../../src/server/jobs/job.ts";
import { Jobs } from "../../../src/server/jobs/jobs.ts";
import { runJob } from "../../../src/server/jobs/run-job.ts";
import type { Live } from "../../../src/server/live.ts";
import { openServing } from "../../../src/server/open-serving.ts";
import { digestOf, type User, usersOf } from "../../../src/server/users.ts";
import { desk, listedKey, listedParties, screeningList } from "../../library/cases/invented-desk.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { nothingAhead } from "../served.ts";

const parties = listedParties(30);
const listed = parties[1]!;
const by = (user: User | null): Effects => ({ ...quietEffects, actor: { user: user?.name ?? null, via: "HTTP API" } });
const officer = { authorization: "Bearer hers" };
const asBytes = { ...officer, "content-type": "application/octet-stream" };
const rate = { burst: 10_000, perSecond: 10_000 };

describe("writes over HTTP while people ask", () => {
  let [dir, server, live, jobs] = ["", undefined as unknown as FastifyInstance, undefined as unknown as Live, undefined as unknown as Jobs];
  beforeAll(async () => {
    const made = await desk(temporaryFolder(), "made");
    dir = made.dir;
    await made.lists("2026-06-01", parties.slice(0, 20));
    live = await openServing({ dir, asOf: null, workers: 1, open: () => open(dir), prepare: async () => undefined, workOut: nothingAhead });
    jobs = await Jobs.open({
      dir,
      run: (job, call) => runJob(dir, job, call),
      written: () => void live.look(),
      failed: () => undefined,
      mostBytes: 100_000,
    });
    server = await createServer({
      live,
      webDir: "nowhere",
      rate,
      token: "t",
      users: usersOf([
        { name: "olga", role: "officer", token: digestOf("hers") },
        { name: "anna", role: "analyst", token: digestOf("his") },
      ]),
      jobs,
      deciding: {
        onName: (decision, user) => jobs.short(() => decide(dir, decision, by(user))),
        onCase: (decision, user) => jobs.short(() => decideCase(dir, { ...decision, user: user?.name }, by(user))),
      },
    });
  });
  afterAll(async () => {
    await jobs.close();
    await server.close();
    await live.close();
  });

  const post = async (url: string, payload: object | Buffer | string, headers: Record<string, string>) => {
    const response = await server.inject({ method: "POST", url, payload, headers });
    return { status: response.statusCode, body: response.json() };
  };
  const get = async (url: string, headers: Record<string, string> = officer) => (await server.inject({ url, headers })).json();
  const screened = async (name: string) => (await get(`/api/screen?name=${encodeURIComponent(name)}`)).results[0].hits;
  const over = async (id: string): Promise<Job> => {
    await vi.waitFor(async () => expect(["waiting", "running"]).not.toContain((await get(`/api/jobs/${id}`)).state), { timeout: 600_000 });
    return get(`/api/jobs/${id}`);
  };
  const load = (rows: typeof parties, name: string) => post(`/api/jobs/loads?source=csl&name=${name}`, screeningList(rows), asBytes);

  it("a posted list is loaded, measured and published as one generation, and answered from", async () => {
    const fresh = parties[25]!;
    expect(await screened(fresh.name)).toEqual([]);
    const { status, body } = await load(parties, "csl-2026-06-02.csv");
    expect([status, body.state, body.user]).toEqual([202, "waiting", "olga"]);
    const job = await over(body.id);
    expect(job).toMatchObject({ state: "done", fault: null, loaded: [{ rejects: 0, already: false }] });
    await live.look();
    expect((await screened(fresh.name))[0].entry).toBe(listedKey(fresh));
    const { writes } = await auditTrail(dir, { last: 1 });
    expect(writes[0]).toMatchObject({ what: "load", about: "csl", user: "olga", via: "HTTP API", state: "done", after: job.generation });
    expect(existsSync(join(dir, "jobs", job.id, "file"))).toBe(false);
    expect((await get("/api/jobs")).jobs.map(({ id }: Job) => id)).toEqual([job.id]);
  });

  it("tells each state as an event, until it is over", async () => {
    const { body } = await load(parties.slice(3), "csl-2026-06-03.csv");
    const { payload, headers } = await server.inject({ url: `/api/jobs/${body.id}`, headers: { ...officer, accept: "text/event-stream" } });
    expect(headers["content-type"]).toContain("text/event-stream");
    const events = [...payload.matchAll(/event: (\w+)\ndata: (.*)/g)].map(([, kind, data]) => [kind, (JSON.parse(data!) as Job).state]);
    expect(events.at(-1)).toEqual(["answer", "done"]);
    expect(events.slice(0, -1).every(([kind]) => kind === "step")).toBe(true);
    expect(events.length).toBeGreaterThan(1);
  });

  it("a file that is none of the source leaves everything as it was, and the job says why", async () => {
    await live.look();
    const before = (await server.inject({ url: "/api/status", headers: officer })).headers["x-levermap-generation"];
    const { body } = await post("/api/jobs/loads?source=csl&name=no-list.csv", "nothing,of,this\n1,2,3\n", asBytes);
    const job = await over(body.id);
    expect([job.state, job.fault!.code, job.generation]).toEqual(["failed", "LM_LOAD_UNRECOGNISED", null]);
    expect(JSON.stringify(job)).not.toContain(dir);
    await live.look();
    expect((await server.inject({ url: "/api/status", headers: officer })).headers["x-levermap-generation"]).toBe(before);
  });

  it("a decision is kept beside a job, and shown at the next request", async () => {
    const { body } = await load(parties, "csl-2026-06-04.csv");
    const decision = { name: listed.name, entry: listedKey(listed), verdict: "false", note: "another one" };
    expect(await post("/api/decisions", decision, officer)).toEqual({ status: 200, body: { shown: true } });
    expect((await screened(listed.name))[0].decision).toMatchObject({ verdict: "false", note: "another one" });
    expect((await over(body.id)).state).toBe("done");
    await live.look();
    expect((await screened(listed.name))[0].decision).toMatchObject({ verdict: "false" });
    expect((await post("/api/decisions", { ...decision, verdict: "undo" }, officer)).status).toBe(200);
    expect((await screened(listed.name))[0].decision).toBeNull();
  });

  it("are refused, each by its code", async () => {
    const list = screeningList(parties);
    const as = (token: string) => ({ authorization: `Bearer ${token}`, "content-type": "application/octet-stream" });
    const path = "/api/jobs/loads?source=csl&name=";
    const decision = { name: "Nord", entry: "csl/none/none", verdict: "true" };
    const found = [
      await post(`${path}a.csv`, list, as("his")),
      await post(`${path}a.csv`, list, as("nobody")),
      await post(`${path}..%2Fa.csv`, list, asBytes),
      await post(`${path}.hidden`, list, asBytes),
      await post(`${path}${encodeURIComponent("中".repeat(100))}`, list, asBytes),
      await post("/api/jobs/loads?source=atlas&name=a.csv", list, asBytes),
      await post(`${path}a.csv`, "", asBytes),
      await post(`${path}a.csv`, "x".repeat(100_001), asBytes),
      await post(`/api/jobs/${"0".repeat(16)}/stop`, {}, officer),
      await post("/api/decisions", decision, { authorization: "Bearer his" }),
      await post("/api/decisions", decision, officer),
      await post("/api/decisions", { ...decision, verdict: "perhaps" }, officer),
      await post("/api/cases/decisions", { customer: "C", entry: "e", verdict: "true" }, { authorization: "Bearer t" }),
      await post("/api/cases/decisions", { customer: "C", entry: "e", verdict: "true" }, officer),
    ];
    expect(found.map(({ status, body }) => [status, body.error.code])).toEqual([
      [403, "LM_SERVER_ROLE"],
      [401, "LM_SERVER_TOKEN_WRONG"],
      [400, "LM_SERVER_QUESTION"],
      [400, "LM_SERVER_QUESTION"],
      [400, "LM_SERVER_QUESTION"],
      [400, "LM_SERVER_QUESTION"],
      [400, "LM_SERVER_QUESTION"],
      [413, "LM_SERVER_TOO_LARGE"],
      [404, "LM_SERVER_NOT_FOUND"],
      [403, "LM_SERVER_ROLE"],
      [404, "LM_PARTY_UNKNOWN"],
      [400, "LM_SERVER_QUESTION"],
      [403, "LM_SERVER_TOKEN_NEEDED"],
      [404, "LM_RUN_UNKNOWN"],
    ]);
    expect(readdirSync(join(dir, "jobs")).length).toBe((await get("/api/jobs")).jobs.length);
  });

  it("need a server that knows who asks", async () => {
    const bare = await createServer({ ask: fixtureAsk(), webDir: "nowhere", rate, jobs });
    for (const url of ["/api/jobs/loads?source=csl&name=a.csv", "/api/jobs/measures"]) {
      const response = await bare.inject({ method: "POST", url, payload: "x", headers: { "content-type": "application/octet-stream" } });
      expect([url, response.statusCode, response.json().error.code]).toEqual([url, 403, "LM_SERVER_TOKEN_NEEDED"]);
    }
    await bare.close();
  });
});
