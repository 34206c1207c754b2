import { type Effects, quietEffects } from "../../base/effects.ts";
import { said } from "../../base/words.ts";
import type { CaseLine } from "../../screen/cases/case-state.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import type { OpenDay } from "../day/open-day.ts";
import type { AnswersTo } from "../shared/asking.ts";
import { answerCaseRuns, answerCases, answerCustomerCases, caseEvidence, customerNames, lineOf } from "./answer-cases.ts";
import type { caseQuestions } from "./case-questions.ts";
import type { CasesChanges } from "./case-reports.ts";
import { prepareRun } from "./prepare-run.ts";
import { presentCases } from "./present-cases.ts";
import { runCases } from "./run-cases.ts";

/** Answers on cases on one day. */
export const openCases = ({ workspace, asOf, effects }: OpenDay): AnswersTo<typeof caseQuestions> => ({
  cases: (question) => answerCases(workspace, question),
  caseRuns: () => answerCaseRuns(workspace),
  casesChanges: (_, { signal = effects.signal }) => answerCasesChanges(workspace, asOf, { ...effects, signal }),
  customerCases: ({ customer }) => answerCustomerCases(workspace, customer),
});

/** What the next run would find changed, without making it. Throws LM_RUN_UNKNOWN, LM_NO_LISTS, the reason of `effects.signal`. */
async function answerCasesChanges(workspace: Workspace, day: string, effects: Effects = quietEffects): Promise<CasesChanges> {
  const present = await presentCases(workspace);
  const prepared = await prepareRun(workspace, { day, full: false });
  const { kind, why, difference, results, cases } = await runCases(prepared.input, effects);
  const [names, known] = [await customerNames(workspace), new Map(present.cases.map((line) => [keyOf(line), line.state]))];
  const reasons = new Map(
    results.flatMap(({ customer, matches }) => matches.map((match) => [keyOf({ customer: customer.id, entry: match.entry }), match])),
  );
  const lines = (of: readonly CaseLine[]) => of.map((line) => lineOf(line, names, reasons.get(keyOf(line)) ?? null));
  const digests = new Map(present.latest.results.map(({ customer, digest }) => [customer, digest]));
  return {
    since: present.latest.run.row.id,
    asOf: day,
    ...{ kind, why },
    entries: difference.entries,
    customers: results.flatMap(({ customer, digest }) => (digests.get(customer.id) === digest ? [] : [customer.id])),
    fresh: lines(cases.filter((line) => line.state === "open" && !known.has(keyOf(line)))),
    reopened: lines(cases.filter((line) => line.state === "reopened" && known.get(keyOf(line)) !== "reopened")),
    lapsed: lines(cases.filter((line) => line.state === "lapsed" && known.get(keyOf(line)) !== "lapsed")),
    evidence: caseEvidence(
      { ...present.latest.run, loads: prepared.loads },
      said(
        kind === "full" && "All customers were screened against all entries: changes of entries since the last run are not listed.",
        "Nothing was kept: `levermap cases run` makes the run.",
      ),
    ),
  };
}

const keyOf = ({ customer, entry }: Pick<CaseLine, "customer" | "entry">): string => `${customer} ${entry}`;
