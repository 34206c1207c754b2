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

/** The counts in words, and what may not be concluded from them. */
export function publishedFinding({ below, overlaps, above, bounds, none }: PublishedReport["counts"]): string {
  const beside = below + overlaps + above;
  if (beside + none === 0) return "No published figure stands beside this scenario.";
  const untold = none > 0 ? [`For ${beside > 0 ? "the other " : ""}${none} there is no number of ours, each with its reason.`] : [];
  if (beside === 0) return untold.join(" ");
  const ofBounds = bounds > 0 ? ` (${bounds} of these with a bound alone, which says little)` : "";
  return [
    `Of ${beside + none} published ${beside + none === 1 ? "figure" : "figures"} ${beside} ${beside === 1 ? "has" : "have"} a number of ours beside: ours is below theirs in ${below}, above in ${above}, and overlaps with it in ${overlaps}${ofBounds}.`,
    ...untold,
    "They are different quantities: theirs are mostly losses of whole economies, ours the output, use or sales of chips and what goes into them, so that an overlap is no agreement and a gap refutes neither.",
  ].join(" ");
}
