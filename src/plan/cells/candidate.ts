import type { Cell, CellExample } from "./cell.ts";
import type { HomePosition } from "./home.ts";

/** Reasons for (`for`) and against (`against`) a cell; the wording belongs to the answers. */
export const reasonKinds = {
  "white-space": "for",
  rising: "for",
  "expiring-blockers": "for",
  original: "for",
  "own-base": "for",
  talent: "for",
  clock: "for",
  exposure: "for",
  freedom: "for",
  dependence: "for",
  crowded: "against",
  thicket: "against",
  "others-block": "against",
  "follow-up": "against",
} as const;

export type ReasonKind = keyof typeof reasonKinds;

/** A reason with its figures by name and example families. */
export interface CandidateReason {
  readonly kind: ReasonKind;
  readonly figures: Readonly<Record<string, number>>;
  readonly examples: readonly CellExample[];
}

/** A cell with at least one reason for it. */
export interface Candidate {
  readonly cell: Cell;
  readonly home: HomePosition;
  readonly reasons: readonly CandidateReason[];
}

/** What is known of technologies from other sources. */
export interface CandidateContext {
  /** Year of the day on which cells were counted. */
  readonly year: number;
  /** Home's yearly loss in USD if the technology were withheld; absent or `null`: unknown. */
  readonly exposure: ReadonlyMap<string, number | null>;
  /** Home's yearly sales in USD that others' patents could block. */
  readonly freedom: ReadonlyMap<string, number | null>;
  /** Others' yearly loss in USD if home withheld it. */
  readonly dependence: ReadonlyMap<string, number | null>;
  /** Years of first volume use from roadmaps; `high` `null`: open-ended. */
  readonly clock: ReadonlyMap<string, { readonly low: number; readonly high: number | null }>;
}

/** Thresholds of the reasons: conventions, not findings. */
export const thresholds = {
  /** Recent families of an active neighbour, and the share of their mean below which a cell is white. */
  activeFamilies: 5,
  whitePart: 0.25,
  /** Share of families that lapse within five years, and the share with a known end that this needs. */
  lapsingPart: 0.2,
  lapsingKnown: 0.5,
  /** Recent families and holders of a crowded cell, and the quantile of all cells that it must reach. */
  crowdedFamilies: 20,
  crowdedHolders: 5,
  crowdedQuantile: 0.9,
  /** Others' share of the blocking weight in force. */
  blockedPart: 0.5,
  /** Families behind a mean of originality, and the quantile of all cells that it must reach. */
  originalFamilies: 10,
  originalQuantile: 2 / 3,
  /** Share of follow-up among judged families; about a ninth by chance. */
  followUpPart: 0.2,
  /** Inventors at home. */
  homeInventors: 3,
  /** Smallest yearly loss in USD that counts; less is rounding error. */
  usd: 1e5,
} as const;
