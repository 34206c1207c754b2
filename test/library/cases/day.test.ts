import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { exportAudit, replayAudit } from "../../../src/library/cases/audit.ts";
import { confirmCases, decideCases } from "../../../src/library/cases/decide-case.ts";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { policyName } from "../../../src/library/cases/policy.ts";
import { type RunSummary, runCases } from "../../../src/library/cases/run.ts";
import { isLong } from "../../tiers.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import {
  type Customer,
  customerLike,
  customerTable,
  desk,
  type Held,
  type Listed,
  listedKey,
  listedParties,
  ownedFirms,
  ownedKey,
  unlistedCustomers,
} from "./invented-desk.ts";

const folder = temporaryFolder();

/** Of listed parties and of customers. */
const [listed, all] = isLong ? [600, 5000] : [120, 1000];
const parties = listedParties(listed);
const denied: Listed = {
  ...parties[0]!,
  name: "Ravndal Gjermund Holding",
  list: "denied",
  aliases: [],
  address: "",
  requirement: "",
  policy: "",
};
const before: readonly Listed[] = [...parties, denied];
const owned = ownedFirms(40);
const lei = "5493001KJTIIGC8Y1R12";
/** Fifty customers by the names of listed parties, and those that changes to come will concern. */
const like: readonly Customer[] = [
  ...parties.slice(0, 50).map((party, at) => ({ ...customerLike(`L-${at}`, party), ...(at === 20 && { identifiers: `lei: ${lei}` }) })),
  customerLike("L-denied", denied),
  { id: "L-denied-not", name: "Ravndal Gjermund Holding", kind: "organisation", country: "DE" },
  customerLike("L-owned", owned[7]!),
  { id: "N-alias", name: "Ostervik Fjellmark Instruments", kind: "organisation", country: "CN" },
  { id: "N-new", name: "Tangvald Brisling Lasers", kind: "organisation", country: "CN" },
];
const customers = [...unlistedCustomers(all - like.length), ...like];

const at = (index: number): Listed => parties[index]!;
const later: readonly Listed[] = [
  ...parties.flatMap((party, index): readonly Listed[] => {
    switch (index) {
      case 0:
        return [{ ...party, aliases: [...party.aliases, "Quite Another Name Works"] }];
      case 1:
        return [{ ...party, aliases: [...party.aliases, "Ostervik Fjellmark Instruments"] }];
      case 2:
        return [{ ...party, name: "Hollgrim Vastrup Optics Co., Ltd.", aliases: [party.name] }];
      case 3:
        return [{ ...party, requirement: `${party.requirement} 5` }];
      case 5:
        return [{ ...party, policy: "Case by case" }];
      case 6:
        return [{ ...party, address: "No. 99 Elsewhere Street" }];
      case 7:
        return [{ ...party, programme: "NEW-PROGRAMME" }];
      case 8:
        return [];
      case 10:
        return [{ ...party, aliases: [] }];
      default:
        return [party];
    }
  }),
  { ...at(11), name: "Tangvald Brisling Lasers Co., Ltd.", aliases: [] },
];
const laterOwned = owned.map((row, index) => (index === 7 ? { ...row, owner: "Nordhav Invest AS" } : row));

const heldBy = (party: Listed, owner: string, share: string): Held => ({
  ...{ owned: party.name, owned_country: party.country, owner, share },
});
/** A table of owners: one of a party that stays, one that grows, and later one that is new, one above another, and one of a customer. */
const held = [heldBy(parties[18]!, "Vestmark Holding", "40"), heldBy(parties[14]!, "Sundal Invest", "30")];
const laterHeld: readonly Held[] = [
  held[0]!,
  heldBy(parties[14]!, "Sundal Invest", "60"),
  heldBy(parties[17]!, "Ostmark Kapital", "55"),
  { owned: "Sundal Invest", owner: "Brekke Family Office", share: "100" },
  { owned: "Elsewhere Holding BV", owned_id: lei, owner: "Tinde Group", share: "75" },
];

const renamed = later[2]!;
const fresh = later.at(-1)!;

/** Who is on a list as it was first loaded. */
const pairs = [
  ...parties.slice(0, 50).map((party, index) => ({ customer: `L-${index}`, entry: listedKey(party) })),
  { customer: "L-denied", entry: listedKey(denied) },
  { customer: "L-denied-not", entry: listedKey(denied) },
  { customer: "L-owned", entry: ownedKey(owned[7]!) },
];
/** Forty decisions: the customers of odd numbers are the party, the others are not. */
const decided = [
  ...pairs.slice(0, 37).map((pair, index) => ({ ...pair, verdict: index % 2 === 1 ? ("true" as const) : ("false" as const) })),
  ...pairs.slice(50).map((pair) => ({ ...pair, verdict: pair.customer === "L-denied-not" ? ("false" as const) : ("true" as const) })),
];

const firmKey = ownedKey(owned[7]!);

/** Cases as customer, entry and state. */
const told = (cases: RunSummary["open"]) => cases.map(({ customer, entry, state }) => [customer, entry, state]).sort();
const columnsOf = (cases: RunSummary["open"], customer: string) =>
  cases.find((each) => each.customer === customer)?.changes.map(({ column }) => column);

describe("a day at the desk", () => {
  let dir = "";
  let first: RunSummary;
  let second: RunSummary;
  let audits: readonly [string, string];

  beforeAll(async () => {
    const made = await desk(folder, "day");
    dir = made.dir;
    writeFileSync(join(dir, policyName), "users: [Anna, ben]\nsecond-person:\n  true: true\n  false: { above: 0.9 }\n");
    await made.lists("2026-06-01", before);
    await made.owners("2026-06-01", owned);
    await made.held(held);
    await loadCustomers(dir, made.write("customers.csv", customerTable(customers)), { user: "anna" });
    first = await runCases(dir, { asOf: "2026-06-02", user: "anna" });
    const { decided: kept, faults } = await decideCases(
      dir,
      decided.map((each) => ({ ...each, user: "anna", note: "looked at" })),
    );
    expect([kept.length, faults]).toEqual([40, []]);
    expect(kept.every(({ awaitsSecond }) => awaitsSecond)).toBe(true);
    const own = await confirmCases(
      dir,
      kept.map(({ customer, entry }) => ({ customer, entry, user: "ANNA" })),
    );
    expect([own.decided, own.faults.map(({ code }) => code)]).toEqual([[], kept.map(() => "LM_CASE_NOT_NOW")]);
    const others = await confirmCases(
      dir,
      kept.map(({ customer, entry }) => ({ customer, entry, user: "ben" })),
    );
    expect([others.decided.length, others.faults]).toEqual([40, []]);
    await made.lists("2026-07-01", later);
    await made.owners("2026-07-01", laterOwned);
    await made.held(laterHeld);
    second = await runCases(dir, { asOf: "2026-07-02", user: "ben" });
    audits = [join(folder, "run-1.jsonl"), join(folder, "run-2.jsonl.gz")];
    for (const [at, path] of audits.entries()) await exportAudit(dir, at + 1, path);
  });

  it("screens all customers first, and finds those that were planted and no others", () => {
    expect(first).toMatchObject({ kind: "full", customers: all, screenedAgainstAll: all, faults: [], entries: [] });
    expect(told(first.open)).toEqual([...pairs.map(({ customer, entry }) => [customer, entry, "open"])].sort());
  });

  it("tells the twelve changes of the lists and two of owners by a table, each as what it is", () => {
    expect(second.entries.map(({ what, entry, former, changes }) => [entry, what, former, changes.map(({ column }) => column)])).toEqual(
      [
        [listedKey(at(0)), "changed", null, ["alias added"]],
        [listedKey(at(1)), "changed", null, ["alias added"]],
        [listedKey(renamed), "renamed", listedKey(at(2)), ["name", "alias removed", "alias added"]],
        [listedKey(at(3)), "changed", null, ["footnotes"]],
        [listedKey(at(5)), "changed", null, ["policy"]],
        [listedKey(at(6)), "changed", null, ["address removed", "address added"]],
        [listedKey(at(7)), "changed", null, ["programme"]],
        [listedKey(at(8)), "removed", null, []],
        [listedKey(at(10)), "changed", null, ["alias removed"]],
        [listedKey(fresh), "added", null, []],
        [listedKey(denied), "removed", null, []],
        [firmKey, "changed", null, ["link added"]],
        [listedKey(at(14)), "changed", null, ["owner removed", "owner added"]],
        [listedKey(at(17)), "changed", null, ["owner added"]],
      ].sort(([a], [b]) => (a! < b! ? -1 : 1)),
    );
  });

  it("reopens exactly the cases that a change concerns, and says what changed", () => {
    const undecided = pairs.filter((pair) => !decided.some(({ customer }) => customer === pair.customer));
    expect(told(second.open)).toEqual(
      [
        ...undecided.map(({ customer, entry }) => [customer, entry, "open"]),
        ["L-0", listedKey(at(0)), "reopened"],
        ["L-1", listedKey(at(1)), "reopened"],
        ["L-2", listedKey(renamed), "reopened"],
        ["L-3", listedKey(at(3)), "reopened"],
        ["L-5", listedKey(at(5)), "reopened"],
        ["L-6", listedKey(at(6)), "reopened"],
        ["L-7", listedKey(at(7)), "reopened"],
        ["L-10", listedKey(at(10)), "reopened"],
        ["L-denied", listedKey(denied), "reopened"],
        ["L-owned", firmKey, "reopened"],
        ["L-14", listedKey(at(14)), "reopened"],
        ["L-17", listedKey(at(17)), "reopened"],
        ["L-20", listedKey(at(20)), "reopened"],
        ["N-alias", listedKey(at(1)), "open"],
        ["N-new", listedKey(fresh), "open"],
      ].sort(),
    );
    expect(columnsOf(second.open, "L-2")).toEqual(["name", "alias removed", "alias added"]);
    expect(columnsOf(second.open, "L-3")).toEqual(["footnotes"]);
    expect(columnsOf(second.open, "L-denied")).toEqual(["listing"]);
    expect(columnsOf(second.open, "L-owned")).toEqual(["link added"]);
    expect(second.open.find(({ customer }) => customer === "L-14")?.changes[1]?.after).toMatch(
      /: Sundal Invest 60% \(share\); Sundal Invest: Brekke Family Office 100% \(share\)$|^Sundal Invest: Brekke Family Office 100% \(share\); .*: Sundal Invest 60% \(share\)$/,
    );
    expect(columnsOf(second.open, "L-17")).toEqual(["owner added", "customer owner added"]);
    expect(second.open.find(({ customer }) => customer === "L-20")?.changes).toMatchObject([
      { column: "customer owner added", before: null, after: "Elsewhere Holding BV: Tinde Group 75% (share)" },
    ]);
    expect(second.states).toEqual({ open: undecided.length + 2, reopened: 13, awaiting: 0, decided: 25, lapsed: 2 });
  });

  it("screens only what changed, and finds what a run over everything finds", async () => {
    expect(second).toMatchObject({ kind: "delta", why: null, customers: all, screenedAgainstAll: 0 });
    const { same, notes } = await replayAudit(audits[1], { full: true });
    expect([same, notes]).toEqual([true, ["Every customer was screened against every entry, as the run was not."]]);
  });

  it("replays from the auditor's file alone to the same result, and the file is the same each time", async () => {
    expect(await replayAudit(audits[0])).toMatchObject({
      run: 1,
      same: true,
      customers: all,
      cases: pairs.length,
      differences: [],
      notes: [],
    });
    expect(await replayAudit(audits[1])).toMatchObject({ run: 2, same: true, customers: all, differences: [], notes: [] });
    const again = join(folder, "again.jsonl.gz");
    await exportAudit(dir, 2, again);
    expect(readFileSync(again).equals(readFileSync(audits[1]))).toBe(true);
  });
});
