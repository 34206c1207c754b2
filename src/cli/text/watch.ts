import type { WatchReport } from "../../answers/controls/controls-report.ts";
import type { Page } from "../context.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";
import { differenceSections, summary } from "./controls-diff.ts";

/** What newer copies have that those before had not, and the other way round. */
export function watchText({ comparisons, evidence }: WatchReport, page: Page): string {
  return [
    ...comparisons.flatMap((comparison) => {
      const { source, dataset, from, to } = comparison;
      const head = `${source} ${dataset}, from load ${from.id} (${from.loadedAt.slice(0, 10)}) to ${to.id} (${to.loadedAt.slice(0, 10)}): ${summary(comparison)}`;
      return [page.style.strong(paragraph(head, page.width)), ...differenceSections(comparison, page), ""];
    }),
    ...[sourcesLine(evidence), ...evidence.limits].map((line) => paragraph(line, page.width)),
  ].join("\n");
}
