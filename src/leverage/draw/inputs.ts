import type { controlClasses } from "../../link/parameter-domains.ts";
import type { UserParameter } from "../parameters.ts";

/** Basis of an interval: a document, the question itself, an assumption, or unknown (whatever others leave). */
export const inputBases = ["published", "given", "assumed", "unknown"] as const;
export type InputBasis = (typeof inputBases)[number];

export const basisOf = (grade: string): InputBasis => (grade === "assumed" ? "assumed" : "published");

/** A drawn number and the source of its interval. */
export interface DrawnInput {
  readonly key: number;
  readonly technology: string | null;
  /** Parameter name or map quantity: `share of NL`, `degradation by etch`. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly basis: InputBasis;
  readonly source: string | null;
}

/** Months that users expect an act of unknown end to last, lognormal over its interval. */
export const expectedLength = "expected-length";

/** Parameters of a technology. Units: `data/atlas/defaults.csv`. */
export const drawnParameters = [
  "spare",
  "fungibility",
  "qualification",
  "stock",
  "notice-purchases",
  expectedLength,
  "lead-time",
  "recovery-ceiling",
  "recovery-chance",
  "service-life",
  "service-factor",
  "additions",
  "renewal",
  "thrift",
  "thrift-time",
  "substitution",
  "supply-elasticity",
  "demand-elasticity",
] as const;

export type DrawnParameter = (typeof drawnParameters)[number];

/** Licence-policy classes. */
export type LicenceClass = (typeof controlClasses)[number];

/** One setting of all inputs: the middle, or one draw. */
export interface Inputs {
  /** World supply share by slot of the model; with `rest` sums to 1 per technology. */
  readonly share: Float64Array;
  /** Unnamed supply by technology. */
  readonly rest: Float64Array;
  /** By technology; unknown elasticities and thrift are 0. `recovery-chance` is 0 or 1 in a draw, the chance in the middle. */
  readonly parameter: Readonly<Record<DrawnParameter, Float64Array>>;
  /** A user's own values: `party * technologies + technology`; NaN: the general value. */
  readonly ofUser: Readonly<Record<UserParameter, Float64Array>>;
  /** Part of its need that a party's own makers serve, likewise; NaN: the home comes first. */
  readonly selfSupply: Float64Array;
  /** Part of today's hold on a technology that acts of a later day still have; 1 today. */
  readonly hold: Float64Array;
  /** Loss without a degrading input, by requirement. */
  readonly delta: Float64Array;
  /** By variety edge; sums to 1 per family. */
  readonly weight: Float64Array;
  /** Own output of technologies with unknown providers, as a part of need. */
  readonly ownOfUnknown: Float64Array;
  /** Care in the use of stock by technology, 0 used first to 1: `q` of the months to the end, known or expected. */
  readonly rationing: Float64Array;
  /** World market by technology, USD bn a year; NaN unknown. */
  readonly market: Float64Array;
  /** World value of final products in the order of `map.products`; 1 if unknown. */
  readonly value: Float64Array;
  /** Production and use of final products: `party * products + product`. */
  readonly make: Float64Array;
  readonly use: Float64Array;
  /** Sales of final products by seat of the seller, likewise; 0 where unknown. */
  readonly sell: Float64Array;
  /** Share of world sales that firms seated there have made elsewhere, likewise, where a source gives it; NaN else. */
  readonly outsource: Float64Array;
}

/** Parameter of technology `t` for a user, else the general one. `party`: its index, -1: none. */
export function ofUser({ parameter, ofUser: own }: Inputs, name: UserParameter, party: number, t: number): number {
  const all = parameter[name];
  const ownValue = party < 0 ? Number.NaN : own[name][party * all.length + t]!;
  return Number.isNaN(ownValue) ? all[t]! : ownValue;
}
