import { counted } from "../../../base/format.ts";
import type { PublishedFigure, PublishedReport } from "./published-report.ts";

/** How many figures of ours lie below, across and above theirs, and how many there are none for. */
export function publishedCounts(figures: readonly PublishedFigure[]): PublishedReport["counts"] {
  const of = (stands: PublishedFigure["stands"]): readonly PublishedFigure[] => figures.filter((figure) => figure.stands === stands);
  const bounds = of("overlaps").filter(({ theirs: { low, high } }) => low === null || high === null);
  return {
    below: of("below").length,
    overlaps: of("overlaps").length,
    above: of("above").length,
    bounds: bounds.length,
    none: of(null).length,
  };
}

/** The counts in words. */
export function publishedFinding({ below, overlaps, above, bounds, none }: PublishedReport["counts"]): string {
  const beside = below + overlaps + above;
  if (beside + none === 0) return "No published figure asks what this scenario asks.";
  if (beside === 0) return `We have no number to compare with ${counted(none, "published figure")}.`;
  const ofBounds = bounds > 0 ? ` (in ${bounds} theirs is only a bound, which says little)` : "";
  return `Of ${counted(beside + none, "published figure")} we can compare ${beside}. Ours is below theirs in ${below}, above in ${above}, and overlaps in ${overlaps}${ofBounds}.`;
}
