import { counted, percent, percentInterval, usdBn } from "../../../src/base/format.ts";
import { listed } from "../../../src/base/words.ts";
import type { PageState } from "../state/page-state.ts";
import { type FoldMark, foldText, type Node } from "./fold.ts";
import { labelOf } from "./label.ts";
import type { Reach } from "./reach.ts";

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
    `on the map as it is folded it needs ${reach.needs.size} directly, ${reach.upstream.size} in all`,
    `and is needed by ${reach.neededBy.size} directly, ${reach.downstream.size} in all`,
    fold.folded ? `${counted(fold.count, "technology", "technologies")} folded into it` : "",
  ];
  return `${labelOf(node, foldText(fold))}: ${parts.filter(Boolean).join("; ")}`;
}

/** Whose controls are in force, as a cell of a list shows it. */
export const controlCell = ({ controls, controlsUnknown }: Node): string =>
  controls === null ? `unknown: ${controlsUnknown ?? "none recorded"}` : controls.issuers.join(", ");

/** Whose controls are in force on a technology, in a few words. */
export function controlWords({ controls, controlsUnknown }: Node, names: ReadonlyMap<string, string>): string {
  if (controls === null) return `controls unknown: ${controlsUnknown ?? "none recorded"}, which is not clearance`;
  const count = controls.issuers.length;
  const issuers = listed(controls.issuers.map((id) => names.get(id) ?? id));
  const told = `controls of at least ${counted(count, "issuer", "issuers")}: ${issuers}`;
  return controls.entriesUnknown ? `${told}; entries of a control list linked to it are not loaded` : told;
}
