import type { PatentSearch } from "../../answers/patents/patent-search-report.ts";
import { count, counted } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";

/** Documents that were found, a line each. */
export function patentSearchText({ words, total, found, evidence }: PatentSearch, page: Page): string {
  const cut = total > found.length ? `, the first ${count(found.length)} of them` : "";
  const lines = section(
    {
      title: `${counted(total, "document")} with ${words.join(" ")}${cut}`,
      columns: [
        { title: "document" },
        { title: "day" },
        { title: "cited by", align: "right" },
        { title: "title", flexible: true },
        { title: "holder", flexible: true },
        { title: "technologies", flexible: true },
      ],
      rows: found.map((one) => [
        one.document,
        one.day ?? "",
        one.citedBy === null ? "" : count(one.citedBy),
        one.title ?? "",
        one.holders.join("; "),
        one.technologies.join(", "),
      ]),
      none: "none found",
    },
    page,
  );
  return [...lines.slice(1), "", ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width))].join("\n");
}
