import { groupBy } from "../../base/collections.ts";
import { counted, number, percent, percentInterval, usdM, usdRange } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import { programmeName } from "../plan/plan-labels.ts";
import type { ChosenProgramme, OutProgramme, PlanReport } from "../plan/plan-report.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierReport, DossierSentence } from "./dossier-report.ts";
import { sentence } from "./sentence.ts";

/** Problems that are told. */
const mostProblems = 6;
const mostLeft = 3;
/** A smaller chance to lead is counted, not told. */
const leastLead = 0.005;

/** Which problems of the next generation the home could lead in, with what that takes and brings; those nearest that it leaves. */
export function nextSentences({ homeName }: DossierSides, report: PlanReport, means: DossierReport["means"]): readonly DossierSentence[] {
  const { programmes, out, candidates, cost, plan, resilience, income, rights } = report;
  const people = means.researchers === null ? "no limit of researchers" : `${number(means.researchers)} researchers`;
  const from =
    means.plan === null
      ? "assumed here"
      : means.assumed
        ? `as the ready plan ${means.plan} assumes`
        : `money as asked, people as the ready plan ${means.plan} assumes`;
  const command = "levermap plan FILE, with `means.file` of --json as the file";
  const first = sentence(
    `With ${usdM(means.money)} a year and ${people} (${from}) over ${counted(means.years, "year")}, ${homeName} would take up ${programmes.length} of ${candidates.problems} problems of the next generation.`,
    { command },
  );
  const assumed =
    candidates.nextUncounted > 0
      ? [
          sentence(
            `Of ${candidates.nextUncounted} of the ${candidates.nextTechnologies} technologies no count of patents is published: how many rivals there are is assumed, 100 to 3,000 families a year.`,
          ),
        ]
      : [];
  const leads = [...programmes].sort((a, b) => b.leads[1] - a.leads[1]);
  const byTechnology = [...groupBy(leads, ({ technology }) => technology).values()].filter(([best]) => best!.leads[1] >= leastLead);
  const told = byTechnology.slice(0, mostProblems);
  const shown = told.map(([best, ...others]) => leadSentence(best!, others, plan.years[0]!));
  const rest = leads.length - sum(told.map(({ length }) => length));
  const whole =
    programmes.length === 0
      ? []
      : [
          sentence(
            `All of it${rest > 0 ? `, ${counted(rest, "further problem")} included,` : ""} costs ${usdM(cost)} in the mean and, in present value, ${listed(
              said(
                plan.salesKnown &&
                  resilience.mean > 0.05 &&
                  `keeps ${usdM(resilience.mean)} (${usdRange(1e6 * resilience.interval.low, 1e6 * resilience.interval.high)}) of own sales`,
                `earns ${usdM(income.mean)} (${usdRange(1e6 * income.interval.low, 1e6 * income.interval.high)}) by royalties and new sales`,
                rights !== null && `could exclude ${usdM(rights.mean)} of sales of the other side`,
              ),
            )}.${paysWords(report)}`,
            { interval: [income.interval.low, income.mean, income.interval.high], unit: "USD m of income, present value", command },
          ),
        ];
  const left = out.slice(0, mostLeft).map((each) => leftSentence(each));
  return [first, ...assumed, ...shown, ...whole, ...left];
}

/** Whether what is kept and earned covers the cost. */
function paysWords({ resilience, income, cost }: PlanReport): string {
  const brings = resilience.mean + income.mean;
  if (brings >= cost) return "";
  return brings > 0
    ? ` What it keeps and earns covers ${percent(brings / cost)} of its cost: the rest would have to be worth it for know-how, clout or reasons that are not counted.`
    : " Nothing of what is counted covers its cost.";
}

/** The problem of a technology that it is likeliest to lead in, and those beside it. */
function leadSentence(programme: ChosenProgramme, others: readonly ChosenProgramme[], firstYear: number): DossierSentence {
  const {
    effort,
    field,
    money,
    works,
    wins,
    leads,
    claimsFrom,
    rivals,
    rivalsKnown,
    sells,
    profit,
    royalties,
    resilience,
    supplies,
    source,
  } = programme;
  const years = money.length;
  const brings = said(
    sells > 0.05 && `it would sell ${usdM(sells)} a year in the mean, of which ${usdM(profit)} is left in all`,
    royalties > 0.05 && `royalties come to ${usdM(royalties)}`,
    resilience > 0.05 &&
      `it keeps ${usdM(resilience)} of own sales${supplies > 0 ? ` by a plant for ${percent(supplies)} of the need` : ""}`,
  );
  return sentence(
    `${capital(programmeName(programme))}: ${number(effort)} researcher-years of ${field} and ${usdM(sum(money))} from ${firstYear} to ${firstYear + years - 1}; it works with ${percent(works)} and then wins the claims that govern it with ${percent(wins)} against ${number(rivals)} researcher-years of rivals${rivalsKnown ? "" : " (assumed)"}, so that it would lead with ${percentInterval(leads)}, from ${Math.round(claimsFrom)} on${brings.length > 0 ? `; ${listed(brings)}` : "; nothing that is counted comes of it but claims and know-how"}.${besideWords(others)}`,
    {
      interval: leads,
      unit: "chance to lead",
      sources: [source, ...others.map((each) => each.source)],
      command: `levermap plan explain ${programme.id} --in FILE`,
    },
  );
}

/** ` Beside it: rear vias aligned ... (1,700 researcher-years, leads with 3%).` */
const besideWords = (others: readonly ChosenProgramme[]): string =>
  others.length === 0
    ? ""
    : ` Beside it also ${listed(others.map(({ name, effort, leads }) => `${lowered(name)} (${number(effort)} researcher-years, leads with ${percent(leads[1])})`))}.`;

const leftSentence = (programme: OutProgramme): DossierSentence =>
  sentence(`Left out is ${lowered(programmeName(programme))}: ${programme.why}.`, { sources: [programme.source] });
