import { percentPoints, usdBnInterval } from "../../../base/format.ts";
import { present } from "../../../base/present.ts";
import { capital, listed } from "../../../base/words.ts";
import { horizons } from "../../../leverage/course/steps.ts";
import type { ComparedPair, CompareReport } from "./compare-report.ts";

/** What is known of one of the two: its losses; nothing, since no share is known; or nothing, since it leaves supply alone. */
export type ComparedState = "known" | "unknown" | "no supply";

type Compared = Omit<CompareReport, "question" | "finding" | "evidence">;

const [year, last] = [horizons.indexOf(12), horizons.length - 1];

/** The difference in a sentence each, or why there is none; the first two are the finding. */
export function comparedSentences(report: Compared, states: readonly ComparedState[], denied: boolean): readonly string[] {
  const missing = [report.first, report.second].flatMap(({ name }, i) => whyNot[states[i]!](name));
  return present(...(missing.length > 0 ? missing : supplyFinding(report)), denied && "What the denial of licences does is not compared.");
}

const whyNot: Readonly<Record<ComparedState, (name: string) => readonly string[]>> = {
  known: () => [],
  unknown: (name) => [`What "${name}" does is unknown, since no share is known, so it cannot be compared.`],
  "no supply": (name) => [`Nothing in "${name}" acts on supply, so there is nothing to compare.`],
};

/** Whether anything is lost in one of the two. */
export const isLost = ({ first, second }: ComparedPair): boolean => (first?.[2] ?? 0) > 0 || (second?.[2] ?? 0) > 0;

/** Who is a target, or acts, in one of the two only: there is nothing to compare it with. */
function notAsked({ targets, senders }: Compared): readonly string[] {
  const inOne = (list: Compared["targets"] | Compared["senders"]) => list.flatMap(({ inBoth, name }) => (inBoth ? [] : [name]));
  const [hit, acting] = [inOne(targets), inOne(senders)];
  return present(
    hit.length > 0 && `${capital(listed(hit))} ${hit.length > 1 ? "are" : "is"} asked in one of them only, and not compared.`,
    acting.length > 0 &&
      `${capital(listed(acting))} ${acting.length > 1 ? "act" : "acts"} in one of them only: what that costs is not compared.`,
  );
}

function supplyFinding(report: Compared): readonly string[] {
  const { targets, second, first } = report;
  const unknown = targets.flatMap(({ name, loss }) => (loss === null ? [name] : []));
  const left = present(unknown.length > 0 && `What ${listed(unknown)} ${unknown.length > 1 ? "lose" : "loses"} is unknown in one of them.`);
  const changes = targets.flatMap(({ name, loss, growth }) => {
    const of = [loss, growth].find((each) => each?.some(isLost));
    const [after, end] = [of?.[year]?.difference, of?.[last]?.difference];
    if (!after || !end) return [];
    const what = of === loss ? "running output" : "new capacity";
    return [`of ${what} of ${name} by ${percentPoints(after)} after a year and ${percentPoints(end)} after five`];
  });
  const rest = [...left, ...(changes.length > 0 ? moneyOf(report) : []), ...notAsked(report)];
  if (changes.length > 0) return [`In the model "${second.name}" changes the loss ${changes.join(", ")}.`, ...rest];
  if (unknown.length === targets.length) return left;
  if (!targets.some(({ inBoth }) => inBoth)) return [`"${second.name}" and "${first.name}" have no target in common.`, ...rest];
  return [`In the model "${second.name}" does no more and no less than "${first.name}".`, ...rest];
}

/** Less than this does not show, USD bn. */
const leastUsdBn = 5e-4;

function moneyOf({ usd, sales }: Compared): readonly string[] {
  const [worth, cost] = [usd?.[year]?.difference, sales?.[year]?.difference];
  return present(
    worth && `After a year that is worth ${usdBnInterval(worth)} a year.`,
    cost?.some((end) => Math.abs(end) >= leastUsdBn) && `The senders' lost sales change by ${usdBnInterval(cost)} a year.`,
  );
}
