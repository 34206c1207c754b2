import { present } from "../../../base/collections.ts";
import { percentPoints, usdBnInterval } from "../../../base/format.ts";
import { say } from "../../../base/message.ts";
import { capital, listed } from "../../../base/words.ts";
import type { CourseTarget } from "../../../leverage/course/parties.ts";
import { horizons } from "../../../leverage/course/steps.ts";
import { spreadOf, usualDraws, usualSeed } from "../../../leverage/draw/monte-carlo.ts";
import { metricsAt, type ScenarioMetric } from "../../../leverage/scenario/run-scenario.ts";
import { joinedEvidence } from "../../shared/evidence-of.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { type AskedScenario, partyName, targetName } from "../planned-scenario.ts";
import type { ComparedPair, CompareReport } from "../scenario-questions.ts";
import { type RunEffects, type RunScenario, runScenario, type SimulateOptions } from "../scenario-run.ts";
import { grows, isValued, isWholeTold, type ResultContext, salesTold } from "../scenario-told.ts";
import { simulateEvidence } from "../simulate-evidence.ts";

/** A scenario with the model as of its day. */
export interface DatedScenario {
  readonly read: ReadModel;
  readonly asked: AskedScenario;
}

/** One of the two that was run. */
interface Side extends DatedScenario {
  readonly run: RunScenario;
}

type Sides = readonly [ResultContext, ResultContext];

/**
 * Two scenarios on the same draws, so that what both share cancels: losses and costs of both, and their difference with an interval of its own.
 * What one of them cannot tell is not compared. Throws LM_SCENARIO_INVALID, LM_INTERRUPTED.
 */
export async function answerCompare(
  first: DatedScenario,
  second: DatedScenario,
  { draws = usualDraws, seed = usualSeed }: SimulateOptions,
  effects: RunEffects,
): Promise<CompareReport> {
  const sides: Side[] = [];
  for (const side of [first, second]) sides.push({ ...side, run: await runScenario(side.read, side.asked, { draws, seed }, effects) });
  const both = sides as [Side, Side];
  const states = both.map(({ run: { context } }) => stateOf(context));
  const contexts = both.flatMap(({ run: { context } }) => context ?? []);
  const report = {
    first: both[0].run.planned.head,
    second: both[1].run.planned.head,
    horizons: [...horizons],
    draws,
    seed,
    ...(states.every((state) => state === "known") ? differences(contexts as unknown as Sides, draws) : nothing),
  };
  const evidence = joinedEvidence(both.map(({ read, run }) => simulateEvidence(read, run.planned, run.context)));
  const denied = both.some(({ run }) => run.planned.named.denials.length > 0);
  const sentences = comparedSentences(report, states, denied);
  return {
    question: say("compare.how-does-differ-from", { name: report.second.name, firstName: report.first.name }),
    finding: sentences.slice(0, 2).join(" "),
    ...report,
    evidence: { ...evidence, limits: [...sentences.slice(2), ...daysDiffer(report), ...evidence.limits] },
  };
}

const nothing = { targets: [], senders: [], usd: null, sales: null } as const;

function stateOf(context: ResultContext | null): ComparedState {
  if (context === null) return "no supply";
  return context.unknown.targets.size === context.compiled.targets.length ? "unknown" : "known";
}

type Differences = Pick<CompareReport, "targets" | "senders" | "usd" | "sales">;

function differences(sides: Sides, draws: number): Differences {
  const targetCodes = sides.map(({ compiled }) => compiled.targets.map(keyOf));
  const senderCodes = sides.map(({ compiled }) => compiled.senders);
  const [targets, senders] = [codesOf(targetCodes), codesOf(senderCodes)];
  const compared = (kind: ScenarioMetric["kind"], codes: readonly Found[], isTold: IsTold): readonly ComparedPair[] | null => {
    if (codes.length === 0 || !codes.every(({ at }) => at.every((place, side) => place < 0 || isTold(sides[side]!, place)))) return null;
    const of = kind === "sales" ? "sender" : "target";
    const asked = sides.map((_, side) => codes.every(({ at }) => at[side]! >= 0));
    return pairsOf(draws, (side, h) => {
      const wanted = codes.map(({ at }) => ({ kind, [of]: at[side]! }));
      return asked[side] ? summed(sides[side]!, draws, wanted, h) : null;
    });
  };
  const isKnown: IsTold = (context, k) => !context.unknown.targets.has(k) && isWholeTold(context, k);
  const growing = sides.some(grows);
  const isWorth: IsTold = (context, k) => isKnown(context, k) && isValued(context, k);
  return {
    targets: targets.map((target) => ({
      code: targetIn(sides, target).code,
      name: nameIn(sides, target),
      inBoth: inBoth(target),
      loss: compared("loss", [target], isKnown),
      growth: growing ? compared("growth", [target], isKnown) : null,
      usd: compared("usd", [target], isWorth),
    })),
    senders: senders.map((sender) => ({
      code: sender.code,
      name: partyName(sides[0].read, sender.code),
      inBoth: inBoth(sender),
      sales: compared("sales", [sender], salesTold),
    })),
    usd: compared("usd", targets.filter(inBoth), isWorth),
    sales: compared("sales", senders.filter(inBoth), salesTold),
  };
}

/** What tells targets of two scenarios apart: all the world but some is another target than all but others. */
const keyOf = ({ code, ownsRest, leaves }: CourseTarget): string =>
  ownsRest ? say("compare.but", { code, sort: [...leaves].sort().join(" ") }) : code;

const targetIn = (sides: Sides, { at }: Found): CourseTarget =>
  sides[at[0]! >= 0 ? 0 : 1].compiled.targets[at.find((place) => place >= 0)!]!;

/** A code with its place in each of the two, -1 where it is not in one. */
interface Found {
  readonly code: string;
  readonly at: readonly number[];
}

/** Whether a side can tell a number of the party at a place in it. */
type IsTold = (side: ResultContext, place: number) => boolean;

const inBoth = ({ at }: Found): boolean => at.every((place) => place >= 0);

const codesOf = (lists: readonly (readonly string[])[]): readonly Found[] =>
  [...new Set(lists.flat())].map((code) => ({ code, at: lists.map((list) => list.indexOf(code)) }));

/** All the world but some is named by these where the other scenario has it without others. */
function nameIn(sides: Sides, target: Found): string {
  const { read, compiled } = sides[target.at[0]! >= 0 ? 0 : 1];
  const { code, ownsRest, leaves } = targetIn(sides, target);
  if (!ownsRest || inBoth(target)) return targetName(read, compiled, code);
  return say("compare.all-but", { leaves: listed(leaves.map((left) => partyName(read, left))) });
}

/** @param valuesOf by draw; `null` where a side was not asked */
function pairsOf(draws: number, valuesOf: (side: number, h: number) => Float64Array | null): readonly ComparedPair[] {
  return horizons.map((_, h) => {
    const [first, second] = [valuesOf(0, h), valuesOf(1, h)];
    if (first === null || second === null)
      return { first: first && spreadOf(first), second: second && spreadOf(second), difference: null, more: null };
    const difference = second.map((value, i) => value - first[i]!);
    const more = difference.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / Math.max(1, draws);
    return { first: spreadOf(first), second: spreadOf(second), difference: spreadOf(difference), more };
  });
}

/** Sums of numbers by draw at a horizon; what was not run counts with 0. */
function summed({ numbers }: ResultContext, draws: number, wanted: readonly Parameters<typeof metricsAt>[1][], h: number): Float64Array {
  const sum = new Float64Array(draws);
  for (const each of wanted) {
    const at = metricsAt(numbers.metrics, each)[h];
    if (at === undefined) continue;
    const values = numbers.draws.values[at]!;
    for (let i = 0; i < draws; i++) sum[i]! += values[i]!;
  }
  return sum;
}

/** Said first: two days that differ. */
function daysDiffer({ first, second }: Pick<CompareReport, "first" | "second">): readonly string[] {
  if (first.asOf === second.asOf) return [];
  return [say("compare.the-two-are-answered", { asOf: first.asOf, secondAsOf: second.asOf })];
}

/** What is known of one of the two: its losses; nothing, since no share is known; or nothing, since it leaves supply alone. */
type ComparedState = "known" | "unknown" | "no supply";

type Compared = Omit<CompareReport, "question" | "finding" | "evidence">;

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

/** The difference in a sentence each, or why there is none; the first two are the finding. */
function comparedSentences(report: Compared, states: readonly ComparedState[], denied: boolean): readonly string[] {
  const missing = [report.first, report.second].flatMap(({ name }, i) => whyNot[states[i]!](name));
  return present(...(missing.length > 0 ? missing : supplyFinding(report)), denied && "What the denial of licences does is not compared.");
}

const whyNot: Readonly<Record<ComparedState, (name: string) => readonly string[]>> = {
  known: () => [],
  unknown: (name) => [say("compare.what-does-is-unknown", { name })],
  "no supply": (name) => [say("compare.nothing-in-acts-on", { name })],
};

/** Whether anything is lost in one of the two. */
export const isLost = ({ first, second }: ComparedPair): boolean => (first?.[2] ?? 0) > 0 || (second?.[2] ?? 0) > 0;

/** Who is a target, or acts, in one of the two only: there is nothing to compare it with. */
function notAsked({ targets, senders }: Compared): readonly string[] {
  const inOne = (list: Compared["targets"] | Compared["senders"]) => list.flatMap(({ inBoth, name }) => (inBoth ? [] : [name]));
  const [hit, acting] = [inOne(targets), inOne(senders)];
  return present(
    hit.length > 0 && say("compare.asked-in-one-of", { hit: capital(listed(hit)), are: hit.length > 1 ? "are" : "is" }),
    acting.length > 0 && say("compare.in-one-of-them", { acting: capital(listed(acting)), act: acting.length > 1 ? "act" : "acts" }),
  );
}

function supplyFinding(report: Compared): readonly string[] {
  const { targets, second, first } = report;
  const unknown = targets.flatMap(({ name, loss }) => (loss === null ? [name] : []));
  const left = present(
    unknown.length > 0 && say("compare.what-is-unknown-in", { unknown: listed(unknown), lose: unknown.length > 1 ? "lose" : "loses" }),
  );
  const changes = targets.flatMap(({ name, loss, growth }) => {
    const of = [loss, growth].find((each) => each?.some(isLost));
    const [after, end] = [of?.[year]?.difference, of?.[last]?.difference];
    if (!after || !end) return [];
    const what = of === loss ? "running output" : "new capacity";
    return [say("compare.of-of-by-after", { what, name, after: percentPoints(after), end: percentPoints(end) })];
  });
  const rest = [...left, ...(changes.length > 0 ? moneyOf(report) : []), ...notAsked(report)];
  if (changes.length > 0) return [say("compare.in-the-model-changes", { name: second.name, changes: changes.join(", ") }), ...rest];
  if (unknown.length === targets.length) return left;
  if (!targets.some(({ inBoth }) => inBoth))
    return [say("compare.and-have-no-target", { name: second.name, firstName: first.name }), ...rest];
  return [say("compare.in-the-model-does", { name: second.name, firstName: first.name }), ...rest];
}

/** Less than this does not show, USD bn. */
const leastUsdBn = 5e-4;

function moneyOf({ usd, sales }: Compared): readonly string[] {
  const [worth, cost] = [usd?.[year]?.difference, sales?.[year]?.difference];
  return present(
    worth && say("compare.after-a-year-that", { worth: usdBnInterval(worth) }),
    cost?.some((end) => Math.abs(end) >= leastUsdBn) && say("compare.the-senders-lost-sales", { cost: usdBnInterval(cost) }),
  );
}
