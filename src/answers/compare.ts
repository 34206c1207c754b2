import { horizons } from "../leverage/course/steps.ts";
import { spreadOf } from "../leverage/draw/spread.ts";
import type { ScenarioMetric } from "../leverage/scenario/run-scenario.ts";
import { metricsAt } from "../leverage/scenario/run-scenario.ts";
import type { ComparedPair, CompareReport } from "./compare-report.ts";
import { joinedEvidence } from "./evidence-of.ts";
import { type AskedScenario, partyName, targetName } from "./planned-scenario.ts";
import type { ReadModel } from "./read-model.ts";
import { type RunEffects, type RunScenario, runScenario, type SimulateOptions, usualScenarioDraws, usualSeed } from "./simulate.ts";
import { simulateEvidence } from "./simulate-evidence.ts";
import { amount } from "./simulate-finding.ts";
import { percentPoints } from "./words.ts";

/** A scenario with the model as of its day. */
export interface DatedScenario {
  readonly read: ReadModel;
  readonly asked: AskedScenario;
}

/** One of the two that was run. */
interface Side extends DatedScenario {
  readonly run: RunScenario;
}

/**
 * Two scenarios on the same draws, so that what both share cancels: losses and costs of both, and their difference with an interval of its own.
 * Throws LM_SCENARIO_INVALID, LM_INTERRUPTED.
 */
export async function answerCompare(
  first: DatedScenario,
  second: DatedScenario,
  { draws = usualScenarioDraws, seed = usualSeed }: SimulateOptions,
  effects: RunEffects,
): Promise<CompareReport> {
  const sides: Side[] = [];
  for (const side of [first, second]) sides.push({ ...side, run: await runScenario(side.read, side.asked, { draws, seed }, effects) });
  const both = sides as [Side, Side];
  const targets = codesOf(both, ({ run }) => run.context?.compiled.targets.map(({ code }) => code) ?? []);
  const senders = codesOf(both, ({ run }) => run.context?.compiled.senders ?? []);
  const valued = both.map((side) => valuedIn(side));
  const compare = (codes: readonly string[], kind: ScenarioMetric["kind"], of: "target" | "sender") =>
    compared(both, draws, codes, kind, of);
  const report = {
    first: both[0].run.planned.head,
    second: both[1].run.planned.head,
    horizons: [...horizons],
    draws,
    seed,
    targets: targets.map(({ code, inBoth }) => ({
      code,
      name: nameIn(both, code),
      inBoth,
      loss: compare([code], "loss", "target"),
      growth: compare([code], "growth", "target"),
      usd: valued.every((each) => each.has(code)) || !inBoth ? compare([code], "usd", "target") : null,
    })),
    senders: senders.map(({ code, inBoth }) => ({
      code,
      name: partyName(both[0].read, code),
      inBoth,
      sales: compare([code], "sales", "sender"),
    })),
    usd: targets.every(({ code, inBoth }) => !inBoth || valued.every((each) => each.has(code)))
      ? compare(
          targets.map(({ code }) => code),
          "usd",
          "target",
        )
      : null,
    sales: compare(
      senders.map(({ code }) => code),
      "sales",
      "sender",
    ),
  };
  const evidence = joinedEvidence(both.map(({ read, run }) => simulateEvidence(read, run.planned, run.context)));
  return {
    question: `How does "${report.second.name}" differ from "${report.first.name}"?`,
    finding: findingOf(report),
    ...report,
    evidence: { ...evidence, limits: [...daysDiffer(report), ...evidence.limits] },
  };
}

function codesOf(sides: readonly [Side, Side], of: (side: Side) => readonly string[]): readonly { code: string; inBoth: boolean }[] {
  const [a, b] = [of(sides[0]), of(sides[1])];
  return [...new Set([...a, ...b])].map((code) => ({ code, inBoth: a.includes(code) && b.includes(code) }));
}

/** Targets of which a value is known. */
function valuedIn({ run: { context } }: Side): ReadonlySet<string> {
  if (!context) return new Set();
  const products = context.run.metrics.flatMap(({ product }) => product ?? []);
  const some = products.some((t) => !context.run.unvalued.includes(t));
  return new Set(context.compiled.targets.flatMap(({ code, designer }) => (some && !designer ? [code] : [])));
}

function nameIn(sides: readonly Side[], code: string): string {
  for (const { read, run } of sides) {
    const { compiled } = run.planned;
    if (compiled?.targets.some((target) => target.code === code)) return targetName(read, compiled, code);
  }
  return code;
}

/** Sums of a kind of number over codes, by draw, at each horizon; who is not there counts with 0. */
function compared(
  sides: readonly [Side, Side],
  draws: number,
  codes: readonly string[],
  kind: ScenarioMetric["kind"],
  of: "target" | "sender",
): readonly ComparedPair[] {
  return horizons.map((_, h) => {
    const [first, second] = sides.map((side) => summed(side, draws, codes, kind, of, h)) as [Float64Array, Float64Array];
    const difference = second.map((value, i) => value - first[i]!);
    const more = difference.reduce((count, value) => count + (value > 0 ? 1 : 0), 0) / Math.max(1, draws);
    return { first: spreadOf(first), second: spreadOf(second), difference: spreadOf(difference), more };
  });
}

function summed(
  { run: { context } }: Side,
  draws: number,
  codes: readonly string[],
  kind: ScenarioMetric["kind"],
  of: "target" | "sender",
  h: number,
) {
  const sum = new Float64Array(draws);
  if (!context) return sum;
  const all = of === "target" ? context.compiled.targets.map(({ code }) => code) : context.compiled.senders;
  for (const code of codes) {
    const index = all.indexOf(code);
    const at = index < 0 ? undefined : metricsAt(context.numbers.metrics, { kind, [of]: index })[h];
    if (at === undefined) continue;
    const values = context.numbers.draws.values[at]!;
    for (let i = 0; i < draws; i++) sum[i]! += values[i]!;
  }
  return sum;
}

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

function findingOf({ targets, usd, sales, second, first }: Omit<CompareReport, "question" | "finding" | "evidence">): string {
  const told = targets.flatMap(({ name, loss, growth }) => {
    const of = [loss, growth].find((each) => each.some(({ first: a, second: b }) => a[2] > 0 || b[2] > 0));
    if (!of) return [];
    const what = of === loss ? "running output" : "new capacity";
    return [
      `of ${what} of ${name} by ${percentPoints(of[year]!.difference)} after a year and ${percentPoints(of[last]!.difference)} after five`,
    ];
  });
  if (told.length === 0) return `In the model "${second.name}" does no more and no less than "${first.name}".`;
  const money =
    usd === null
      ? ""
      : ` In money that is USD ${amount(usd[year]!.difference[1])} bn a year after the first (${amount(usd[year]!.difference[0])} to ${amount(usd[year]!.difference[2])}).`;
  const cost = sales[year]!.difference;
  const costs = cost.every((end) => amount(end) === "0")
    ? ""
    : ` The senders' lost sales change by USD ${amount(cost[1])} bn a year (${amount(cost[0])} to ${amount(cost[2])}).`;
  return `In the model "${second.name}" changes the loss ${told.join(", ")}.${money}${costs}`;
}

/** Said first: two days that differ. */
function daysDiffer({ first, second }: Pick<CompareReport, "first" | "second">): readonly string[] {
  if (first.asOf === second.asOf) return [];
  return [`The two are answered with what was known on ${first.asOf} and on ${second.asOf}; the difference holds that too.`];
}
