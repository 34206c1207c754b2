import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { quietEffects } from "../../../src/base/effects.ts";
import { exportAudit, replayAudit } from "../../../src/library/cases/audit.ts";
import { decideCase } from "../../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { purge } from "../../../src/library/cases/purge.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { decide } from "../../../src/library/decide.ts";
import { exportTo } from "../../../src/library/export.ts";
import { backup } from "../../../src/library/upkeep.ts";
import { nameKey } from "../../../src/link/name-key.ts";
import { caseRows } from "../../../src/workspace/cases/case-rows.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { query } from "../../../src/workspace/query.ts";
import type { Workspace } from "../../../src/workspace/workspace.ts";
import { isLong } from "../../tiers.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import {
  type Customer,
  customerLike,
  customerTable,
  desk,
  listedKey,
  listedParties,
  knownPerson as person,
  unlistedCustomers,
} from "./invented-desk.ts";
import { everything, textsOf } from "./traces.ts";

const folder = temporaryFolder();
const parties = listedParties(30);
const traces = [person.id, "Quendolyn Ashtoreth Vrabie", "Vrabie-Lundqvist", "XQ8841207", "Strada Zmeului", "1971-03-09", "slipped past"];

/** A file among the backups that is none. */
const noWorkspace = join("backups", "levermap-v9-old.duckdb");

const found = (dir: string): readonly string[] =>
  everything(dir, [noWorkspace]).flatMap(([name, bytes]) =>
    traces.filter((trace) => bytes.includes(trace)).map((trace) => `${name}: ${trace}`),
  );

async function shapeOf(dir: string): Promise<readonly unknown[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns ORDER BY ALL";
  return workspace.use((connection) => query(connection, sql)).finally(() => workspace.close());
}

describe("purging a customer", () => {
  let dir = "";
  let before: readonly string[] = [];
  let copy = "";
  let inode = 0;
  let seen: { readonly before: number; readonly held: number; readonly after: number };
  let purged: Awaited<ReturnType<typeof purge>>;

  beforeAll(async () => {
    const made = await desk(folder, "purged");
    dir = made.dir;
    await made.lists("2026-06-01", parties.slice(1));
    const others = [customerLike("L-1", parties[1]!), ...unlistedCustomers(200)];
    await loadCustomers(dir, made.write("customers.csv", customerTable([person, ...others])), { user: "anna" });
    await loadCustomers(dir, made.write("changed.csv", customerTable([{ ...person, country: "MD" }])), { user: "anna" });
    await runCases(dir, { asOf: "2026-06-02" });
    const entry = listedKey(parties[1]!);
    await decideCase(dir, { customer: "P-0417", entry, verdict: "unsure", user: "anna", note: "slipped past the desk" });
    await decideCase(dir, { customer: "L-1", entry, verdict: "true", user: "anna", note: "introduced by quendolyn ashtoreth vrabie" });
    await decide(dir, { name: "quendolyn ASHTORETH vrabie", entry, verdict: "unsure", note: "slipped past" });
    await runCases(dir, { asOf: "2026-06-03" });
    mkdirSync(join(dir, "for-the-auditor"));
    await exportAudit(dir, 2, join(dir, "for-the-auditor", "run-2.jsonl.gz"));
    await exportAudit(dir, 1, join(dir, "run-1.jsonl"));
    await exportTo(dir, join(dir, "tables"), { format: "csv" });
    copy = (await backup(dir)).path;
    writeFileSync(join(dir, noWorkspace), "Quendolyn Ashtoreth Vrabie");
    mkdirSync(join(dir, "answers"), { recursive: true });
    writeFileSync(join(dir, "answers", "kept.json"), "an answer");
    before = found(dir);
    inode = statSync(join(dir, "levermap.duckdb")).ino;
    const count = async (reader: Workspace): Promise<number> => (await caseRows(reader, "customer")).length;
    const reader = await openWorkspace(dir, { mode: "read" });
    const counted = await count(reader);
    purged = await purge(dir, { customer: "P-0417" }, { user: "ben" });
    const held = await count(reader);
    reader.close();
    const again = await openWorkspace(dir, { mode: "read" });
    seen = { before: counted, held, after: await count(again) };
    again.close();
  });

  it("leaves no byte of it in any file of the workspace folder, where there were many before", () => {
    for (const name of ["levermap.duckdb", copy.slice(dir.length + 1)])
      for (const trace of traces) expect(before).toContain(`${name}: ${trace}`);
    expect(found(dir)).toEqual([]);
    // What tells `status` without the database is no answer, and names nobody
    expect(existsSync(join(dir, "answers")) ? readdirSync(join(dir, "answers")) : ["state"]).toEqual(["state"]);
  });

  it("leaves no name, key or note of it in any table of the workspace and its backups", async () => {
    const files = [join(dir, "levermap.duckdb"), copy];
    for (const text of await Promise.all(files.map(textsOf)))
      for (const trace of [...traces, nameKey(person.name)]) expect(text.toLowerCase()).not.toContain(trace.toLowerCase());
    expect(statSync(files[0]!).ino).not.toBe(inode);
    expect(existsSync(`${files[0]}.wal`)).toBe(false);
  });

  it("leaves those who read meanwhile what they have open, and others what is left", () => {
    expect([seen.held, seen.before - seen.after]).toEqual([seen.before, 2]);
  });

  it("says what it took out and what it cannot reach", () => {
    expect(purged).toMatchObject({
      tokens: [expect.stringMatching(/^purged-[0-9a-f-]{36}$/)],
      rows: { customer: 2, case_result: 2, case_decision: 1, decision: 1 },
      notes: 1,
      rewritten: [join(dir, "for-the-auditor", "run-2.jsonl.gz"), join(dir, "run-1.jsonl")],
      removed: [join(dir, "tables", "decision.csv")],
      left: [],
      backups: { rewritten: [copy], unread: [join(dir, noWorkspace)] },
    });
    expect(purged.limits.join(" ")).toContain("outside the workspace folder");
  });

  it("leaves a row without anything of the customer, and a whole workspace", async () => {
    const workspace = await openWorkspace(dir, { mode: "read" });
    const rows = await workspace.use((connection) => query(connection, "SELECT token, by_user FROM case_purge"));
    const marks = await workspace.use((connection) => query(connection, "SELECT key FROM meta ORDER BY key"));
    workspace.close();
    expect([rows, marks]).toEqual([
      [{ token: purged.tokens[0], by_user: "ben" }],
      [{ key: "generation" }, { key: "schema_digest" }, { key: "schema_version" }],
    ]);
    const fresh = join(folder, "fresh");
    await createWorkspace(fresh);
    expect(await shapeOf(dir)).toEqual(await shapeOf(fresh));
    expect(readdirSync(dir).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("leaves runs and auditors' files that replay to the same result, and say that a customer is missing", async () => {
    const path = join(folder, "after.jsonl");
    await exportAudit(dir, 2, path);
    for (const file of [path, join(dir, "for-the-auditor", "run-2.jsonl.gz"), join(dir, "run-1.jsonl")])
      expect(await replayAudit(file)).toMatchObject({
        same: true,
        customers: 201,
        notes: ["1 of its customers were purged since, and are not in the file."],
      });
    expect(await runCases(dir, { asOf: "2026-06-04" })).toMatchObject({ kind: "delta", customers: 201 });
  });

  it("is refused for a customer that is not there, and without a user", async () => {
    expect(await codeOf(purge(dir, { customer: "P-0417" }, { user: "ben" }))).toBe("LM_CUSTOMER_UNKNOWN");
    for (const user of [undefined, "", "  ", "two words"])
      expect(await codeOf(purge(dir, { customer: "L-1" }, { user }))).toBe("LM_USER_NEEDED");
  });

  it("finishes what was broken off after the rows were removed", async () => {
    const made = await desk(folder, "broken-off");
    await loadCustomers(made.dir, made.write("customers.csv", customerTable([person])));
    const workspace = await openWorkspace(made.dir, { mode: "write" });
    await workspace.use((connection) => connection.run("INSERT INTO meta VALUES ('compaction_due', 'x')"));
    await workspace.use((connection) => connection.run("DELETE FROM customer"));
    workspace.close();
    writeFileSync(join(made.dir, ".compacting.duckdb"), "half a copy");
    expect(await purge(made.dir, { customer: person.id }, { user: "ben" })).toMatchObject({ tokens: [], rows: {} });
    expect(found(made.dir)).toEqual([]);
    // The copy of before, which a purge left that was killed after its own had taken its place
    const copies = join(made.dir, ".next", "copy-x");
    mkdirSync(copies, { recursive: true });
    writeFileSync(join(copies, "workspace.duckdb"), person.name);
    expect(await codeOf(purge(made.dir, { customer: person.id }, { user: "ben" }))).toBe("LM_CUSTOMER_UNKNOWN");
    expect(existsSync(join(made.dir, ".next"))).toBe(false);
  });

  it("takes all who were closed before a day, and nobody else", async () => {
    const made = await desk(folder, "closed");
    const clock = (day: string) => ({ ...quietEffects, clock: { ...quietEffects.clock, now: () => new Date(`${day}T12:00:00Z`) } });
    const [early, back, late, present] = ["Aarnivalkea", "Bodzentyn", "Cwmystwyth", "Drosendorf"].map((name, at) => ({
      id: `K-${at}`,
      name,
    }));
    const loaded = async (day: string, customers: readonly Customer[]): Promise<unknown> =>
      loadCustomers(made.dir, made.write(`${day}.csv`, customerTable(customers)), { whole: true, effects: clock(day) });
    await loaded("2020-01-01", [early!, back!, late!, present!]);
    await loaded("2020-06-01", [late!, present!]);
    await loaded("2021-01-01", [back!, late!, present!]);
    await loaded("2025-01-01", [back!, present!]);
    for (const closedBefore of ["2027-99-30", "2021-02-30", "9", ""])
      expect([closedBefore, await codeOf(purge(made.dir, { closedBefore }, { user: "ben" }))]).toEqual([closedBefore, "LM_USAGE"]);
    const all = await purge(made.dir, { closedBefore: "2021-01-01" }, { user: "ben" });
    expect([all.tokens.length, all.rows.customer]).toEqual([1, 2]);
    const text = await textsOf(join(made.dir, "levermap.duckdb"));
    expect(["Aarnivalkea", "Bodzentyn", "Cwmystwyth", "Drosendorf"].map((name) => text.includes(name))).toEqual([false, true, true, true]);
    expect(await codeOf(purge(made.dir, { closedBefore: "2021-01-01" }, { user: "ben" }))).toBe("LM_CUSTOMER_UNKNOWN");
  });

  it("takes a name that was decided on without a customer, also from a copy alone", async () => {
    const made = await desk(folder, "named");
    await made.lists("2026-06-01", parties.slice(1));
    await decide(made.dir, {
      name: "Quendolyn Vrabie",
      entry: listedKey(parties[1]!),
      verdict: "false",
      note: "Quendolyn Vrabie is another",
    });
    const kept = await backup(made.dir);
    await decide(made.dir, { name: "quendolyn VRABIE", entry: listedKey(parties[1]!), verdict: "undo" });
    expect(await purge(made.dir, { name: "Quendolyn  VRABIE" }, { user: "ben" })).toMatchObject({ backups: { rewritten: [kept.path] } });
    for (const path of [join(made.dir, "levermap.duckdb"), kept.path]) expect((await textsOf(path)).toLowerCase()).not.toContain("vrabie");
    expect(await codeOf(purge(made.dir, { name: "Quendolyn Vrabie" }, { user: "ben" }))).toBe("LM_CUSTOMER_UNKNOWN");
  });

  it.runIf(isLong)("leaves neither short names nor the key in notes on others, and other notes as they are", async () => {
    const made = await desk(folder, "short");
    await made.lists("2026-06-01", parties);
    const short = [
      { id: "C-17", name: "张伟" },
      { id: "C.18", name: "ABB" },
    ];
    await loadCustomers(made.dir, made.write("customers.csv", customerTable(short)));
    const entry = listedKey(parties[1]!);
    const notes = ["introduced by 张伟", "as C-17", "with ABB.", "C-171 is another", "CABBAGE and abb", "CX18 too"];
    for (const [at, note] of notes.entries()) await decide(made.dir, { name: `Other ${at} Works`, entry, verdict: "false", note });
    for (const { id } of short) await purge(made.dir, { customer: id }, { user: "ben" });
    const text = await textsOf(join(made.dir, "levermap.duckdb"));
    expect(notes.map((note) => text.includes(note))).toEqual([false, false, false, true, true, true]);
  });

  it("names files of others that hold it, and leaves them alone", async () => {
    const made = await desk(folder, "of-others");
    await loadCustomers(made.dir, made.write("customers.csv", customerTable([person])));
    const path = join(made.dir, "notes.txt");
    writeFileSync(path, `called ${person.name}`);
    expect(await purge(made.dir, { customer: person.id }, { user: "ben" })).toMatchObject({ left: [path], rewritten: [], removed: [] });
    expect(readFileSync(path, "utf8")).toContain(person.name);
  });
});
