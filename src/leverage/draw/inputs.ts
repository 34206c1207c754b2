import type { controlClasses } from "../../link/parameter-domains.ts";
import type { UserParameter } from "../parameters.ts";

/** What a technology is described by, beside its shares. Units: `data/atlas/defaults.csv`. */
export const drawnParameters = [
  "spare",
  "fungibility",
  "qualification",
  "stock",
  "notice-purchases",
  "lead-time",
  "recovery-ceiling",
  "recovery-chance",
  "service-life",
  "service-factor",
  "additions",
  "renewal",
  "substitution",
  "supply-elasticity",
  "demand-elasticity",
] as const;

export type DrawnParameter = (typeof drawnParameters)[number];

/** A class of licence policy, each with one interval for the part of supply that it withholds. */
export type LicenceClass = (typeof controlClasses)[number];

/** One setting of everything that a run reads; all of it in the middle, or one draw. */
export interface Inputs {
  /** Share of world supply, by slot of the model's shares; the shares of a technology and its `rest` sum to 1. */
  readonly share: Float64Array;
  /** What no named holder has, by technology. */
  readonly rest: Float64Array;
  /** By technology; elasticities are 0 where nobody knows them. `recovery-chance` is 0 or 1 in a draw, the chance itself in the middle. */
  readonly parameter: Readonly<Record<DrawnParameter, Float64Array>>;
  /** The same of one party as a user, where a source tells of it: `party * technologies + technology`; NaN: as everywhere. */
  readonly ofUser: Readonly<Record<UserParameter, Float64Array>>;
  /** Part of supply that a class withholds, by class and technology. */
  readonly withheld: Readonly<Record<LicenceClass, Float64Array>>;
  /** Loss without a degrading input, by requirement. */
  readonly delta: Float64Array;
  /** By variety edge; the weights of a family sum to 1. */
  readonly weight: Float64Array;
  /** Part of its need that a target makes of a technology whose providers nobody has named, by technology. */
  readonly ownOfUnknown: Float64Array;
  /** How stock is used, by technology: 0 as it is needed, 1 rationed over five years. */
  readonly rationing: Float64Array;
  /** World market of each technology, USD bn a year; NaN where no source gives one. */
  readonly market: Float64Array;
  /** The same of final products, in the order of `map.products`; 1 where no source gives one, so that nothing is divided by an unknown. */
  readonly value: Float64Array;
  /** Parts of making and using each final product, by party and product: `party * products + product`. */
  readonly make: Float64Array;
  readonly use: Float64Array;
}

/** A parameter of technology `t` for a user: its own where a source tells of it, else that of everywhere. `party`: its place, -1: it has none. */
export function ofUser({ parameter, ofUser: own }: Inputs, name: UserParameter, party: number, t: number): number {
  const all = parameter[name];
  const ownValue = party < 0 ? Number.NaN : own[name][party * all.length + t]!;
  return Number.isNaN(ownValue) ? all[t]! : ownValue;
}
