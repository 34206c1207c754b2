import { type Bounds, usualLevel } from "../../measure/bootstrap.ts";
import { caseOutcome, exclusionGranted, wilsonInterval } from "../../measure/patents/base-rates.ts";
import { type CaseChance, isContest, type PatentCase } from "./patent-case.ts";

/** A predicted chance and the outcome. */
export interface ScoredCase extends CaseChance {
  readonly id: string;
  readonly granted: boolean;
}

/** Cases with a predicted chance in one fifth of 0..1. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly cases: number;
  /** Mean prediction and outcome; `null` in an empty bin. */
  readonly predicted: number | null;
  readonly observed: number | null;
  /** 80% Wilson interval of the outcome. */
  readonly interval: Bounds | null;
}

export interface ForecastScore {
  readonly cases: number;
  readonly granted: number;
  /** Brier score, 0 best; `null` without cases. */
  readonly brier: number | null;
  /** `1 - brier / reference` against a coin (0.25) and against "never" (the share of cases granted); `null` if the reference is 0. */
  readonly skillCoin: number | null;
  readonly skillNever: number | null;
  readonly bins: readonly ReliabilityBin[];
}

const bins = 5;

/** Brier score, skill and reliability curve of predicted chances. */
export function scoreForecasts(scored: readonly ScoredCase[]): ForecastScore {
  const granted = scored.filter((each) => each.granted).length;
  const brier = meanOf(scored.map(({ chance, granted: end }) => (chance - Number(end)) ** 2));
  const never = meanOf(scored.map(({ granted: end }) => Number(end)));
  return {
    cases: scored.length,
    granted,
    brier,
    skillCoin: brier === null ? null : 1 - brier / 0.25,
    skillNever: brier === null || !never ? null : 1 - brier / never,
    bins: Array.from({ length: bins }, (_, at) => binOf(scored, at)),
  };
}

function binOf(scored: readonly ScoredCase[], at: number): ReliabilityBin {
  const inside = scored.filter(({ chance }) => Math.min(bins - 1, Math.floor(chance * bins)) === at);
  const granted = inside.filter((each) => each.granted).length;
  return {
    from: at / bins,
    to: (at + 1) / bins,
    cases: inside.length,
    predicted: meanOf(inside.map(({ chance }) => chance)),
    observed: inside.length === 0 ? null : granted / inside.length,
    interval: inside.length === 0 ? null : wilsonInterval(granted, inside.length, usualLevel),
  };
}

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** First reason that a case is not scored. */
export type LeftOut =
  | "trade secret or licence"
  | "review of validity"
  | "pending or not found"
  | "settled"
  | "mixed"
  | "unclear"
  | "several forums or none"
  | "filing not dated"
  | "no rate known then";

/** Why a case cannot be scored by any prediction; `null` if it can. */
export function leftOutOf(one: PatentCase): LeftOut | null {
  if (one.kind === "review") return "review of validity";
  if (!isContest(one)) return "trade secret or licence";
  if (exclusionGranted(one.outcome) === null) return undecided[caseOutcome(one.outcome)] ?? "unclear";
  if (one.forum === "several" || one.forum === "none") return "several forums or none";
  return one.filed === null ? "filing not dated" : null;
}

const undecided: Readonly<Record<string, LeftOut>> = { open: "pending or not found", settled: "settled", mixed: "mixed" };
