import { groupBy } from "../../base/collections.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import type { AtlasParties } from "../../screen/atlas-names.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import { customerDigest } from "../../screen/cases/customer.ts";
import { canonical } from "../../screen/cases/digest.ts";
import { statementDigest } from "../../screen/cases/statement.ts";
import { listsOf } from "../../screen/read-lists.ts";
import { type AuditCase, type AuditRecord, linesOf } from "./audit-record.ts";
import { contentsOf } from "./case-records.ts";
import { type CaseScreening, caseScreening } from "./case-screening.ts";
import { engineId } from "./engine.ts";
import type { RunOwners } from "./owned-customers.ts";
import { caseStatements, casesFrom } from "./run-cases.ts";
import { type CustomerResult, screenCustomers } from "./screen-customers.ts";

/** Something that came out otherwise than the file says; `null`: not there. */
export interface ReplayDifference {
  readonly what: "customer" | "statement" | "fault" | "match" | "case";
  readonly customer: string | null;
  readonly entry: string | null;
  readonly recorded: unknown;
  readonly replayed: unknown;
}

/** A run made again from its file alone. */
export interface Replay {
  readonly run: number;
  readonly same: boolean;
  readonly customers: number;
  readonly matches: number;
  readonly cases: number;
  readonly differences: readonly ReplayDifference[];
  /** What bears on the comparison: another engine, customers purged since. */
  readonly notes: readonly string[];
}

export interface ReplayOptions {
  /** Screens every customer against every entry, where the run had looked only at what changed: more may be found. */
  readonly full?: boolean;
}

/** Makes the run of an auditor's file again and compares what comes out. Throws the reason of `effects.signal`. */
export async function replayRun(
  record: AuditRecord,
  { full = false }: ReplayOptions = {},
  effects: Effects = quietEffects,
): Promise<Replay> {
  const { head } = record;
  const screening = screeningOf(record);
  const customers = linesOf(record, "customer");
  const asked = customers.map((line) => ({ ...line, ...(full && { scope: "all" as const, carried: [] }) }));
  const results = await screenCustomers(asked, screening, new Set(head.changed), effects);
  const cases = replayedCases(record, screening, results);
  const recorded = linesOf(record, "case");
  const differences = [
    ...digestFaults(record),
    ...customers.flatMap((line, at) => matchDifferences(line, results[at]!)),
    ...caseDifferences(recorded, cases),
  ];
  return {
    run: head.run,
    same: differences.length === 0,
    customers: customers.length,
    matches: results.reduce((sum, { matches }) => sum + matches.length, 0),
    cases: cases.length,
    differences,
    notes: notesOf(record, full),
  };
}

function notesOf({ head }: AuditRecord, full: boolean): readonly string[] {
  const { engine } = head.settings;
  return [
    ...(engine === engineId()
      ? []
      : [`The run was made by another build or with other tables of names (${engine}, this is ${engineId()}).`]),
    ...(head.purged > 0 ? [`${head.purged} of its customers were purged since, and are not in the file.`] : []),
    ...(full && head.of === "delta" ? ["Every customer was screened against every entry, as the run was not."] : []),
  ];
}

function screeningOf(record: AuditRecord): CaseScreening {
  const parties = linesOf(record, "party");
  const byEntry = <R extends object>(rows: (line: (typeof parties)[number]) => readonly R[]) =>
    new Map(parties.map((line) => [line.row.entry, rows(line).map((row) => ({ entry: line.row.entry, ...row }))]));
  const atlas: AtlasParties = {
    byEntry: new Map(parties.flatMap(({ row, organisation }) => (organisation === null ? [] : [[row.entry, organisation] as const]))),
    names: new Map(
      linesOf(record, "organisation").map(({ organisation, names }) => [organisation, names.map((name) => ({ organisation, ...name }))]),
    ),
    organisations: new Map(),
  };
  const lists = listsOf({
    parties: parties.map(({ row }) => row),
    editions: linesOf(record, "edition").map(({ edition }) => edition),
    names: byEntry(({ names }) => names),
    places: byEntry(({ places }) => places),
    links: byEntry(({ links }) => links),
    facts: byEntry(({ facts }) => facts),
    ownRows: (rows) => rows,
  });
  const ofRow = new Map(parties.map(({ row, owners }) => [row.entry, owners]));
  const customers = new Map(linesOf(record, "customer").map((line) => [line.customer.id, line]));
  return caseScreening(lists, atlas, record.head.settings, {
    ofRow: ({ entry }) => ofRow.get(entry) ?? [],
    ofCustomer: ({ id }) => customers.get(id)?.owners ?? [],
    ...runOwners(record),
  });
}

function runOwners(record: AuditRecord): RunOwners {
  const above = new Map(
    linesOf(record, "customer").flatMap(({ customer, above }) => (above === undefined ? [] : [[customer.id, above] as const])),
  );
  const told = new Map([...above.values()].flatMap((each) => each.told.map((one) => [one.party.id, one] as const)));
  const states = new Map(linesOf(record, "ownership-rule").map(({ rule, state }) => [rule, state]));
  return {
    party: (id) => told.get(id)?.party,
    holdings: (id) => told.get(id)?.holdings ?? [],
    partiesOf: ({ id }) => (above.get(id)?.parties ?? []).flatMap((party) => told.get(party)?.party ?? []),
    stateOf: ({ id }) => states.get(id) ?? { state: "start unknown", stateWords: "" },
  };
}

function replayedCases(record: AuditRecord, screening: CaseScreening, results: readonly CustomerResult[]): readonly CaseLine[] {
  const statements = new Map(linesOf(record, "statement").map(({ digest, statement }) => [digest, statement]));
  const versions = new Map(
    [...linesOf(record, "customer"), ...linesOf(record, "former")].map(({ customer, digest }) => [`${customer.id} ${digest}`, customer]),
  );
  const told = caseStatements(
    screening,
    results.map(({ customer }) => customer),
  );
  return casesFrom(
    results,
    { inForce: screening.statements, statements: told },
    linesOf(record, "decision").flatMap(({ decision, since }) => (since ? [] : [decision])),
    new Map(linesOf(record, "rename").map(({ before, after }) => [before, after])),
    contentsOf(
      (digest) => statements.get(digest),
      (customer, digest) => versions.get(`${customer} ${digest}`),
    ),
  );
}

/** Texts that are not those of their digests: somebody changed them. */
function digestFaults(record: AuditRecord): readonly ReplayDifference[] {
  const customers = [...linesOf(record, "customer"), ...linesOf(record, "former")].map(
    ({ customer, digest }): ReplayDifference => ({
      ...{ what: "customer", customer: customer.id, entry: null },
      ...{ recorded: digest, replayed: customerDigest(customer) },
    }),
  );
  const statements = linesOf(record, "statement").map(
    ({ statement, digest }): ReplayDifference => ({
      ...{ what: "statement", customer: null, entry: statement.entry },
      ...{ recorded: digest, replayed: statementDigest(statement) },
    }),
  );
  return [...customers, ...statements].filter(({ recorded, replayed }) => recorded !== replayed);
}

function matchDifferences(
  { customer, fault, matches }: ReturnType<typeof linesOf<"customer">>[number],
  replayed: CustomerResult,
): readonly ReplayDifference[] {
  const faults: readonly ReplayDifference[] =
    fault === replayed.fault ? [] : [{ what: "fault", customer: customer.id, entry: null, recorded: fault, replayed: replayed.fault }];
  return [
    ...faults,
    ...differing(
      "match",
      matches.map((each) => ({ ...each, customer: customer.id })),
      replayed.matches.map((each) => ({ ...each, customer: customer.id })),
    ),
  ];
}

function caseDifferences(recorded: readonly AuditCase[], replayed: readonly CaseLine[]): readonly ReplayDifference[] {
  const told = recorded.map(({ kind: _, ...line }) => line);
  const now = replayed.map(({ log: _, decision, ...line }) => ({ ...line, decision: decision?.seq ?? null }));
  return differing("case", told, now);
}

/** Lines of one customer and entry that are on one side only or not equal. */
function differing<T extends { readonly customer: string; readonly entry: string }>(
  what: ReplayDifference["what"],
  recorded: readonly T[],
  replayed: readonly T[],
): readonly ReplayDifference[] {
  const keyOf = ({ customer, entry }: T): string => canonical([customer, entry]);
  const [old, now] = [groupBy(recorded, keyOf), groupBy(replayed, keyOf)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((key): readonly ReplayDifference[] => {
    const [before, after] = [old.get(key)?.[0] ?? null, now.get(key)?.[0] ?? null];
    if (canonical(before) === canonical(after)) return [];
    const { customer, entry } = (before ?? after)!;
    return [{ what, customer, entry, recorded: before, replayed: after }];
  });
}
