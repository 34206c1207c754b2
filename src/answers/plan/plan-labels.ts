import { number, percent, usdM, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import type { Interval } from "../../base/numbers.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import type { PlanHead, PlannedProgramme, PlanReport } from "./plan-report.ts";

/** `Photoresist without PFAS (Photoresists)`. */
export const programmeName = ({ name, technologyName }: Pick<PlannedProgramme, "name" | "technologyName">): string =>
  name.includes(technologyName) ? name : `${name} (${technologyName})`;

/** What money left over counts as. */
export const unspentWords = ({ unspent }: Pick<PlanHead, "unspent">): string =>
  say("plan-labels.money-left-over-counts", {
    lost: unspent === 0 ? "lost" : unspent === 1 ? "kept" : say("plan-labels.of-itself", { unspent: percent(unspent) }),
  });

/** What a plan or a part of it is worth, in USD. @param worth USD m */
export const worthUsd = ({
  mean,
  interval,
}: {
  readonly mean: number;
  readonly interval: { readonly low: number; readonly high: number };
}): Interval => [interval.low * 1e6, mean * 1e6, interval.high * 1e6];

/** What a plan is chosen by. */
export function valueWords({ objective, unspent, againstName }: PlanHead): string {
  const part = (weight: number, what: string): string | false =>
    weight > 0 && (weight === 1 ? what : say("plan-labels.times", { weight: String(weight), what }));
  const worth = listed(
    said(
      part(objective.resilience, "resilience"),
      part(objective.income, "income"),
      part(objective.clout, say("plan-labels.clout-on", { againstName: againstName ?? "no one" })),
    ),
  );
  return `${worth || "nothing"}${unspent > 0 ? ", less cost" : ""}`;
}

/** Whether acts of others could cost the home anything that the plan counts: else all worlds are one. */
export const hangsOnWorlds = ({ plan, sales, worlds }: Pick<PlanReport, "plan" | "sales" | "worlds">): boolean =>
  plan.lossUnknown === null && (sales ?? 0) > 0 && worlds.saved !== null;

/** What limits every answer on a plan. */
export const modelLimit =
  "This is what the model gives for these inputs, not a forecast. Most costs and chances of research are not published: a plan is only as good as the intervals it assumes.";

/** Why problems of the next generation come in much the same order for every home. */
export const sameForAll =
  "The chance that a programme works is of its problem and size, the same for every home: neither what a home has already learned nor tools that a control keeps from its laboratories are weighed, so that the same problems of the next generation come nearest for all.";

type Told = Pick<
  PlanReport,
  "plan" | "programmes" | "candidates" | "sales" | "resilience" | "income" | "rights" | "cost" | "lost" | "horizon" | "out" | "inputs"
>;

/** What a plan file names that the atlas cannot serve. */
interface Missing {
  /** Technologies with a problem, by id, where those to choose from have none. */
  readonly nearest: readonly string[];
  /** Names of those that are named and have no problem. */
  readonly without: readonly string[];
  /** Problems of those to choose from that are not of the next generation, where it alone is asked for. */
  readonly notNext: number;
}

const nothingMissing: Missing = { nearest: [], without: [], notNext: 0 };

/** The plan in a few sentences. */
export function planFinding(report: Told, { nearest, without: missing, notNext }: Missing = nothingMissing): string {
  const { plan, programmes, candidates, lost, horizon, cost, sales } = report;
  const without =
    lost === null
      ? say("plan-labels.what-is-unknown-so", { homeName: plan.homeName, unknown: unknownOf(plan) })
      : sales === 0
        ? say("plan-labels.sells-nothing-yet-so", { homeName: capital(plan.homeName) })
        : say("plan-labels.would-lose-of-its", { homeName: capital(plan.homeName), without: usdM(lost.without), horizon: String(horizon) });
  const assumed = assumedRivals(report);
  const left = missing.length > 0 && say("plan-labels.of-there-is-nothing", { missing: listed(missing) });
  if (programmes.length === 0)
    return said(
      say("plan-labels.nothing-is-begun", { whyNothing: whyNothing(report, nearest, notNext) }),
      ...nearestWords(report),
      candidates.problems > 0 && left,
      without,
      ...assumed,
    ).join(" ");
  const taken = say("plan-labels.of-problems-taken-up", {
    programmes: String(programmes.length),
    problems: candidates.problems,
    programmesOther: namesOf(programmes),
  });
  const whole = say("plan-labels.the-whole-plan-it", { worth: worthWords(report), cost: usdM(cost) });
  // A page shows the first lines alone: what makes light of the plan comes first.
  return said(taken, unpaidWords(report), left, ...assumed, whole, without).join(" ");
}

/** Names that a first sentence has room for, in letters. */
const mostLetters = 90;

/** As many programmes by name as a line holds, the first in any case, and how many more there are. */
function namesOf(programmes: Told["programmes"]): string {
  const names = programmes.slice(0, 3).map(programmeName);
  while (names.length > 1 && names.join("; ").length > mostLetters) names.pop();
  const more = programmes.length - names.length;
  return [...names, ...(more > 0 ? [say("plan-labels.and-more", { more: String(more) })] : [])].join("; ");
}

/** That what is begun does not pay for itself by what is counted in money; "" where it does. */
function unpaidWords({ resilience, income, cost, programmes }: Told): string {
  if (isIncomeUnknown(programmes)) return "";
  const brings = (resilience?.mean ?? 0) + income.mean;
  if (brings >= cost) return "";
  const part = say("plan-labels.comes-to-of-its", { brings: percent(brings / cost) });
  return resilience === null ? say("plan-labels.as-far-as-counted", { part }) : say("plan-labels.it-does-not-pay", { part });
}

/** What comes nearest to being begun, and why it is not. */
function nearestWords({ out, plan }: Told): readonly string[] {
  const [nearest] = out;
  return nearest === undefined || plan.money.every((money) => money === 0)
    ? []
    : [say("plan-labels.nearest-is", { programme: lowered(programmeName(nearest)), why: nearest.why })];
}

/** The range of families a year that is assumed of others in technologies of which none are counted. */
export function assumedFamilies(inputs: Told["inputs"], technologies: readonly string[]): string {
  const all = inputs.filter(({ id }) => id === "rival-families");
  const rates = technologies.flatMap(
    (technology) => all.find(({ scope }) => scope === technology) ?? all.find(({ scope }) => scope === "") ?? [],
  );
  const told = (power: number): string => number(Number((10 ** power).toPrecision(1)));
  return say("plan-labels.to-families-a-year", {
    min: told(Math.min(...rates.map(({ low }) => low))),
    max: told(Math.max(...rates.map(({ high }) => high))),
  });
}

/** What is not published where rivals are assumed. */
export const noLateCount = "no count of others' families of the last five years that goes beyond one office";

/** What is assumed of rivals in the next generation, where the plan is of it alone or takes some of it up. */
function assumedRivals(told: Told): readonly string[] {
  const { plan, programmes, out, inputs } = told;
  const { nextTechnologies, nextUncounted } = told.candidates;
  const uncounted = [...programmes, ...out].filter(({ nextGeneration, rivalsKnown }) => nextGeneration && !rivalsKnown);
  const isOfNext = plan.generation === "next" || programmes.some(({ nextGeneration }) => nextGeneration);
  return said(
    isOfNext &&
      nextUncounted > 0 &&
      uncounted.length > 0 &&
      say("plan-labels.of-is-published-rivals", {
        uncounted: uncountedOf(nextUncounted, nextTechnologies),
        noLateCount,
        assumedFamilies: assumedFamilies(
          inputs,
          uncounted.map(({ technology }) => technology),
        ),
      }),
  );
}

const uncountedOf = (uncounted: number, all: number): string =>
  all === 1
    ? "the one next-generation technology"
    : say("plan-labels.next-generation-technologies", {
        uncounted:
          uncounted === all
            ? say("plan-labels.all", { all: String(all) })
            : say("plan-labels.of", { uncounted: String(uncounted), all: String(all) }),
      });

/** What a plan brings as a whole, each kind by itself. */
export function worthWords({
  resilience,
  income,
  rights,
  plan,
  sales,
  programmes,
}: Pick<Told, "resilience" | "income" | "rights" | "plan" | "sales" | "programmes">): string {
  const range = ({ low, high }: { readonly low: number; readonly high: number }): string => usdRange(low * 1e6, high * 1e6);
  return listed(
    said(
      resilience !== null &&
        (sales ?? 0) > 0 &&
        say("plan-labels.saves-of-the-homes", { mean: usdM(resilience.mean), interval: range(resilience.interval) }),
      earnsWords(income.mean, programmes),
      rights !== null &&
        (rights.mean > 0
          ? say("plan-labels.could-exclude-of-the", { mean: usdM(rights.mean), againstName: plan.againstName })
          : say("plan-labels.could-exclude-none-of", { againstName: plan.againstName })),
    ),
  );
}

/** What claims and new sales bring; what nobody is known to sell anything of is left out. */
function earnsWords(income: number, programmes: Told["programmes"]): string {
  const unknown = programmes.filter(({ royalties }) => royalties === null).length;
  if (isIncomeUnknown(programmes)) return "earns an unknown amount (no market of it is known)";
  if (income === 0) return "earns nothing by claims and new sales";
  if (income < leastEarned) return say("plan-labels.earns-next-to-nothing", { income: usdM(income) });
  return say("plan-labels.earns-by-claims-and", { atLeast: unknown > 0 ? "at least " : "", income: usdM(income) });
}

/** Whether no market is known of anything that is taken up: its income is unknown, which is not 0. */
export const isIncomeUnknown = (programmes: readonly Pick<PlannedProgramme, "royalties">[]): boolean =>
  programmes.length > 0 && programmes.every(({ royalties }) => royalties === null);

/** Less than this is next to nothing for a programme that costs millions, USD m. */
const leastEarned = 0.05;

/** What claims of a programme bring where the home licenses: royalties of others, and those that it is spared on its own sales. */
export function claimIncomeWords({ royalties, freedom }: Pick<PlannedProgramme, "royalties" | "freedom">): string {
  if (royalties === null) return "royalties unknown, as no market is";
  const spared = freedom ?? 0;
  if (royalties + spared < leastEarned) return "royalties next to nothing";
  return listed(
    said(
      royalties >= leastEarned && say("plan-labels.royalties", { royalties: usdM(royalties) }),
      spared >= leastEarned && say("plan-labels.of-royalties-spared-on", { spared: usdM(spared) }),
    ),
  );
}

/** Whether a programme takes no more money and researchers in any year than the plan has. */
const isAffordable = ({ money, researchers }: PlanHead, programme: Told["out"][number]): boolean =>
  programme.money.every((each, year) => each <= (money[year] ?? 0) + 1e-9) &&
  researchers.every(
    ({ field, byYear }) => field !== programme.field || programme.people.every((each, year) => each <= (byYear[year] ?? 0) + 1e-9),
  );

function whyNothing({ plan, candidates, out }: Told, nearest: readonly string[], notNext: number): string {
  if (plan.money.every((money) => money === 0)) return "there is no money";
  if (candidates.problems === 0 && notNext > 0)
    return say("plan-labels.generation-next-leaves-out", {
      theOne: notNext === 1 ? "the one problem" : say("plan-labels.all-problems", { notNext: String(notNext) }),
    });
  if (candidates.problems === 0)
    return `the atlas has no problem of these technologies, so that there is nothing to choose from${nearest.length > 0 ? say("plan-labels.nearest-with-one-are", { nearest: listed(nearest) }) : ""}. Name others under \`technologies\`, or add your own under \`problems\`, as - { id: my-problem, technology: an id, name: what is to be had, need: what has to be solved, maturity: pilot }`;
  // Money that is kept if it is not spent is a bar that little research of this kind clears.
  const isKept = plan.unspent > 0 && out.some((each) => isAffordable(plan, each));
  const kept = isKept ? "; money left over counts as kept, and with `unspent: 0` it would be there to be spent" : "";
  if (candidates.programmes === 0)
    return say("plan-labels.no-programme-on-problems", {
      problems: candidates.problems,
      couldPay: plan.unspent > 0 ? "could pay" : "brings anything",
      kept,
    });
  return say("plan-labels.on-problems-more-than", {
    theOne:
      candidates.programmes === 1 ? "the one programme" : say("plan-labels.none-of-programmes", { programmes: candidates.programmes }),
    problems: candidates.problems,
    doesNot: candidates.programmes === 1 ? "does not fit or adds no" : "fits and adds",
    costs: plan.unspent > 0 ? "costs" : "takes",
    kept,
  });
}

/** What is not counted of a home of which too little is known; "" where enough is. */
export const homeWords = (plan: PlanHead): string =>
  plan.lossUnknown === null ? "" : say("plan-labels.what-is-unknown-resilience", { homeName: plan.homeName, unknown: unknownOf(plan) });

/** What is unknown of a home whose losses are, after its name: `What imec ... is unknown`. */
export const unknownOf = ({ lossUnknown }: Pick<PlanHead, "lossUnknown">): string =>
  lossUnknown === "needs" ? "needs for what it sells" : "sells";
