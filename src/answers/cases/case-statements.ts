import type { Customer } from "../../screen/cases/customer.ts";
import { caseStatement, type Statement, statementDigest } from "../../screen/cases/statement.ts";
import type { CaseScreening } from "./case-screening.ts";

/** What entries in force say, with what is told of the owners of customers. */
export interface CaseStatements {
  /** Digest of what an entry says for a customer; `null` where it is not in force. */
  digestOf(customer: string, entry: string): string | null;
  /** What stands behind a digest that was given out, or that of an entry in force. */
  contentOf(digest: string): Statement | undefined;
}

/** Statements for the customers of a run; those without owners share the statements of the entries. */
export function caseStatements(
  { statements, owners }: Pick<CaseScreening, "statements" | "owners">,
  customers: Iterable<Customer>,
): CaseStatements {
  const owned = new Map<string, readonly string[]>();
  for (const customer of customers) {
    const told = owners.ofCustomer(customer);
    if (told.length > 0) owned.set(customer.id, told);
  }
  const contents = new Map([...statements.values()].map(({ statement, digest }) => [digest, statement]));
  return {
    digestOf(customer, entry) {
      const said = statements.get(entry);
      if (said === undefined) return null;
      const own = owned.get(customer);
      if (own === undefined) return said.digest;
      const statement = caseStatement(said.statement, own);
      const digest = statementDigest(statement);
      contents.set(digest, statement);
      return digest;
    },
    contentOf: (digest) => contents.get(digest),
  };
}
