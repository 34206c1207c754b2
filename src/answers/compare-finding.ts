import { horizons } from "../leverage/course/steps.ts";
import type { CompareReport } from "./compare-report.ts";
import { amount, listed, percentPoints } from "./words.ts";

/** What can be told of one of the two: its losses; nothing, since nobody's share is known; or nothing, since it leaves supply alone. */
export type ComparedState = "told" | "unknown" | "no supply";

type Told = Omit<CompareReport, "question" | "finding" | "evidence">;

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

/** The difference in a few sentences, or why there is none to tell. */
export function compareFinding(report: Told, states: readonly ComparedState[], denied: boolean): string {
  const untold = [report.first, report.second].flatMap(({ name }, i) => notTold(name, states[i]!));
  const patents = denied ? ["What the denial of licences does is not compared."] : [];
  return [...(untold.length > 0 ? untold : supplyFinding(report)), ...patents].join(" ");
}

function notTold(name: string, state: ComparedState): readonly string[] {
  if (state === "no supply") return [`Nothing in "${name}" acts on supply, so that there is nothing to compare.`];
  return state === "unknown" ? [`What "${name}" does is unknown, since no share is known: it cannot be compared.`] : [];
}

function supplyFinding({ targets, usd, sales, second, first }: Told): readonly string[] {
  const unknown = targets.flatMap(({ name, loss }) => (loss === null ? [name] : []));
  const left = unknown.length > 0 ? [`What ${listed(unknown)} ${unknown.length > 1 ? "lose" : "loses"} is unknown in one of them.`] : [];
  const told = targets.flatMap(({ name, loss, growth }) => {
    const of = [loss, growth].find((each) => each?.some(({ first: a, second: b }) => a[2] > 0 || b[2] > 0));
    if (!of) return [];
    const what = of === loss ? "running output" : "new capacity";
    return [
      `of ${what} of ${name} by ${percentPoints(of[year]!.difference)} after a year and ${percentPoints(of[last]!.difference)} after five`,
    ];
  });
  if (told.length > 0)
    return [`In the model "${second.name}" changes the loss ${told.join(", ")}.`, ...left, ...moneyOf(usd), ...costOf(sales)];
  if (unknown.length === targets.length) return left;
  return [`In the model "${second.name}" does no more and no less than "${first.name}".`, ...left];
}

function moneyOf(usd: Told["usd"]): readonly string[] {
  if (usd === null) return [];
  const [low, mid, high] = usd[year]!.difference.map(amount);
  return [`In money that is USD ${mid} bn a year after the first (${low} to ${high}).`];
}

function costOf(sales: Told["sales"]): readonly string[] {
  if (sales === null) return [];
  const [low, mid, high] = sales[year]!.difference.map(amount);
  return [low, mid, high].every((end) => end === "0")
    ? []
    : [`The senders' lost sales change by USD ${mid} bn a year (${low} to ${high}).`];
}
