import type { PatentSearch } from "../../answers/patents/patent-search-report.ts";
import { count, counted } from "../../base/format.ts";
import { patentCell } from "../cell.ts";
import { flexible, right, tableOf } from "../table-of.ts";
import type { View } from "../view.ts";
import { joined } from "./patent-figures.ts";

/** Documents that were found, a row each. */
export function patentSearchView({ words, total, found, evidence }: PatentSearch): View {
  const sought = words.join(" ");
  const documents = tableOf(total > found.length ? `First ${count(found.length)} of ${count(total)}` : "Documents", found, [
    ["document", ({ document }) => patentCell(document)],
    ["day", ({ day }) => day],
    ["cited by", ({ citedBy }) => (citedBy === null ? null : count(citedBy)), right],
    ["title", ({ title }) => title, flexible],
    ["holder", ({ holders }) => joined(holders, "; "), flexible],
    ["technologies", ({ technologies }) => technologies.join(", "), flexible],
  ]);
  return {
    finding:
      total === 0 ? `No loaded patent contains ${sought}.` : `${counted(total, "patent")} with ${sought} in title, abstract or holder.`,
    limit: "Only loaded patents are searched; some have no abstract.",
    blocks: total === 0 ? [] : [documents],
    details: [],
    evidence,
  };
}
