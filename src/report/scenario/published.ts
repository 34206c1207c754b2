import type { PublishedFigure } from "../../answers/scenario/compare/published-models.ts";
import { numberInterval, numberRange, percentInterval, percentRange, usdBnInterval, usdBnRange } from "../../base/format.ts";
import { table } from "../blocks.ts";
import { economyByCode, linkedCell } from "../cell.ts";
import type { TableBlock } from "../view.ts";

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

/** How ours lies to theirs, in a word. */
export const standsWords = ({ stands }: PublishedFigure): string => (stands === "overlaps" ? "overlapping" : (stands ?? ""));

/** Who published it, and when. */
export const sourceWords = ({ source }: PublishedFigure): string => `${source.publisher}, ${source.year}`;

/** A figure of others in its unit. */
export function theirs({ low, high, unit }: PublishedFigure["theirs"]): string {
  const { kind, over } = unitOf(unit);
  const part = (value: number | null): number | null => (value === null ? null : value / 100);
  if (kind === "percent") return percentRange(part(low), part(high)) + over;
  return kind === "usdBn" ? usdBnRange(low, high) + over : numberRange(low, high, over);
}

/** Ours in the same unit. */
export function ours({ interval, unit }: NonNullable<PublishedFigure["ours"]>): string {
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
