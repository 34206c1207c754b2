/** A case as scored: what was known at filing, and the outcome. */
export interface PatentCase {
  readonly id: string;
  /** `US ITC`, `CN courts`, `several`, `none`. */
  readonly forum: string;
  /** `suit`, `itc`, `review`, `licence`, `trade-secret`. */
  readonly kind: string;
  readonly holderKind: "assertion-entity" | null;
  readonly chips: boolean;
  /** Kinds of its technologies; empty: unknown. */
  readonly technologyKinds: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly filed: string | null;
  readonly decided: string | null;
  /** In the source's words. */
  readonly outcome: string | null;
}

/** Last possible day of a partial date; months end on the 31st, as text. */
const latest = (date: string): string => `${date}${"-12-31".slice(date.length - 4)}`;

/** First possible day of a partial date. */
const earliest = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Whether a case was certainly decided before another was filed. */
export const decidedBefore = ({ decided }: PatentCase, { filed }: PatentCase): boolean =>
  decided !== null && filed !== null && latest(decided) < earliest(filed);

/** Years from filing to decision, partial dates at their middle; `null` unknown. */
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
