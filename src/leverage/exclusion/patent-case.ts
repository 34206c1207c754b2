/** A case as it is scored, told once, with what was known of it when it was filed and how it ended. */
export interface PatentCase {
  readonly id: string;
  /** `US ITC`, `CN courts`, `several`, `none`. */
  readonly forum: string;
  /** `suit`, `itc`, `review`, `licence`, `trade-secret`. */
  readonly kind: string;
  readonly holderKind: "assertion-entity" | null;
  /** About chips, as far as is known. */
  readonly chips: boolean;
  /** Kinds of the technologies it is about; none: unknown. */
  readonly technologyKinds: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly filed: string | null;
  readonly decided: string | null;
  /** In the words of the source. */
  readonly outcome: string | null;
}

/** The last day that a date may mean, so that what is known to the year or the month counts from its end; of each month the 31st, as text. */
const latest = (date: string): string => `${date}${"-12-31".slice(date.length - 4)}`;

/** The first day that a date may mean. */
const earliest = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Whether a case was decided for sure before another was filed. */
export const decidedBefore = ({ decided }: PatentCase, { filed }: PatentCase): boolean =>
  decided !== null && filed !== null && latest(decided) < earliest(filed);

/** Years from filing to the decision; a date without day or month counts from the middle of what it may mean. `null` where one is not known. */
export function yearsTaken({ filed, decided }: PatentCase): number | null {
  if (filed === null || decided === null) return null;
  const years = yearNumber(decided) - yearNumber(filed);
  return years >= 0 ? years : null;
}

function yearNumber(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  if (month === undefined) return year! + 0.5;
  return year! + (month - 1) / 12 + (day === undefined ? 1 / 24 : (day - 1) / 365);
}
