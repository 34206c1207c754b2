import type { Bounds } from "../measure/bootstrap.ts";
import { longestTerm, type OfficeCost } from "./office-cost.ts";

/** An office for filing a family. */
export interface FilingPlace {
  /** WIPO ST.3. */
  readonly office: string;
  /** Sales per year that the claims could block there, USD; `null` unknown. */
  readonly stake: Bounds | null;
  /** `null` unknown. */
  readonly cost: OfficeCost | null;
  /** Chance that a patent granted there is still in force at an age, years from filing and from filing to grant. */
  readonly survival: (age: number, granted: number) => Bounds;
}

export interface FilingTerms {
  /** Royalty as a share of the sales at stake, 0..1; `null` unknown. */
  readonly royalty: Bounds | null;
  /** Years from filing to first volume use; `null` unknown. */
  readonly firstUse: Bounds | null;
  /** Horizon in years from filing; the term ends it at 20. */
  readonly years: number;
  /** Discount rate per year, as 0.08. */
  readonly discount: number;
}

/**
 * `file`: the low value covers the high cost; `leave`: the high value does not cover the low cost; `open`: in between; `unknown`: value or
 * cost is.
 */
export type FilingVerdict = "file" | "open" | "leave" | "unknown";

/** The first reason that applies. */
export type FilingReason =
  | "stake-unknown"
  | "royalty-unknown"
  | "cost-unknown"
  | "no-use-in-term"
  | "covers-cost"
  | "may-cover-cost"
  | "below-cost"
  | "at-home";

/** Present value and cost of filing at one office, USD. */
export interface FilingAdvice {
  readonly office: string;
  readonly value: Bounds | null;
  readonly cost: Bounds | null;
  /** Value over cost: low over high, and high over low. */
  readonly ratio: Bounds | null;
  readonly verdict: FilingVerdict;
  readonly reason: FilingReason;
}

/**
 * Filing advice by office, best ratio of value to cost first, unknown ones last. Value: blockable market × royalty × chance in force, from
 * the later of grant and first use to the horizon. Cost: grant plus yearly upkeep while pending or in force. Both discounted to the year of
 * filing. The decision is for the owner and counsel.
 */
export function adviseFiling(places: readonly FilingPlace[], terms: FilingTerms): readonly FilingAdvice[] {
  return places.map((place) => adviceOn(place, terms)).sort(byRatio);
}

function adviceOn(place: FilingPlace, terms: FilingTerms): FilingAdvice {
  const { office, stake, cost } = place;
  const spent = cost && filingCost(cost, place, terms);
  const worth = stake && terms.royalty && cost && worthOf(stake, terms.royalty, cost, place, terms);
  const base = { office, value: worth, cost: spent };
  const unknown: FilingReason | null =
    stake === null ? "stake-unknown" : terms.royalty === null ? "royalty-unknown" : cost === null ? "cost-unknown" : null;
  if (unknown !== null || worth === null || spent === null)
    return { ...base, ratio: null, verdict: "unknown", reason: unknown ?? "cost-unknown" };
  return { ...base, ...judgeFiling(worth, spent, stake!.high > 0) };
}

/** Whether a value covers a cost. `isSold`: something is sold there that claims could stand in the way of. */
export function judgeFiling(worth: Bounds, spent: Bounds, isSold: boolean): Pick<FilingAdvice, "ratio" | "verdict" | "reason"> {
  const ratio = { low: worth.low / spent.high, high: worth.high / spent.low };
  if (ratio.low >= 1) return { ratio, verdict: "file", reason: "covers-cost" };
  if (ratio.high >= 1) return { ratio, verdict: "open", reason: "may-cover-cost" };
  return { ratio, verdict: "leave", reason: isSold && worth.high === 0 ? "no-use-in-term" : "below-cost" };
}

const never: Bounds = { low: 0, high: Number.POSITIVE_INFINITY };

function worthOf(stake: Bounds, royalty: Bounds, { pendency }: OfficeCost, { survival }: FilingPlace, terms: FilingTerms): Bounds {
  const { low: soonest, high: latest } = terms.firstUse ?? never;
  const sum = (granted: number, use: number, end: "low" | "high"): number =>
    overYears(terms, (age) => (age > Math.max(granted, use) ? survival(age, granted)[end] : 0));
  return {
    low: stake.low * royalty.low * sum(pendency.high, latest, "low"),
    high: stake.high * royalty.high * sum(pendency.low, soonest, "high"),
  };
}

/** Cost of a family at an office, USD: to grant, and upkeep while it is pending or in force, discounted to the year of filing. */
export function filingCost(
  { toGrant, pendency, upkeep }: OfficeCost,
  { survival }: Pick<FilingPlace, "survival">,
  terms: Pick<FilingTerms, "years" | "discount">,
): Bounds {
  const sum = (granted: number, end: "low" | "high"): number =>
    overYears(terms, (age) => upkeep(age, granted)[end] * (age > granted ? survival(age, granted)[end] : 1));
  const ends = [sum(pendency.low, "low"), sum(pendency.high, "low"), sum(pendency.low, "high"), sum(pendency.high, "high")];
  return { low: toGrant.low + Math.min(...ends), high: toGrant.high + Math.max(...ends) };
}

/** Sum over the years from filing, each discounted from its end. */
function overYears({ years, discount }: Pick<FilingTerms, "years" | "discount">, of: (age: number) => number): number {
  let sum = 0;
  for (let age = 1; age <= Math.min(years, longestTerm); age++) sum += of(age) / (1 + discount) ** age;
  return sum;
}

function byRatio(a: FilingAdvice, b: FilingAdvice): number {
  const end = (one: FilingAdvice, which: "low" | "high"): number => one.ratio?.[which] ?? -1;
  return end(b, "low") - end(a, "low") || end(b, "high") - end(a, "high") || (a.office < b.office ? -1 : a.office > b.office ? 1 : 0);
}
