import type { Interval } from "../../base/numbers.ts";
import type { Cell, Counted } from "../cells/cell.ts";
import type { Weights } from "../cells/home.ts";

/** Inputs of one home's plan other than the economics. Money in USD m, `null` is unknown. */
export interface PlanFacts {
  /** The calendar year of the first launches. */
  readonly firstYear: number;
  readonly technologies: readonly TechnologyFacts[];
  readonly cells: readonly PlanCell[];
}

/** Research fields: the kinds of technology. */
export const planFields = ["material", "tool", "process", "design", "product"] as const;

/** A technology as seen from one home. */
export interface TechnologyFacts {
  readonly id: string;
  /** Its kind: the field of its researchers and the scope of its economic inputs. */
  readonly kind: string;
  /** Yearly loss of the home's sales by additional own share of world supply; `null`: unknown in USD. */
  readonly exposure: ExposureCurve | null;
  /** World market per year; `null`: unknown. */
  readonly market: Interval | null;
  /** Years from the end of research to full output; `null`: unknown. */
  readonly leadYears: Interval | null;
  /** Calendar year of first volume use; `null`: in use, or unknown. */
  readonly clock: Interval | null;
  readonly markets: readonly TechnologyMarket[];
  /** Own yearly sales that others' patents could stop, in total and by main group; known ones only. */
  readonly blocked: readonly BlockedSales[];
  /** Technologies that block it when missing. */
  readonly needs: readonly string[];
}

/** A technology in one jurisdiction where royalties count. */
export interface TechnologyMarket {
  readonly jurisdiction: string;
  /** Sales per year. */
  readonly usd: Interval;
  /** Blocking weight in force among the loaded patents, of the home and of all others; `null`: unknown. */
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

/** A candidate cell for a programme. */
export interface PlanCell {
  readonly cell: Cell;
  /** Partners of the home that can contribute to the cell. */
  readonly partners: readonly string[];
  /** Mean citations per family relative to the technology's mean (1 = average). */
  readonly cited: Counted;
  /** Log growth over two consecutive five-year windows relative to all other cells: 0 = same as the rest, `null` unknown. */
  readonly growth: Interval | null;
}

/** The planner's settings. */
export interface PlanChoices {
  readonly years: number;
  /** USD m by year. */
  readonly money: readonly number[];
  /** Researchers by field and year; fields not listed are unbounded. */
  readonly people: readonly { readonly field: string; readonly byYear: readonly number[] }[];
  /** Value of unspent money per unit: 0 lost, 1 kept. */
  readonly unspent: number;
  readonly weights: Readonly<Record<TargetKind, number>>;
  /** Maximum share of spending on follow-up work; `null`: no cap. */
  readonly followUpCap: number | null;
  /** Maximum share of all money on one technology; `null`: no cap. */
  readonly diversification: number | null;
  readonly dependencies: boolean;
  /** Ids of programmes that must be selected. */
  readonly required: readonly string[];
  readonly risk: { readonly weight: number; readonly level: number } | null;
}

export const targetKinds = ["exposure", "freedom", "bargaining", "option"] as const;
export type TargetKind = (typeof targetKinds)[number];
