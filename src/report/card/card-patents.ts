import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import type { CardPatents } from "../../answers/card/technology-card-patents.ts";
import { count, number, percent } from "../../base/format.ts";
import { facts } from "../blocks.ts";
import { holderCell, linkedCell } from "../cell.ts";
import { expiryBlock } from "../patents/expiry.ts";
import { followUpBasis, followUpShare, inForceText, shareCell } from "../patents/patent-figures.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { Block, FactsBlock, TableBlock } from "../view.ts";

/** The patents of a technology in short, or why nothing is known of them. */
export function patentBlocks({ patents, patentsReason }: Pick<TechnologyCard, "patents" | "patentsReason">): readonly Block[] {
  if (patents === null) return [facts(null, [["Patents", `unknown. ${patentsReason ?? ""}`.trim()]])];
  return [holders(patents), measures(patents), expiryBlock(patents)];
}

const holders = ({ holders: lines, holdersTotal, shareBasis }: CardPatents): TableBlock =>
  sparseTable(
    `Loaded patents, first ${lines.length} of ${count(holdersTotal)} holders ${shareBasis.isSample ? ` (shares with ${percent(shareBasis.level)} interval by bootstrap)` : ""}`,
    lines,
    [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["economy", ({ economy }) => economy && linkedCell(economy, { to: "economy", id: economy })],
      ["held", ({ units }) => `${count(units)} of ${count(shareBasis.units)}`, right],
      ["of counts", ({ shares }) => shareCell(shareBasis.isEnough ? shares.count : null), right],
      ["unexpired", ({ shares }) => shareCell(shareBasis.isEnough ? shares.countUnexpired : null), right],
      ["of weight", ({ shares }) => shareCell(shares.weight), right],
      ["citations", ({ citations }) => count(citations), right],
    ],
    { none: "no holder is known" },
  );

type Spread = CardPatents["originality"];

const spread = ({ mean, median, documents, of }: Spread): string =>
  mean === null
    ? `unknown for all of ${count(of)} documents`
    : `mean ${number(mean)}, median ${number(median)}, of ${count(documents)} of ${count(of)} documents`;

const measures = ({ originality, generality, followUp, inForce, asOf }: CardPatents): FactsBlock =>
  facts("Loaded patents, original or follow-up", [
    ["Originality", spread(originality)],
    ["Generality", spread(generality)],
    ["Follow-up", `${followUpShare(followUp)}, ${followUpBasis(followUp)}`],
    [`In force on ${asOf}`, inForceText(inForce)],
  ]);
