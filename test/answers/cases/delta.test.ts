import fc from "fast-check";
import { expect, test } from "vitest";
import { contentsOf, runRecord } from "../../../src/answers/cases/case-records.ts";
import { type CaseScreening, caseScreening, caseSettings } from "../../../src/answers/cases/case-screening.ts";
import { type RunInput, type RunOutcome, runCases } from "../../../src/answers/cases/run-cases.ts";
import { groupBy } from "../../../src/base/collections.ts";
import type { CaseLine } from "../../../src/screen/cases/case-state.ts";
import { type Customer, customerDigest } from "../../../src/screen/cases/customer.ts";
import type { DecisionLine } from "../../../src/screen/cases/decision-log.ts";
import { canonical } from "../../../src/screen/cases/digest.ts";
import { noOwnersTold } from "../../../src/screen/cases/owners-told.ts";
import { listsOf } from "../../../src/screen/read-lists.ts";
import { party } from "../../screen/loaded.ts";
import { longRun } from "../../tiers.ts";

/** Words that are far apart, so that a list that changes moves no unchanged pair over the threshold. */
const words = ["Helmunbri", "Ostfjolyn", "Kapselrud", "Tivgamnoe", "Pildravik", "Esktorwan", "Julgrubek", "Zalhomfer"];

interface Entry {
  readonly id: number;
  readonly name: number;
  readonly alias: number | null;
  readonly policy: string | null;
}

const nameOf = (at: number): string => `${words[at % words.length]} ${words[(at * 3 + 1) % words.length]} Works`;
const settings = caseSettings({ day: "2026-06-01", by: "effective" }, []);
const atlas = { byEntry: new Map(), names: new Map(), organisations: new Map() };

function screeningOf(entries: readonly Entry[]): CaseScreening {
  const rows = entries.map(({ id, name, policy }) =>
    party({ entry: `one/no-list/e${id}`, name: nameOf(name), native: String(id % 20), policy, edition: "2026-06-01" }),
  );
  const named = (entry: string, name: string, kind: string) => ({ entry, name, kind, language: null });
  return caseScreening(
    listsOf({
      parties: rows.map((row) => ({ ...row, load_id: "l", datedBy: null, effectiveBy: null })),
      editions: [{ list: "no-list", origin: "one", day: "2026-06-01", kind: "snapshot" }],
      names: new Map(
        entries.map(({ alias }, at) => {
          const { entry, name } = rows[at]!;
          return [entry, [named(entry, name, "primary"), ...(alias === null ? [] : [named(entry, nameOf(alias), "alias")])]];
        }),
      ),
      places: new Map(),
      links: new Map(),
      facts: new Map(),
      ownRows: (all) => all,
    }),
    atlas,
    settings,
    {
      ...noOwnersTold,
      party: () => undefined,
      holdings: () => [],
      partiesOf: () => [],
      stateOf: () => ({ state: "in force", stateWords: "" }),
    },
  );
}

const customerRow = (at: number, name: number): RunInput["customers"][number] => {
  const base = { names: [], kind: null, country: null, countryAs: null, born: null, identifiers: [], addresses: [] };
  const customer: Customer = { id: `C-${at}`, name: nameOf(name), ...base };
  const [digest, content] = [customerDigest(customer), canonical(customer)];
  return { id: customer.id, version: 1, state: "active", name: customer.name, content, digest, recorded_at: "", recorded_by: null };
};

const reasonsOf = (results: RunOutcome["results"], customer: string, entry: string): string | null => {
  const match = results.find((each) => each.customer.id === customer)?.matches.find((each) => each.entry === entry);
  return match === undefined ? null : canonical(match);
};

/** A run as it would be kept. */
const kept = ({ results, cases, difference }: RunOutcome): NonNullable<RunInput["before"]>["results"] => ({
  run: runRecord({
    ...{
      id: 1,
      kind: "full",
      previous: null,
      why: null,
      as_of: settings.day,
      started_at: "",
      ended_at: "",
      by_user: null,
      decision: 0,
      purged: 0,
    },
    ...{ settings: canonical(settings), loads: "[]", lists: "[]", changed: canonical([...difference.searched]) },
  }),
  results: results.map(({ customer, version, digest, scope, fault }) => ({
    run: 1,
    customer: customer.id,
    version,
    digest,
    scope,
    carried: "[]",
    fault,
  })),
  matches: groupBy(
    cases.map(({ customer, entry, former, score, statement, state, verdict }) => ({
      ...{ run: 1, customer, entry, former, score, statement, state, verdict },
      ...{ reasons: reasonsOf(results, customer, entry), decision: null, changes: "[]" },
    })),
    ({ customer }) => customer,
  ),
});

const decisionOn = ({ customer, entry, statement, score }: CaseLine, seq: number, customers: RunInput["customers"]): DecisionLine => ({
  ...{ seq, customer, entry, action: "decide", verdict: seq % 2 === 0 ? "false" : "true", of: null, note: null, user: "a", at: "" },
  ...{ statement, score, second: false, policy: "" },
  customerDigest: customers.find(({ id }) => id === customer)!.digest,
});

const entries = fc.uniqueArray(
  fc.record({
    id: fc.nat(9),
    name: fc.nat(15),
    alias: fc.option(fc.nat(15)),
    policy: fc.constantFrom(null, "denial", "case by case"),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
);
/** What becomes of each entry and each customer: most stay as they are. */
const edits = fc.record({
  entries: fc.array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constant((each: Entry): readonly Entry[] => [each]) },
      fc.constant((): readonly Entry[] => []),
      fc.nat(15).map((alias) => (each: Entry): readonly Entry[] => [{ ...each, alias }]),
      fc.nat(15).map((name) => (each: Entry): readonly Entry[] => [{ ...each, name, id: each.id + 20 }]),
      fc.constant((each: Entry): readonly Entry[] => [{ ...each, policy: "another" }]),
    ),
    { minLength: 8, maxLength: 8 },
  ),
  customers: fc.array(fc.option(fc.nat(15), { freq: 3 }), { minLength: 6, maxLength: 6 }),
});
const customers = fc.array(fc.nat(15), { minLength: 6, maxLength: 6 });

test("a run over what changed has the cases of a run over everything, in the same states, however lists and customers changed", async () => {
  const states = new Set<string>();
  await fc.assert(
    fc.asyncProperty(
      entries,
      entries,
      customers,
      edits,
      fc.array(fc.nat(20), { maxLength: 6 }),
      async (old, others, had, edited, decided) => {
        const fresh = others.filter(({ id }) => id > 7 && !old.some((each) => each.id === id));
        const now = [...old.flatMap((each, at) => edited.entries[at]?.(each) ?? []), ...fresh];
        const have = had.map((name, at) => edited.customers[at] ?? name);
        const [was, is] = [screeningOf(old), screeningOf(now)];
        const [oldRows, newRows] = [had.map((name, at) => customerRow(at, name)), have.map((name, at) => customerRow(at, name))];
        const statements = new Map(
          [...was.statements.values(), ...is.statements.values()].map(({ digest, statement }) => [digest, statement]),
        );
        const versions = new Map(
          [...oldRows, ...newRows].map(({ id, digest, content }) => [`${id} ${digest}`, JSON.parse(content) as Customer]),
        );
        const contents = contentsOf(
          (digest) => statements.get(digest),
          (customer, digest) => versions.get(`${customer} ${digest}`),
        );
        const common = { why: null, renames: new Map<string, string>(), contents };
        const first = await runCases({ ...common, now: was, before: null, customers: oldRows, decisions: [] });
        const decisions = [...new Set(decided)].flatMap((at, seq) => {
          const line = first.cases[at];
          return line === undefined ? [] : [decisionOn(line, seq + 1, oldRows)];
        });
        const before = { results: kept(first), screening: was };
        const delta = await runCases({ ...common, now: is, before, customers: newRows, decisions });
        const full = await runCases({ ...common, now: is, before: null, customers: newRows, decisions, renames: delta.renames });
        const told = (cases: readonly CaseLine[]) =>
          cases.map(({ customer, entry, score, state, changes }) => ({ customer, entry, score, state, changes }));
        expect(told(delta.cases)).toEqual(told(full.cases));
        for (const { state } of delta.cases) states.add(state);
      },
    ),
    { numRuns: longRun ?? 60 },
  );
  expect([...states].sort()).toEqual(["decided", "lapsed", "open", "reopened"]);
});
