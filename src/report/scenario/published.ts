import type { PublishedFigure, PublishedReport } from "../../answers/scenario/compare/published-report.ts";
import {
  count,
  counted,
  numberInterval,
  numberRange,
  percentInterval,
  percentRange,
  usdBnInterval,
  usdBnRange,
} from "../../base/format.ts";
import { list, table } from "../blocks.ts";
import { economyByCode, linkedCell } from "../cell.ts";
import type { Block, TableBlock, View } from "../view.ts";

/** Every figure that others published beside ours; then for each scenario what they ask, and why they differ. */
export function publishedView(report: PublishedReport): View {
  const { scenarios, figures, draws, seed, counts } = report;
  return {
    finding: report.finding,
    limit:
      counts.none > 0
        ? `${counted(counts.none, "figure")} of others have no number of ours to compare with.`
        : "Theirs are figures of other quantities, and ours are not fitted to them.",
    blocks: [shortTable(figures, draws, seed)],
    details: scenarios.flatMap(({ id, name, asOf }) => {
      const own = figures.filter(({ scenario }) => scenario === id);
      const why: Block = list("Why they differ", whyWords(own));
      return [besideTable(`${name} (${id}, data of ${asOf})`, own), why];
    }),
    more: "each question and source, why they differ",
    evidence: report.evidence,
  };
}

const shortTable = (figures: readonly PublishedFigure[], draws: number, seed: number): TableBlock =>
  table(
    `Theirs beside ours: median (middle 80%) of ${count(draws)} draws, seed ${seed}`,
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

/** Figures of others in full, each beside ours or why there is none. */
export const besideTable = (title: string, figures: readonly PublishedFigure[]): TableBlock =>
  table(
    title,
    ["", "whose", "question~", "theirs~", "ours~", "ours is", "source~"],
    figures.map((figure, i) => [
      `${i + 1}`,
      economyByCode(figure.target),
      `${figure.question}: ${figure.quantity}`,
      theirs(figure.theirs) + (figure.theirs.note === null ? "" : ` (${figure.theirs.note})`),
      figure.ours === null ? figure.reason! : ours(figure.ours),
      standsWords(figure),
      linkedCell(sourceWords(figure), { to: "url", address: figure.source.url }),
    ]),
    { none: "no published figure" },
  );

const standsWords = ({ stands }: PublishedFigure): string => (stands === "overlaps" ? "overlapping" : (stands ?? ""));

const sourceWords = ({ source }: PublishedFigure): string => `${source.publisher}, ${source.year}`;

/** Each reason once, with the rows that it is the same for and what ours is of. */
const whyWords = (figures: readonly PublishedFigure[]): readonly string[] =>
  [...new Set(figures.map(({ why }) => why))].map((why) => {
    const alike = figures.filter((figure) => figure.why === why);
    const sources = [...new Set(alike.map(sourceWords))];
    const what = [...new Set(alike.flatMap(({ ours }) => (ours === null ? [] : [ours.what])))];
    const rows = alike.map((figure) => figures.indexOf(figure) + 1);
    return `${sources.join("; ")} (${runs(rows)}): ${why}.${what.length > 0 ? ` Ours: ${what.join("; ")}.` : ""}`;
  });

/** `1 to 3, 5`: rows of a table. */
function runs(places: readonly number[]): string {
  const found: [number, number][] = [];
  for (const place of places) {
    const last = found.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else found.push([place, place]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
}

function theirs({ low, high, unit }: PublishedFigure["theirs"]): string {
  const { kind, over } = unitOf(unit);
  const part = (value: number | null): number | null => (value === null ? null : value / 100);
  if (kind === "percent") return percentRange(part(low), part(high)) + over;
  return kind === "usdBn" ? usdBnRange(low, high) + over : numberRange(low, high, over);
}

function ours({ interval, unit }: NonNullable<PublishedFigure["ours"]>): string {
  const { kind, over } = unitOf(unit);
  const [low, mid, high] = interval;
  if (kind === "percent") return percentInterval([low / 100, mid / 100, high / 100]) + over;
  return kind === "usdBn" ? usdBnInterval(interval) + over : `${numberInterval(interval)} ${over}`;
}

/** What a figure is counted in, and what follows it: ` of GDP`, ` a year`, or the unit itself. */
function unitOf(unit: string): { readonly kind: "percent" | "usdBn" | "other"; readonly over: string } {
  if (unit.startsWith("pct")) return { kind: "percent", over: unit.slice("pct".length) };
  return unit.startsWith("USD bn") ? { kind: "usdBn", over: unit.slice("USD bn".length) } : { kind: "other", over: unit };
}
