import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { AuditLine } from "../../../src/answers/cases/audit-record.ts";
import { exportAudit, readAudit, replayAudit, writeAudit } from "../../../src/library/cases/audit.ts";
import { confirmCase, decideCase, refuseCase } from "../../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { policyName } from "../../../src/library/cases/policy.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { decide } from "../../../src/library/decide.ts";
import { unload } from "../../../src/library/load.ts";
import { open } from "../../../src/library/open.ts";
import { caseRows } from "../../../src/workspace/cases/case-rows.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { codeOf, keptEffects, temporaryFolder } from "../../workspace/folder.ts";
import { customerLike, customerTable, desk, listedKey, listedParties } from "./invented-desk.ts";

const folder = temporaryFolder();
const parties = listedParties(20);
const [one, two] = [parties[0]!, parties[1]!];
const entry = listedKey(one);
const asOf = "2026-06-02";

async function opened(name: string, policy?: string) {
  const made = await desk(folder, name);
  if (policy !== undefined) writeFileSync(join(made.dir, policyName), policy);
  await made.lists("2026-06-01", parties);
  const customers = (rows: string) => loadCustomers(made.dir, made.write("customers.csv", rows), { user: "anna" });
  await customers(customerTable([customerLike("A", one), customerLike("B", one), { id: "C", name: "Ostrander Bakery" }]));
  return { ...made, customers };
}

async function rowsOf<T extends Parameters<typeof caseRows>[1]>(dir: string, table: T) {
  const workspace = await openWorkspace(dir, { mode: "read" });
  return caseRows(workspace, table).finally(() => workspace.close());
}

describe("customers", () => {
  it("are updated by their ids: the same file changes nothing, a change is a version with its day and user", async () => {
    const { dir, customers } = await opened("customers");
    const table = (country: string): string =>
      `id,name,names,kind,country,born,identifiers\nA,Norvik,"Norvik AS; N.V.",company,${country},,lei: 5299; 77\nP,Ann Ode,,person,FR,1970-02,\n`;
    expect(await customers(table("NO"))).toMatchObject({ added: ["P"], changed: ["A"], same: 0, rejected: [], doubts: [] });
    expect(await customers(table("NO"))).toMatchObject({ added: [], changed: [], same: 2 });
    expect(await customers(table("Norway"))).toMatchObject({ changed: [], same: 2 });
    expect(await customers(table("SE"))).toMatchObject({ changed: ["A"], same: 1 });
    const rows = (await rowsOf(dir, "customer")).filter(({ id }) => id === "A");
    expect(rows.map(({ version, recorded_by }) => [version, recorded_by])).toEqual([
      [1, "anna"],
      [2, "anna"],
      [3, "anna"],
    ]);
    expect(JSON.parse(rows[1]!.content)).toEqual({
      id: "A",
      name: "Norvik",
      names: ["Norvik AS", "N.V."],
      kind: "organisation",
      country: "NO",
      countryAs: null,
      born: null,
      identifiers: [
        { scheme: "lei", value: "5299" },
        { scheme: "other", value: "77" },
      ],
      addresses: [],
    });
  });

  it("that a row does not tell are rejected with their line, the others are kept", async () => {
    const { customers } = await opened("rejected");
    const rows = [
      "id,name,country,kind",
      "D,Good,,",
      ",No id,,",
      "E,...,,",
      "D,Twice,,",
      "F,cut",
      `G,${"x".repeat(1001)},,`,
      "H,Odd,Atlantis,robot",
      'I,Foo "Bar" Ltd,,',
      'J,"Foo "Bar" Ltd",,',
    ];
    const loaded = await customers(`${rows.join("\n")}\n`);
    expect(loaded.added).toEqual(["D", "H", "I"]);
    expect(loaded.rejected.map(({ line, id }) => [line, id])).toEqual([
      [3, null],
      [4, "E"],
      [5, "D"],
      [6, null],
      [7, "G"],
      [10, null],
    ]);
    expect(loaded.doubts.map(({ line, reason }) => [line, reason.slice(0, 12)])).toEqual([
      [8, '"Atlantis" i'],
      [8, '"robot" is n'],
    ]);
  });

  it("that a whole file lacks are closed and not screened, unless a row of it could not be read", async () => {
    const { dir, write } = await opened("whole");
    const whole = (text: string) => loadCustomers(dir, write("whole.csv", text), { whole: true });
    expect(await whole("id,name\nA,Norvik\nbroken\n")).toMatchObject({ closed: [], doubts: [{ line: 0 }] });
    expect(await whole("id,name\nA,Norvik\n")).toMatchObject({ closed: ["B", "C"] });
    expect((await runCases(dir, { asOf })).customers).toBe(1);
    expect(await whole("id,name\nA,Norvik\nC,Ostrander Bakery\n")).toMatchObject({ changed: ["C"], closed: [] });
  });
});

describe("runs", () => {
  it("keep going over a customer that cannot be screened, and name it", async () => {
    const { dir } = await opened("faults");
    const workspace = await openWorkspace(dir, { mode: "write" });
    const [known] = await caseRows(workspace, "customer", { id: "A" });
    const content = JSON.stringify({ ...JSON.parse(known!.content), id: "Z", name: "x".repeat(1001), names: [one.name] });
    await workspace.use((connection) =>
      connection.run("INSERT INTO customer VALUES ('Z', 1, 'active', 'x', $1, 'd', 'now', NULL)", [content]),
    );
    workspace.close();
    for (const screenedAgainstAll of [4, 1])
      expect(await runCases(dir, { asOf })).toMatchObject({
        customers: 4,
        screenedAgainstAll,
        faults: [{ customer: "Z", code: "LM_NAME_TOO_LONG" }],
      });
    const matched = (await rowsOf(dir, "case_match")).filter(({ customer }) => customer === "Z");
    expect(matched.map(({ entry: of }) => of)).toEqual([entry, entry]);
  });

  it("keep nothing where they are interrupted, and need lists", async () => {
    const { dir } = await opened("interrupted");
    const stopped = new AbortController();
    stopped.abort(new Error("stopped"));
    await expect(runCases(dir, { asOf, effects: { ...keptEffects(), signal: stopped.signal } })).rejects.toThrow("stopped");
    expect(await rowsOf(dir, "case_run")).toEqual([]);
    const empty = await desk(folder, "no-lists");
    expect(await codeOf(runCases(empty.dir))).toBe("LM_NO_LISTS");
    expect(await codeOf(runCases(dir, { lists: ["no-such-list"] }))).toBe("LM_USAGE");
  });

  it("screen all again where the settings are others, where a load was removed, and where that is asked for", async () => {
    const { dir, lists } = await opened("again");
    const kinds = async (options: Parameters<typeof runCases>[1]) => {
      const { kind, why } = await runCases(dir, { asOf, ...options });
      return [kind, why];
    };
    expect(await kinds({})).toEqual(["full", null]);
    expect(await kinds({})).toEqual(["delta", null]);
    expect(await kinds({ full: true })).toEqual(["full", "asked for"]);
    expect(await kinds({ lists: ["us-entity-list"] })).toEqual(["full", "the settings are others than in the run before"]);
    expect(await kinds({})).toEqual(["delta", null]);
    const { loads } = await lists("2026-07-01", parties);
    await kinds({ asOf: "2026-07-02" });
    await unload(dir, loads[0]!.id);
    expect(await kinds({ asOf: "2026-07-02" })).toEqual(["full", "a load that the run before saw was removed"]);
    expect(await codeOf(exportAudit(dir, 6, join(folder, "gone.jsonl")))).toBe("LM_RUN_GONE");
  });
});

describe("decisions on cases", () => {
  it("are of one customer: another of the same name stays open", async () => {
    const { dir } = await opened("of-one");
    await runCases(dir, { asOf });
    await decideCase(dir, { customer: "A", entry, verdict: "false", user: "anna" });
    const { open: left } = await runCases(dir, { asOf });
    expect(left.map(({ customer }) => customer)).toEqual(["B"]);
  });

  it("need a user with a name, who is in the policy where it names users", async () => {
    const { dir } = await opened("users", "users: [Anna]\n");
    await runCases(dir, { asOf });
    for (const user of [undefined, "", " ", "a b", "ben"])
      expect([user, await codeOf(decideCase(dir, { customer: "A", entry, verdict: "true", user }))]).toEqual([user, "LM_USER_NEEDED"]);
    expect(await decideCase(dir, { customer: "A", entry, verdict: "true", user: " ANNA " })).toMatchObject({
      user: "anna",
      awaitsSecond: false,
    });
    writeFileSync(join(dir, policyName), "second-person: { false: { above: 2 } }\nseconds: 1\n");
    expect(await codeOf(decideCase(dir, { customer: "A", entry, verdict: "true", user: "anna" }))).toBe("LM_POLICY_INVALID");
  });

  it("that need a second person wait for one who is another, and can be refused", async () => {
    const { dir } = await opened("second", "second-person: { true: true, false: { above: 0.99 } }\n");
    await runCases(dir, { asOf });
    const ask = (verdict: "true" | "false", user: string) => decideCase(dir, { customer: "A", entry, verdict, user });
    const states = async () => (await runCases(dir, { asOf })).states;
    expect(await ask("true", "anna")).toMatchObject({ awaitsSecond: true });
    expect(await states()).toMatchObject({ open: 1, awaiting: 1, decided: 0 });
    for (const user of ["anna", "Anna "]) expect(await codeOf(confirmCase(dir, { customer: "A", entry, user }))).toBe("LM_CASE_NOT_NOW");
    await confirmCase(dir, { customer: "A", entry, user: "ben" });
    expect(await states()).toMatchObject({ open: 1, awaiting: 0, decided: 1 });
    expect(await codeOf(confirmCase(dir, { customer: "A", entry, user: "ben" }))).toBe("LM_CASE_NOT_NOW");
    expect(await ask("false", "ben")).toMatchObject({ awaitsSecond: false });
    await ask("true", "ben");
    await refuseCase(dir, { customer: "A", entry, user: "anna" });
    const log = await rowsOf(dir, "case_decision");
    expect(log.map(({ action, verdict, by_user, of }) => [action, verdict, by_user, of])).toEqual([
      ["decide", "true", "anna", null],
      ["confirm", "true", "ben", 1],
      ["decide", "false", "ben", null],
      ["decide", "true", "ben", null],
      ["refuse", "true", "anna", 4],
    ]);
    expect(await states()).toMatchObject({ open: 1, awaiting: 0, decided: 1 });
  });

  it("that were proposed cannot be confirmed once the entry has changed", async () => {
    const { dir, lists } = await opened("stale", "second-person: { true: true }\n");
    await runCases(dir, { asOf });
    await decideCase(dir, { customer: "A", entry, verdict: "true", user: "anna" });
    await lists("2026-07-01", [{ ...one, aliases: [...one.aliases, "Quite Another"] }, ...parties.slice(1)]);
    expect((await runCases(dir, { asOf: "2026-07-02" })).states).toMatchObject({ open: 1, reopened: 1, awaiting: 0 });
    expect(await codeOf(confirmCase(dir, { customer: "A", entry, user: "ben" }))).toBe("LM_CASE_NOT_NOW");
    await decideCase(dir, { customer: "A", entry, verdict: "true", user: "ben" });
    await confirmCase(dir, { customer: "A", entry, user: "anna" });
    expect((await runCases(dir, { asOf: "2026-07-02" })).states).toMatchObject({ open: 1, decided: 1 });
  });

  it("are undone by a new one, and the log keeps both", async () => {
    const { dir } = await opened("undone");
    await runCases(dir, { asOf });
    const act = (verdict: "false" | "undo") => decideCase(dir, { customer: "A", entry, verdict, user: "anna" });
    expect(await codeOf(act("undo"))).toBe("LM_CASE_NOT_NOW");
    await act("false");
    await act("undo");
    expect((await runCases(dir, { asOf })).states).toMatchObject({ open: 2, decided: 0 });
    expect((await rowsOf(dir, "case_decision")).map(({ action }) => action)).toEqual(["decide", "undo"]);
  });

  it("reopen when the customer changes, and say what changed", async () => {
    const { dir, customers } = await opened("changed");
    await runCases(dir, { asOf });
    await decideCase(dir, { customer: "A", entry, verdict: "false", user: "anna" });
    await customers(customerTable([{ ...customerLike("A", one), country: "US", names: "Second Name" }]));
    const { kind, screenedAgainstAll, open: left } = await runCases(dir, { asOf });
    expect([kind, screenedAgainstAll]).toEqual(["delta", 1]);
    expect(left.find(({ customer }) => customer === "A")).toMatchObject({
      state: "reopened",
      verdict: "false",
      changes: [
        { column: "customer country", before: "CN", after: "US" },
        { column: "customer name added", before: null, after: "Second Name" },
      ],
    });
  });

  it("can be taken on an entry that is no match by name, which is then a case", async () => {
    const { dir } = await opened("unlike");
    await runCases(dir, { asOf });
    const other = listedKey(two);
    await decideCase(dir, { customer: "C", entry: other, verdict: "true", user: "anna", note: "renamed" });
    const rows = async () => (await rowsOf(dir, "case_match")).filter(({ customer, run }) => customer === "C" && run > 1);
    await runCases(dir, { asOf });
    expect(await rows()).toMatchObject([{ entry: other, score: null, state: "decided", verdict: "true" }]);
    expect(await codeOf(decideCase(dir, { customer: "C", entry: "csl/nobody", verdict: "true", user: "anna" }))).toBe("LM_CASE_UNKNOWN");
    expect(await codeOf(decideCase(dir, { customer: "X", entry, verdict: "true", user: "anna" }))).toBe("LM_CUSTOMER_UNKNOWN");
  });

  it("hold in screening for the customer's id alone, and only while nothing has changed", async () => {
    const { dir, lists } = await opened("in-screening");
    await runCases(dir, { asOf });
    await decideCase(dir, { customer: "A", entry, verdict: "false", user: "anna" });
    const name = one.name.replace(" Co., Ltd.", "");
    await decide(dir, { name, entry, verdict: "false" });
    const matched = async (id: string | null, asked = name) => {
      const map = await open(dir, { asOf });
      const [result] = (await map.screen({ queries: [{ id, name: asked }] })).results;
      map.close();
      return [result?.matched, result?.hits[0]?.decision?.customer ?? null];
    };
    expect(await matched("A")).toEqual([false, "A"]);
    expect(await matched("B")).toEqual([true, null]);
    expect(await matched(null)).toEqual([true, null]);
    expect(await matched("A", `${name} Holding`)).toEqual([true, null]);
    await lists("2026-06-01", [{ ...one, aliases: [...one.aliases, "Quite Another"] }, ...parties.slice(1)]);
    expect(await matched("A")).toEqual([true, null]);
  });
});

describe("auditor's files", () => {
  it("that were changed, cut or are none are refused; a changed result is told", async () => {
    const { dir } = await opened("audit");
    await runCases(dir, { asOf });
    const path = join(folder, "audit.jsonl");
    await exportAudit(dir, undefined, path);
    expect(await codeOf(exportAudit(dir, 1, path))).toBe("LM_EXPORT_EXISTS");
    const text = readFileSync(path, "utf8");
    const bad = join(folder, "bad.jsonl");
    for (const broken of [
      text.replace('"score":', '"score":1'),
      text.slice(0, -100),
      text.split("\n").slice(0, -2).join("\n"),
      "{}\n",
      "no JSON",
      "",
    ]) {
      writeFileSync(bad, broken);
      expect(await codeOf(replayAudit(bad))).toBe("LM_AUDIT_INVALID");
    }
    writeFileSync(bad, text);
    appendFileSync(bad, '{"kind":"load"}\n');
    expect(await codeOf(replayAudit(bad))).toBe("LM_AUDIT_INVALID");
    expect(await codeOf(replayAudit(join(folder, "nowhere.jsonl")))).toBe("LM_FILE_NOT_FOUND");
    writeFileSync(`${bad}.gz`, text);
    expect(await codeOf(replayAudit(`${bad}.gz`))).toBe("LM_AUDIT_INVALID");
  });

  it("that were changed and sealed anew do not replay to what they say", async () => {
    const { dir } = await opened("forged");
    await runCases(dir, { asOf });
    await decideCase(dir, { customer: "A", entry, verdict: "true", user: "anna" });
    await runCases(dir, { asOf });
    const path = join(folder, "sealed.jsonl");
    await exportAudit(dir, 2, path);
    const { head, lines } = await readAudit(path);
    const forged = async (change: (line: AuditLine) => AuditLine | null) => {
      const file = join(folder, "forged.jsonl");
      await writeAudit(file, [head, ...lines.flatMap((line) => change(line) ?? [])], keptEffects());
      return (await replayAudit(file)).differences.map(({ what, customer }) => [what, customer]);
    };
    expect(await forged((line) => line)).toEqual([]);
    expect(await forged((line) => (line.kind === "customer" && line.customer.id === "B" ? { ...line, matches: [] } : line))).toEqual([
      ["match", "B"],
    ]);
    expect(await forged((line) => (line.kind === "decision" ? null : line))).toEqual([["case", "A"]]);
    expect(await forged((line) => (line.kind === "case" && line.customer === "B" ? null : line))).toEqual([["case", "B"]]);
    expect(
      await forged((line) =>
        line.kind === "customer" && line.customer.id === "C" ? { ...line, customer: { ...line.customer, name: one.name } } : line,
      ),
    ).toEqual([["customer", "C"]]);
  });
});
