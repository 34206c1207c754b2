import type { FactReport } from "../../answers/facts/fact-questions.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { cellOf, economyByCode, linkedCell, technologyCell } from "../cell.ts";
import { flexible, right, sparseTable } from "../table-of.ts";
import type { View } from "../view.ts";

/** What each check found, then the doubts with their figures. */
export function factsView({ finding, checks, doubts, evidence }: FactReport): View {
  return {
    finding,
    limit: evidence.limits[0]!,
    blocks: [
      sparseTable("Checks", checks, [
        ["check", ({ check }) => check],
        ["looks for", ({ what }) => what, flexible],
        ["found", ({ found }) => count(found), right],
      ]),
      sparseTable(
        "Doubts",
        doubts,
        [
          ["check", ({ check }) => check],
          [
            "about",
            ({ check, about, name }) => (check === "making" ? linkedCell(name, { to: "economy", id: about }) : technologyCell(about, name)),
            flexible,
          ],
          ["what", ({ text }) => text, flexible],
          [
            "could touch",
            ({ homes }) => (homes.length > 3 ? say("facts.homes", { homes: String(homes.length) }) : cellOf(homes.map(economyByCode))),
          ],
        ],
        { none: "none", most: 9 },
      ),
    ],
    details: [],
    more: "each doubt, and its sources",
    evidence,
  };
}
