import type { ChangeReport } from "../../answers/supply/change-report.ts";
import { percentRange } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";

/** Economies that gain and lose, then each change. */
export function changesText(report: ChangeReport, page: Page): string {
  const { source, from, to, matched, unmatched, changes, economies, evidence } = report;
  const clear = changes.filter((change) => change.direction !== "unclear").sort((a, b) => middle(b) - middle(a));
  const head = `${source}, from edition ${from} to ${to}: ${matched.length} technologies compared, ${unmatched.length} not; ${clear.length} clear changes among ${changes.length} shares.`;
  return [
    page.style.strong(paragraph(head, page.width)),
    ...section(
      {
        title: "Economies",
        columns: [{ title: "economy" }, { title: "gaining in", align: "right" }, { title: "losing in", align: "right" }],
        rows: economies.map(({ economy, gaining, losing }) => [economy, String(gaining), String(losing)]),
      },
      page,
    ),
    ...section(
      {
        title: "Changes",
        columns: [
          { title: "technology", flexible: true },
          { title: "holder", flexible: true },
          { title: "basis" },
          { title: "before" },
          { title: "after" },
          { title: "" },
        ],
        rows: clear.map((change) => [
          change.technology,
          change.holder,
          change.basis,
          percentRange(change.before.low, change.before.high),
          percentRange(change.after.low, change.after.high),
          change.direction,
        ]),
      },
      page,
    ),
    ...section(
      {
        title: "Not compared",
        columns: [{ title: "technology" }, { title: "reason", flexible: true }],
        rows: unmatched.map((each) => [each.technology, each.reason]),
      },
      page,
    ),
    "",
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}

const middle = ({ change }: ChangeReport["changes"][number]): number => (change.low + change.high) / 2;
