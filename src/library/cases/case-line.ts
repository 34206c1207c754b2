import { readCaseScreening } from "../../answers/cases/case-screening.ts";
import { loadsOf } from "../../answers/cases/prepare-run.ts";
import type { PresentCases } from "../../answers/cases/present-cases.ts";
import { caseStatements } from "../../answers/cases/run-cases.ts";
import type { CaseRow } from "../../base/case-tables.ts";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import type { Customer } from "../../screen/cases/customer.ts";
import type { CaseVerdict, DecisionLine } from "../../screen/cases/decision-log.ts";
import { canonical } from "../../screen/cases/digest.ts";
import { appendCaseRows, greatest, readCaseRows } from "../../workspace/cases/case-rows.ts";
import { presentCustomers } from "../../workspace/cases/customers.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { inTransaction } from "../../workspace/query.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type CasesPolicy, readPolicy } from "./policy.ts";
import { requireUser } from "./user.ts";

export interface CaseRequest {
  /** Id of the customer. */
  readonly customer: string;
  /** Key of the entry, as `cases` prints it. */
  readonly entry: string;
  readonly user: string | undefined;
  readonly note?: string | null | undefined;
}

/** What was kept, and whether it waits for a second person. */
export interface CaseDecided {
  readonly seq: number;
  readonly customer: string;
  readonly entry: string;
  readonly action: DecisionLine["action"];
  readonly verdict: CaseVerdict | null;
  readonly user: string;
  readonly awaitsSecond: boolean;
}

type Kept = Pick<DecisionLine, "action" | "verdict" | "of" | "statement" | "customerDigest" | "score" | "second">;

/** A case and who considers it. */
interface Considered {
  readonly user: string;
  readonly policy: CasesPolicy;
  readonly found: CaseLine | null;
  /** Digests of what the entry and the customer say. */
  readonly statement: string | null;
  readonly customerDigest: string;
}

/** What is to be kept of a case. Throws LM_CASE_NOT_NOW. */
export type Decide = (considered: Considered) => Kept;

/** Keeps one line of the log of a case, as it stands in `present`. Throws what `decideCase` throws. */
export async function onCaseIn(
  workspace: Workspace,
  present: PresentCases,
  request: CaseRequest,
  effects: Effects,
  decide: Decide,
): Promise<CaseDecided> {
  const policy = await readPolicy(workspace.dir);
  const user = policy.requireUser(requireUser(request.user));
  const { customer } = request;
  const result = present.latest.results.find((each) => each.customer === customer);
  if (result === undefined) throw new LevermapError("LM_CUSTOMER_UNKNOWN", `The latest run has no customer ${customer}.`, { customer });
  const entry = decidedEntry(request.entry);
  const found = present.cases.find((each) => each.customer === customer && each.entry === entry) ?? null;
  const statement = found === null ? await statementOf(workspace, present, customer, entry) : found.statement;
  const kept = decide({ user, policy, found, statement, customerDigest: result.digest });
  return keep(workspace, { ...kept, customer, entry, user, note: request.note ?? null, policy: policy.digest, at: now(effects) });
}

const now = ({ clock }: Effects): string => clock.now().toISOString();

/** What an entry that is no case said in the latest run, kept from now on. Throws LM_CASE_UNKNOWN. */
async function statementOf(workspace: Workspace, { latest: { run } }: PresentCases, customer: string, entry: string): Promise<string> {
  const screening = await readCaseScreening(workspace, await loadsOf(workspace, run), run.settings);
  const own = (await presentCustomers(workspace)).filter(({ id }) => id === customer).map(({ content }) => JSON.parse(content) as Customer);
  const statements = caseStatements(screening, own);
  const digest = statements.digestOf(customer, entry);
  if (digest === null)
    throw new LevermapError("LM_CASE_UNKNOWN", `No list had the entry ${entry} in force in run ${run.row.id}.`, { entry });
  await workspace.use(async (connection) => {
    const known = await readCaseRows(connection, "case_statement", { digest });
    const content = canonical(statements.contentOf(digest));
    if (known.length === 0) await appendCaseRows(connection, "case_statement", [{ digest, entry, content }]);
  });
  return digest;
}

async function keep(workspace: Workspace, line: Omit<DecisionLine, "seq">): Promise<CaseDecided> {
  const seq = await workspace.use((connection) =>
    inTransaction(connection, async () => {
      const next = (await greatest(connection, "case_decision", "seq")) + 1;
      await appendCaseRows(connection, "case_decision", [rowOf({ ...line, seq: next })]);
      return next;
    }),
  );
  const { customer, entry, action, verdict, user, second } = line;
  return { seq, customer, entry, action, verdict, user, awaitsSecond: second };
}

const rowOf = ({ user, customerDigest, second, ...line }: DecisionLine): CaseRow<"case_decision"> => ({
  ...line,
  by_user: user,
  customer_digest: customerDigest,
  second: second ? 1 : 0,
});

export const notNow = (message: string, { customer, entry }: CaseRequest): LevermapError =>
  new LevermapError("LM_CASE_NOT_NOW", message, { customer, entry });
