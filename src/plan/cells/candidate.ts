import type { Cell, CellExample } from "./cell.ts";
import type { HomePosition } from "./home.ts";

/** Why a cell speaks for itself (`for`) or what to mind in it (`against`); words for them are others' matter. */
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

/** One reason with the figures it rests on, by name, and families to show for it. */
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

/** What is known of technologies from elsewhere. */
export interface CandidateContext {
  /** Year of the day on which cells were counted. */
  readonly year: number;
  /** What home would lose a year, in USD, were the technology withheld from it; absent or `null`: unknown. */
  readonly exposure: ReadonlyMap<string, number | null>;
  /** What home sells a year, in USD, that patents of others could keep from its markets. */
  readonly freedom: ReadonlyMap<string, number | null>;
  /** What others would lose a year, in USD, were home to withhold it. */
  readonly dependence: ReadonlyMap<string, number | null>;
  /** Years of first volume use, from roadmaps; `high` `null`: open. */
  readonly clock: ReadonlyMap<string, { readonly low: number; readonly high: number | null }>;
}

/** From where on a figure is a reason: conventions, not findings. */
export const thresholds = {
  /** Recent families that make a neighbour active, and part of the mean of active neighbours below which a cell is white. */
  activeFamilies: 5,
  whitePart: 0.25,
  /** Part of the families of known end that lapses within five years, and part of all that these must be; else it is counted of all. */
  lapsingPart: 0.2,
  lapsingKnown: 0.5,
  /** Recent families and holders of a crowded cell, and the quantile of all cells that its families must reach. */
  crowdedFamilies: 20,
  crowdedHolders: 5,
  crowdedQuantile: 0.9,
  /** Others' part of the blocking weight in force. */
  blockedPart: 0.5,
  /** Families that a mean of originality rests on, and the quantile of all cells it must reach. */
  originalFamilies: 10,
  originalQuantile: 2 / 3,
  /** Follow-up among the families judged; by chance it would be about a ninth. */
  followUpPart: 0.2,
  /** Inventors at home. */
  homeInventors: 3,
  /** What is lost or could be stopped, in USD a year; less is what computers leave of nothing. */
  usd: 1e5,
} as const;
