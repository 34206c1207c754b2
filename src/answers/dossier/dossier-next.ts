import { groupBy } from "../../base/collections.ts";
import { number, percent, percentInterval, usdM } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import { claimIncomeWords } from "../plan/plan-labels.ts";
import type { ChosenProgramme, OutProgramme, PlanReport } from "../plan/plan-report.ts";
import { leastOfFirst } from "./dossier-parts.ts";
import type { DossierSentence } from "./dossier-report.ts";
import { sentence, usdMEnds } from "./sentence.ts";

/** Problems that are told. */
const mostProblems = 3;
const mostLeft = 2;

const planCommand = "levermap plan FILE, with `means.file` of --json as the file";

/** What is taken up, likeliest to lead first. */
export const byLead = ({ programmes }: Pick<PlanReport, "programmes">): readonly ChosenProgramme[] =>
  [...programmes].sort((a, b) => b.leads[1] - a.leads[1]);

/** Programmes that are told, the best of each technology first: those that come near enough to the likeliest. */
export function toldProgrammes(report: Pick<PlanReport, "programmes">): readonly ChosenProgramme[] {
  const led = byLead(report);
  const groups = [...groupBy(led, ({ technology }) => technology).values()];
  // The best of each technology first, then what is beside them.
  return [...groups.map(([best]) => best), ...led.filter((each) => groups.every(([best]) => best !== each))]
    .filter(({ leads }) => leads[1] >= leastOfFirst * led[0]!.leads[1])
    .slice(0, mostProblems);
}

/** Which problems of the next generation the home could lead in, with what that takes and brings; those nearest that it leaves. */
export function nextSentences(report: PlanReport): readonly DossierSentence[] {
  const { programmes, plan } = report;
  return [
    ...[...toldProgrammes(report)].sort((a, b) => b.leads[1] - a.leads[1]).map((each) => leadSentence(each, plan.years[0]!)),
    ...(programmes.length === 0
      ? [sentence("Nothing is taken up: nothing fits and brings more than it takes.", { detail: report.finding, command: planCommand })]
      : [wholeSentence(report)]),
  ];
}

/** A problem with its chance, and what it takes. */
function leadSentence(programme: ChosenProgramme, firstYear: number): DossierSentence {
  const { id, name, technology, technologyName, effort, field, money, works, wins, leads, claimsFrom, rivals, rivalsKnown, source } =
    programme;
  const isOwn = programme.ownInputs.includes("effort-scale");
  const brings = said(
    programme.sells > 0.05 &&
      `it would sell ${usdM(programme.sells)} a year in the mean, of which ${usdM(programme.profit)} is left in all`,
    programme.sells === 0 && claimIncomeWords(programme),
    programme.supplies > 0 && `${field === "design" ? "own capacity" : "a plant"} makes ${percent(programme.supplies)} of the need`,
  );
  const of = name.includes(technologyName) ? "" : ` (${lowered(technologyName)})`;
  return sentence(
    `${capital(name)}${of}: ${percentInterval(leads)} from ${Math.round(claimsFrom)}, for ${number(effort)} researcher-years and ${usdM(sum(money))} to ${firstYear + money.findLastIndex((each) => each > 0)}.`,
    {
      detail: `Its researchers are of ${field}. It works with ${percent(works)} and then wins with ${percent(wins)} against ${number(rivals)} researcher-years of rivals${rivalsKnown ? "" : " (assumed)"}; ${brings.length > 0 ? listed(brings) : "nothing that is counted comes of it but claims and know-how"}.${isOwn ? "" : ` Its effort is as usual of its technology: nothing of its own is known.`}`,
      interval: leads,
      unit: "chance to lead",
      technology,
      sources: [source],
      command: `levermap plan explain ${id} --in FILE`,
    },
  );
}

/** What all of it costs and brings, and what keeps it from being more. */
function wholeSentence(report: PlanReport): DossierSentence {
  const { programmes, cost, capital: money, resilience, income, resources, out } = report;
  const one = programmes.length === 1;
  const keeps =
    resilience !== null && resilience.mean > 0.05
      ? `, ${one ? "keeps" : "keep"} ${usdMEnds([resilience.interval.low, resilience.mean, resilience.interval.high])} of own sales`
      : "";
  return sentence(
    `${one ? "It takes" : `The ${programmes.length} take`} ${usdM(money)} and ${one ? "costs" : "cost"} ${usdM(cost)} for good${keeps} and ${one ? "earns" : "earn"} ${usdMEnds([income.interval.low, income.mean, income.interval.high])}; ${bindWords(report)}. ${nearWords(report)}`,
    {
      detail: `${listed([...programmes].map(({ name, effort, leads }) => `${lowered(name)} (${number(effort)} researcher-years, ${percent(leads[1])})`))}. For good: in the mean and in present value, less what is not built and what plants earn back. What it brings is in present value too; the interval is over draws of the inputs. ${usesWords(resources)}${leftWords(out)}`,
      interval: [income.interval.low, income.mean, income.interval.high],
      unit: "USD m of income, present value",
      command: planCommand,
    },
  );
}

/** How near the best the plan is. */
const nearWords = ({ gap, timeUp }: Pick<PlanReport, "gap" | "timeUp">): string =>
  `Within ${percent(gap)} of the best plan${timeUp === null ? "" : "; time was up"}.`;

/** What part of the cost comes back; "" where nothing is spent. */
export function returnOf({ resilience, income, cost }: Pick<PlanReport, "resilience" | "income" | "cost">): number | null {
  return cost > 0 ? ((resilience?.mean ?? 0) + income.mean) / cost : null;
}

/** What keeps the plan from being more: what the next in line finds lacking beside what is taken up. */
function bindWords({ out, resources }: Pick<PlanReport, "out" | "resources">): string {
  const next = out.find(({ adds }) => adds > 0);
  if (next === undefined) return "nothing else adds anything";
  const lacks = resources.filter(({ id, used, available }) => {
    const takes = id === "money" ? next.money : id === next.field ? next.people : [];
    return available !== null && takes.some((each, at) => used[at]! + each > available[at]! * (1 + 1e-9) + 1e-9);
  });
  return lacks.length === 0 ? "more adds little" : `more needs ${listed(lacks.map(({ id }) => nameOf(id)))}`;
}

const nameOf = (id: string): string => (id === "money" ? id : `researchers (${id})`);

/** What is used of money and researchers of which there is an end, in all years. */
const usesWords = (resources: PlanReport["resources"]): string =>
  `Used in all: ${listed(resources.flatMap(({ id, used, available }) => (available === null || sum(available) === 0 ? [] : [`${nameOf(id)} ${percent(sum(used) / sum(available))}`])))}.`;

/** What comes next, with why it is left. */
function leftWords(out: readonly OutProgramme[]): string {
  const next = out.filter(({ adds }) => adds > 0).slice(0, mostLeft);
  return next.length === 0
    ? ""
    : ` Next in line: ${next.map(({ name, why, cost }) => `${lowered(name)} (costs ${usdM(cost)}): ${why}`).join("; ")}.`;
}
