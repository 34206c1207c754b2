import { groupBy } from "../../base/collections.ts";
import { counted, number, percent, percentInterval, usdM, usdRange } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { capital, listed, lowered, said } from "../../base/words.ts";
import type { PlanFile } from "../plan/plan-file.ts";
import { readyPlan, readyPlanIds } from "../plan/plan-file.ts";
import { programmeName } from "../plan/plan-labels.ts";
import type { ChosenProgramme, OutProgramme, PlanReport } from "../plan/plan-report.ts";
import type { DossierSides } from "./dossier-parts.ts";
import type { DossierReport, DossierSentence } from "./dossier-report.ts";
import { sentence } from "./sentence.ts";

/** What is taken of an economy and of an organisation of which nobody gave means: USD m a year. */
const usualMoney = { place: 500, organisation: 50 } as const;
const usualYears = 15;

/** Clout counts for this part of itself beside income and own losses avoided, where another side is named. */
const cloutWeight = 0.2;

/** Problems that are told. */
const mostProblems = 6;
const mostLeft = 3;
/** A smaller chance to lead is counted, not told. */
const leastLead = 0.005;

type Means = DossierReport["means"];

/** The plan that a dossier asks for: of the next generation alone, with means of a ready plan or assumed ones, all of which is there to be spent. */
export function dossierPlan({ home, place, question, against }: DossierSides): { readonly text: string; readonly means: Means } {
  const id = question.plan ?? readyPlanIds().find((ready) => readyPlan(ready).home === home) ?? null;
  const ready: PlanFile | null = id === null ? null : readyPlan(id);
  const usual = usualMoney[home === place ? "place" : "organisation"];
  const money = question.money ?? ready?.money ?? usual;
  const years = Math.max(usualYears, ready?.years ?? 0);
  const researchers = ready?.researchers ?? {};
  const file = {
    name: "Dossier",
    home,
    years,
    money,
    unspent: 0,
    researchers,
    generation: "next",
    ...(against === null ? {} : { against, objective: { resilience: 1, income: 1, clout: cloutWeight } }),
    ...(ready?.jurisdictions === undefined ? {} : { jurisdictions: ready.jurisdictions }),
  };
  const mean = (of: number | readonly number[]): number => (typeof of === "number" ? of : sum(of) / of.length);
  const people = Object.values(researchers).filter((each) => each !== undefined);
  return {
    text: JSON.stringify(file),
    means: {
      plan: id,
      money: mean(money),
      years,
      researchers: people.length === 0 ? null : sum(people.map(mean)),
      assumed: question.money === undefined,
      file: JSON.stringify(file),
    },
  };
}

/** Which problems of the next generation the home could lead in, with what that takes and brings; those nearest that it leaves. */
export function nextSentences({ homeName }: DossierSides, report: PlanReport, means: Means): readonly DossierSentence[] {
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

/** Technologies whose filing is told. */
const mostFiled = 4;

/** Where one more family of what is taken up would be worth filing, by office, with what that rests on. */
export function filingSentences({ homeName }: DossierSides, { advice: { filing } }: PlanReport): readonly DossierSentence[] {
  if (filing.length === 0) return [sentence("Nothing is taken up, so that there is nothing to file.")];
  const groups = groupBy(filing.slice(0, mostFiled), ({ offices }) => officeWords(offices));
  const told = [...groups].map(([words, lines]) => {
    const ratios = lines.flatMap(({ offices }) => offices.flatMap(({ ratio }) => (ratio === null ? [] : [ratio])));
    return sentence(`One more family on ${listed(lines.map(({ technology }) => lowered(technology.name)))}: ${words}.`, {
      ...(ratios.length === 0
        ? {}
        : { interval: [Math.min(...ratios.map(({ low }) => low)), ...middleAndMost(ratios)], unit: "times its cost, over all offices" }),
    });
  });
  const isAtHome = filing.some(({ offices }) => offices.some(({ reason }) => reason === "at-home"));
  return [
    ...told,
    ...(isAtHome
      ? [
          sentence(
            `At home ${homeName} files first in any case: filings abroad are made from that one, and no royalty of others is earned by it.`,
          ),
        ]
      : []),
  ];
}

function middleAndMost(ratios: readonly { readonly low: number; readonly high: number }[]): readonly [number, number] {
  const most = Math.max(...ratios.map(({ high }) => high));
  const middles = ratios.map(({ low, high }) => (low + high) / 2).sort((a, b) => a - b);
  return [middles[Math.floor(middles.length / 2)]!, most];
}

type Office = PlanReport["advice"]["filing"][number]["offices"][number];

const unknownWords: Partial<Readonly<Record<Office["reason"], string>>> = {
  "stake-unknown": "what is sold there is not known",
  "royalty-unknown": "no royalty is known",
  "cost-unknown": "fees are not known",
};

const verdicts: readonly (readonly [Office["verdict"], string])[] = [
  ["file", "file at"],
  ["open", "weigh"],
  ["leave", "leave out"],
];

/** `file at US (worth USD 40,000 to 90,000, costs USD 20,000 to 30,000); leave out TW (...)`. */
function officeWords(offices: readonly Office[]): string {
  const abroad = offices.filter(({ reason }) => reason !== "at-home");
  const judged = verdicts.flatMap(([verdict, words]) => {
    const own = abroad.filter((office) => office.verdict === verdict);
    return own.length === 0 ? [] : [`${words} ${listed(own.map(withValue))}`];
  });
  const unknown = [
    ...groupBy(
      abroad.filter(({ verdict }) => verdict === "unknown"),
      ({ reason }) => reason,
    ),
  ];
  return [
    ...judged,
    ...unknown.map(
      ([reason, own]) =>
        `nothing is known of ${listed(own.map(({ office }) => office))}, since ${unknownWords[reason] ?? "too little is known"}`,
    ),
  ].join("; ");
}

const withValue = ({ office, value, cost }: Office): string =>
  value === null || cost === null ? office : `${office} (worth ${usdRange(value.low, value.high)}, costs ${usdRange(cost.low, cost.high)})`;
