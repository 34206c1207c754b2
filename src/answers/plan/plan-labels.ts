import { counted, number, percent, usdM, usdRange } from "../../base/format.ts";
import type { Interval } from "../../base/numbers.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import type { PlanHead, PlannedProgramme, PlanReport } from "./plan-report.ts";

/** `Photoresist without PFAS (Photoresists)`. */
export const programmeName = ({ name, technologyName }: Pick<PlannedProgramme, "name" | "technologyName">): string =>
  name.includes(technologyName) ? name : `${name} (${technologyName})`;

/** What money left over counts as. */
export const unspentWords = ({ unspent }: Pick<PlanHead, "unspent">): string =>
  `money left over counts as ${unspent === 0 ? "lost" : unspent === 1 ? "kept" : `${percent(unspent)} of itself`}`;

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
  const part = (weight: number, what: string): string | false => weight > 0 && (weight === 1 ? what : `${weight} times ${what}`);
  const worth = listed(
    said(
      part(objective.resilience, "resilience"),
      part(objective.income, "income"),
      part(objective.clout, `clout on ${againstName ?? "no one"}`),
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
      ? `What ${plan.homeName} ${unknownOf(plan)} is unknown, so that no loss is counted.`
      : sales === 0
        ? `${capital(plan.homeName)} sells nothing yet, so that there is nothing of its own to lose.`
        : `${capital(plan.homeName)} would lose ${usdM(lost.without)} of its sales over ${horizon} years to acts of others without it, in the mean and in present value.`;
  const assumed = assumedRivals(report);
  const left =
    missing.length > 0 &&
    `Of ${listed(missing)} there is nothing to choose from: the atlas has no problem of it, and you may add your own under \`problems\`.`;
  if (programmes.length === 0)
    return said(
      `Nothing is begun: ${whyNothing(report, nearest, notNext)}.`,
      ...nearestWords(report),
      candidates.problems > 0 && left,
      without,
      ...assumed,
    ).join(" ");
  const taken = `${programmes.length} of ${counted(candidates.problems, "problem")} taken up: ${namesOf(programmes)}.`;
  const whole = `The whole plan ${worthWords(report)}; it costs ${usdM(cost)}.`;
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
  return [...names, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** That what is begun does not pay for itself by what is counted in money; "" where it does. */
function unpaidWords({ resilience, income, cost, programmes }: Told): string {
  if (isIncomeUnknown(programmes)) return "";
  const brings = (resilience?.mean ?? 0) + income.mean;
  if (brings >= cost) return "";
  const part = `comes to ${percent(brings / cost)} of its cost`;
  return resilience === null
    ? `As far as counted it does not pay for itself: what it earns ${part}.`
    : `It does not pay for itself: what it keeps and earns ${part}.`;
}

/** What comes nearest to being begun, and why it is not. */
function nearestWords({ out, plan }: Told): readonly string[] {
  const [nearest] = out;
  return nearest === undefined || plan.money.every((money) => money === 0)
    ? []
    : [`Nearest is ${lowered(programmeName(nearest))}: ${nearest.why}.`];
}

/** The range of families a year that is assumed of others in technologies of which none are counted. */
export function assumedFamilies(inputs: Told["inputs"], technologies: readonly string[]): string {
  const all = inputs.filter(({ id }) => id === "rival-families");
  const rates = technologies.flatMap(
    (technology) => all.find(({ scope }) => scope === technology) ?? all.find(({ scope }) => scope === "") ?? [],
  );
  const told = (power: number): string => number(Number((10 ** power).toPrecision(1)));
  return `${told(Math.min(...rates.map(({ low }) => low)))} to ${told(Math.max(...rates.map(({ high }) => high)))} families a year`;
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
      `Of ${uncountedOf(nextUncounted, nextTechnologies)} ${noLateCount} is published: rivals there are assumed, ${assumedFamilies(
        inputs,
        uncounted.map(({ technology }) => technology),
      )}.`,
  );
}

const uncountedOf = (uncounted: number, all: number): string =>
  all === 1
    ? "the one next-generation technology"
    : `${uncounted === all ? `all ${all}` : `${uncounted} of ${all}`} next-generation technologies`;

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
        `saves ${usdM(resilience.mean)} of the home's sales (${range(resilience.interval)} in 8 of 10 draws)`,
      earnsWords(income.mean, programmes),
      rights !== null &&
        (rights.mean > 0
          ? `could exclude ${usdM(rights.mean)} of the sales of ${plan.againstName} in all`
          : `could exclude none of the sales of ${plan.againstName} that are known`),
    ),
  );
}

/** What claims and new sales bring; what nobody is known to sell anything of is left out. */
function earnsWords(income: number, programmes: Told["programmes"]): string {
  const unknown = programmes.filter(({ royalties }) => royalties === null).length;
  if (isIncomeUnknown(programmes)) return "earns an unknown amount (no market of it is known)";
  if (income === 0) return "earns nothing by claims and new sales";
  if (income < leastEarned) return `earns next to nothing by claims and new sales (${usdM(income)})`;
  return `earns ${unknown > 0 ? "at least " : ""}${usdM(income)} by claims and new sales`;
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
      royalties >= leastEarned && `royalties ${usdM(royalties)}`,
      spared >= leastEarned && `${usdM(spared)} of royalties spared on own sales`,
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
    return `\`generation: next\` leaves out ${notNext === 1 ? "the one problem" : `all ${notNext} problems`} of these technologies, as none of them is of the next generation; without that line there is something to choose from`;
  if (candidates.problems === 0)
    return `the atlas has no problem of these technologies, so that there is nothing to choose from${nearest.length > 0 ? `; nearest with one are ${listed(nearest)}` : ""}. Name others under \`technologies\`, or add your own under \`problems\`, as - { id: my-problem, technology: an id, name: what is to be had, need: what has to be solved, maturity: pilot }`;
  // Money that is kept if it is not spent is a bar that little research of this kind clears.
  const isKept = plan.unspent > 0 && out.some((each) => isAffordable(plan, each));
  const kept = isKept ? "; money left over counts as kept, and with `unspent: 0` it would be there to be spent" : "";
  if (candidates.programmes === 0)
    return `no programme on ${counted(candidates.problems, "problem")} ends within the years and ${plan.unspent > 0 ? "could pay" : "brings anything"}${kept}`;
  return `${candidates.programmes === 1 ? "the one programme" : `none of ${counted(candidates.programmes, "programme")}`} on ${counted(candidates.problems, "problem")} ${candidates.programmes === 1 ? "does not fit or adds no" : "fits and adds"} more than it ${plan.unspent > 0 ? "costs" : "takes"}${kept}`;
}

/** What is not counted of a home of which too little is known; "" where enough is. */
export const homeWords = (plan: PlanHead): string =>
  plan.lossUnknown === null ? "" : `What ${plan.homeName} ${unknownOf(plan)} is unknown: resilience is not counted, which is not 0.`;

/** What is unknown of a home whose losses are, after its name: `What imec ... is unknown`. */
export const unknownOf = ({ lossUnknown }: Pick<PlanHead, "lossUnknown">): string =>
  lossUnknown === "needs" ? "needs for what it sells" : "sells";
