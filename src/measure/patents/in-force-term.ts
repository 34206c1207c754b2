import { addYears, dayOf } from "../../base/days.ts";

/** Inputs of a term; days since 1970-01-01, `null` unknown. */
export interface TermRecord {
  /** WIPO ST.3 code. */
  readonly office: string;
  /** As in the table `patent`; `null` counts as an invention. */
  readonly type: string | null;
  readonly grantDay: number | null;
  /** Filing day that the term counts from: of the earliest parent application, if links are loaded; otherwise the end may be too late. */
  readonly filingDay: number | null;
  /** Adjustment and extension in days; unknown is 0. */
  readonly termDays: number | null;
}

/** Years from filing: TRIPS article 33 for inventions, the usual ten for utility models; designs vary by office. */
const termYears: Readonly<Record<string, number | null>> = {
  utility: 20,
  reissue: 20,
  plant: 20,
  statutory: null,
  "utility-model": 10,
  design: null,
};

/** Applications filed before have the longer of 20 years from filing and 17 from grant (35 USC 154(c)(1)). */
const uruguayRound = dayOf("1995-06-08")!;

/** Last day of the term ignoring fees: 20 years from filing (utility models 10) plus adjustment. `null` if filing or term is unknown. */
export function termEnd(record: TermRecord): number | null {
  const years = record.type === null ? 20 : (termYears[record.type] ?? null);
  if (record.filingDay === null || years === null) return null;
  const end = addYears(record.filingDay, years);
  const old = record.office === "US" && record.filingDay < uruguayRound && record.grantDay !== null;
  return (old ? Math.max(end, addYears(record.grantDay, 17)) : end) + (record.termDays ?? 0);
}

/**
 * Latest possible end of term if filing is unknown, counted from grant; adjustments only repay office delay. `null` if grant or term is
 * unknown.
 */
export function latestTermEnd(record: TermRecord): number | null {
  return termEnd(record) ?? termEnd({ ...record, filingDay: record.grantDay });
}
