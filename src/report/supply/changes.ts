import type { ChangeReport } from "../../answers/supply/supply-questions.ts";
import { count, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { linkedCell, technologyCell } from "../cell.ts";
import { flexible, right, sparseTable, wide } from "../table-of.ts";
import type { View } from "../view.ts";

/** Economies that gain and lose between two editions, then each clear change. */
export function changesView(report: ChangeReport): View {
  const { source, from, to, matched, unmatched, changes, economies, evidence } = report;
  const clear = changes.filter((change) => change.direction !== "unclear").sort((a, b) => middle(b) - middle(a));
  return {
    finding: say("changes.from-edition-to-of", { source, from, to, clear: count(clear.length), shares: changes.length }),
    limit: `${say("changes.technologies-compared-not", { technologies: matched.length, unmatched: count(unmatched.length) })} ${say("changes.differences-within-one-point")}`,
    blocks: [
      sparseTable(
        "Changes, greatest gain first",
        clear,
        [
          ["technology", ({ technology }) => technologyCell(technology), flexible],
          [
            "holder",
            ({ holder, holderKind }) => (holderKind === "economy" ? linkedCell(holder, { to: "economy", id: holder }) : holder),
            flexible,
          ],
          ["basis", ({ basis }) => basis, wide],
          ["before", ({ before }) => percentRange(before.low, before.high), right],
          ["after", ({ after }) => percentRange(after.low, after.high), right],
          ["direction", ({ direction }) => direction],
        ],
        { none: "none that is clear", most: 10 },
      ),
      sparseTable(
        "Economies, by technologies",
        economies,
        [
          ["economy", ({ economy }) => linkedCell(economy, { to: "economy", id: economy })],
          ["gaining in", ({ gaining }) => count(gaining), right],
          ["losing in", ({ losing }) => count(losing), right],
        ],
        { most: 8 },
      ),
    ],
    details: [
      sparseTable(
        "Not compared",
        unmatched,
        [
          ["technology", ({ technology }) => technologyCell(technology)],
          ["reason", ({ reason }) => reason, flexible],
        ],
        { none: "all were compared" },
      ),
    ],
    evidence,
  };
}

const middle = ({ change }: ChangeReport["changes"][number]): number => (change.low + change.high) / 2;
