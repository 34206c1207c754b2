import type { Interval } from "../../base/interval.ts";
import type { Cell, Counted } from "../cells/cell.ts";
import type { Weights } from "../cells/weights-in.ts";

/** All that a plan of one home is made from, beside the economics. Money in USD m, `null` is unknown. */
export interface PlanFacts {
  /** The calendar year of the first launches. */
  readonly firstYear: number;
  readonly technologies: readonly TechnologyFacts[];
  readonly cells: readonly PlanCell[];
}

/** Fields of researchers: kinds of technology. */
export const planFields = ["material", "tool", "process", "design", "product"] as const;

/** What is known of a technology for a home. */
export interface TechnologyFacts {
  readonly id: string;
  /** Its kind: the field that its researchers are of, and the scope of the inputs that it takes. */
  readonly kind: string;
  /** Loss a year of what the home sells, by how much more of world supply is its own; `null`: not known in USD. */
  readonly exposure: ExposureCurve | null;
  /** What the world buys of it a year; `null`: no source tells. */
  readonly market: Interval | null;
  /** Years from the end of research to full output; `null`: unknown. */
  readonly leadYears: Interval | null;
  /** Calendar year of first volume use; `null`: in use, or unknown. */
  readonly clock: Interval | null;
  /** By jurisdiction in which royalties count. */
  readonly markets: readonly TechnologyMarket[];
  /** Own sales a year that patents of others could stop, and what of it each main group blocks; those known. */
  readonly blocked: readonly BlockedSales[];
  /** Technologies that it cannot do without. */
  readonly needs: readonly string[];
}

/** A technology in one jurisdiction. */
export interface TechnologyMarket {
  readonly jurisdiction: string;
  /** What is sold of it a year. */
  readonly usd: Interval;
  /** Blocking weight in force there in what is loaded, of the home and of all others; `null`: unknown. */
  readonly weights: Weights;
}

export interface ExposureCurve {
  readonly withheldNow: boolean;
  readonly points: readonly { readonly share: number; readonly usd: Interval }[];
}

export interface BlockedSales {
  readonly jurisdiction: string;
  readonly usd: Interval;
  readonly byGroup: ReadonlyMap<string, Interval>;
}

/** A cell that may become a programme. */
export interface PlanCell {
  readonly cell: Cell;
  /** Partners of the home who have something to bring. */
  readonly partners: readonly string[];
  /** How often its families are cited, 1: as all of the technology. */
  readonly cited: Counted;
  /** How much more it grew than all others from one five years to the next, a logarithm; 0 as these, or unknown. */
  readonly growth: Interval;
}

/** What somebody who plans decides. */
export interface PlanChoices {
  readonly years: number;
  /** USD m by year. */
  readonly money: readonly number[];
  /** Researchers by field and year; of a field that is not named there is no bound. */
  readonly people: readonly { readonly field: string; readonly byYear: readonly number[] }[];
  /** What money left over is worth, as a part of itself: 0 where it is lost, 1 where it is kept. */
  readonly unspent: number;
  readonly weights: Readonly<Record<TargetKind, number>>;
  /** Most of the spending that may go to follow-up work; `null`: no cap. */
  readonly followUpCap: number | null;
  /** Most of all money that may go to one technology; `null`: no cap. */
  readonly diversification: number | null;
  readonly dependencies: boolean;
  /** Ids of programmes that must be on. */
  readonly required: readonly string[];
  readonly risk: { readonly weight: number; readonly level: number } | null;
}

export const targetKinds = ["exposure", "freedom", "bargaining", "option"] as const;
export type TargetKind = (typeof targetKinds)[number];
