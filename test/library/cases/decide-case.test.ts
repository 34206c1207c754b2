import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { confirmCase, decideCase, refuseCase } from "../../../src/library/cases/decide-case.ts";
import { policyName } from "../../../src/library/cases/policy.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { decide } from "../../../src/library/decide.ts";
import { open } from "../../../src/library/open.ts";
import { codeOf, temporaryFolder } from "../../workspace/folder.ts";
import { customerLike, customerTable, listedKey } from "./invented-desk.ts";
import { asOf, entry, one, openedDesk, parties, rowsOf, two } from "./opened-desk.ts";

const folder = temporaryFolder();

describe("decisions on cases", () => {
  it("are of one customer: another of the same name stays open", async () => {
    const { dir } = await openedDesk(folder, "of-one");
    await decideCase(dir, { customer: "A", entry, verdict: "false", user: "anna" });
    const { open: left } = await runCases(dir, { asOf });
    expect(left.map(({ customer }) => customer)).toEqual(["B"]);
  });

  it("need a user with a name, who is in the policy where it names users", async () => {
    const { dir } = await openedDesk(folder, "users", { policy: "users: [Anna]\n" });
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
    const { dir } = await openedDesk(folder, "second", { policy: "second-person: { true: true, false: { above: 0.99 } }\n" });
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
    const { dir, lists } = await openedDesk(folder, "stale", { policy: "second-person: { true: true }\n" });
    await decideCase(dir, { customer: "A", entry, verdict: "true", user: "anna" });
    await lists("2026-07-01", [{ ...one, aliases: [...one.aliases, "Quite Another"] }, ...parties.slice(1)]);
    expect((await runCases(dir, { asOf: "2026-07-02" })).states).toMatchObject({ open: 1, reopened: 1, awaiting: 0 });
    expect(await codeOf(confirmCase(dir, { customer: "A", entry, user: "ben" }))).toBe("LM_CASE_NOT_NOW");
    await decideCase(dir, { customer: "A", entry, verdict: "true", user: "ben" });
    await confirmCase(dir, { customer: "A", entry, user: "anna" });
    expect((await runCases(dir, { asOf: "2026-07-02" })).states).toMatchObject({ open: 1, decided: 1 });
  });

  it("are undone by a new one, and the log keeps both", async () => {
    const { dir } = await openedDesk(folder, "undone");
    const act = (verdict: "false" | "undo") => decideCase(dir, { customer: "A", entry, verdict, user: "anna" });
    expect(await codeOf(act("undo"))).toBe("LM_CASE_NOT_NOW");
    await act("false");
    await act("undo");
    expect((await runCases(dir, { asOf })).states).toMatchObject({ open: 2, decided: 0 });
    expect((await rowsOf(dir, "case_decision")).map(({ action }) => action)).toEqual(["decide", "undo"]);
  });

  it("reopen when the customer changes, and say what changed", async () => {
    const { dir, customers } = await openedDesk(folder, "changed");
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
    const { dir } = await openedDesk(folder, "unlike");
    const other = listedKey(two);
    await decideCase(dir, { customer: "C", entry: other, verdict: "true", user: "anna", note: "renamed" });
    const rows = async () => (await rowsOf(dir, "case_match")).filter(({ customer, run }) => customer === "C" && run > 1);
    await runCases(dir, { asOf });
    expect(await rows()).toMatchObject([{ entry: other, score: null, state: "decided", verdict: "true" }]);
    expect(await codeOf(decideCase(dir, { customer: "C", entry: "csl/nobody", verdict: "true", user: "anna" }))).toBe("LM_CASE_UNKNOWN");
    expect(await codeOf(decideCase(dir, { customer: "X", entry, verdict: "true", user: "anna" }))).toBe("LM_CUSTOMER_UNKNOWN");
  });

  it("hold in screening for the customer's id alone, and only while nothing has changed", async () => {
    const { dir, lists } = await openedDesk(folder, "in-screening");
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
