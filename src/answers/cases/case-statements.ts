import type { Customer } from "../../screen/cases/customer.ts";
import { isOwnedEntry } from "../../screen/cases/owned-entry.ts";
import { caseStatement, type Statement, statementDigest } from "../../screen/cases/statement.ts";
import type { CaseScreening } from "./case-screening.ts";
import { ownedStatement } from "./owned-match.ts";

/** What entries in force say, with what is told of the owners of customers. */
export interface CaseStatements {
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
