import type { HeldCluster } from "../../../src/corpus/claim-clusters.ts";
import type { ExclusionWorld } from "../../../src/leverage/exclusion/exclusion-market.ts";
import { createExclusionTerms } from "../../../src/leverage/exclusion/exclusion-terms.ts";
import { compileModel } from "../../../src/leverage/model.ts";
import type { Bounds } from "../../../src/measure/bootstrap.ts";
import { parameter, place, product, requirement, supplyMap, technology } from "../../measure/rows.ts";
import { someRates } from "./rates.ts";

/** A document with its office (the first two letters) and the chance that it is in force; `null` unknown. */
export interface InventedDocument {
  readonly document: string;
  readonly q: Bounds | null;
}

export const chips = compileModel(
  supplyMap({
    technology: [product("logic"), product("memory"), technology("tool", { kind: "tool" }), technology("gas"), technology("paint")],
    requirement: [
      requirement("logic", "tool", "blocking"),
      requirement("logic", "gas", "degrading", { delta_low: 0.1, delta_high: 0.2 }),
      requirement("memory", "gas", "blocking"),
    ],
    parameter: [
      parameter("logic", "market-size", [100, 200], { unit: "USD bn" }),
      parameter("memory", "market-size", 50, { unit: "USD bn" }),
    ],
    product_place: [
      place("logic", "AA", "use", [0.2, 0.3]),
      place("logic", "BB", "use", 0.1),
      place("memory", "AA", "use", 0.4),
      place("logic", "AA", "make", 0),
    ],
  }),
);

/** A world of these clusters: the terms of `someRates`, everybody a maker, licences unknown unless said otherwise. */
export function worldOf(
  clusters: readonly HeldCluster[],
  documents: readonly InventedDocument[],
  more: Partial<ExclusionWorld> = {},
): ExclusionWorld {
  const technologies = new Map<string, string[]>();
  for (const cluster of clusters) {
    for (const document of cluster.documents) technologies.set(document, [...(technologies.get(document) ?? []), cluster.technology]);
  }
  return {
    model: chips,
    clusters,
    status: {
      office: new Map(documents.map(({ document }) => [document, document.slice(0, 2)])),
      inForce: new Map(documents.map(({ document, q }) => [document, { q, basis: "events" as const }])),
    },
    technologies,
    loaded: new Set([...technologies.values()].flat()),
    terms: createExclusionTerms(someRates),
    holderKind: () => "practising",
    licensed: () => null,
    basis: "use",
    ...more,
  };
}

export const cluster = (holder: string, technologyId: string, documents: readonly string[], mainGroup = "H01L21"): HeldCluster => ({
  holder,
  technology: technologyId,
  mainGroup,
  documents,
});
