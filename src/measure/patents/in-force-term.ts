import { addYears, dayOf } from "../../base/days.ts";

/** What the term of a patent hangs on; days are counted from 1970-01-01, `null` unknown. */
export interface TermRecord {
  /** WIPO ST.3 code. */
  readonly office: string;
  /** As in the table `patent`; `null` counts as a patent for an invention. */
  readonly type: string | null;
  /** Day of grant. */
  readonly grantDay: number | null;
  /**
   * Day of filing from which the term counts: of the earliest application it continues or divides, where links are loaded. With its own
   * day of filing the end may be too late.
   */
  readonly filingDay: number | null;
  /** Adjustment and extension in days; unknown counts as none. */
  readonly termDays: number | null;
}

/** Years from filing: TRIPS article 33 for inventions, the usual ten for utility models; designs differ by office and are not known here. */
const termYears: Readonly<Record<string, number | null>> = {
  utility: 20,
  reissue: 20,
  plant: 20,
  statutory: null,
  "utility-model": 10,
  design: null,
};

/** Applications filed before this day have the longer of 20 years from filing and 17 from grant (35 USC 154(c)(1)). */
const uruguayRound = dayOf("1995-06-08")!;

/**
 * Last day of the term, fees aside: 20 years from filing (10 for a utility model) and the days of adjustment. `null` where filing or the
 * term of its type is not known.
 */
export function termEnd(record: TermRecord): number | null {
  const years = record.type === null ? 20 : (termYears[record.type] ?? null);
  if (record.filingDay === null || years === null) return null;
  const end = addYears(record.filingDay, years);
  const old = record.office === "US" && record.filingDay < uruguayRound && record.grantDay !== null;
  return (old ? Math.max(end, addYears(record.grantDay, 17)) : end) + (record.termDays ?? 0);
}

/**
 * The latest day that the term can end where filing is not known: it was filed before its grant. Adjustments repay days of the office's
 * own delay, so that they do not lead beyond this. `null` where the grant or the term of its type is not known.
 */
export function latestTermEnd(record: TermRecord): number | null {
  return termEnd(record) ?? termEnd({ ...record, filingDay: record.grantDay });
}
