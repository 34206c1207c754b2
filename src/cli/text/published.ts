import type { PublishedFigure, PublishedReport } from "../../answers/scenario/compare/published-report.ts";
import { amountInterval } from "../../answers/shared/words.ts";
import type { Page } from "../context.ts";
import { amountRange, count } from "./figures.ts";
import { section } from "./section.ts";
import { sourcesLine } from "./sources.ts";
import { paragraph } from "./wrap.ts";

/** The finding, then for each scenario every figure that others published beside ours, and why they differ. */
export function publishedText(report: PublishedReport, page: Page): string {
  const { style, width } = page;
  return [
    style.strong(paragraph(report.finding, width)),
    ...report.scenarios.flatMap(({ id, name, asOf }) => scenarioLines(`${name} (${id}, as known on ${asOf})`, of(report, id), page)),
    "",
    paragraph(`${count(report.draws)} draws, seed ${report.seed}; ours: median and middle 80 %.`, width),
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
    `${amountRange(figure.theirs, unitWords(figure.theirs.unit))}${figure.theirs.note === null ? "" : ` (${figure.theirs.note})`}`,
    figure.ours === null ? figure.reason! : `${amountInterval(figure.ours.interval)} ${unitWords(figure.ours.unit)}`,
    figure.stands === "overlaps" ? "across" : (figure.stands ?? ""),
  ]);
  return section({ title, columns, rows, none: "no published figure" }, page);
}

const unitWords = (unit: string): string => unit.replace("pct", "%");
