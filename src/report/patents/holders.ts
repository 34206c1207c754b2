import type { HolderList } from "../../answers/patents/holder-list.ts";
import { count } from "../../base/format.ts";
import { holderCell } from "../cell.ts";
import { flexible, right, tableOf, wide, wideFlexible } from "../table-of.ts";
import type { View } from "../view.ts";
import { printedNames } from "./patent-figures.ts";

/** Who holds patents, most documents first. */
export function holderListView({ technology, holders, total, documents, withoutHolder, evidence }: HolderList): View {
  const of = technology === null ? "" : ` of ${technology.name}`;
  const [first] = holders;
  const most = first === undefined ? "No holder is known." : `${first.name} holds most: ${count(first.documents)}.`;
  return {
    finding: `${count(total)} holders have the ${count(documents)} loaded patents${of}; ${count(withoutHolder)} have no known holder. ${most}`,
    limit: "Only loaded patents count: a set of searches is not a sample of all patents.",
    blocks: [
      tableOf(
        `Holders, first ${count(holders.length)} of ${count(total)}`,
        holders,
        [
          ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
          ["id", ({ holder }) => holder, wide],
          ["seat", ({ economy }) => economy],
          ["patents", (line) => count(line.documents), right],
          ["organisation", ({ organisation }) => organisation ?? "", wideFlexible],
          ["printed names", ({ names }) => count(names.length), right],
        ],
        { most: 15 },
      ),
    ],
    details: [
      tableOf("Names as printed", holders, [
        ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
        ["names, with the rule that joined each", ({ names }) => printedNames(names), flexible],
      ]),
    ],
    evidence,
  };
}
