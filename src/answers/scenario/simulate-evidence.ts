import { networkOf } from "../../leverage/course/network.ts";
import { horizons } from "../../leverage/course/steps.ts";
import { unreadWhy } from "../../leverage/parameters.ts";
import type { Evidence } from "../shared/evidence.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import { assumedWords } from "../shared/outsider-words.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { tradeEvidence } from "../supply/trade-evidence.ts";
import { measureSources, type PlannedScenario } from "./planned-scenario.ts";
import type { ResultContext } from "./result-context.ts";
import { scenarioLimits } from "./scenario-limits.ts";

const limits = [
  "What the model gives, not a forecast: nobody's answer is foreseen but by the outsiders' role, and prices move nothing but where elasticities are known.",
  "Everything of a stretch of months is taken at its middle; the stretches end at the horizons and where something begins or eases.",
  "A part not replaced is taken from the whole installed base of tools, of which all parts wear out alike, the senders' faster where service is withheld.",
  "Sales lost are what stops for the targets, less what the senders sell elsewhere in place of third parties who turn to the targets.",
  "A firm loses what it, or others for it, cannot make, told over the final products that are touched, where the atlas lists plants of it over those that these make, each none to all of the whole; what that is worth, and what it buys of those who withhold, is not known and in no sum of money.",
  "Users lack a final product here where it is withheld itself; what they lack because less of it is made is in what the makers lose.",
];

/** What an answer of a scenario, or before it is run its plan, rests on: the controls it cites and the figures of supply it touched. */
export function simulateEvidence(read: ReadModel, planned: PlannedScenario, context: ResultContext | null): Evidence {
  const { compiled } = planned;
  const run = context ? [...context.run.technologies, ...context.run.metrics.flatMap(({ product }) => product ?? [])] : [];
  const asked = (compiled?.asked ?? []).flatMap(({ technology, seeds }) => [technology, ...seeds]);
  const stopped = compiled?.question.stops.map(({ technology }) => technology) ?? [];
  const walked = context ? [...networkOf(read.model, stopped).nodes, ...read.map.products] : [];
  const figures = supplyEvidence(
    read,
    [...run, ...asked, ...walked],
    compiled?.question.parties ?? [],
    compiled?.targets.map(({ code }) => code),
  );
  const places = (compiled?.targets ?? []).filter(({ ownsRest, designer }) => !ownsRest && !designer).map(({ code }) => code);
  const trade = tradeEvidence(read, places, stopped);
  const drawn = context?.run.drawn.map(({ source }) => source) ?? [];
  return evidenceOf(read, {
    grade: weakest([figures.grade, compiled ? "assumed" : null]),
    sources: [...measureSources(planned), ...figures.sources, ...drawn, ...trade.sources],
    rules: ["method:scenario", "method:course", "method:reach", "method:denial", "method:composition", "method:monte-carlo"],
    limits: [
      ...scenarioLimits(read, planned),
      ...(context
        ? [...limits, ...assumedWords(planned.head.outsiders, horizons.at(-1)!), ...trade.limits, ...unreadLimit(read, [...run, ...asked])]
        : []),
    ],
  });
}

/** How many figures of the technologies touched no run reads, and why. */
function unreadLimit({ map: { rows, technologies } }: ReadModel, touched: readonly number[]): readonly string[] {
  const ids = new Set(touched.map((t) => technologies[t]!.id));
  const why = rows.parameter.flatMap((row) => (ids.has(row.technology) ? (unreadWhy(row) ?? []) : []));
  const parts = (["one maker", "one end"] as const).flatMap((reason) => {
    const count = why.filter((each) => each === reason).length;
    return count > 0 ? [`${count} ${unreadReasons[reason]}`] : [];
  });
  return parts.length > 0 ? [`Parameters of the technologies touched that are not read: ${parts.join(", ")}.`] : [];
}

const unreadReasons = { "one maker": "of one place of making or one maker", "one end": "of which one end only is known" } as const;
