import { type EconomicInput, economicsOf } from "../economics.ts";
import { chanceItWorks } from "./works.ts";

/** What of a programme that happened is compared. */
export const calibrated = ["research-years", "works", "supply-years", "reachable"] as const;
export type Calibrated = (typeof calibrated)[number];

/** A programme that happened. */
export interface PastProgramme {
  readonly technology: string;
  readonly quantity: Calibrated;
  /** How far others were when it began, where its years of research count too; `null`: they do not. */
  readonly stage: "research" | "pilot" | "production" | null;
  /** Researcher-years, where that is what decides; `null`: unknown. */
  readonly effort: number | null;
  readonly low: number;
  readonly high: number;
}

/** What the inputs of a technology would have said, from the plant on: years to full output, part of the need that can be reached. */
export interface TechnologyTerms {
  readonly kind: string;
  readonly leadYears: readonly [low: number, high: number] | null;
  readonly reachable: readonly [low: number, high: number] | null;
}

export interface Calibration {
  readonly low: number;
  readonly high: number;
  /** Whether what happened is within; `null`: one outcome of a chance, which does not speak against it. */
  readonly holds: boolean | null;
}

/** A chance above which a failure speaks against it. */
const allButSure = 0.9;

/**
 * What the inputs would have said of a programme that happened, at both their ends: others had shown that it can be done, but for research.
 * `null` where they say nothing of it.
 */
export function calibrate(
  past: PastProgramme,
  inputs: readonly EconomicInput[],
  { kind, leadYears, reachable }: TechnologyTerms,
): Calibration | null {
  const ends = ([0, 2] as const).map((end) => economicsOf(inputs, (_, interval) => interval[end]));
  const of = (id: string, ...scopes: readonly string[]): readonly [number, number] => [
    ends[0]!.of(id, ...scopes),
    ends[1]!.of(id, ...scopes),
  ];
  const within = ([low, high]: readonly [number, number]): Calibration => ({ low, high, holds: past.high >= low && past.low <= high });
  if (past.quantity === "research-years") return within(of("research-years", "research"));
  if (past.quantity === "reachable") return reachable === null ? null : within(reachable);
  if (past.quantity === "supply-years") {
    if (leadYears === null) return null;
    const [pilot, ramp] = [of("pilot-years"), of("ramp-years")];
    const research = past.stage === null ? ([0, 0] as const) : of("research-years", past.stage);
    return within([research[0] + pilot[0] + leadYears[0], research[1] + pilot[1] + leadYears[1] + ramp[1]]);
  }
  if (past.effort === null) return null;
  const [ceiling, scale, steepness] = [of("works-ceiling", "production"), of("effort-scale", past.technology, kind), of("steepness")];
  const at = (end: 0 | 1): number =>
    Math[end === 0 ? "min" : "max"](
      ...steepness.map((each) => chanceItWorks(past.effort!, { ceiling: ceiling[end], scale: scale[1 - end]!, steepness: each })),
    );
  const [low, high] = [at(0), at(1)];
  const isRefuted = past.high >= 1 ? high <= 1 - allButSure : low >= allButSure;
  return { low, high, holds: isRefuted ? false : null };
}
