import type { ExclusionMarket, ExclusionWorld } from "../../leverage/exclusion/exclusion-market.ts";
import type { Term } from "../../leverage/exclusion/exclusion-terms.ts";
import { kindsOf } from "../../leverage/exclusion/product-exclusion.ts";
import type { Grade } from "../shared/evidence.ts";
import type { ExclusionTerm } from "./exclusion-report.ts";

/** Every interval that exposures on these markets are made of, each once, with what it rests on. */
export function termsUsed(world: ExclusionWorld, markets: readonly ExclusionMarket[]): readonly ExclusionTerm[] {
  const { terms } = world;
  const clusters = markets.flatMap((market) => market.clusters);
  const kinds = [...new Set(clusters.map(({ technology }) => kindsOf(world)(technology)))].sort();
  const holderKinds = [...new Set(clusters.map(({ holder }) => world.holderKind(holder)))];
  const line = (term: string, of: string, found: Term | null, unit = "fraction"): readonly ExclusionTerm[] => {
    if (found === null) return [];
    const { low, high, sources, note } = found;
    return [{ term, of, low, high, unit, grade: found.grade as Grade, sources, note }];
  };
  return [
    ...markets.flatMap(({ jurisdiction, offices }) => [
      ...line("v", jurisdiction, terms.valid(offices)),
      ...holderKinds.flatMap((kind) => line("u", `${jurisdiction}, ${kind ?? "kind of holder unknown"}`, terms.granted(offices, kind))),
    ]),
    ...kinds.flatMap((kind) => [
      ...line("x", kind, terms.readOn(kind)),
      ...line("g", kind, terms.designAround(kind)),
      ...line("delay", kind, terms.delay([kind]), "years"),
    ]),
    ...line("royalty", "all products", terms.royalty()),
  ];
}
