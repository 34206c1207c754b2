import { groupBy } from "../../base/collections.ts";
import { unless } from "../../base/errors.ts";
import { nameKey } from "../../link/name-key.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import { type Customer, namesOfCustomer } from "../../screen/cases/customer.ts";
import { caseStatement, statementDigest, statementsOf } from "../../screen/cases/statement.ts";
import { isListed } from "../../screen/lists/listing-status.ts";
import { presentCustomers } from "../../workspace/cases/customers.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { CustomerDecisions, ListsScreened } from "../screen/customer-decisions.ts";
import type { ScreenHit } from "../screen/screen-report.ts";
import { presentCases } from "./present-cases.ts";

const none: ReturnType<CustomerDecisions["of"]> = new Map();

/** Reads the decisions on cases; without a run there are none. */
export async function readCustomerDecisions(workspace: Workspace): Promise<CustomerDecisions> {
  const cases = await unless(
    ["LM_RUN_UNKNOWN"],
    async () => (await presentCases(workspace)).cases,
    (): readonly CaseLine[] => [],
  );
  const decided = groupBy(
    cases.filter(({ state }) => state === "decided"),
    ({ customer }) => customer,
  );
  const customers = new Map((await presentCustomers(workspace)).map((row) => [row.id, row]));
  return {
    of(id, name, screened) {
      const [own, row] = [decided.get(id ?? ""), customers.get(id ?? "")];
      if (own === undefined || row === undefined) return none;
      const customer = JSON.parse(row.content) as Customer;
      if (!namesOfCustomer(customer).some((each) => nameKey(each) === nameKey(name))) return none;
      const stillSaid = own.filter(
        ({ entry, statement, log }) => log.inForce?.customerDigest === row.digest && statement === digestNow(customer, entry, screened),
      );
      return new Map(
        stillSaid.flatMap(({ entry, log: { inForce } }) => (inForce === null ? [] : [[entry, shown(inForce, name)] as const])),
      );
    },
  };
}

const shown = (
  { entry, verdict, note, at, user, customer }: NonNullable<CaseLine["decision"]>,
  name: string,
): NonNullable<ScreenHit["decision"]> => ({ name, entry, verdict: verdict ?? "unsure", note, decidedAt: at, customer, user });

function digestNow(customer: Customer, entry: string, { lists, on, owners }: ListsScreened): string | null {
  const rows = lists.parties.filter((row) => {
    if (decidedEntry(row.entry) !== entry) return false;
    const standing = on.standing(row.entry);
    return standing !== null && isListed(standing);
  });
  const [statement] = statementsOf(lists, rows, decidedEntry, owners).values();
  return statement === undefined ? null : statementDigest(caseStatement(statement, owners.ofCustomer(customer)));
}
