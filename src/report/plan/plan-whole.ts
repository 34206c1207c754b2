import { hangsOnWorlds, isIncomeUnknown, unknownOf, valueWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { counted, number, numberRange, percent, sharePercent, usdM, usdRange } from "../../base/format.ts";
import { sum } from "../../base/numbers.ts";
import { listed, lowered, said } from "../../base/words.ts";
import { facts } from "../blocks.ts";
import { type ColumnOf, flexible, right, tableOf } from "../table-of.ts";
import type { FactsBlock, TableBlock } from "../view.ts";
import { cloutLine } from "./plan-clout.ts";

const range = ({ low, high }: { readonly low: number; readonly high: number }): string => usdRange(low * 1e6, high * 1e6);

/** The plan as a whole: what it saves, earns and could exclude, what it costs, and how near the best it is. */
export function wholeFacts(report: PlanReport): FactsBlock {
  const { plan, lost, sales, income, clout, cost, capital, value, gap, timeUp, worlds, worst, horizon, candidates } = report;
  const partOf = (usd: number): string => sharePercent(usd / Math.max(sales ?? 0, 1e-9));
  return facts(`The whole plan over ${horizon} years, present value`, [
    [
      "Lost to acts of others",
      lost === null
        ? `unknown: what it ${unknownOf(plan)} is not known`
        : sales === 0
          ? "nothing: it sells nothing yet"
          : `${usdM(lost.without)} (${partOf(lost.without)} of sales) without it, ${usdM(lost.with)} (${partOf(lost.with)}) with it`,
    ],
    [
      "Resilience",
      resilienceWords(
        report,
        ({ mean, error, interval }) =>
          `${usdM(mean)} saved, ± ${usdM(2 * error)} by sampling (two standard errors); ${range(interval)} in 8 of 10 draws of inputs`,
      ),
    ],
    [
      "Income",
      isIncomeUnknown(report.programmes)
        ? noIncome
        : `${usdM(income.mean)} of royalties, of those spared on own sales, and of new products (${range(income.interval)})`,
    ],
    ["Clout", clout === null ? "" : cloutLine(clout)],
    ["Cost", `${usdM(cost)} in the mean; ${usdM(capital)} of money has to be there`],
    [
      "Chosen by",
      `${valueWords(plan)}: ${usdM(value)}${hangsOnWorlds(report) ? ` on ${number(worlds.chosen)} worlds` : ""}; within ${percent(gap)} of the best plan${timeUp === null ? "" : " (time was up)"}${hangsOnWorlds(report) ? samplingWords(worlds) : ""}`,
    ],
    [
      "In the worst fifth of worlds",
      worst !== null && sales !== 0 ? `${usdM(worst.lostWithout)} lost without it, ${usdM(worst.lostWith)} with it` : "",
    ],
    [
      "Candidates",
      `${counted(candidates.problems, "problem")}, ${candidates.next} of the next generation; ${counted(candidates.programmes, "programme")} that could pay`,
    ],
  ]);
}

/** How much of the value hangs on the worlds that were drawn. */
const samplingWords = ({ saved, quarters: { best, least, most } }: PlanReport["worlds"]): string =>
  `${saved === null ? "" : `; ${usdM(saved.mean)} is saved there, ± ${usdM(2 * saved.error)}`}. The best plan of each quarter of these worlds alone has ${usdM(best)} in the mean (${usdM(least)} to ${usdM(most)}): in expectation no plan is worth more`;

const noIncome = "unknown: no market is known of what is taken up";

/** Own losses avoided; of a home that sells nothing, or of which too little is known, that. */
function resilienceWords(
  { plan, sales, resilience }: PlanReport,
  words: (resilience: NonNullable<PlanReport["resilience"]>) => string,
): string {
  if (resilience === null) return `unknown: what it ${unknownOf(plan)} is not known`;
  return sales === 0 ? "nothing to lose: it sells nothing yet" : words(resilience);
}

/** What the plan is worth, each kind by itself, what it costs and how near the best it is: the same in few lines. */
export function worthFacts(report: PlanReport): FactsBlock {
  const { lost, income, clout, cost, gap, timeUp, horizon } = report;
  const near = `within ${percent(gap)} of the best plan${timeUp === null ? "" : ", time was up"}`;
  return facts(`The whole plan over ${horizon} years, present value`, [
    [
      "Resilience",
      resilienceWords(
        report,
        ({ mean, interval }) =>
          `${usdM(mean)} saved (${range(interval)})${lost === null ? "" : ` of ${usdM(lost.without)} lost without it`}`,
      ),
    ],
    ["Income", isIncomeUnknown(report.programmes) ? noIncome : `${usdM(income.mean)} (${range(income.interval)})`],
    ["Clout", clout === null ? "" : cloutLine(clout)],
    ["Cost", `${usdM(cost)} in the mean; ${near}`],
  ]);
}

/** What of the whole plan stands not in `worthFacts`. */
export const besideWorth = (report: PlanReport): FactsBlock => ({
  ...wholeFacts(report),
  title: "The whole plan: losses, sampling, capital, search",
  facts: wholeFacts(report).facts.filter(({ label }) => label !== "Income" && label !== "Clout"),
});

const noActs = {
  sales: "unknown: what the home sells is not known, so that no act against it is drawn",
  needs: "unknown: no source tells what the home needs for what it sells",
  none: "none: nothing known is bought from abroad",
} as const;

/** Who could withhold what in the worlds that a plan is valued in. */
export const actTable = ({ acts, plan }: Pick<PlanReport, "acts" | "plan">): TableBlock =>
  tableOf({ title: "Who could withhold what", none: noActs[plan.lossUnknown ?? "none"], most: 8 }, acts, [
    ["who", ({ coalition }) => listed(coalition), flexible],
    ["kind of supply", ({ mode }) => mode],
    ["technologies", ({ technologies }) => String(technologies), right],
    ["names the home in a control", ({ again }) => (again ? "yes" : "no")],
  ]);

/** Programmes that happened, with what the inputs would have said of each. */
export const calibrationTable = ({ calibration }: PlanReport): TableBlock =>
  tableOf({ title: "Programmes that happened, and what these inputs would have said", none: "none of what is known here" }, calibration, [
    ["programme", ({ what }) => what, flexible],
    ["was", ({ low, high, unit }) => `${numberRange(low, high)} ${unit}`, right],
    ["the inputs say", ({ model }) => numberRange(model.low, model.high), right],
    ["within", ({ holds }) => (holds === null ? "no test: one outcome" : holds ? "yes" : "no")],
    ["note", ({ note: words }) => words, { flexible: true, wide: true }],
  ]);

type Resource = PlanReport["resources"][number];

/** `Money, USD M`, `Researchers of tool`. */
export const resourceName = ({ id }: Pick<Resource, "id">): string => (id === "money" ? "Money, USD M" : `Researchers of ${id}`);

/** Resources that are used, or of which there is a limit. */
export const shownResources = ({ resources }: Pick<PlanReport, "resources">): readonly Resource[] =>
  resources.filter(({ used, available }) => available !== null || used.some((each) => each > 0));

/** How much of a resource is used over the years. */
export function usedWords({ used, available }: Pick<Resource, "used" | "available">): string {
  if (available === null) return `${number(sum(used))} in all, no limit`;
  const all = sum(available);
  return all === 0 ? "none available" : `${percent(sum(used) / all)} of ${number(all)}`;
}

/** Money and researchers by year: used of available. */
export const resourceTable = (report: Pick<PlanReport, "resources" | "plan">): TableBlock => {
  const usedIn = ({ used, available }: Resource, at: number): string =>
    available === null ? number(used[at]!) : `${number(used[at]!)}/${number(available[at] ?? 0)}`;
  return tableOf("Used of available, by year", shownResources(report), [
    ["resource", resourceName, flexible],
    ["used", usedWords, flexible],
    ...report.plan.years.map((year, at): ColumnOf<Resource> => [String(year), (resource) => usedIn(resource, at), right]),
  ]);
};

/** What the next generation adds or does not, in a sentence. */
export function nextWords({ programmes, out, candidates }: PlanReport): string {
  const taken = programmes.filter(({ nextGeneration }) => nextGeneration);
  const left = out.filter(({ nextGeneration }) => nextGeneration);
  const [best] = left;
  return said(
    candidates.next > 0 &&
      `Of ${counted(candidates.next, "problem")} of the next generation ${taken.length === 0 ? "none is" : taken.length === 1 ? "one is" : `${taken.length} are`} taken up.`,
    best !== undefined && `The nearest, ${lowered(best.name)}, ${best.adds > 0 ? best.why : `lacks ${usdM(-best.adds)}: ${best.why}`}.`,
    left.some(({ rivalsKnown }) => !rivalsKnown) &&
      `For ${left.filter(({ rivalsKnown }) => !rivalsKnown).length} of them rivals are assumed, as no late count is of more than one office.`,
  ).join(" ");
}
