import { say } from "../../base/message.ts";
import { networkOf } from "../../leverage/course/network.ts";
import { unreadWhy } from "../../leverage/parameters.ts";
import type { Evidence } from "../shared/evidence.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import { assumedWords } from "../shared/outsider-words.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { supplyEvidence } from "../shared/supply-evidence.ts";
import { tradeEvidence } from "../supply/imports.ts";
import { measureSources, type PlannedScenario } from "./planned-scenario.ts";
import { scenarioLimits } from "./scenario-limits.ts";
import type { ResultContext } from "./scenario-told.ts";

const limits = [
  "This is what the model gives, not a forecast. Others answer only by the role of the outsiders, and prices act only where elasticities are known.",
  "Each stretch of months counts as it is at its middle. Stretches end at the months shown, and where a measure begins or eases.",
  "A part that is not replaced is lost from the whole installed base of tools. All parts of it wear out alike, the senders' faster where service is withheld.",
  "Lost sales are what the targets no longer buy, less what senders sell to third parties instead.",
  "A firm loses what it, or others for it, cannot make. It is counted over the final products affected, where possible those that its known plants make. How much of each it makes, what the loss is worth and what it buys from the senders are unknown.",
  "Users lack a final product here only where it is withheld itself. What they lack because less is made counts as the makers' loss.",
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
      ...(context ? [...limits, ...assumedWords(planned.head.outsiders), ...trade.limits, ...unreadLimit(read, [...run, ...asked])] : []),
    ],
  });
}

/** How many figures of the technologies touched no run reads, and why. */
function unreadLimit({ map: { rows, technologies } }: ReadModel, touched: readonly number[]): readonly string[] {
  const ids = new Set(touched.map((t) => technologies[t]!.id));
  const why = rows.parameter.flatMap((row) => (ids.has(row.technology) ? (unreadWhy(row) ?? []) : []));
  const parts = Object.entries(unreadReasons).flatMap(([reason, words]) => {
    const count = why.filter((each) => each === reason).length;
    return count > 0 ? [`${count} ${words}`] : [];
  });
  return parts.length > 0 ? [say("simulate-evidence.parameters-of-the-technologies", { parts: parts.join(", ") })] : [];
}

const unreadReasons = { "one maker": "of one place of making or one maker", "one end": "of which one end only is known" } as const;
