import { groupBy } from "../../base/collections.ts";
import type { ChangedColumn } from "../lists/difference.ts";
import { type CaseVerdict, type DecisionLine, type DecisionState, decisionState } from "./decision-log.ts";

/**
 * `open`: nobody decided; `awaiting`: proposed, a second person has not confirmed; `decided`: and nothing changed since; `reopened`: the
 * entry or the customer changed since it was decided or proposed; `lapsed`: decided false, and no match any more.
 */
export const caseStates = ["open", "reopened", "awaiting", "decided", "lapsed"] as const;
export type CaseState = (typeof caseStates)[number];

/** A customer and an entry of a list, and what is to be done about them. */
export interface CaseLine {
  readonly customer: string;
  readonly entry: string;
  /** The key that the entry had when it was decided on, where the list has renamed it. */
  readonly former: string | null;
  /** `null`: no match by name; a decision keeps the case. */
  readonly score: number | null;
  /** Digest of what the entry says; `null`: it is not in force. */
  readonly statement: string | null;
  readonly state: CaseState;
  /** Of the decision in force, or of the proposal that waits. */
  readonly verdict: CaseVerdict | null;
  readonly decision: DecisionLine | null;
  readonly log: DecisionState;
  /** What changed since the decision. */
  readonly changes: readonly ChangedColumn[];
}

/** What the cases of a run are made of. */
export interface CaseFacts {
  /** Digests of the customers that were screened. */
  readonly customers: ReadonlyMap<string, string>;
  /** Scores by customer and entry; what stands for an entry where listed parties own the customer is one too. */
  readonly matches: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Entries in force. */
  readonly inForce: { has(entry: string): boolean };
  /** Digest of what an entry in force says, with the owners of the customer, or of how listed parties own it. */
  statementOf(customer: string, entry: string): string | null;
  /** In order. */
  readonly decisions: readonly DecisionLine[];
  /** Present keys of entries by their former ones. */
  readonly renames: ReadonlyMap<string, string>;
  statementChanges(before: string, after: string): readonly ChangedColumn[];
  customerChanges(customer: string, before: string, after: string): readonly ChangedColumn[];
}

/** The cases of all customers that were screened, by customer and entry. */
export function casesOf(facts: CaseFacts): readonly CaseLine[] {
  const lines = groupBy(facts.decisions, ({ customer }) => customer);
  return [...facts.customers.keys()].sort().flatMap((customer) => {
    const matches = facts.matches.get(customer) ?? new Map<string, number>();
    const decided = groupBy(lines.get(customer) ?? [], ({ entry }) => presentEntry(entry, facts));
    const entries = [...new Set([...matches.keys(), ...decided.keys()])].sort();
    return entries.flatMap((entry) => caseLine(customer, entry, matches.get(entry) ?? null, decided.get(entry) ?? [], facts) ?? []);
  });
}

/** Key of an entry now; its own where it is in force, or was never renamed. */
function presentEntry(entry: string, { inForce, renames }: CaseFacts): string {
  const seen = new Set<string>();
  let key = entry;
  for (let next = renames.get(key); next !== undefined && !inForce.has(key) && !seen.has(key); next = renames.get(key)) {
    seen.add(key);
    key = next;
  }
  return inForce.has(key) ? key : entry;
}

function caseLine(
  customer: string,
  entry: string,
  score: number | null,
  lines: readonly DecisionLine[],
  facts: CaseFacts,
): CaseLine | null {
  const log = decisionState(lines);
  const decision = log.proposed ?? log.inForce;
  const statement = facts.inForce.has(entry) || isOwnedEntry(entry) ? facts.statementOf(customer, entry) : null;
  if (decision === null && score === null) return null;
  const changes = decision === null ? [] : changesSince(decision, customer, statement, facts);
  return {
    ...{ customer, entry, score, statement, log, decision, changes },
    former: decision === null || decision.entry === entry ? null : decision.entry,
    state: stateOf(log, score, statement, changes),
    verdict: decision?.verdict ?? null,
  };
}

function changesSince(
  { statement: then, customerDigest }: DecisionLine,
  customer: string,
  now: string | null,
  facts: CaseFacts,
): readonly ChangedColumn[] {
  const digest = facts.customers.get(customer)!;
  return [
    ...(now === null
      ? [{ column: "listing", before: "in force", after: "not in force" }]
      : then === null || then === now
        ? []
        : facts.statementChanges(then, now)),
    ...(digest === customerDigest ? [] : facts.customerChanges(customer, customerDigest, digest)),
  ];
}

function stateOf(
  { proposed, inForce }: DecisionState,
  score: number | null,
  statement: string | null,
  changes: readonly unknown[],
): CaseState {
  if (proposed !== null) return changes.length > 0 ? "reopened" : "awaiting";
  if (inForce === null) return "open";
  const isGone = score === null || statement === null;
  if (inForce.verdict === "false" && isGone) return "lapsed";
  return changes.length > 0 ? "reopened" : "decided";
}

const prefix = "owned/";

/** What stands in place of an entry of a list where listed parties own a customer: `owned/ofac-50-percent`. */
export const ownedEntry = (rule: string): string => prefix + rule;

export const isOwnedEntry = (entry: string): boolean => entry.startsWith(prefix) && !entry.includes("/", prefix.length);
