import { readCaseScreening } from "../../answers/cases/case-screening.ts";
import { type PresentCases, presentCases } from "../../answers/cases/present-cases.ts";
import type { CaseRow } from "../../base/case-tables.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import type { CaseVerdict, DecisionLine } from "../../screen/cases/decision-log.ts";
import { canonical } from "../../screen/cases/digest.ts";
import { appendCaseRows, greatest, readCaseRows } from "../../workspace/cases/case-rows.ts";
import { decidedEntry } from "../../workspace/decisions.ts";
import { inTransaction } from "../../workspace/query.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { withWorkspace } from "../with-workspace.ts";
import { type CasesPolicy, readPolicy } from "./policy.ts";
import { loadsOf } from "./run.ts";
import { requireUser } from "./user.ts";

export interface CaseRequest {
  /** Id of the customer. */
  readonly customer: string;
  /** Key of the entry, as `cases` prints it. */
  readonly entry: string;
  readonly user: string | undefined;
  readonly note?: string | null | undefined;
}

export interface DecideCaseRequest extends CaseRequest {
  /** `true`: the customer is the listed party; `false`: it is not; `unsure`: to be looked at again; `undo`: takes the last decision back. */
  readonly verdict: CaseVerdict | "undo";
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

/**
 * Decides a case: that a customer is a listed party, or is not. The decision belongs to what the customer and the entry say in the latest
 * run, and waits for a second person where the policy says so. `undo` is a new decision too. Throws LM_USER_NEEDED, LM_POLICY_INVALID,
 * LM_RUN_UNKNOWN, LM_CUSTOMER_UNKNOWN, LM_CASE_UNKNOWN, LM_CASE_NOT_NOW, LM_WORKSPACE_MISSING, LM_WORKSPACE_BUSY.
 *
 * @example
 * await decideCase("./levermap-data", { customer: "C-17", entry: "csl/us-entity-list/acme-cn", verdict: "false", user: "anna", note: "born 1961" });
 */
export const decideCase = (dir: string, request: DecideCaseRequest, effects: Effects = quietEffects): Promise<CaseDecided> =>
  onCase(dir, request, effects, async ({ found, policy, statement, customerDigest, user }) => {
    const { verdict } = request;
    const score = found?.score ?? null;
    if (verdict === "undo") {
      if (found === null || found.decision === null) throw notNow("There is no decision to undo.", request);
      return { action: "undo", verdict: null, of: found.decision.seq, statement, customerDigest, score, second: false };
    }
    policy.requireUser(user);
    return { action: "decide", verdict, of: null, statement, customerDigest, score, second: policy.needsSecond(verdict, score) };
  });

/** Confirms a proposal of another person: it takes effect. Throws as `decideCase`. */
export const confirmCase = (dir: string, request: CaseRequest, effects: Effects = quietEffects): Promise<CaseDecided> =>
  onCase(dir, request, effects, async ({ found, user, statement, customerDigest }) => {
    const proposal = found?.log.proposed ?? null;
    if (proposal === null) throw notNow("Nothing is proposed that could be confirmed.", request);
    if (proposal.user === user) throw notNow(`${user} proposed this: another person has to confirm it.`, request);
    if (proposal.statement !== statement || proposal.customerDigest !== customerDigest)
      throw notNow("The entry or the customer has changed since it was proposed: it is to be decided anew.", request);
    return {
      action: "confirm",
      verdict: proposal.verdict,
      of: proposal.seq,
      statement,
      customerDigest,
      score: proposal.score,
      second: false,
    };
  });

/** Refuses a proposal: what was decided before holds again. Throws as `decideCase`. */
export const refuseCase = (dir: string, request: CaseRequest, effects: Effects = quietEffects): Promise<CaseDecided> =>
  onCase(dir, request, effects, async ({ found, statement, customerDigest }) => {
    const proposal = found?.log.proposed ?? null;
    if (proposal === null) throw notNow("Nothing is proposed that could be refused.", request);
    return {
      action: "refuse",
      verdict: proposal.verdict,
      of: proposal.seq,
      statement,
      customerDigest,
      score: proposal.score,
      second: false,
    };
  });

type Kept = Pick<DecisionLine, "action" | "verdict" | "of" | "statement" | "customerDigest" | "score" | "second">;

interface Considered {
  readonly user: string;
  readonly policy: CasesPolicy;
  readonly found: CaseLine | null;
  /** Digests of what the entry and the customer say. */
  readonly statement: string | null;
  readonly customerDigest: string;
}

function onCase(
  dir: string,
  request: CaseRequest,
  effects: Effects,
  decide: (considered: Considered) => Promise<Kept>,
): Promise<CaseDecided> {
  const named = requireUser(request.user);
  return withWorkspace(dir, "write", effects, async (workspace) => {
    const policy = await readPolicy(workspace.dir);
    const user = policy.requireUser(named);
    const present = await presentCases(workspace);
    const { customer } = request;
    const result = present.latest.results.find((each) => each.customer === customer);
    if (result === undefined) throw new LevermapError("LM_CUSTOMER_UNKNOWN", `The latest run has no customer ${customer}.`, { customer });
    const entry = decidedEntry(request.entry);
    const found = present.cases.find((each) => each.customer === customer && each.entry === entry) ?? null;
    const statement = found === null ? await statementOf(workspace, present, entry) : found.statement;
    const kept = await decide({ user, policy, found, statement, customerDigest: result.digest });
    return keep(workspace, { ...kept, customer, entry, user, note: request.note ?? null, policy: policy.digest, at: now(effects) });
  });
}

const now = ({ clock }: Effects): string => clock.now().toISOString();

/** What an entry that is no case said in the latest run, kept from now on. Throws LM_CASE_UNKNOWN. */
async function statementOf(workspace: Workspace, { latest: { run } }: PresentCases, entry: string): Promise<string> {
  const { statements } = await readCaseScreening(workspace, await loadsOf(workspace, run), run.settings);
  const found = statements.get(entry);
  if (found === undefined)
    throw new LevermapError("LM_CASE_UNKNOWN", `No list had the entry ${entry} in force in run ${run.row.id}.`, { entry });
  const { statement, digest } = found;
  await workspace.use(async (connection) => {
    const known = await readCaseRows(connection, "case_statement", { digest });
    if (known.length === 0) await appendCaseRows(connection, "case_statement", [{ digest, entry, content: canonical(statement) }]);
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

const notNow = (message: string, { customer, entry }: CaseRequest): LevermapError =>
  new LevermapError("LM_CASE_NOT_NOW", message, { customer, entry });
