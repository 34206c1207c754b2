import { presentCases } from "../../answers/cases/present-cases.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { type ErrorCode, LevermapError } from "../../base/errors.ts";
import type { CaseVerdict, DecisionLine } from "../../screen/cases/decision-log.ts";
import { withWorkspace } from "../with-workspace.ts";
import { type CaseDecided, type CaseRequest, type Decide, notNow, onCaseIn } from "./case-line.ts";
import { requireUser } from "./user.ts";

export interface DecideCaseRequest extends CaseRequest {
  /** `true`: the customer is the listed party; `false`: it is not; `unsure`: to be looked at again; `undo`: takes the last decision back. */
  readonly verdict: CaseVerdict | "undo";
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
  onCase(dir, "decide", request, effects, verdictOn(request));

const verdictOn =
  (request: DecideCaseRequest): Decide =>
  ({ found, policy, statement, customerDigest }) => {
    const { verdict } = request;
    const score = found?.score ?? null;
    if (verdict === "undo") {
      if (found === null || found.decision === null) throw notNow("There is no decision to undo.", request);
      return { action: "undo", verdict: null, of: found.decision.seq, statement, customerDigest, score, second: false };
    }
    return { action: "decide", verdict, of: null, statement, customerDigest, score, second: policy.needsSecond(verdict, score) };
  };

/** A decision of several that could not be kept. */
export interface NotDecided extends Pick<DecideCaseRequest, "customer" | "entry"> {
  readonly code: ErrorCode;
  readonly message: string;
}

export interface CasesDecided {
  readonly decided: readonly CaseDecided[];
  readonly faults: readonly NotDecided[];
}

/** Decides several cases, one after the other; one that cannot be decided costs the others nothing. Throws as `decideCase` for all of them. */
export const decideCases = (dir: string, requests: readonly DecideCaseRequest[], effects: Effects = quietEffects): Promise<CasesDecided> =>
  severalCases(dir, "decide", requests, effects, verdictOn);

/** Confirms several proposals of others, as `decideCases`. */
export const confirmCases = (dir: string, requests: readonly CaseRequest[], effects: Effects = quietEffects): Promise<CasesDecided> =>
  severalCases(dir, "confirm", requests, effects, confirmation);

/** As the commands are called. */
type Doing = "decide" | "confirm" | "refuse";

async function severalCases<R extends CaseRequest>(
  dir: string,
  doing: Doing,
  requests: readonly R[],
  effects: Effects,
  decide: (request: R) => Decide,
): Promise<CasesDecided> {
  const [user = null] = new Set(requests.map(({ user }) => requireUser(user)));
  return withWorkspace(dir, { what: `cases ${doing}`, user }, effects, async (workspace) => {
    const [decided, faults]: [CaseDecided[], NotDecided[]] = [[], []];
    let present = await presentCases(workspace);
    const touched = new Set<string>();
    for (const [done, request] of requests.entries()) {
      effects.signal.throwIfAborted();
      effects.progress.report(done, requests.length, "decisions");
      const { customer, entry } = request;
      if (touched.has(customer)) {
        present = await presentCases(workspace);
        touched.clear();
      }
      touched.add(customer);
      await onCaseIn(workspace, present, request, effects, decide(request)).then(
        (kept) => decided.push(kept),
        (thrown: unknown) => {
          if (!(thrown instanceof LevermapError) || !ofOneCase.test(thrown.code)) throw thrown;
          faults.push({ customer, entry, code: thrown.code, message: thrown.message });
        },
      );
    }
    return { decided, faults };
  });
}

const ofOneCase = /^LM_(CUSTOMER_UNKNOWN|CASE_UNKNOWN|CASE_NOT_NOW)$/;

/** Confirms a proposal of another person: it takes effect. Throws as `decideCase`. */
export const confirmCase = (dir: string, request: CaseRequest, effects: Effects = quietEffects): Promise<CaseDecided> =>
  onCase(dir, "confirm", request, effects, confirmation(request));

const confirmation =
  (request: CaseRequest): Decide =>
  ({ found, user, statement, customerDigest }) => {
    const proposal = found?.log.proposed ?? null;
    if (proposal === null) throw notNow("Nothing is proposed that could be confirmed.", request);
    if (proposal.user === user) throw notNow(`${user} proposed this: another person has to confirm it.`, request);
    if (proposal.statement !== statement || proposal.customerDigest !== customerDigest)
      throw notNow("The entry or the customer has changed since it was proposed: it is to be decided anew.", request);
    return { action: "confirm", ...secondOf(proposal), statement, customerDigest };
  };

/** Refuses a proposal: what was decided before holds again. Throws as `decideCase`. */
export const refuseCase = (dir: string, request: CaseRequest, effects: Effects = quietEffects): Promise<CaseDecided> =>
  onCase(dir, "refuse", request, effects, ({ found, statement, customerDigest }) => {
    const proposal = found?.log.proposed ?? null;
    if (proposal === null) throw notNow("Nothing is proposed that could be refused.", request);
    return { action: "refuse", ...secondOf(proposal), statement, customerDigest };
  });

const secondOf = ({ verdict, seq: of, score }: Pick<DecisionLine, "verdict" | "seq" | "score">) => ({ verdict, of, score, second: false });

async function onCase(dir: string, doing: Doing, request: CaseRequest, effects: Effects, decide: Decide): Promise<CaseDecided> {
  const user = requireUser(request.user);
  return withWorkspace(dir, { what: `cases ${doing}`, user }, effects, async (workspace) =>
    onCaseIn(workspace, await presentCases(workspace), request, effects, decide),
  );
}
