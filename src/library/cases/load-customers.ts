import type { CaseRow } from "../../base/case-tables.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { type Customer, customerDigest } from "../../screen/cases/customer.ts";
import { canonical } from "../../screen/cases/digest.ts";
import { appendCaseRows } from "../../workspace/cases/case-rows.ts";
import { type CustomerRow, presentCustomers } from "../../workspace/cases/customers.ts";
import { inTransaction } from "../../workspace/query.ts";
import { withWorkspace } from "../with-workspace.ts";
import { type CustomerDoubt, readCustomerFile } from "./customer-file.ts";
import { maybeUser } from "./user.ts";

export interface CustomersOptions {
  /** The file holds all customers: those that it lacks are closed, and screened no more. */
  readonly whole?: boolean;
  readonly user?: string | undefined;
  readonly effects?: Effects | undefined;
}

/** What became of the customers of a file. */
export interface LoadedCustomers {
  /** Ids. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly closed: readonly string[];
  readonly same: number;
  readonly rejected: readonly CustomerDoubt[];
  readonly doubts: readonly CustomerDoubt[];
}

/**
 * Loads or updates customers from a CSV file. Loading a file again changes nothing; a customer that differs gets a new version, the old
 * ones stay. A bad row costs the others nothing. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, LM_LOAD_UNRECOGNISED, LM_USER_NEEDED,
 * LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await loadCustomers("./levermap-data", "customers.csv", { user: "anna" });
 */
export async function loadCustomers(
  dir: string,
  file: string,
  { whole = false, user, effects = quietEffects }: CustomersOptions = {},
): Promise<LoadedCustomers> {
  const by = maybeUser(user);
  const { customers, rejected, doubts } = await readCustomerFile(file, effects);
  return withWorkspace(dir, { what: "cases customers", user: by }, effects, async (workspace) => {
    const known = new Map((await presentCustomers(workspace)).map((row) => [row.id, row]));
    const stamp = { recorded_at: effects.clock.now().toISOString(), recorded_by: by };
    const rows = customers.flatMap((customer) => nextVersion(customer, known.get(customer.id), stamp) ?? []);
    const named = new Set([...customers.map(({ id }) => id), ...rejected.flatMap(({ id }) => id ?? [])]);
    const isCertain = rejected.every(({ id }) => id !== null);
    const gone = whole && isCertain ? [...known.values()].filter(({ id, state }) => state === "active" && !named.has(id)) : [];
    const closed = gone.map((row): CustomerRow => ({ ...row, ...stamp, version: row.version + 1, state: "closed" }));
    await workspace.use((connection) => inTransaction(connection, () => appendCaseRows(connection, "customer", [...rows, ...closed])));
    const ids = (of: readonly CustomerRow[]): readonly string[] => of.map(({ id }) => id);
    return {
      added: ids(rows.filter(({ version }) => version === 1)),
      changed: ids(rows.filter(({ version }) => version > 1)),
      closed: ids(closed),
      same: customers.length - rows.length,
      rejected,
      doubts: whole && !isCertain ? [...doubts, { line: 0, id: null, reason: notClosed }] : doubts,
    };
  });
}

const notClosed = "rows without a readable id may be of customers that the file seems to lack: none was closed";

function nextVersion(
  customer: Customer,
  known: CustomerRow | undefined,
  stamp: Pick<CaseRow<"customer">, "recorded_at" | "recorded_by">,
): CustomerRow | null {
  const digest = customerDigest(customer);
  if (known?.digest === digest && known.state === "active") return null;
  const { id, name } = customer;
  return { id, version: (known?.version ?? 0) + 1, state: "active", name, content: canonical(customer), digest, ...stamp };
}
