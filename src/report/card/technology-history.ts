import type { TechnologyHistory } from "../../answers/card/technology-history.ts";
import { say } from "../../base/message.ts";
import { sourceCell } from "../cell.ts";
import { flexible, right, sparseTable, wide, wideFlexible } from "../table-of.ts";
import type { View } from "../view.ts";
import { shareWords } from "./share-rows.ts";

/** Every share on record, newest first, and since when it was known. */
export function historyView({ finding, lines, evidence }: TechnologyHistory): View {
  const undated = lines.filter(({ known }) => known === null).length;
  return {
    finding,
    ...(undated > 0 ? { limit: say("technology-history.since-when-shares-was", { shares: undated }) } : {}),
    blocks: [
      sparseTable(
        "Shares of all dates",
        lines,
        [
          ["holder", ({ name }) => name, flexible],
          ["share", shareWords, right],
          ["kind", ({ basis }) => basis],
          ["of", ({ year }) => (year === null ? null : String(year)), right],
          ["known since", ({ known }) => known ?? "unknown", right],
          ["used", ({ used }) => (used ? "yes" : ""), wide],
          ["edition", ({ dataset, edition }) => (edition === null ? dataset : `${dataset} ${edition}`), wide],
          ["source", ({ source }) => sourceCell(source, evidence.documents), wideFlexible],
        ],
        { none: "none", most: 14 },
      ),
    ],
    details: [],
    more: "all shares, with sources",
    evidence,
  };
}
