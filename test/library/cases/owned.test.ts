import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { exportAudit, replayAudit } from "../../../src/library/cases/audit.ts";
import { decideCases } from "../../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { purge } from "../../../src/library/cases/purge.ts";
import { type RunSummary, runCases } from "../../../src/library/cases/run.ts";
import { open } from "../../../src/library/open.ts";
import { caseRows } from "../../../src/workspace/cases/case-rows.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { customerTable, desk, type Held, listedParties } from "./invented-desk.ts";

const folder = temporaryFolder();
const parties = listedParties(20);
/** On the Entity List, whose parties count under the affiliates rule. */
const [one, two, gone] = [parties[0]!, parties[1]!, parties[2]!];
const rule = "owned/bis-affiliates";
const firms = {
  most: "Ostrander Bakery Works",
  sum: "Tollef Garden Works",
  chain: "Quillon Brewery Works",
  unstated: "Harkness Carpet Works",
  minority: "Pemberley Dental Works",
  unknown: "Wexcombe Bookshop Works",
  former: "Lindisfarne Kiln Works",
  none: "Averill Glass Works",
} as const;
const customers = Object.entries(firms).map(([id, name]) => ({ id, name, kind: "organisation", country: "NO" }));

const by = (owned: string, owner: string, share: string, owner_kind = ""): Held => ({
  owned,
  owned_country: "NO",
  owner,
  owner_kind,
  share,
});
const common: readonly Held[] = [
  by(firms.chain, "Middling Holding AS", "100"),
  { owned: "Middling Holding AS", owner: one.name, share: "50" },
  by(firms.unstated, one.name, ""),
  by(firms.unknown, "Nobody Knows Ltd", "100"),
  by(firms.former, gone.name, "80"),
];
const before: readonly Held[] = [
  ...common,
  by(firms.most, one.name, "60"),
  ...[by(firms.sum, one.name, "30"), by(firms.sum, two.name, "25"), by(firms.sum, "Others", "45", "public")],
  ...[by(firms.minority, one.name, "40"), by(firms.minority, "Others", "60", "public")],
];
const later: readonly Held[] = [
  ...common,
  by(firms.most, one.name, "70"),
  ...[by(firms.sum, one.name, "10"), by(firms.sum, two.name, "25"), by(firms.sum, "Others", "65", "public")],
  ...[by(firms.minority, one.name, "55"), by(firms.minority, "Others", "45", "public")],
];

const told = (cases: RunSummary["open"]) => cases.map(({ customer, entry, score, state }) => [customer, entry, score, state]).sort();

describe("customers that listed parties own", () => {
  let dir = "";
  let first: RunSummary;
  let second: RunSummary;
  const paths = [join(folder, "run-1.jsonl"), join(folder, "run-2.jsonl")] as const;

  beforeAll(async () => {
    const made = await desk(folder, "owned");
    dir = made.dir;
    await made.lists("2026-06-01", parties);
    await made.held(before);
    await loadCustomers(dir, made.write("customers.csv", customerTable(customers)), { user: "anna" });
    first = await runCases(dir, { asOf: "2026-06-02", user: "anna" });
    const { faults } = await decideCases(
      dir,
      (["most", "sum", "chain", "unstated", "former"] as const).map((customer) => ({
        ...{ customer, entry: rule, user: "anna", note: "asked" },
        verdict: customer === "sum" || customer === "former" ? ("true" as const) : ("false" as const),
      })),
    );
    expect(faults).toEqual([]);
    await made.held(later);
    await made.lists(
      "2026-07-01",
      parties.filter((party) => party !== gone),
    );
    second = await runCases(dir, { asOf: "2026-07-02", user: "ben" });
    await exportAudit(dir, 1, paths[0]);
    await exportAudit(dir, 2, paths[1]);
  });

  it("become cases by the rule with the sum: alone, together, through a chain, and perhaps where a share is not stated", async () => {
    expect(told(first.open)).toEqual(
      [
        ["most", rule, 1, "open"],
        ["sum", rule, 1, "open"],
        ["chain", rule, 1, "open"],
        ["unstated", rule, 1, "open"],
        ["former", rule, 1, "open"],
      ].sort(),
    );
    expect(first.owned).toEqual({ yes: 4, perhaps: 1, no: 1, "not known": 2 });
    const levermap = await open(dir);
    const matchOf = async (customer: string) => (await levermap.customerCases({ customer })).cases[0]?.match;
    expect(await matchOf("unstated")).toMatchObject({
      ...{ kind: "owned", answer: "perhaps", rule: "bis-affiliates", counted: { low: 0, high: 1 }, list: "us-entity-list", name: one.name },
    });
    expect(await matchOf("chain")).toMatchObject({
      ...{ answer: "yes", counted: { low: 1, high: 1 }, multiplied: { low: 0.5, high: 1 } },
      owners: [{ owner: one.name, party: one.name, certain: true }],
      sums: [expect.stringMatching(/^Middling Holding AS: .* 50% .*: yes$/), expect.stringMatching(/^Quillon Brewery Works: .*: yes$/)],
    });
    await levermap.close();
  });

  it("stay no cases where listed parties hold less for certain, and where nothing is known; the latter is counted as not known", () => {
    const cases = first.open.map(({ customer }) => customer);
    for (const customer of ["minority", "unknown", "none"]) expect(cases).not.toContain(customer);
  });

  it("reopen where the sum changes or no longer reaches a half, and appear where it does; others stay decided", () => {
    expect(second.kind).toBe("delta");
    expect(told(second.open)).toEqual(
      [
        ["most", rule, 1, "reopened"],
        ["minority", rule, 1, "open"],
        ["sum", rule, null, "reopened"],
        ["former", rule, null, "reopened"],
      ].sort(),
    );
    const columns = (customer: string) => second.open.find((each) => each.customer === customer)?.changes.map(({ column }) => column);
    expect(columns("most")).toEqual(["owner removed", "owner added", "customer owner removed", "customer owner added"]);
    expect([columns("sum"), columns("former")]).toEqual([["listing"], ["listing"]]);
    expect(second.states).toEqual({ open: 1, reopened: 3, awaiting: 0, decided: 2, lapsed: 0 });
  });

  it("come out the same when the auditor's files are replayed", async () => {
    for (const path of paths)
      for (const full of [false, true])
        expect(await replayAudit(path, { full })).toMatchObject({ same: true, differences: [], customers: 8 });
  });

  it("are gone with their sums after a purge", async () => {
    const inside = join(dir, "run-2.jsonl");
    await exportAudit(dir, 2, inside);
    expect(readFileSync(inside, "utf8")).toContain(`${firms.most}: `);
    await purge(dir, { customer: "most" }, { user: "ben" });
    expect(readFileSync(inside, "utf8")).not.toContain(firms.most);
    expect(await replayAudit(inside)).toMatchObject({ same: true, customers: 7 });
    const workspace = await openWorkspace(dir, { mode: "read" });
    const kept = await caseRows(workspace, "case_statement").finally(() => workspace.close());
    expect(kept.filter(({ content }) => content.includes(firms.most))).toEqual([]);
    expect(kept.length).toBeGreaterThan(0);
  });
});
