import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Effects } from "../../src/base/effects.ts";
import { auditTrail } from "../../src/library/audit-trail.ts";
import { decideCase } from "../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../src/library/cases/load-customers.ts";
import { purge } from "../../src/library/cases/purge.ts";
import { runCases } from "../../src/library/cases/run.ts";
import { create } from "../../src/library/create.ts";
import { decide } from "../../src/library/decide.ts";
import { load, unload } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { open } from "../../src/library/open.ts";
import { forgetSearch, saveSearch } from "../../src/library/save-search.ts";
import { update } from "../../src/library/update/update.ts";
import { backup, restore } from "../../src/library/upkeep.ts";
import { createServer } from "../../src/server/create-server.ts";
import { digestOf, roles, usersOf } from "../../src/server/users.ts";
import { AuditedDeed, forgetAuditBefore, readAuditTrail } from "../../src/workspace/audit-trail.ts";
import { smallAtlas } from "../answers/small-workspace.ts";
import { fixtureAsk } from "../web/fixture-ask.ts";
import { codeOf, keptEffects, temporaryFolder } from "../workspace/folder.ts";
import { customerLike, customerTable, desk, listedKey, listedParties, screeningList } from "./cases/invented-desk.ts";

const folder = temporaryFolder();
const parties = listedParties(6);
const person = { id: "P-0417", name: "Quendolyn Ashtoreth Vrabie", kind: "person", country: "RO", address: "Strada Zmeului 41" };
const note = "seen by Quendolyn";

const generationIn = async (dir: string): Promise<string> => {
  const map = await open(dir);
  map.close();
  return map.generation;
};

describe("the trail of writes", () => {
  it("tells of every write who did it and when, with generations that follow on one another, and nothing of persons, notes or files", async () => {
    const { dir, write } = await desk(folder, "all");
    const listFile = write("csl.csv", screeningList(parties.slice(0, 3)));
    await load(dir, "csl", [listFile]);
    await decide(dir, { name: person.name, entry: listedKey(parties[1]!), verdict: "false", note });
    await measure(dir);
    await saveSearch(dir, { name: "vrabie-search", query: 'title:"hybrid bonding"' });
    await forgetSearch(dir, "vrabie-search");
    const twin = customerLike("C-1", parties[0]!);
    await loadCustomers(dir, write("vrabie.csv", customerTable([person, twin])), { user: "Anna" });
    await runCases(dir, { user: "anna" });
    await decideCase(dir, { customer: "C-1", entry: listedKey(parties[0]!), verdict: "unsure", user: "anna", note });
    const safe = join(folder, "safe.duckdb");
    await backup(dir, safe);
    await purge(dir, { customer: person.id }, { user: "ben" });
    writeFileSync(listFile, screeningList(parties));
    await update(dir, { fetch: false });
    const map = await open(dir);
    const last = (await map.status()).loads.filter(({ source }) => source === "csl").at(-1)!;
    map.close();
    const actor = { user: "carla", via: "HTTP API" } as const;
    await unload(dir, last.id, { ...keptEffects(), clock: { now: () => new Date() }, actor });
    await restore(dir, safe);
    const { writes, left } = await auditTrail(dir);
    expect(left).toBe(0);
    expect(writes.map(({ what, about, user, via }) => [what, about, user, via])).toEqual([
      ["load", "csl", null, "library"],
      ["screen decide", "false", null, "library"],
      ["measure", null, null, "library"],
      ["patents keep", null, null, "library"],
      ["patents forget", null, null, "library"],
      ["cases customers", null, "anna", "library"],
      ["cases run", null, "anna", "library"],
      ["cases decide", null, "anna", "library"],
      ["purge", null, "ben", "library"],
      ["update", "csl", null, "library"],
      ["unload", last.id, "carla", "HTTP API"],
      ["restore", null, null, "library"],
    ]);
    for (const [at, { state, fault, before, after, account, begun, ended }] of writes.entries()) {
      expect([state, fault]).toEqual(["done", null]);
      if (at > 0) expect(before).toBe(writes[at - 1]!.after);
      expect(Number.parseInt(after!, 10)).toBeGreaterThan(Number.parseInt(before!, 10));
      expect(account).not.toBe("");
      expect(ended! >= begun).toBe(true);
    }
    expect(await generationIn(dir)).toBe(writes.at(-1)!.after);
    const text = readdirSync(join(dir, "audit"))
      .map((name) => readFileSync(join(dir, "audit", name), "utf8"))
      .join("");
    for (const trace of [
      "Quendolyn",
      "Vrabie",
      "vrabie",
      person.id,
      "Zmeului",
      "C-1",
      "csl.csv",
      "hybrid",
      parties[0]!.name,
      parties[1]!.name,
    ])
      expect(text).not.toContain(trace);
  });

  it("begins with init, and goes on after the workspace is replaced", async () => {
    const dir = join(folder, "made");
    await create(dir, { atlas: smallAtlas });
    await create(dir, { atlas: smallAtlas, force: true });
    const { writes } = await auditTrail(dir);
    expect(writes.map(({ what, state, before, after }) => [what, state, before, after!.split("-")[0]])).toEqual([
      ["init", "done", null, "1"],
      ["init", "done", null, "1"],
    ]);
    expect(writes[1]!.after).toBe(await generationIn(dir));
  });

  it("tells of what failed by its code alone, and what was stopped at once as unfinished", async () => {
    const { dir, write } = await desk(folder, "failed");
    expect(await codeOf(load(dir, "csl", [write("vrabie.txt", "nothing")]))).toBe("LM_LOAD_UNRECOGNISED");
    expect(await codeOf(decide(dir, { name: person.name, entry: "csl/x/y", verdict: "true" }))).toBe("LM_PARTY_UNKNOWN");
    expect(await codeOf(unload(dir, person.name))).toBe("LM_LOAD_UNKNOWN");
    await new AuditedDeed(dir, { what: "load", about: "csl" }, keptEffects()).begin("3-aaaa");
    appendFileSync(join(dir, "audit", "2026-01.jsonl"), '{"id":"0","event":"begun","at":"2026-01-0');
    const { writes } = await auditTrail(dir);
    expect(writes.map(({ what, state, fault, ended }) => [what, state, fault, ended !== null])).toEqual([
      ["load", "unfinished", null, false],
      ["load", "failed", "LM_LOAD_UNRECOGNISED", true],
      ["screen decide", "failed", "LM_PARTY_UNKNOWN", true],
      ["unload", "failed", "LM_LOAD_UNKNOWN", true],
    ]);
    expect((await auditTrail(dir, { since: "2026-01-03" })).writes).toHaveLength(3);
    expect(await auditTrail(dir, { last: 1 })).toMatchObject({ writes: [{ what: "unload", about: null }], left: 3 });
    expect(await codeOf(auditTrail(dir, { since: "yesterday" }))).toBe("LM_USAGE");
  });

  it("keeps a workspace as it was where it cannot be written", async () => {
    const { dir, lists } = await desk(folder, "closed");
    writeFileSync(join(dir, "audit"), "a file where the folder should be");
    const before = await generationIn(dir);
    await expect(lists("2026-06-01", parties)).rejects.toThrow();
    expect(await generationIn(dir)).toBe(before);
  });

  it("holds whole lines of many that write at once", async () => {
    const dir = join(folder, "crowd");
    mkdirSync(dir);
    const deeds = Array.from({ length: 200 }, (_, at) => new AuditedDeed(dir, { what: `deed ${at}` }, keptEffects()));
    await Promise.all(deeds.map(async (deed) => deed.begin(null).then(() => deed.end())));
    const writes = await readAuditTrail(dir);
    expect(new Set(writes.map(({ what, state }) => `${what} ${state}`)).size).toBe(200);
  });

  it("is forgotten by whole months that ended before a day", async () => {
    const dir = join(folder, "months");
    mkdirSync(dir);
    const on = (day: string): Effects => ({ ...keptEffects(), clock: { now: () => new Date(`${day}T12:00:00Z`) } });
    for (const day of ["2025-01-31", "2025-02-01", "2026-11-30"]) await new AuditedDeed(dir, { what: day }, on(day)).begin(null);
    expect(await forgetAuditBefore(dir, "2025-02-28")).toBe(1);
    expect((await readAuditTrail(dir)).map(({ what }) => what)).toEqual(["2025-02-01", "2026-11-30"]);
    expect([await forgetAuditBefore(dir, "2025-02-28"), await forgetAuditBefore(dir, "2030-01-01")]).toEqual([0, 2]);
    expect(readdirSync(dir)).toEqual([]);
  });
});

describe("GET /api/audit", () => {
  it("is for administrators, and is kept by nobody", async () => {
    const users = usersOf(roles.map((role) => ({ name: `a-${role}`, role, token: digestOf(`token-of-${role}`) })));
    const { dir, lists } = await desk(folder, "asked");
    await lists("2026-06-01", parties);
    const server = await createServer({ ask: fixtureAsk(), webDir: "nowhere", users, audit: (asked) => auditTrail(dir, asked) });
    const get = (role: string, query = "") =>
      server.inject({ url: `/api/audit${query}`, headers: { host: "127.0.0.1", authorization: `Bearer token-of-${role}` } });
    for (const role of roles) expect([role, (await get(role)).statusCode]).toEqual([role, role === "administrator" ? 200 : 403]);
    const { headers, body } = await get("administrator", "?last=5&since=2020-01-01");
    expect([headers.etag, headers["cache-control"]]).toEqual([undefined, "no-store"]);
    expect(JSON.parse(body)).toEqual(JSON.parse(JSON.stringify(await auditTrail(dir))));
    for (const query of ["?last=0", "?since=yesterday", "?what=x"]) expect((await get("administrator", query)).statusCode).toBe(400);
    await server.close();
    const without = await createServer({ ask: fixtureAsk(), webDir: "nowhere" });
    expect((await without.inject({ url: "/api/audit", headers: { host: "127.0.0.1" } })).statusCode).toBe(404);
    await without.close();
  });
});
