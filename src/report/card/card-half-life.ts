import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { count } from "../../base/format.ts";
import { decayTable, withholdingTable } from "../leverage/half-life.ts";
import type { Block } from "../view.ts";

/** How long a hold on a technology lasts and what withholding it does, or why that is unknown. */
export function halfLifeBlocks({ halfLife, halfLifeReason }: Pick<TechnologyCard, "halfLife" | "halfLifeReason">): readonly Block[] {
  if (halfLife === null) return [{ kind: "facts", facts: [{ label: "Half-life", value: `unknown. ${halfLifeReason ?? ""}`.trim() }] }];
  const { home, holder, draws, finding, choice } = halfLife;
  return [
    {
      kind: "section",
      title: `Half-life of the hold of ${holder} over ${home ?? "all others"}, by ${count(draws)} draws`,
      body: [{ kind: "note", text: finding }, { kind: "note", text: choice }, decayTable(halfLife), withholdingTable(halfLife)],
    },
  ];
}
