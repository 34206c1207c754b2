import { groupBy } from "../../base/collections.ts";
import { number, percent, percentInterval, usdM } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
    programme.sells > 0.05 && say("dossier-next.it-would-sell-a", { sells: usdM(programme.sells), profit: usdM(programme.profit) }),
    programme.sells === 0 && claimIncomeWords(programme),
    programme.supplies > 0 &&
      say("dossier-next.makes-of-the-need", {
        ownCapacity: field === "design" ? "own capacity" : "a plant",
        supplies: percent(programme.supplies),
      }),
  );
  const of = name.includes(technologyName) ? "" : ` (${lowered(technologyName)})`;
  return sentence(
    say("dossier-next.from-for-researcher-years", {
      name: capital(name),
      ofIt: of,
      leads: percentInterval(leads),
      round: String(Math.round(claimsFrom)),
      effort: number(effort),
      sum: usdM(sum(money)),
      firstYear: String(firstYear + money.findLastIndex((each) => each > 0)),
    }),
    {
      detail: `${say("dossier-next.its-researchers-are-of", { field })} ${say("dossier-next.it-works-with-and", { works: percent(works), wins: percent(wins), rivals: number(rivals), assumed: rivalsKnown ? "" : " (assumed)", brings: brings.length > 0 ? listed(brings) : "nothing that is counted comes of it but claims and know-how" })}${isOwn ? "" : ` Its effort is as usual of its technology: nothing of its own is known.`}`,
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
      ? say("dossier-next.of-own-sales", {
          keeps: one ? "keeps" : "keep",
          usdMEnds: usdMEnds([resilience.interval.low, resilience.mean, resilience.interval.high]),
        })
      : "";
  return sentence(
    `${say("dossier-next.and-for-good-and", { itTakes: one ? "It takes" : say("dossier-next.the-take", { programmes: String(programmes.length) }), money: usdM(money), costs: one ? "costs" : "cost", cost: usdM(cost), keeps, earns: one ? "earns" : "earn", usdMEnds: usdMEnds([income.interval.low, income.mean, income.interval.high]), bind: bindWords(report) })} ${nearWords(report)}`,
    {
      detail: `${listed([...programmes].map(({ name, effort, leads }) => say("dossier-next.researcher-years", { name: lowered(name), effort: number(effort), leads: percent(leads[1]) })))}. ${say("dossier-next.for-good-in-the")} ${say("dossier-next.what-it-brings-is")} ${usesWords(resources)}${leftWords(out)}`,
      interval: [income.interval.low, income.mean, income.interval.high],
      unit: "USD m of income, present value",
      command: planCommand,
    },
  );
}

/** How near the best the plan is. */
const nearWords = ({ gap, timeUp }: Pick<PlanReport, "gap" | "timeUp">): string =>
  say("dossier-next.within-of-the-best", { gap: percent(gap), time: timeUp === null ? "" : "; time was up" });

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
  return lacks.length === 0 ? "more adds little" : say("dossier-next.more-needs", { lacks: listed(lacks.map(({ id }) => nameOf(id))) });
}

const nameOf = (id: string): string => (id === "money" ? id : say("dossier-next.researchers", { id }));

/** What is used of money and researchers of which there is an end, in all years. */
const usesWords = (resources: PlanReport["resources"]): string =>
  say("dossier-next.used-in-all", {
    resources: listed(
      resources.flatMap(({ id, used, available }) =>
        available === null || sum(available) === 0 ? [] : [`${nameOf(id)} ${percent(sum(used) / sum(available))}`],
      ),
    ),
  });

/** What comes next, with why it is left. */
function leftWords(out: readonly OutProgramme[]): string {
  const next = out.filter(({ adds }) => adds > 0).slice(0, mostLeft);
  return next.length === 0
    ? ""
    : say("dossier-next.next-in-line", {
        next: next.map(({ name, why, cost }) => say("dossier-next.costs", { name: lowered(name), cost: usdM(cost), why })).join("; "),
      });
}
