import { type Effects, quietEffects } from "../../base/effects.ts";
import { type CaseLine, casesOf, isOwnedEntry } from "../../screen/cases/case-state.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import type { DecisionLine } from "../../screen/cases/decision-log.ts";
import { caseStatement, type Statement, statementDigest } from "../../screen/cases/statement.ts";
import type { CustomerRow } from "../../workspace/cases/customers.ts";
import type { Contents, RunResults } from "./case-records.ts";
import { type CaseScreening, namesDigest } from "./case-screening.ts";
import { type EntryDifference, entryDifference } from "./entry-changes.ts";
import type { CaseMatch } from "./match-customer.ts";
import { ownedStatement } from "./owned-match.ts";
import { type CustomerResult, type PlannedCustomer, screenCustomers } from "./screen-customers.ts";

/** What a run is made of. `before`: the last run and the lists as it saw them; `null` where all is to be screened, for the reason `why`. */
export interface RunInput {
  readonly now: CaseScreening;
  readonly before: { readonly results: RunResults; readonly screening: CaseScreening } | null;
  readonly why: string | null;
  /** Present versions of the customers that are screened, by id. */
  readonly customers: readonly CustomerRow[];
  readonly decisions: readonly DecisionLine[];
  readonly renames: ReadonlyMap<string, string>;
  readonly contents: Contents;
}

/** A run before it is kept. */
export interface RunOutcome {
  readonly kind: "full" | "delta";
  readonly why: string | null;
  readonly difference: EntryDifference;
  /** Present keys of entries by their former ones, with those of this run. */
  readonly renames: ReadonlyMap<string, string>;
  readonly results: readonly CustomerResult[];
  readonly cases: readonly CaseLine[];
  readonly statements: CaseStatements;
}

const nothingChanged: EntryDifference = { entries: [], searched: new Set() };

/**
 * Screens customers against the lists: all of them against all entries, or only what changed since the run before. A customer that is new,
 * changed or could not be screened is always screened against all. Throws the reason of `effects.signal`.
 */
export async function runCases(input: RunInput, effects: Effects = quietEffects): Promise<RunOutcome> {
  const { now, before, why, decisions, contents } = input;
  const difference = before === null ? nothingChanged : entryDifference(before.screening, now);
  const renames = new Map(input.renames);
  for (const { former, entry } of difference.entries) if (former !== null) renames.set(former, entry);
  const kept = before !== null && namesDigest(before.screening) === namesDigest(now);
  const results = await screenCustomers(planned(input, kept), now, difference.searched, effects);
  const statements = caseStatements(
    now,
    results.map(({ customer }) => customer),
  );
  return {
    kind: before === null ? "full" : "delta",
    ...{ why, difference, renames, results, statements },
    cases: casesFrom(results, { inForce: now.statements, statements }, decisions, renames, contents),
  };
}

/** `kept`: whether matches of the run before have the same scores now. */
function planned({ before, customers }: RunInput, kept: boolean): readonly PlannedCustomer[] {
  const known = new Map(before?.results.results.map((row) => [row.customer, row]));
  return customers.map(({ id, version, digest, content }): PlannedCustomer => {
    const last = known.get(id);
    const isSame = last !== undefined && last.digest === digest && last.fault === null;
    const matched = before?.results.matches.get(id)?.filter(({ entry, score }) => score !== null && !isOwnedEntry(entry)) ?? [];
    return {
      customer: JSON.parse(content) as Customer,
      ...{ version, digest },
      scope: isSame ? "changed" : "all",
      carried: isSame ? matched.map(({ entry }) => entry) : [],
      known: isSame && kept ? matched.flatMap(({ reasons }) => (reasons === null ? [] : [JSON.parse(reasons) as CaseMatch])) : [],
    };
  });
}

/** The cases of some results. */
export const casesFrom = (
  results: readonly CustomerResult[],
  { inForce, statements }: { readonly inForce: CaseScreening["statements"]; readonly statements: CaseStatements },
  decisions: readonly DecisionLine[],
  renames: ReadonlyMap<string, string>,
  contents: Contents,
): readonly CaseLine[] =>
  casesOf({
    customers: new Map(results.map(({ customer, digest }) => [customer.id, digest])),
    matches: new Map(results.map(({ customer, matches }) => [customer.id, new Map(matches.map(({ entry, score }) => [entry, score]))])),
    ...{ decisions, renames, inForce },
    statementOf: statements.digestOf,
    statementChanges: contents.withStatements(statements.contentOf).statementChanges,
    customerChanges: contents.customerChanges,
  });

/** What entries in force say, with what is told of the owners of customers. */
interface CaseStatements {
  /** Digest of what an entry says for a customer, or of how listed parties own it; `null` where it is not in force, or they do not. */
  digestOf(customer: string, entry: string): string | null;
  /** What stands behind a digest that was given out, or that of an entry in force. */
  contentOf(digest: string): Statement | undefined;
}

/** Statements for the customers of a run; those without owners share the statements of the entries. */
export function caseStatements(
  { statements, owners, owned: ownedOf }: Pick<CaseScreening, "statements" | "owners" | "owned">,
  customers: Iterable<Customer>,
): CaseStatements {
  const owned = new Map<string, readonly string[]>();
  const byOwners = new Map<string, Statement>();
  for (const customer of customers) {
    const told = owners.ofCustomer(customer);
    if (told.length > 0) owned.set(customer.id, told);
    for (const match of ownedOf(customer).matches) byOwners.set(`${customer.id} ${match.entry}`, ownedStatement(match));
  }
  const contents = new Map([...statements.values()].map(({ statement, digest }) => [digest, statement]));
  return {
    digestOf(customer, entry) {
      const said = isOwnedEntry(entry) ? byOwners.get(`${customer} ${entry}`) : statements.get(entry)?.statement;
      if (said === undefined) return null;
      const own = owned.get(customer);
      if (own === undefined && !isOwnedEntry(entry)) return statements.get(entry)?.digest ?? null;
      const statement = caseStatement(said, own ?? []);
      const digest = statementDigest(statement);
      contents.set(digest, statement);
      return digest;
    },
    contentOf: (digest) => contents.get(digest),
  };
}
