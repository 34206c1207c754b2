import { hangsOnWorlds, isIncomeUnknown, unknownOf, valueWords } from "../../answers/plan/plan-labels.ts";
import type { PlanReport } from "../../answers/plan/plan-report.ts";
import { number, numberRange, percent, sharePercent, usdM, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
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
  return facts(say("plan-whole.the-whole-plan-over", { horizon: String(horizon) }), [
    [
      "Lost to acts of others",
      lost === null
        ? say("plan-whole.unknown-what-it-is", { unknown: unknownOf(plan) })
        : sales === 0
          ? "nothing: it sells nothing yet"
          : say("plan-whole.of-sales-without-it", {
              without: usdM(lost.without),
              part: partOf(lost.without),
              withIt: usdM(lost.with),
              lostPart: partOf(lost.with),
            }),
    ],
    [
      "Resilience",
      resilienceWords(report, ({ mean, error, interval }) =>
        say("plan-whole.saved-by-sampling-two", { mean: usdM(mean), usdM: usdM(2 * error), interval: range(interval) }),
      ),
    ],
    [
      "Income",
      isIncomeUnknown(report.programmes)
        ? noIncome
        : say("plan-whole.of-royalties-of-those", { mean: usdM(income.mean), interval: range(income.interval) }),
    ],
    ["Clout", clout === null ? "" : cloutLine(clout)],
    ["Cost", say("plan-whole.in-the-mean-of", { cost: usdM(cost), capital: usdM(capital) })],
    [
      "Chosen by",
      say("plan-whole.within-of-the-best", {
        value: valueWords(plan),
        valueOther: usdM(value),
        hangsOnWorlds: hangsOnWorlds(report) ? say("plan-whole.on-worlds", { chosen: number(worlds.chosen) }) : "",
        gap: percent(gap),
        timeWas: timeUp === null ? "" : " (time was up)",
        sampling: hangsOnWorlds(report) ? samplingWords(worlds) : "",
      }),
    ],
    [
      "In the worst fifth of worlds",
      worst !== null && sales !== 0
        ? say("plan-whole.lost-without-it-with", { lostWithout: usdM(worst.lostWithout), lostWith: usdM(worst.lostWith) })
        : "",
    ],
    [
      "Candidates",
      say("plan-whole.problems-of-the-next", {
        problems: candidates.problems,
        next: String(candidates.next),
        programmes: candidates.programmes,
      }),
    ],
  ]);
}

/** How much of the value hangs on the worlds that were drawn. */
const samplingWords = ({ saved, quarters: { best, least, most } }: PlanReport["worlds"]): string =>
  `${saved === null ? "" : say("plan-whole.is-saved-there", { mean: usdM(saved.mean), usdM: usdM(2 * saved.error) })}. ${say("plan-whole.the-best-plan-of", { best: usdM(best), least: usdM(least), most: usdM(most) })}`;

const noIncome = "unknown: no market is known of what is taken up";

/** Own losses avoided; of a home that sells nothing, or of which too little is known, that. */
function resilienceWords(
  { plan, sales, resilience }: PlanReport,
  words: (resilience: NonNullable<PlanReport["resilience"]>) => string,
): string {
  if (resilience === null) return say("plan-whole.unknown-what-it-is", { unknown: unknownOf(plan) });
  return sales === 0 ? "nothing to lose: it sells nothing yet" : words(resilience);
}

/** What the plan is worth, each kind by itself, what it costs and how near the best it is: the same in few lines. */
export function worthFacts(report: PlanReport): FactsBlock {
  const { lost, income, clout, cost, gap, timeUp, horizon } = report;
  const near = say("plan-whole.within-of-the-best-plan", { gap: percent(gap), time: timeUp === null ? "" : ", time was up" });
  return facts(say("plan-whole.the-whole-plan-over", { horizon: String(horizon) }), [
    [
      "Resilience",
      resilienceWords(report, ({ mean, interval }) =>
        say("plan-whole.saved", {
          mean: usdM(mean),
          interval: range(interval),
          lost: lost === null ? "" : say("plan-whole.of-lost-without-it", { without: usdM(lost.without) }),
        }),
      ),
    ],
    ["Income", isIncomeUnknown(report.programmes) ? noIncome : `${usdM(income.mean)} (${range(income.interval)})`],
    ["Clout", clout === null ? "" : cloutLine(clout)],
    ["Cost", say("plan-whole.in-the-mean", { cost: usdM(cost), near })],
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
export const resourceName = ({ id }: Pick<Resource, "id">): string =>
  id === "money" ? "Money, USD M" : say("plan-whole.researchers-of", { id });

/** Resources that are used, or of which there is a limit. */
export const shownResources = ({ resources }: Pick<PlanReport, "resources">): readonly Resource[] =>
  resources.filter(({ used, available }) => available !== null || used.some((each) => each > 0));

/** How much of a resource is used over the years. */
export function usedWords({ used, available }: Pick<Resource, "used" | "available">): string {
  if (available === null) return say("plan-whole.in-all-no-limit", { sum: number(sum(used)) });
  const all = sum(available);
  return all === 0 ? "none available" : say("plan-whole.of", { sum: percent(sum(used) / all), all: number(all) });
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
      say("plan-whole.of-problems-of-the", {
        problems: candidates.next,
        noneIs: taken.length === 0 ? "none is" : taken.length === 1 ? "one is" : say("plan-whole.are", { taken: String(taken.length) }),
      }),
    best !== undefined &&
      say("plan-whole.the-nearest", {
        name: lowered(best.name),
        why: best.adds > 0 ? best.why : say("plan-whole.lacks", { adds: usdM(-best.adds), why: best.why }),
      }),
    left.some(({ rivalsKnown }) => !rivalsKnown) &&
      say("plan-whole.for-of-them-rivals", { left: String(left.filter(({ rivalsKnown }) => !rivalsKnown).length) }),
  ).join(" ");
}
