import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import { percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { sourceCell, technologyCell } from "../cell.ts";
import { filled, flexible, sparseTable, wide } from "../table-of.ts";
import type { TableBlock } from "../view.ts";

type Edge = TechnologyCard["needs"][number];

/** What a technology needs, what needs it, its varieties and what it is one of: what joins them, how hard, how sure. */
export function edgeTables(card: TechnologyCard): readonly TableBlock[] {
  const table = (title: string, edges: readonly Edge[], none?: string): TableBlock =>
    sparseTable(
      `${title}${edges.length > 0 ? ` (${edges.length})` : ""}`,
      edges,
      [
        ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
        ["how", how, flexible],
        ["since", ({ since }) => since, wide],
        ["grade", ({ grade }) => grade],
        ["source", ({ source }) => sourceCell(source, card.documents), flexible],
      ],
      none === undefined ? {} : { none },
    );
  return [
    table("Needs", card.needs, "no input is recorded"),
    table("Needed by", card.neededBy, "no user is recorded"),
    ...filled([
      table("Varieties, which can replace one another", card.varieties),
      table("A variety of", card.varietyOf),
      table("Substitutes, in part", card.substitutes),
    ]),
  ];
}

function how({ relation, criticality, delta, weight }: Edge): string {
  if (relation === "variety") return say("edges.share-of-the-family", { low: weight ? percentRange(weight.low, weight.high) : "unknown" });
  if (relation === "process-order") return "order of steps, not a need; criticality unknown";
  if (criticality === null || criticality === "unknown") return "criticality unknown";
  return delta ? say("edges.lost-without-it", { criticality, low: percentRange(delta.low, delta.high) }) : criticality;
}
