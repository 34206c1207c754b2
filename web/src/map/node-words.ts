import type { MapView } from "../../../src/answers/card/map-view.ts";
import { counted, percent, percentInterval, usdBn } from "../../../src/base/format.ts";
import type { PageState } from "../state/url-state.ts";
import { controlWords } from "./control-words.ts";
import { type FoldMark, foldText } from "./fold-marks.ts";
import type { Reach } from "./reach.ts";

type Node = MapView["nodes"][number];

/** The score as a cell of a list shows it. */
export function scoreCell(node: Node): string {
  if (node.notApplicable !== null) return "not applicable";
  return node.score === null ? "unknown" : percentInterval(node.score);
}

/** Score of a technology in a few words. */
export function scoreWords(node: Node, names: ReadonlyMap<string, string>): string {
  if (node.notApplicable !== null) return `score not applicable: ${node.notApplicable}`;
  if (node.score === null) return "score unknown: anywhere from 0 to 100%";
  const holder = node.holder === null ? "" : ` could be withheld by ${names.get(node.holder) ?? node.holder}:`;
  return `${holder} ${percentInterval(node.score)} of ${node.stage === "products" ? "its use" : "final output"}`.trim();
}

/** All that the picture shows of one technology, as a sentence for reading and for hearing. */
export function nodeWords(node: Node, names: ReadonlyMap<string, string>, fold: FoldMark, reach: Reach, by: PageState["colour"]): string {
  const parts = [
    by === "controls" ? controlWords(node, names) : scoreWords(node, names),
    node.unknownShare > 0 ? `${percent(node.unknownShare)} of world supply without a known provider` : "",
    node.marketSize === null ? "market size unknown" : `market ${usdBn(node.marketSize)} a year`,
    node.withheldSince === null ? "" : `withheld since ${node.withheldSince}`,
    `needs ${reach.needs.size} directly, ${reach.upstream.size} in all`,
    `needed by ${reach.neededBy.size} directly, ${reach.downstream.size} in all`,
    fold.folded ? `${counted(fold.count, "technology", "technologies")} folded into it` : "",
  ];
  return `${[node.name, foldText(fold)].filter(Boolean).join(" ")}: ${parts.filter(Boolean).join("; ")}`;
}
