import type { TechnologyCard } from "../../answers/card/technology-card.ts";
import type { CardPatents } from "../../answers/card/technology-card-patents.ts";
import { count, number, percent } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { facts } from "../blocks.ts";
import { holderCell, linkedCell } from "../cell.ts";
import { expiryBlock } from "../patents/expiry.ts";
import { followUpBasis, followUpShare, inForceText, shareCell } from "../patents/patent-figures.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { Block, FactsBlock, TableBlock } from "../view.ts";

/** The patents of a technology in short, or why nothing is known of them. */
export function patentBlocks({ patents, patentsReason }: Pick<TechnologyCard, "patents" | "patentsReason">): readonly Block[] {
  if (patents === null) return [facts(null, [["Patents", `${say("card-patents.unknown")} ${patentsReason ?? ""}`.trim()]])];
  return [holders(patents), measures(patents), expiryBlock(patents)];
}

const holders = ({ holders: lines, holdersTotal, shareBasis }: CardPatents): TableBlock =>
  sparseTable(
    say("card-patents.loaded-patents-first-of", {
      lines: String(lines.length),
      holdersTotal: count(holdersTotal),
      isSample: shareBasis.isSample ? say("card-patents.shares-with-interval-by", { level: percent(shareBasis.level) }) : "",
    }),
    lines,
    [
      ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
      ["economy", ({ economy }) => economy && linkedCell(economy, { to: "economy", id: economy })],
      ["held", ({ units }) => say("card-patents.of", { units: count(units), shareBasisUnits: count(shareBasis.units) }), right],
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
    ? say("card-patents.unknown-for-all-of", { ofIt: count(of) })
    : say("card-patents.mean-median-of-of", { mean: number(mean), median: number(median), documents: count(documents), ofIt: count(of) });

const measures = ({ originality, generality, followUp, inForce, asOf }: CardPatents): FactsBlock =>
  facts("Loaded patents, original or follow-up", [
    ["Originality", spread(originality)],
    ["Generality", spread(generality)],
    ["Follow-up", `${followUpShare(followUp)}, ${followUpBasis(followUp)}`],
    [say("card-patents.in-force-on", { asOf }), inForceText(inForce)],
  ]);
