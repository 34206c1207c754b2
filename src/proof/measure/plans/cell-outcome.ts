import { smallestCohort } from "../../../measure/citations/forward-citations.ts";

/** A family first filed after a cut-off. */
export interface LaterFamily {
  /** Of its earliest filing. */
  readonly year: number;
  /** Documents of other families that cite it. */
  readonly citations: number;
  /** Its cell, for each of its technologies. */
  readonly cells: readonly { readonly technology: string; readonly cell: string }[];
}

/** Outcome of a cell in the years after a cut-off. */
export interface CellOutcome {
  /** Families first filed in them. */
  readonly families: number;
  /**
   * Mean citations relative to families of the same technology and year (1 = average); `null` without a family in a cohort of at least 20
   * that is cited at all.
   */
  readonly relative: number | null;
}

/** Outcomes of all cells with later families. */
export function cellOutcomes(families: readonly LaterFamily[]): ReadonlyMap<string, CellOutcome> {
  const cohorts = cohortsOf(families);
  const found = new Map<string, { families: number; sum: number; judged: number }>();
  for (const { year, citations, cells } of families) {
    for (const { technology, cell } of cells) {
      const outcome = found.get(cell) ?? { families: 0, sum: 0, judged: 0 };
      const { sum, families: of } = cohorts.get(`${technology}|${year}`)!;
      outcome.families++;
      if (of >= smallestCohort && sum > 0) {
        outcome.sum += (citations * of) / sum;
        outcome.judged++;
      }
      found.set(cell, outcome);
    }
  }
  return new Map([...found].map(([cell, { families, sum, judged }]) => [cell, { families, relative: judged === 0 ? null : sum / judged }]));
}

/** Citations and number of families by technology and year. */
function cohortsOf(families: readonly LaterFamily[]): ReadonlyMap<string, { readonly sum: number; readonly families: number }> {
  const cohorts = new Map<string, { sum: number; families: number }>();
  for (const { year, citations, cells } of families) {
    for (const { technology } of cells) {
      const key = `${technology}|${year}`;
      const cohort = cohorts.get(key) ?? { sum: 0, families: 0 };
      cohort.sum += citations;
      cohort.families++;
      cohorts.set(key, cohort);
    }
  }
  return cohorts;
}
