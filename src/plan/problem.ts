/**
 * What a plan is chosen from: programmes that cost money and researchers and add to targets, over some years. Numbers only: who the home is,
 * what a target stands for and where a figure comes from is told by whoever makes the problem. Money is in one unit throughout, people are
 * researchers working at a time, value is in the unit of the targets' slopes.
 */
export interface PlanProblem {
  readonly years: number;
  readonly programmes: readonly Programme[];
  readonly targets: readonly PlanTarget[];
  /** Money that may be spent in each year. */
  readonly money: readonly number[];
  readonly fields: readonly Field[];
  readonly limits: readonly PlanLimit[];
  /** Ways in which what targets are worth may turn out; empty: as it stands. */
  readonly scenarios: readonly PlanScenario[];
  /** How much the worst scenarios count; `null`: the mean alone. */
  readonly risk: RiskAversion | null;
}

/**
 * A technology × approach that may be researched and patented: on or off, and if on launched in parts over years that sum to at most 1. A launch in a
 * year in which it adds to nothing is none, unless it may be on for something else: it is required, others need it, or it makes room in a limit.
 */
export interface Programme {
  readonly id: string;
  /** What all of it costs by year after launch. */
  readonly money: readonly number[];
  /** Researchers that all of it takes by year after launch. */
  readonly people: readonly FieldNeed[];
  readonly gains: readonly Gain[];
  /** What all of it takes off the value of a plan, by year of launch, none below 0: what its money would be worth left over; absent: nothing. */
  readonly charge?: readonly number[] | undefined;
  /** The last year in which it may be launched, from 0; below 0: never; absent: the last of the plan. */
  readonly latest?: number | undefined;
  /** The least part that is worth starting, above 0 to 1. */
  readonly least: number;
  /** Programmes that must be on if this is. */
  readonly needs: readonly string[];
  /** Whether it must be on. */
  readonly required: boolean;
}

export interface FieldNeed {
  /** Id of a field. */
  readonly field: string;
  readonly byYear: readonly number[];
}

/** What all of a programme adds to a target. */
export interface Gain {
  /** Id of a target. */
  readonly target: string;
  /** By year of launch, none below 0: what comes late is worth less, and what comes after the clock has run out nothing. */
  readonly byLaunch: readonly number[];
}

/** Something worth having more of, ever less so: its worth is linear by segments, slopes falling. */
export interface PlanTarget {
  readonly id: string;
  readonly segments: readonly Segment[];
}

export interface Segment {
  /** Value of one more. */
  readonly slope: number;
  /** How much of it has this slope; the last one may be infinite. */
  readonly width: number;
}

/** Researchers of a field that there are, by year. */
export interface Field {
  readonly id: string;
  readonly people: readonly number[];
}

/** `Σ weight · launched part ≤ most`, or of what is on, whatever its part, `Σ weight · on ≤ most`. A share of all spending is written with what is allowed taken off every weight. */
export interface PlanLimit {
  readonly id: string;
  readonly weights: readonly { readonly programme: string; readonly weight: number }[];
  readonly most: number;
  /** Whether `most` is a part of all money, so that it grows with it; false if absent. */
  readonly ofMoney?: boolean | undefined;
  /** Whether it counts what is on and not what is launched of it; false if absent. */
  readonly ofOn?: boolean | undefined;
}

export interface PlanScenario {
  readonly id: string;
  readonly probability: number;
  /** What the worth of a target is multiplied by; 1 where it is not named. */
  readonly scale: readonly { readonly target: string; readonly factor: number }[];
}

/** `(1 - weight) · mean + weight · CVaR`, the mean of the worst `1 - level` of the scenarios (Rockafellar and Uryasev 2000). */
export interface RiskAversion {
  readonly weight: number;
  readonly level: number;
}
