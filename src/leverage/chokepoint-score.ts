import type { Interval } from "../base/numbers.ts";
import { allAt, atEnds, corners, type EndClass, type Ends, endClasses } from "./ends.ts";
import { noReach, type Reach } from "./reach.ts";
import type { Target } from "./target.ts";
import type { Act, Loss, Withholding } from "./withholding.ts";
import { worldEnvelope, worldWithout } from "./world-target.ts";

/** The greatest loss of a target's final output that one foreign holder can cause by withholding one technology. */
export interface ChokepointScore {
  readonly technology: number;
  /** Maximum over holders at each end; `null`: the target makes no final product. */
  readonly score: Interval | null;
  /** Holder of the middle score. */
  readonly holder: string | null;
}

/** Withholding against one home, or against everyone but each holder in turn. */
export interface Setting {
  /** `null`: an unnamed holder. */
  act(holder: string | null): Act;
  /** The common target; `null`: one per holder. */
  readonly target: Target | null;
  /** Otherwise a target that loses at least as much as any of theirs. */
  readonly envelope: Target | null;
  holders(t: number): readonly string[];
}

const mostHolders = 8;

/** One home as target: foreign providers, and foreign issuers of rules reaching others' supply. */
export function homeSetting(withholding: Withholding, target: Target, reach: Reach): Setting {
  const { model } = withholding;
  return {
    target,
    envelope: null,
    act: (holder) => (holder === null ? { target, senders: [], reach, unnamed: true } : { target, senders: [holder], reach }),
    holders: (t) => {
      const providers = largestProviders(withholding, t, (economy) => !target.members.has(economy));
      const reaching = new Set(withholding.seeds(t).flatMap((seed) => reach.issuers(seed)));
      const issuers = [...reaching].filter((issuer) => {
        const index = model.economyIndex.get(issuer);
        return !providers.includes(issuer) && (index === undefined || !target.members.has(index));
      });
      return [...providers, ...issuers];
    },
  };
}

/** Everyone but the holder as target. */
export function worldSetting(withholding: Withholding): Setting {
  const targetFor = (holder: string | null): Target => worldWithout(withholding.model, holder);
  const reach = noReach(withholding.model);
  return {
    target: null,
    envelope: worldEnvelope(withholding.model),
    act: (holder) =>
      holder === null
        ? { target: targetFor(null), senders: [], reach, unnamed: true }
        : { target: targetFor(holder), senders: [holder], reach },
    holders: (t) => largestProviders(withholding, t, () => true),
  };
}

function largestProviders(withholding: Withholding, t: number, foreign: (economy: number) => boolean): readonly string[] {
  const { model } = withholding;
  const found: { economy: number; share: number }[] = [];
  for (const seed of withholding.seeds(t))
    for (let s = model.shareStart[seed]!; s < model.shareStart[seed + 1]!; s++) {
      const economy = model.shareEconomy[s]!;
      const share = model.shareBlank[s] ? 0 : model.shareHigh[s]!;
      if (foreign(economy) && (share > 0 || model.shareBlank[s])) found.push({ economy, share });
    }
  found.sort((a, b) => b.share - a.share || a.economy - b.economy);
  return [...new Set(found.map(({ economy }) => model.economies[economy]!))].slice(0, mostHolders);
}

/** Scores one technology. An unnamed holder may have all of the unknown part and can only raise the adverse end. */
export function scoreTechnology(withholding: Withholding, setting: Setting, t: number): ChokepointScore {
  if (setting.target && !withholding.matters(setting.target, t)) return { technology: t, score: null, holder: null };
  const named = setting.holders(t).map((holder) => ({ holder, act: setting.act(holder) }));
  const all = withholding.unknown(t) > 0 ? [...named, { holder: null, act: setting.act(null) }] : named;
  const found = corners.map((ends, end) => greatestLoss(withholding, setting, end === 2 ? all : named, t, ends));
  const [low, mid, high] = found;
  const score = [low, mid, high].map((entry) => entry?.loss.total ?? null);
  if (mid === null || score[1] === null) {
    const total = score[2] ?? null;
    return { technology: t, score: total === null ? null : [0, 0, total], holder: null };
  }
  return { technology: t, score: ordered([score[0] ?? 0, score[1]!, score[2] ?? 0]), holder: mid!.holder };
}

/** Details of a score: what its holder can stop, and the loss of each final product. */
export interface ScoreDetail {
  readonly reachable: Interval;
  readonly products: readonly { readonly product: number; readonly loss: Interval }[];
}

export function scoreDetail(withholding: Withholding, act: Act, t: number): ScoreDetail {
  return {
    reachable: ordered(atEnds((end) => withholding.stopped(act, t, corners[end]))),
    products: productIntervals(withholding.lossInterval(act, t)),
  };
}

interface Candidate {
  /** `null`: unnamed. */
  readonly holder: string | null;
  readonly act: Act;
}

interface Greatest {
  readonly holder: string | null;
  readonly loss: Loss;
}

/**
 * The holder who costs the target most. With per-holder targets the adverse end is an outer bound against the worst-case target. Against one
 * target, loss without varieties increases with shortfall alone, so only the largest shortfall is propagated.
 */
function greatestLoss(withholding: Withholding, setting: Setting, acts: readonly Candidate[], t: number, ends: Ends): Greatest | null {
  if (acts.length === 0) return null;
  if (setting.envelope && ends.values === 2) {
    const joint = acts.map(({ act }) => act);
    return { holder: null, loss: withholding.jointLoss(setting.envelope, joint, t, ends) };
  }
  const seeds = withholding.seeds(t);
  const candidates = seeds.length === 1 && setting.target ? greatestShortfall(withholding, acts, seeds[0]!, ends) : acts;
  let best: Greatest | null = null;
  for (const { holder, act } of candidates) {
    if (best !== null && Math.min(1, withholding.lossBound(act, t, ends)) <= (best.loss.total ?? 0)) continue;
    const loss = withholding.loss(act, t, ends);
    if (loss.total !== null && (best === null || loss.total > (best.loss.total ?? 0))) best = { holder, loss };
  }
  return best;
}

/** The first of those with the largest shortfall. */
function greatestShortfall(withholding: Withholding, acts: readonly Candidate[], seed: number, ends: Ends): readonly Candidate[] {
  const shortfalls = acts.map(({ act }) => withholding.shortfall(act, seed, ends));
  const at = shortfalls.indexOf(Math.max(...shortfalls));
  return acts.slice(at, at + 1);
}

function productIntervals(losses: readonly Loss[]): ScoreDetail["products"] {
  const byEnd = losses.map((loss) => new Map(loss.products.map(({ product, loss }) => [product, loss])));
  const products = [...new Set(byEnd.flatMap((map) => [...map.keys()]))].sort((a, b) => a - b);
  return products.map((product) => ({ product, loss: ordered(atEnds((end) => byEnd[end]!.get(product) ?? 0)) }));
}

/** Keeps the middle inside the ends despite rounding errors. */
export const ordered = ([low, mid, high]: Interval): Interval => [Math.min(low, mid), mid, Math.max(mid, high)];

export interface Sensitivity {
  readonly input: EndClass;
  readonly low: number;
  readonly high: number;
}

const oneAtATime = endClasses.map((input) => ({
  input,
  favourable: { ...allAt(1), [input]: 0 } as Ends,
  adverse: { ...allAt(1), [input]: 2 } as Ends,
}));

/** The score with one input class at its ends, others at the middle; widest first. */
export function sensitivities(withholding: Withholding, act: Act, t: number): readonly Sensitivity[] {
  return oneAtATime
    .map(({ input, favourable, adverse }) => {
      const low = withholding.loss(act, t, favourable).total ?? 0;
      const high = withholding.loss(act, t, adverse).total ?? 0;
      return { input, low: Math.min(low, high), high: Math.max(low, high) };
    })
    .filter(({ low, high }) => high - low > 1e-9)
    .sort((a, b) => b.high - b.low - (a.high - a.low));
}
