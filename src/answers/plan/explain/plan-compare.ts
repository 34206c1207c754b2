import { pick } from "../../../base/collections.ts";
import { count, counted, usdM } from "../../../base/format.ts";
import { launched } from "../../../plan/launches.ts";
import type { TargetKind } from "../../../plan/make-problem/plan-facts.ts";
import type { MadeProgramme } from "../../../plan/make-problem/programmes.ts";
import { programmeReason } from "../../../plan/shadow-prices.ts";
import { openSolver } from "../../../plan/solver/open-solver.ts";
import type { RunEffects } from "../../scenario/scenario-run.ts";
import { joinedEvidence } from "../../shared/evidence-of.ts";
import { planEvidence } from "../plan-evidence.ts";
import { gainWords, programmeName } from "../plan-labels.ts";
import { plannedProgramme, targetWorths } from "../plan-programmes.ts";
import {
  inAnotherWay,
  type PlanOptions,
  type SolvedProblem,
  sameCellPrice,
  solveOptions,
  solvePrepared,
  technologiesIn,
} from "../plan-solved.ts";
import { noneOf, reasonsInWords, targetParts } from "../plan-words.ts";
import type { PreparedPlan } from "../prepared-plan.ts";
import type { ComparedSide, PlanComparison, ProgrammeDifference } from "./plan-compare-report.ts";
import { sumOf } from "./plan-explain-words.ts";

/** One of two plans, with what is asked of its programmes. */
interface Side {
  readonly prepared: PreparedPlan;
  readonly label: string;
  readonly worth: number;
  readonly solved: SolvedProblem;
  /** Place of a programme in the problem; -1 where it is not among those to choose from. */
  readonly at: (id: string) => number;
  readonly part: (id: string) => number;
  readonly reason: (id: string) => ReturnType<typeof programmeReason> | null;
}

/** Two plans compared: which programmes differ and why. Throws as `solvePrepared`. */
export async function answerPlanCompare(
  first: PreparedPlan,
  second: PreparedPlan,
  asked: PlanOptions,
  effects: RunEffects,
): Promise<PlanComparison> {
  const solver = openSolver();
  try {
    const labels = labelsOf(first, second);
    const sideOf = async (prepared: PreparedPlan, label: string): Promise<Side> =>
      side(prepared, label, await solvePrepared(prepared, prepared.made, solver, solveOptions(prepared, asked, effects), effects));
    const [one, other] = [await sideOf(first, labels[0]), await sideOf(second, labels[1])];
    const both = idsIn(one).filter((id) => other.part(id) > 0);
    const onlyIn = (here: Side, there: Side): readonly ProgrammeDifference[] =>
      idsIn(here)
        .filter((id) => !both.includes(id))
        .map((id) => difference(here, there, id))
        .sort(byNet);
    const firstOnly = onlyIn(one, other);
    const swapped = onlyIn(other, one).map((each) => ({ ...each, parts: reversed(each.parts), nets: reversed(each.nets) }));
    return {
      question: `Where do the plans "${labels[0]}" and "${labels[1]}" differ, and why?`,
      finding: findingOf(one, other, both.length, firstOnly, swapped),
      first: toldOf(one),
      second: toldOf(other),
      both: both.map((id) => ({ id, name: nameOf(one, id) })),
      firstOnly,
      secondOnly: swapped,
      inputs: inputsThatDiffer(first, second),
      evidence: joinedEvidence([one, other].map(({ prepared, solved }) => planEvidence(prepared, [], technologiesIn(solved)))),
    };
  } finally {
    await solver.close();
  }
}

/** The names of two plans; with the id or the file of each where both have one name. */
function labelsOf(first: PreparedPlan, second: PreparedPlan): readonly [string, string] {
  const label = ({ head, asked }: PreparedPlan): string =>
    first.head.name === second.head.name ? `${head.name} (${head.id ?? asked.place})` : head.name;
  return [label(first), label(second)];
}

/** Those that earn most beyond what they take first; by id where they earn alike. */
const byNet = (a: ProgrammeDifference, b: ProgrammeDifference): number =>
  (b.nets[0] ?? 0) - (a.nets[0] ?? 0) || (a.programme.id < b.programme.id ? -1 : 1);

const reversed = <T>([a, b]: readonly [T, T]): [T, T] => [b, a];

function side(prepared: PreparedPlan, label: string, solved: SolvedProblem): Side {
  const { problem, plan, prices } = solved;
  const places = new Map(problem.programmes.map(({ id }, i) => [id, i]));
  const at = (id: string): number => places.get(id) ?? -1;
  return {
    prepared,
    label,
    worth: targetWorths(prepared, solved).reduce((sum, { worth }) => sum + worth, 0),
    solved,
    at,
    part: (id) => (at(id) < 0 ? 0 : launched(problem, plan.launches, at(id))),
    reason: (id) => (at(id) < 0 || prices === null ? null : programmeReason(problem, prices, at(id))),
  };
}

const idsIn = ({ solved: { problem }, part }: Side): readonly string[] =>
  problem.programmes.map(({ id }) => id).filter((id) => part(id) > 0);

const toldOf = ({ prepared, label, worth, solved: { plan, problem }, part }: Side): ComparedSide => ({
  plan: prepared.head,
  label,
  worth,
  candidates: problem.programmes.length,
  programmes: problem.programmes.filter(({ id }) => part(id) > 0).length,
  ...pick(plan, "value", "gap"),
});

const madeOf = ({ solved: { made } }: Side, id: string): MadeProgramme => made.programmes.find(({ programme }) => programme.id === id)!;

const nameOf = (side: Side, id: string): string => programmeName(plannedProgramme(side.prepared, madeOf(side, id)));

/** A programme that is in one plan and not in the other. */
function difference(here: Side, there: Side, id: string): ProgrammeDifference {
  return {
    programme: plannedProgramme(here.prepared, madeOf(here, id)),
    parts: [here.part(id), there.part(id)],
    nets: [here.reason(id)?.net ?? null, there.reason(id)?.net ?? null],
    why: whyOf(here, there, id),
  };
}

/** What most makes it worth less in the other plan: what it brings there by kind of gain, or what its money and people bring elsewhere there. */
function whyOf(here: Side, there: Side, id: string): string {
  if (there.at(id) < 0) return `not a candidate in the other plan, where nothing speaks for it; here this does: ${spokenFor(here, id)}`;
  const another = inAnotherWay(there.solved, there.at(id));
  if (another !== null) return `in the other plan its cell is already taken by ${another}`;
  const none = noneOf(there.solved.problem, there.at(id));
  if (none !== null) return `there is no ${none} in the other plan`;
  const [own, other] = [here.reason(id), there.reason(id)];
  if (own === null || other === null) return "unknown: no prices were found in time";
  const lost = lostGains(here, there, own, other);
  const dearer = elsewhere(there, id, other) - elsewhere(here, id, own);
  const kept = other.charge - own.charge;
  if (kept > Math.max(dearer, lost?.less ?? 0, 0)) return `in the other plan its cost would be worth ${usdM(kept)} more left over`;
  if (lost !== null && lost.less >= Math.max(dearer, 0) && lost.less > 0)
    return `in the other plan it brings ${usdM(lost.less)} less of ${gainWords[lost.kind]}`;
  if (dearer > 0) return `its money and people would bring ${usdM(dearer)} more elsewhere in the other plan`;
  return "near the margin in both: programmes are whole and have a least size";
}

/** What the money, people and room that a programme takes would bring elsewhere. */
const elsewhere = ({ solved, at }: Side, id: string, reason: Reason): number =>
  sumOf(reason.prices) + sumOf(reason.limits) - sameCellPrice(solved, at(id), reason);

/** What speaks for the cell of a programme. */
function spokenFor(here: Side, id: string): string {
  const { prepared } = here;
  const { cell } = madeOf(here, id);
  const reasons = reasonsInWords(prepared.gathered.reasons.get(cell.id) ?? [], prepared.head.homeName);
  return reasons.flatMap(({ speaks, text }) => (speaks === "for" ? [text] : [])).join("; ");
}

type Reason = ReturnType<typeof programmeReason>;

function lostGains(here: Side, there: Side, own: Reason, other: Reason): { readonly kind: TargetKind; readonly less: number } | null {
  const byKind = ({ prepared, solved }: Side, { gains }: Reason): ReadonlyMap<TargetKind, number> => {
    const sums = new Map<TargetKind, number>();
    for (const { target, value } of gains) {
      const { kind } = targetParts(prepared.read, solved.problem.targets[target]!.id);
      sums.set(kind, (sums.get(kind) ?? 0) + value);
    }
    return sums;
  };
  const [mine, theirs] = [byKind(here, own), byKind(there, other)];
  const losses = [...mine].map(([kind, value]) => ({ kind, less: value - (theirs.get(kind) ?? 0) })).sort((a, b) => b.less - a.less);
  return losses[0] ?? null;
}

function inputsThatDiffer(first: PreparedPlan, second: PreparedPlan): PlanComparison["inputs"] {
  const key = ({ id, scope }: { readonly id: string; readonly scope: string }): string => `${id}|${scope}`;
  const ends = ({ inputs }: PreparedPlan) => new Map(inputs.map((each) => [key(each), each]));
  const [one, other] = [ends(first), ends(second)];
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((each) => {
    const [a, b] = [one.get(each), other.get(each)];
    if (a?.low === b?.low && a?.high === b?.high) return [];
    const { id, scope } = (a ?? b)!;
    return [{ id, scope, first: a ? ([a.low, a.high] as const) : null, second: b ? ([b.low, b.high] as const) : null }];
  });
}

function findingOf(
  one: Side,
  other: Side,
  both: number,
  firstOnly: readonly ProgrammeDifference[],
  secondOnly: readonly ProgrammeDifference[],
): string {
  const told = ({ label, worth }: Side): string => `"${label}" (brings ${usdM(worth)})`;
  const leading = ([most]: readonly ProgrammeDifference[], { label }: Side): string =>
    most ? ` ${programmeName(most.programme)} is only in "${label}": ${most.why}.` : "";
  const shared = `${told(one)} and ${told(other)} share ${counted(both, "programme")}; ${count(firstOnly.length)} only in the first, ${count(secondOnly.length)} only in the second.`;
  return shared + (leading(firstOnly, one) || leading(secondOnly, other));
}
