import { setImmediate } from "node:timers/promises";
import { type Effects, quietEffects } from "../../base/effects.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import type { CaseScreening } from "./case-screening.ts";
import { type CaseMatch, type CustomerMatches, matchCustomer, type RowFilter } from "./match-customer.ts";

/**
 * A customer to be screened: against all entries, or against those that changed since the run before. Then its matches of that run are
 * scored anew as well (`carried`, their keys).
 */
export interface ScreenedCustomer {
  readonly customer: Customer;
  readonly version: number;
  readonly digest: string;
  readonly scope: "all" | "changed";
  readonly carried: readonly string[];
}

/** `known`: matches of the run before that need not be scored anew. */
export interface PlannedCustomer extends ScreenedCustomer {
  readonly known?: readonly CaseMatch[];
}

export interface CustomerResult extends ScreenedCustomer, CustomerMatches {}

/** Customers of one step, between which other work and Ctrl-C get their turn. */
const together = 50;

/**
 * Screens customers, in their order. `changed`: keys of the entries that changed since the run before. A customer that cannot be screened
 * gets a fault. Throws the reason of `effects.signal`.
 */
export async function screenCustomers(
  customers: readonly PlannedCustomer[],
  screening: CaseScreening,
  changed: ReadonlySet<string>,
  effects: Effects = quietEffects,
): Promise<readonly CustomerResult[]> {
  const filters = { inForce: filterOf(screening, screening.rows.keys()), isChanged: filterOf(screening, changed) };
  const results: CustomerResult[] = [];
  for (const [done, { known = [], ...each }] of customers.entries()) {
    if (done % together === 0) {
      await setImmediate();
      effects.signal.throwIfAborted();
      effects.progress.report(done, customers.length, "customers");
    }
    results.push({ ...each, ...matchesOf({ ...each, known }, screening, filters, changed) });
  }
  effects.progress.report(customers.length, customers.length, "customers");
  return results;
}

/** The rows in force of some entries. */
function filterOf({ rows }: CaseScreening, entries: Iterable<string>): RowFilter {
  const among = new Set([...entries].flatMap((entry) => rows.get(entry) ?? []));
  return (entry) => among.has(entry);
}

/** By names, and by owners: those are reckoned anew in every run. */
function matchesOf(
  planned: PlannedCustomer,
  screening: CaseScreening,
  filters: Parameters<typeof namedMatches>[2],
  changed: ReadonlySet<string>,
): CustomerMatches {
  const named = namedMatches(planned, screening, filters, changed);
  const owned = screening.owned(planned.customer).matches;
  return owned.length === 0 ? named : { ...named, matches: inOrder([...named.matches, ...owned]) };
}

const inOrder = (matches: readonly CaseMatch[]): readonly CaseMatch[] => [...matches].sort((a, b) => (a.entry < b.entry ? -1 : 1));

function namedMatches(
  { customer, scope, carried, known = [] }: PlannedCustomer,
  screening: CaseScreening,
  { inForce, isChanged }: { readonly inForce: RowFilter; readonly isChanged: RowFilter },
  changed: ReadonlySet<string>,
): CustomerMatches {
  if (scope === "all") return matchCustomer(customer, screening, inForce);
  const fresh = changed.size === 0 ? nothing : matchCustomer(customer, screening, isChanged);
  const same = known.filter(({ entry }) => !changed.has(entry) && screening.rows.has(entry));
  const told = new Set(same.map(({ entry }) => entry));
  const rest = carried.filter((entry) => !changed.has(entry) && !told.has(entry) && screening.rows.has(entry));
  if (same.length + rest.length === 0) return fresh;
  const again = rest.length === 0 ? nothing : matchCustomer(customer, screening, filterOf(screening, rest));
  return { matches: inOrder([...fresh.matches, ...same, ...again.matches]), fault: fresh.fault ?? again.fault };
}

const nothing: CustomerMatches = { matches: [], fault: null };
