/**
 * A plan problem: programmes that use money and researchers over some years and add to targets. Purely numerical. Money is in one unit,
 * people are simultaneous researchers, value is in the unit of the targets' slopes.
 */
export interface PlanProblem {
  readonly years: number;
  readonly programmes: readonly Programme[];
  readonly targets: readonly PlanTarget[];
  /** Available money by year. */
  readonly money: readonly number[];
  /** Available researchers by field and year. */
  readonly fields: readonly { readonly id: string; readonly people: readonly number[] }[];
  readonly limits: readonly PlanLimit[];
  /** Scenarios of target values; empty: baseline only. */
  readonly scenarios: readonly PlanScenario[];
  /**
   * `(1 - weight) · mean + weight · CVaR`, the mean of the worst `1 - level` of the scenarios (Rockafellar and Uryasev 2000); `null`: mean
   * only.
   */
  readonly risk: { readonly weight: number; readonly level: number } | null;
}

/**
 * A technology × approach to research and patent: on or off, launched in parts over years that sum to at most 1. A launch that adds nothing
 * counts only if the programme is required, needed by others, or relaxes a limit.
 */
export interface Programme {
  readonly id: string;
  /** Full cost by year after launch. */
  readonly money: readonly number[];
  /** Researchers by year after launch. */
  readonly people: readonly { readonly field: string; readonly byYear: readonly number[] }[];
  readonly gains: readonly Gain[];
  /** Charge on the plan's value by launch year, at least 0: the value its money would have if unspent; absent: 0. */
  readonly charge?: readonly number[] | undefined;
  /** Last launch year from 0; negative: never; absent: the last of the plan. */
  readonly latest?: number | undefined;
  /** Smallest part worth starting, above 0 up to 1. */
  readonly least: number;
  /** Programmes that must be on if this is. */
  readonly needs: readonly string[];
  readonly required: boolean;
}

/** Contribution of a whole programme to a target. */
export interface Gain {
  readonly target: string;
  /** By launch year, at least 0. */
  readonly byLaunch: readonly number[];
}

/** A concave piecewise-linear value. */
export interface PlanTarget {
  readonly id: string;
  readonly segments: readonly Segment[];
}

export interface Segment {
  /** Marginal value. */
  readonly slope: number;
  /** Width; the last one may be infinite. */
  readonly width: number;
}

/**
 * `Σ weight · launched part ≤ most`, or with `ofOn` `Σ weight · on ≤ most`. For a share of all spending, the allowed share is subtracted
 * from every weight.
 */
export interface PlanLimit {
  readonly id: string;
  readonly weights: readonly { readonly programme: string; readonly weight: number }[];
  readonly most: number;
  /** Whether `most` scales with total money; default false. */
  readonly ofMoney?: boolean | undefined;
  /** Whether it counts selection and not launched parts; default false. */
  readonly ofOn?: boolean | undefined;
}

export interface PlanScenario {
  readonly id: string;
  readonly probability: number;
  /** Multipliers of target values; 1 where absent. */
  readonly scale: readonly { readonly target: string; readonly factor: number }[];
}
