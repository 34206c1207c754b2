import type { HolderList } from "../../answers/patents/technology-patents-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { holderCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { View } from "../view.ts";
import { printedNames } from "./patent-figures.ts";

/** Who holds patents, most documents first. */
export function holderListView({ technology, holders, total, documents, withoutHolder, evidence }: HolderList): View {
  const of = technology === null ? "" : say("holders.of", { name: technology.name });
  const [first] = holders;
  const most = first === undefined ? "" : say("holders.holds-most", { name: first.name, documents: count(first.documents) });
  return {
    finding: `${say("holders.a-holder-is-known", { documents: count(documents - withoutHolder), documentsOther: count(documents), ofIt: of, holders: total })}${most}`,
    limit: "Only loaded patents count: a set of searches is not a sample of all patents.",
    blocks: [
      tableOf({ title: say("holders.holders-first-of", { holders: count(holders.length), total: count(total) }), most: 15 }, holders, [
        ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
        ["seat", ({ economy }) => economy],
        ["patents", (line) => count(line.documents), right],
        ["printed names", ({ names }) => count(names.length), right],
      ]),
    ],
    details: [
      tableOf("Names as printed", holders, [
        ["holder", ({ holder, name }) => holderCell(holder, name), flexible],
        ["id", ({ holder }) => holder],
        ["with whom now", ({ today }) => today?.name ?? null, flexible],
        ["belongs to", ({ group }) => group?.name ?? null, flexible],
        ["organisation", ({ organisation }) => organisation ?? "none in the atlas"],
        ["names, with the rule that joined each", ({ names }) => printedNames(names), flexible],
      ]),
    ],
    more: "ids, organisations and printed names",
    evidence,
  };
}
