import { mapped } from "../../../base/collections.ts";
import { usdM } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { said } from "../../../base/words.ts";
import { joinedEvidence } from "../../shared/evidence-of.ts";
import { programmeName, worthWords } from "../plan-labels.ts";
import type { ChosenProgramme, PlanReport } from "../plan-report.ts";
import type { PreparedPlan } from "../prepared-plan.ts";
import type { ComparedSide, PlanComparison, ProgrammeDifference } from "./plan-compare-report.ts";

interface Side {
  readonly label: string;
  readonly report: PlanReport;
}

/** A plan with its answer. */
export interface AnsweredPlan {
  readonly prepared: PreparedPlan;
  readonly report: PlanReport;
}

/** Two plans, what each is worth as a whole, and which problems only one takes up and why. */
export function answerPlanCompare(
  { prepared: first, report }: AnsweredPlan,
  { prepared: second, report: beside }: AnsweredPlan,
): PlanComparison {
  const labels = labelsOf(first, second);
  const one: Side = { label: labels[0], report };
  const other: Side = { label: labels[1], report: beside };
  const inOther = new Set(other.report.programmes.map(({ problem }) => problem));
  const both = one.report.programmes.filter(({ problem }) => inOther.has(problem));
  const [firstOnly, secondOnly] = [differences(one, other), differences(other, one)];
  return {
    question: say("plan-compare.where-do-the-plans", { label: one.label, otherLabel: other.label }),
    finding: findingOf(one, other, both.length, firstOnly, secondOnly),
    first: toldOf(one),
    second: toldOf(other),
    both: both.map((each) => ({ problem: each.problem, name: programmeName(each) })),
    firstOnly,
    secondOnly,
    inputs: inputsThatDiffer(first, second),
    evidence: joinedEvidence([one.report.evidence, other.report.evidence]),
  };
}

/** The names of two plans; with the id or the file of each where both have one name. */
function labelsOf(first: PreparedPlan, second: PreparedPlan): readonly [string, string] {
  const label = ({ head, asked }: PreparedPlan): string =>
    first.head.name === second.head.name ? `${head.name} (${head.id ?? asked.place})` : head.name;
  return [label(first), label(second)];
}

const toldOf = ({ label, report }: Side): ComparedSide => ({
  plan: report.plan,
  label,
  candidates: report.candidates.problems,
  programmes: report.programmes.length,
  resilience: report.resilience?.mean ?? null,
  income: report.income.mean,
  cost: report.cost,
  rights: report.rights?.mean ?? null,
  value: report.value,
  gap: report.gap,
});

/** Problems that one plan takes up and the other does not. */
function differences(here: Side, there: Side): readonly ProgrammeDifference[] {
  const taken = new Set(there.report.programmes.map(({ problem }) => problem));
  return here.report.programmes
    .filter(({ problem }) => !taken.has(problem))
    .map((each) => ({
      problem: each.problem,
      programme: each.id,
      technology: each.technology,
      name: programmeName(each),
      why: say("plan-compare.in", { why: each.why, label: there.label, whyNotIn: whyNotIn(there.report, each) }),
    }));
}

function whyNotIn({ out, plan }: PlanReport, { problem }: ChosenProgramme): string {
  const found = out.find((each) => each.problem === problem);
  return found?.why ?? say("plan-compare.it-is-not-a", { homeName: plan.homeName });
}

function findingOf(
  one: Side,
  other: Side,
  both: number,
  firstOnly: readonly ProgrammeDifference[],
  secondOnly: readonly ProgrammeDifference[],
): string {
  const told = ({ label, report }: Side): string =>
    say("plan-compare.and-costs", { label, worth: worthWords(report), cost: usdM(report.cost) });
  const counts = said(
    say("plan-compare.problems-in-both", { problems: both }),
    say("plan-compare.only-in-the-first", { firstOnly: String(firstOnly.length) }),
    say("plan-compare.only-in-the-second", { secondOnly: String(secondOnly.length) }),
  ).join(", ");
  return `${counts}. ${told(one)} ${told(other)}`;
}

function inputsThatDiffer(first: PreparedPlan, second: PreparedPlan): PlanComparison["inputs"] {
  const key = ({ id, scope }: { readonly id: string; readonly scope: string }): string => `${id}|${scope}`;
  const [ours, theirs] = mapped([first, second], ({ inputs }) => new Map(inputs.map((input) => [key(input), input])));
  const ends = (input: { readonly low: number; readonly high: number } | undefined) =>
    input === undefined ? null : ([input.low, input.high] as const);
  return [...new Set([...ours.keys(), ...theirs.keys()])].flatMap((name) => {
    const [a, b] = [ours.get(name), theirs.get(name)];
    if (a?.low === b?.low && a?.high === b?.high) return [];
    const { id, scope } = (a ?? b)!;
    return [{ id, scope, first: ends(a), second: ends(b) }];
  });
}
