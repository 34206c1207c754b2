import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { exportAudit, replayAudit } from "../../../src/library/cases/audit.ts";
import { decideCase } from "../../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { purgeCustomer } from "../../../src/library/cases/purge.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { decide } from "../../../src/library/decide.ts";
import { exportTo } from "../../../src/library/export.ts";
import { createWorkspace } from "../../../src/workspace/create.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { query } from "../../../src/workspace/query.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { type Customer, customerLike, customerTable, desk, listedKey, listedParties, unlistedCustomers } from "./invented-desk.ts";

const folder = temporaryFolder();
const parties = listedParties(30);
const person: Customer = {
  id: "P-0417",
  name: "Quendolyn Ashtoreth Vrabie",
  names: "Q. A. Vrabie-Lundqvist",
  kind: "person",
  country: "RO",
  born: "1971-03-09",
  identifiers: "passport: XQ8841207",
  address: "Strada Zmeului 41, Cluj",
};
const traces = [person.id, "Quendolyn Ashtoreth Vrabie", "Vrabie-Lundqvist", "XQ8841207", "Strada Zmeului", "1971-03-09", "slipped past"];

/** Everything below a folder, backups aside, unpacked where it is packed. */
function everything(dir: string): readonly (readonly [string, Buffer])[] {
  return readdirSync(dir, { recursive: true, encoding: "utf8" })
    .filter((name) => !name.startsWith("backups") && statSync(join(dir, name)).isFile())
    .map((name) => {
      const bytes = readFileSync(join(dir, name));
      return [name, name.endsWith(".gz") ? gunzipSync(bytes) : bytes] as const;
    });
}

const found = (dir: string): readonly string[] =>
  everything(dir).flatMap(([name, bytes]) => traces.filter((trace) => bytes.includes(trace)).map((trace) => `${name}: ${trace}`));

async function shapeOf(dir: string): Promise<readonly unknown[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const sql = "SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns ORDER BY ALL";
  return workspace.use((connection) => query(connection, sql)).finally(() => workspace.close());
}

describe("purging a customer", () => {
  let dir = "";
  let before: readonly string[] = [];
  let purged: Awaited<ReturnType<typeof purgeCustomer>>;

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
    mkdirSync(join(dir, "backups"));
    writeFileSync(join(dir, "backups", "levermap-v9-old.duckdb"), "Quendolyn Ashtoreth Vrabie");
    before = found(dir);
    purged = await purgeCustomer(dir, "P-0417", { user: "ben" });
  });

  it("leaves no byte of it in any file of the workspace folder, where there were many before", () => {
    for (const trace of traces) expect(before.some((each) => each.startsWith("levermap.duckdb") && each.endsWith(trace))).toBe(true);
    expect(found(dir)).toEqual([]);
  });

  it("says what it took out and what it cannot reach", () => {
    expect(purged).toMatchObject({
      token: expect.stringMatching(/^purged-[0-9a-f-]{36}$/),
      rows: { customer: 2, case_result: 2, case_decision: 1, decision: 1 },
      notes: 1,
      rewritten: [join(dir, "for-the-auditor", "run-2.jsonl.gz"), join(dir, "run-1.jsonl")],
      removed: [join(dir, "tables", "decision.csv")],
      left: [],
      backups: [join(dir, "backups", "levermap-v9-old.duckdb")],
    });
    expect(purged.limits.join(" ")).toContain("Backups are not reached");
  });

  it("leaves a row without anything of the customer, and a whole workspace", async () => {
    const workspace = await openWorkspace(dir, { mode: "read" });
    const rows = await workspace.use((connection) => query(connection, "SELECT token, by_user FROM case_purge"));
    const marks = await workspace.use((connection) => query(connection, "SELECT key FROM meta"));
    workspace.close();
    expect([rows, marks]).toEqual([
      [{ token: purged.token, by_user: "ben" }],
      [{ key: "schema_version" }, { key: "schema_digest" }, { key: "generation" }],
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
    expect(await codeOf(purgeCustomer(dir, "P-0417", { user: "ben" }))).toBe("LM_CUSTOMER_UNKNOWN");
    for (const user of [undefined, "", "  ", "two words"]) expect(await codeOf(purgeCustomer(dir, "L-1", { user }))).toBe("LM_USER_NEEDED");
  });

  it("finishes what was broken off after the rows were removed", async () => {
    const made = await desk(folder, "broken-off");
    await loadCustomers(made.dir, made.write("customers.csv", customerTable([person])));
    const workspace = await openWorkspace(made.dir, { mode: "write" });
    await workspace.use((connection) => connection.run("INSERT INTO meta VALUES ('compaction_due', 'x')"));
    await workspace.use((connection) => connection.run("DELETE FROM customer"));
    workspace.close();
    writeFileSync(join(made.dir, ".compacting.duckdb"), "half a copy");
    expect(await purgeCustomer(made.dir, person.id, { user: "ben" })).toMatchObject({ token: null, rows: {} });
    expect(found(made.dir)).toEqual([]);
    expect(await codeOf(purgeCustomer(made.dir, person.id, { user: "ben" }))).toBe("LM_CUSTOMER_UNKNOWN");
  });

  it("names files of others that hold it, and leaves them alone", async () => {
    const made = await desk(folder, "of-others");
    await loadCustomers(made.dir, made.write("customers.csv", customerTable([person])));
    const path = join(made.dir, "notes.txt");
    writeFileSync(path, `called ${person.name}`);
    expect(await purgeCustomer(made.dir, person.id, { user: "ben" })).toMatchObject({ left: [path], rewritten: [], removed: [] });
    expect(readFileSync(path, "utf8")).toContain(person.name);
  });
});
