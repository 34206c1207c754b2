import { percent, percentInterval, usdBn } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import type { MapChoice } from "./choice.ts";
import { type FoldMark, foldText, type Node } from "./fold.ts";
import type { Reach } from "./reach.ts";

type Names = ReadonlyMap<string, string>;

/** The score as a cell of a table shows it. */
export function scoreCell({ notApplicable, score }: Node): string {
  if (notApplicable !== null) return "not applicable";
  return score === null ? "unknown" : percentInterval(score);
}

/** Score of a technology in a few words. */
function scoreWords({ notApplicable, score, holder, stage }: Node, names: Names): string {
  if (notApplicable !== null) return say("map-page.score-not-applicable", { reason: notApplicable });
  if (score === null) return "score unknown: anywhere from 0 to 100%";
  const part = percentInterval(score);
  const loss = stage === "products" ? say("map-page.of-its-use", { part }) : say("map-page.of-final-output", { part });
  return holder === null ? loss : say("map-page.could-be-withheld-by", { holder: names.get(holder) ?? holder, loss });
}

/** Whose controls are in force, as a cell of a table shows it. */
export const whyUnknown = ({ controlsUnknown }: Node): string =>
  say("map-page.unknown-because", { reason: controlsUnknown ?? "none recorded" });

/** Whose controls are in force on a technology, in a few words. */
function controlWords({ controls, controlsUnknown }: Node, names: Names): string {
  if (controls === null) return say("map-page.controls-unknown", { reason: controlsUnknown ?? "none recorded" });
  const of = { issuers: controls.issuers.length, names: listed(controls.issuers.map((id) => names.get(id) ?? id)) };
  return controls.entriesUnknown ? say("map-page.controls-of-not-loaded", of) : say("map-page.controls-of", of);
}

/** All that the picture shows of one technology, as a sentence for reading and for hearing; it begins with the label in the picture. */
export function nodeWords(node: Node, names: Names, fold: FoldMark, reach: Reach, by: MapChoice["colour"]): string {
  const parts = [
    by === "controls" ? controlWords(node, names) : scoreWords(node, names),
    node.unknownShare > 0 && say("map-page.supply-without-provider", { part: percent(node.unknownShare) }),
    node.marketSize === null ? "market size unknown" : say("map-page.market-a-year", { size: usdBn(node.marketSize) }),
    node.withheldSince !== null && say("map-page.withheld-since", { day: node.withheldSince }),
    say("map-page.needs", { direct: reach.needs.size, all: reach.upstream.size }),
    say("map-page.is-needed-by", { direct: reach.neededBy.size, all: reach.downstream.size }),
    fold.folded && say("map-page.folded-into-it", { technologies: fold.count }),
  ];
  const words = parts.filter((part) => part !== false).join("; ");
  const { name } = node;
  return fold.count === 0
    ? say("map-page.technology", { name, words })
    : say("map-page.technology-and-fold", { name, mark: foldText(fold), words });
}
