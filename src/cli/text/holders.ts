import type { HolderList } from "../../answers/patents/holder-list.ts";
import { count } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { type TableColumn, table } from "../page/table.ts";
import { paragraph } from "../page/wrap.ts";

const columns: readonly TableColumn[] = [
  { title: "holder", flexible: true },
  { title: "seat" },
  { title: "documents", align: "right" },
  { title: "organisation", flexible: true },
  { title: "names as printed, with the rule that joined each", flexible: true },
];

/** Who holds patents, most documents first. */
export function holderListText({ technology, holders, total, documents, withoutHolder, evidence }: HolderList, page: Page): string {
  const { style, width } = page;
  const of = technology === null ? "" : ` of ${technology.name}`;
  return [
    style.strong(`Holders of the loaded patents${of}`),
    paragraph(
      `First ${count(holders.length)} of ${count(total)} holders of ${count(documents)} documents; ${count(withoutHolder)} have no known holder.`,
      width,
    ),
    table(
      columns,
      holders.map((line) => [
        line.name,
        line.economy ?? "",
        count(line.documents),
        line.organisation ?? "",
        line.names.map(({ name, rule }) => `${name} (${rule})`).join("; "),
      ]),
      page,
    ),
    "",
    paragraph(sourcesLine(evidence), width),
    ...evidence.limits.map((limit) => paragraph(limit, width)),
  ].join("\n");
}
