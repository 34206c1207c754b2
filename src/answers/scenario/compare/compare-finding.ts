import { percentPoints, usdBnInterval } from "../../../base/format.ts";
import { capital, listed } from "../../../base/words.ts";
import { horizons } from "../../../leverage/course/steps.ts";
import type { ComparedPair, CompareReport } from "./compare-report.ts";

/** What is known of one of the two: its losses; nothing, since no share is known; or nothing, since it leaves supply alone. */
export type ComparedState = "told" | "unknown" | "no supply";

type Told = Omit<CompareReport, "question" | "finding" | "evidence">;

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

/** The difference in a sentence each, or why there is none; the first two are the finding. */
export function comparedSentences(report: Told, states: readonly ComparedState[], denied: boolean): readonly string[] {
  const untold = [report.first, report.second].flatMap(({ name }, i) => notTold(name, states[i]!));
  const patents = denied ? ["What the denial of licences does is not compared."] : [];
  return [...(untold.length > 0 ? untold : supplyFinding(report)), ...patents];
}

function notTold(name: string, state: ComparedState): readonly string[] {
  if (state === "no supply") return [`Nothing in "${name}" acts on supply, so there is nothing to compare.`];
  return state === "unknown" ? [`What "${name}" does is unknown, since no share is known, so it cannot be compared.`] : [];
}

/** Whether anything is lost in one of the two. */
export const isLost = ({ first, second }: ComparedPair): boolean => (first?.[2] ?? 0) > 0 || (second?.[2] ?? 0) > 0;

/** Who is a target, or acts, in one of the two only: there is nothing to compare it with. */
function notAsked({ targets, senders }: Told): readonly string[] {
  const [hit, acting] = [targets, senders].map((list) => list.filter(({ inBoth }) => !inBoth).map(({ name }) => name)) as [
    string[],
    string[],
  ];
  const is = (names: readonly string[]): string => (names.length > 1 ? "are" : "is");
  return [
    ...(hit.length > 0 ? [`${capital(listed(hit))} ${is(hit)} asked in one of them only, and not compared.`] : []),
    ...(acting.length > 0
      ? [`${capital(listed(acting))} ${acting.length > 1 ? "act" : "acts"} in one of them only: what that costs is not compared.`]
      : []),
  ];
}

function supplyFinding(report: Told): readonly string[] {
  const { targets, usd, sales, second, first } = report;
  const unknown = targets.flatMap(({ name, loss }) => (loss === null ? [name] : []));
  const left = unknown.length > 0 ? [`What ${listed(unknown)} ${unknown.length > 1 ? "lose" : "loses"} is unknown in one of them.`] : [];
  const alone = notAsked(report);
  const told = targets.flatMap(({ name, loss, growth }) => {
    const of = [loss, growth].find((each) => each?.some(isLost));
    const [after, end] = [of?.[year]?.difference, of?.[last]?.difference];
    if (!after || !end) return [];
    const what = of === loss ? "running output" : "new capacity";
    return [`of ${what} of ${name} by ${percentPoints(after)} after a year and ${percentPoints(end)} after five`];
  });
  if (told.length > 0)
    return [`In the model "${second.name}" changes the loss ${told.join(", ")}.`, ...left, ...moneyOf(usd), ...costOf(sales), ...alone];
  if (unknown.length === targets.length) return left;
  if (!targets.some(({ inBoth }) => inBoth)) return [`"${second.name}" and "${first.name}" have no target in common.`, ...left, ...alone];
  return [`In the model "${second.name}" does no more and no less than "${first.name}".`, ...left, ...alone];
}

function moneyOf(usd: Told["usd"]): readonly string[] {
  const difference = usd?.[year]?.difference;
  if (!difference) return [];
  return [`After a year that is worth ${usdBnInterval(difference)} a year.`];
}

/** Less than this does not show, USD bn. */
const leastUsdBn = 5e-4;

function costOf(sales: Told["sales"]): readonly string[] {
  const difference = sales?.[year]?.difference;
  if (!difference) return [];
  return difference.every((end) => Math.abs(end) < leastUsdBn)
    ? []
    : [`The senders' lost sales change by ${usdBnInterval(difference)} a year.`];
}
