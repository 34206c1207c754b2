import { keyOf, uniform } from "../../../leverage/draw/random.ts";
import { createParameterLookup } from "../../../leverage/parameters.ts";
import type { Party } from "../../../link/party.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import type { FlowQuestion } from "./flows.ts";
import type { KnownParameters } from "./known-parameters.ts";
import type { NotPredicted, Prediction } from "./prediction.ts";
import { predictSales } from "./sales.ts";

/**
 * Part of its sales that a firm keeps after an act on several technologies: the mean of its sales of each, weighted by what it sold of each
 * before the event. Where that is not known of all, weights are drawn evenly over all splits (Dirichlet, all ones).
 */
export function predictSalesMix(
  question: Omit<FlowQuestion, "technology">,
  technologies: readonly Technology[],
  seller: Party,
): Prediction | NotPredicted {
  const { known, shock } = question;
  const parts: Prediction[] = [];
  for (const technology of technologies) {
    const part = predictSales({ ...question, technology });
    if ("reason" in part) return part;
    parts.push(part);
  }
  const sold = technologies.map((technology) => soldBefore(known, technology, seller));
  const isKnown = sold.every((amount) => amount !== null);
  const keys = technologies.map(({ id }) => keyOf(`${shock.id}|${seller.name}|sales of ${id}`));
  const weightsOf = (draw: number): readonly number[] =>
    isKnown ? (sold as readonly number[]) : keys.map((key) => -Math.log(uniform(known.seed, draw, key)));
  const mixed = (of: (part: Prediction) => Float64Array): Float64Array =>
    Float64Array.from({ length: known.draws }, (_, draw) => {
      const weights = weightsOf(draw);
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return parts.reduce((sum, part, i) => sum + (weights[i]! / total) * of(part)[draw]!, 0);
    });
  const split = isKnown ? [] : [`how ${seller.name} splits its sales over the technologies was not known: any split`];
  return {
    samples: mixed(({ samples }) => samples),
    stopped: mixed(({ stopped }) => stopped!),
    of: "part of before",
    how: `mean over technologies of: ${parts[0]!.how}`,
    notes: [...new Set([...split, ...parts.flatMap(({ notes }) => notes)])],
  };
}

/** A firm's newest share of the world's sales of a technology times its market, USD bn; `null` without a figure of both above 0. */
function soldBefore({ model: { map } }: KnownParameters, technology: Technology, { id }: Party): number | null {
  const [own] = map.rows.share
    .filter(({ technology: t, holder, low, high }) => t === technology.id && holder === id && low !== null && high !== null)
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0));
  const market = createParameterLookup(map)(technology, "market-size")?.ends[1] ?? 0;
  const sales = own ? ((own.low! + own.high!) / 2) * market : 0;
  return sales > 0 ? sales : null;
}
