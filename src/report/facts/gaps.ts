import type { GapReport } from "../../answers/facts/gaps.ts";
import { count, percent, usdBn } from "../../base/format.ts";
import { economyByCode, technologyCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { View } from "../view.ts";

/** The unknowns in order, each with what it moves. */
export function gapsView({ finding, gaps, evidence }: GapReport): View {
  return {
    finding,
    limit: evidence.limits.join(" "),
    blocks: [
      tableOf(
        "Unknowns, by how much they move the loss of final chip output",
        gaps,
        [
          ["technology", ({ technology, name }) => technologyCell(technology, name), flexible],
          ["not known", ({ unknown }) => unknown, flexible],
          ["instead", ({ grade }) => grade ?? "nothing"],
          ["moves", ({ moves }) => percent(moves), right],
          ["homes", ({ homes }) => count(homes), right],
          ["value", ({ value }) => usdBn(value), { ...right, wide: true }],
          ["needed by", ({ neededBy }) => count(neededBy), right],
          ["most", ({ most }) => percent(most), right],
          ["of", ({ mostOf }) => economyByCode(mostOf)],
        ],
        { none: "none", most: 12 },
      ),
    ],
    details: [],
    more: "all of them",
    evidence,
  };
}
