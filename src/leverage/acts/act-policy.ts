import type { LicenceClass } from "../draw/inputs.ts";
import { type Draw, type DrawnRange, keyOf, uniform, valueIn } from "../draw/random.ts";
import type { ActTerms, Leakage } from "./act-terms.ts";
import { fractionAt, meanFraction, type PostureWeights } from "./postures.ts";

/** Acts by their place in a question: what is asked of one act has the same draws wherever it is asked. */
export const actKey = (place: number): string => `act ${place}`;

/** How much one act withholds over time. All stops of the act share its draws. */
export interface ActPolicy {
  /** What names the act. */
  readonly act: string;
  /** Draw key of the fraction that a licence policy withholds. */
  readonly key: number;
  /** Posture weights of a licence policy; `null`: a ban, which withholds all but the leakage. */
  readonly postures: PostureWeights | null;
  /** Part that reaches the target all the same, of a ban. */
  readonly leakage: DrawnRange & Leakage;
  /** Months until the first permits of a licence policy, and the least part withheld until then. */
  readonly wait: DrawnRange;
  readonly waiting: DrawnRange;
}

/**
 * The policy of an act on one technology.
 * @param given leakage of a ban as the scenario says, 0..1
 */
export function actPolicy(terms: ActTerms, act: string, licenceClass: LicenceClass, t: number, given: number | null = null): ActPolicy {
  const ofAct = (name: string): number => keyOf(`act|${act}|${name}`);
  const leakage: Leakage = given === null ? terms.leakage(t) : { low: given, high: given, basis: "given", source: null };
  return {
    act,
    key: ofAct("withheld"),
    postures: licenceClass === "ban" ? null : terms.postures[licenceClass],
    leakage: { ...leakage, key: ofAct("leakage") },
    wait: { ...terms.wait, key: ofAct("wait") },
    waiting: { ...terms.waiting, key: ofAct("waiting") },
  };
}

/** Part withheld once permits are given, or of a ban at once, 0..1. Without a policy: all. */
export function settledPart(policy: ActPolicy | undefined, draw: Draw | null): number {
  if (!policy) return 1;
  const { postures, key, leakage } = policy;
  if (postures === null) return 1 - valueIn(leakage, draw);
  return draw ? fractionAt(postures, uniform(draw.seed, draw.draw, key)) : meanFraction(postures);
}

/** One draw of a policy: what is withheld until a month after the effect, and from then on. */
export interface DrawnPolicy {
  readonly wait: number;
  readonly first: number;
  readonly settled: number;
}

export function drawnPolicy(policy: ActPolicy, draw: Draw | null): DrawnPolicy {
  const settled = settledPart(policy, draw);
  if (policy.postures === null) return { wait: 0, first: settled, settled };
  return { wait: valueIn(policy.wait, draw), first: Math.max(settled, valueIn(policy.waiting, draw)), settled };
}

/** Part withheld on average over a stretch of months after the effect, 0..1. */
export function withheldOver({ wait, first, settled }: DrawnPolicy, from: number, width: number): number {
  const waits = width > 0 ? Math.min(1, Math.max(0, (wait - from) / width)) : from < wait ? 1 : 0;
  return waits * first + (1 - waits) * settled;
}

/** Months after the effect at which a policy may change, for the steps of a run. */
export const turnsOfPolicy = ({ postures, wait: { low, high } }: ActPolicy): readonly number[] =>
  postures === null ? [] : [low, (low + high) / 2, high];
