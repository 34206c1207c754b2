import type { PublishedFigure, PublishedReport } from "../../answers/scenario/compare/published-report.ts";
import { count, numberInterval, numberRange, percentInterval, percentRange, usdBnInterval, usdBnRange } from "../../base/format.ts";
import type { Page } from "../context.ts";
import { section } from "../page/section.ts";
import { sourcesLine } from "../page/sources.ts";
import { paragraph } from "../page/wrap.ts";

/** The finding, then for each scenario every figure that others published beside ours, and why they differ. */
export function publishedText(report: PublishedReport, page: Page): string {
  const { style, width } = page;
  return [
    style.strong(paragraph(report.finding, width)),
    ...report.scenarios.flatMap(({ id, name, asOf }) => scenarioLines(`${name} (${id}, as known on ${asOf})`, of(report, id), page)),
    "",
    paragraph(`${count(report.draws)} draws, seed ${report.seed}; ours: median and middle 80%.`, width),
    ...report.evidence.limits.map((limit) => paragraph(`- ${limit}`, width, "  ")),
    "",
    paragraph(sourcesLine(report.evidence), width),
  ].join("\n");
}

const of = ({ figures }: PublishedReport, id: string): readonly PublishedFigure[] => figures.filter(({ scenario }) => scenario === id);

function scenarioLines(title: string, figures: readonly PublishedFigure[], page: Page): string[] {
  const whys = [...new Set(figures.map(({ why }) => why))].map((why) => {
    const told = figures.filter((figure) => figure.why === why);
    const sources = [...new Set(told.map(({ source }) => `${source.publisher}, ${source.year}`))];
    const what = [...new Set(told.flatMap(({ ours }) => (ours === null ? [] : [ours.what])))];
    const ours = what.length > 0 ? ` Ours: ${what.join("; ")}.` : "";
    return paragraph(`- ${sources.join("; ")} (${places(told, figures)}): ${why}.${ours}`, page.width, "  ");
  });
  return [...besideSection(title, figures, page), "Why they differ:", ...whys];
}

/** `1 to 3, 5`: the rows of the table that are meant. */
function places(told: readonly PublishedFigure[], all: readonly PublishedFigure[]): string {
  const runs: [number, number][] = [];
  for (const place of told.map((figure) => all.indexOf(figure) + 1)) {
    const last = runs.at(-1);
    if (last && last[1] === place - 1) last[1] = place;
    else runs.push([place, place]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
}

/** A table of figures of others, each beside ours. */
export function besideSection(title: string, figures: readonly PublishedFigure[], page: Page): string[] {
  const columns = [
    { title: "" },
    { title: "whose" },
    { title: "question", flexible: true },
    { title: "theirs", flexible: true },
    { title: "ours", flexible: true },
    { title: "ours is" },
  ];
  const rows = figures.map((figure, i) => [
    String(i + 1),
    figure.target,
    `${figure.question}: ${figure.quantity}`,
    `${theirs(figure.theirs)}${figure.theirs.note === null ? "" : ` (${figure.theirs.note})`}`,
    figure.ours === null ? figure.reason! : ours(figure.ours),
    figure.stands === "overlaps" ? "across" : (figure.stands ?? ""),
  ]);
  return section({ title, columns, rows, none: "no published figure" }, page);
}

type Theirs = PublishedFigure["theirs"];
type Ours = NonNullable<PublishedFigure["ours"]>;

function theirs({ low, high, unit }: Theirs): string {
  const { kind, over } = unitOf(unit);
  const part = (value: number | null): number | null => (value === null ? null : value / 100);
  if (kind === "percent") return percentRange(part(low), part(high)) + over;
  return kind === "usdBn" ? usdBnRange(low, high) + over : numberRange(low, high, over);
}

function ours({ interval, unit }: Ours): string {
  const { kind, over } = unitOf(unit);
  if (kind === "percent") return percentInterval(interval.map((end) => end / 100) as unknown as Ours["interval"]) + over;
  return kind === "usdBn" ? usdBnInterval(interval) + over : `${numberInterval(interval)} ${over}`;
}

/** What a figure is told in, and what follows it: ` of GDP`, ` a year`, or the unit itself. */
function unitOf(unit: string): { readonly kind: "percent" | "usdBn" | "other"; readonly over: string } {
  if (unit.startsWith("pct")) return { kind: "percent", over: unit.slice("pct".length) };
  return unit.startsWith("USD bn") ? { kind: "usdBn", over: unit.slice("USD bn".length) } : { kind: "other", over: unit };
}
