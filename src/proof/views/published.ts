import type { PublishedFigure } from "../../answers/scenario/compare/published-models.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { list, table } from "../../report/blocks.ts";
import { economyByCode, linkedCell } from "../../report/cell.ts";
import { besideTable, ours, sourceWords, standsWords, theirs } from "../../report/scenario/published.ts";
import type { Block, TableBlock, View } from "../../report/view.ts";
import type { PublishedReport } from "../answers/proof-questions.ts";

/** Every figure that others published beside ours; then for each scenario what they ask, and why they differ. */
export function publishedView(report: PublishedReport): View {
  const { scenarios, figures, draws, seed, counts } = report;
  return {
    finding: report.finding,
    limit:
      counts.none > 0
        ? say("published.figures-of-others-have", { figures: counts.none })
        : "Theirs are figures of other quantities, and ours are not fitted to them.",
    blocks: [shortTable(figures, draws, seed)],
    details: scenarios.flatMap(({ id, name, asOf }) => {
      const own = figures.filter(({ scenario }) => scenario === id);
      const why: Block = list("Why they differ", whyWords(own));
      return [besideTable(say("published.data-of", { name, id, asOf }), own), why];
    }),
    more: "each question and source, why they differ",
    evidence: report.evidence,
  };
}

const shortTable = (figures: readonly PublishedFigure[], draws: number, seed: number): TableBlock =>
  table(
    say("published.theirs-beside-ours-median", { draws: count(draws), seed: String(seed) }),
    ["scenario", "whose", "theirs is of~", "theirs~", "ours~", "ours is"],
    [...figures.filter(({ ours }) => ours !== null), ...figures.filter(({ ours }) => ours === null)].map((figure) => [
      linkedCell(figure.scenario, { to: "scenario", id: figure.scenario }),
      economyByCode(figure.target),
      figure.quantity,
      theirs(figure.theirs),
      figure.ours === null ? "none" : ours(figure.ours),
      standsWords(figure),
    ]),
  );

/** Each reason once, with the rows that it is the same for and what ours is of. */
const whyWords = (figures: readonly PublishedFigure[]): readonly string[] =>
  [...new Set(figures.map(({ why }) => why))].map((why) => {
    const alike = figures.filter((figure) => figure.why === why);
    const sources = [...new Set(alike.map(sourceWords))];
    const what = [...new Set(alike.flatMap(({ ours }) => (ours === null ? [] : [ours.what])))];
    const rows = alike.map((figure) => figures.indexOf(figure) + 1);
    return `${sources.join("; ")} (${runs(rows)}): ${why}.${what.length > 0 ? say("published.ours", { what: what.join("; ") }) : ""}`;
  });

/** `1 to 3, 5`: rows of a table. */
function runs(places: readonly number[]): string {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else found.push([place, place]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : say("published.to", { from: String(from), to: String(to) }))).join(", ");
}
