/** How sure a figure is, the surest first; see `docs/data.md`. */
export const grades = ["published", "derived", "assumed"] as const;
export type Grade = (typeof grades)[number];

/** The weakest of several grades; published if there are none. A word that is no grade counts as assumed. */
export function weakest(several: readonly (string | null | undefined)[]): Grade {
  const places = several.map((grade) => grades.indexOf((grade ?? "published") as Grade));
  return grades[Math.max(0, ...places.map((place) => (place < 0 ? grades.length - 1 : place)))]!;
}
