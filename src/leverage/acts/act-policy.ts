import { actScope } from "../../link/parameter-domains.ts";
import { createKnownSince } from "../../measure/supply/known.ts";
import type { SupplyMap, Technology } from "../../measure/supply/supply-map.ts";
import { basisOf, type InputBasis, type LicenceClass } from "../draw/inputs.ts";
import { type Draw, type DrawnRange, keyOf, uniform, valueIn } from "../draw/random.ts";
import { defaultOf, type ModelParameter } from "../parameters.ts";
import { fractionAt, meanFraction, type PostureWeights, postureWeights } from "./postures.ts";

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

/** Part of what a ban covers that reaches its target all the same, with its source. */
interface Leakage {
  readonly low: number;
  readonly high: number;
  readonly basis: InputBasis;
  readonly source: string | null;
}

/** What acts withhold, as known on the map's day. */
export interface ActTerms {
  readonly postures: Readonly<Record<Exclude<LicenceClass, "ban">, PostureWeights>>;
  /** Months until the first permits, and the least part withheld until then. */
  readonly wait: { readonly low: number; readonly high: number };
  readonly waiting: { readonly low: number; readonly high: number };
  /** Months for which goods on their way when supply stops still arrive. */
  readonly transit: { readonly low: number; readonly high: number };
  /** Leakage of a technology: its own figure, else the default. */
  leakage(t: number): Leakage;
}

/** Reads the terms. Throws LM_ATLAS_INVALID if a default is missing. */
export function actTerms(map: SupplyMap, lookup: (technology: Technology, name: string) => ModelParameter | null): ActTerms {
  const since = createKnownSince(map.rows.document);
  const observed = map.rows.act_outcome.map((row) => ({ ...row, known: since(row), low: row.low ?? 0, high: row.high ?? 1 }));
  const ends = (name: string) => {
    const { low, high } = defaultOf(map, actScope, name);
    return { low, high };
  };
  const usual: Leakage = { ...ends("leakage"), basis: "assumed", source: null };
  return {
    postures: {
      licence: postureWeights(observed, "licence", map.asOf),
      "presumption-of-denial": postureWeights(observed, "presumption-of-denial", map.asOf),
    },
    wait: ends("first-permits"),
    waiting: ends("withheld-at-first"),
    transit: ends("transit"),
    leakage(t) {
      const found = lookup(map.technologies[t]!, "leakage");
      if (!found) return usual;
      const { row } = found;
      const [low, , high] = found.ends;
      return { low, high, basis: "grade" in row ? basisOf(row.grade) : "assumed", source: "source" in row ? row.source : null };
    },
  };
}
