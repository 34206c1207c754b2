import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCustomers } from "../../../src/library/cases/load-customers.ts";
import { policyName } from "../../../src/library/cases/policy.ts";
import { runCases } from "../../../src/library/cases/run.ts";
import { caseRows } from "../../../src/workspace/cases/case-rows.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { madeOnce } from "../../made-once.ts";
import { customerLike, customerTable, desk, listedKey, listedParties } from "./invented-desk.ts";

/** What the desk has loaded. */
export const parties = listedParties(20);
export const [one, two] = [parties[0]!, parties[1]!];
export const entry = listedKey(one);
export const asOf = "2026-06-02";

/** Of two customers by the name of one listed party, and one by no such name; made once, with or without a first run of cases. */
const template = (ran: boolean): Promise<string> =>
  madeOnce(ran ? "desk-run" : "desk", async (folder) => {
    const made = await desk(folder, "made");
    await made.lists("2026-06-01", parties);
    const customers = customerTable([customerLike("A", one), customerLike("B", one), { id: "C", name: "Ostrander Bakery" }]);
    await loadCustomers(made.dir, made.write("customers.csv", customers), { user: "anna" });
    if (ran) await runCases(made.dir, { asOf });
  });

/** A desk of its own in a folder. */
export async function openedDesk(folder: string, name: string, { policy, ran = true }: { policy?: string; ran?: boolean } = {}) {
  const made = await desk(folder, name, join(await template(ran), "made"));
  if (policy !== undefined) writeFileSync(join(made.dir, policyName), policy);
  const customers = (rows: string) => loadCustomers(made.dir, made.write("customers.csv", rows), { user: "anna" });
  return { ...made, customers };
}

export async function rowsOf<T extends Parameters<typeof caseRows>[1]>(dir: string, table: T) {
  const workspace = await openWorkspace(dir, { mode: "read" });
  return caseRows(workspace, table).finally(() => workspace.close());
}
