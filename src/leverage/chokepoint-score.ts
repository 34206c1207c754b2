import type { Interval } from "../base/interval.ts";
import { allAt, corners, type EndClass, endClasses } from "./ends.ts";
import { noReach, type Reach } from "./reach.ts";
import { type Target, worldWithout } from "./target.ts";
import type { Act, Loss, Withholding } from "./withholding.ts";

/** The greatest loss of a target's final output that one foreign holder can cause by withholding one technology. */
export interface ChokepointScore {
  readonly technology: number;
  /** Greatest over holders at each end; `null`: the target makes none of the final products. */
  readonly score: Interval | null;
  /** Who causes the middle score. */
  readonly holder: string | null;
  /** Part of world supply that holder can stop. */
  readonly reachable: Interval;
  readonly products: readonly { readonly product: number; readonly loss: Interval }[];
}

/** A question of withholding: against one home, or against everybody but each holder in turn. */
export interface Setting {
  act(holder: string): Act;
  /** Economies that could withhold technology `t`. */
  holders(t: number): readonly string[];
}

const mostHolders = 8;

/** One home as target: foreign providers, and foreign issuers of rules that reach others' supply. */
export function homeSetting(withholding: Withholding, target: Target, reach: Reach): Setting {
  const { model } = withholding;
  return {
    act: (holder) => ({ target, senders: [holder], reach }),
    holders: (t) => {
      const providers = largestProviders(withholding, t, (economy) => !target.members.has(economy));
      const issuers = reach.issuers(t).filter((issuer) => {
        const index = model.economyIndex.get(issuer);
        return !providers.includes(issuer) && (index === undefined || !target.members.has(index));
      });
      return [...providers, ...issuers];
    },
  };
}

/** Everybody but the holder as target. */
export function worldSetting(withholding: Withholding): Setting {
  const targets = new Map<string, Target>();
  const targetFor = (holder: string): Target => {
    const known = targets.get(holder) ?? worldWithout(withholding.model, holder);
    targets.set(holder, known);
    return known;
  };
  return {
    act: (holder) => ({ target: targetFor(holder), senders: [holder], reach: noReach }),
    holders: (t) => largestProviders(withholding, t, () => true),
  };
}

function largestProviders(withholding: Withholding, t: number, foreign: (economy: number) => boolean): readonly string[] {
  const { model } = withholding;
  const found: { economy: number; share: number }[] = [];
  for (const s of seedSlots(withholding, t)) {
    const economy = model.shareEconomy[s]!;
    const share = model.shareBlank[s] ? 0 : model.shareHigh[s]!;
    if (foreign(economy) && (share > 0 || model.shareBlank[s])) found.push({ economy, share });
  }
  found.sort((a, b) => b.share - a.share || a.economy - b.economy);
  return [...new Set(found.map(({ economy }) => model.economies[economy]!))].slice(0, mostHolders);
}

function seedSlots(withholding: Withholding, t: number): readonly number[] {
  const { model } = withholding;
  return withholding.seeds(t).flatMap((seed) => {
    const count = model.shareStart[seed + 1]! - model.shareStart[seed]!;
    return Array.from({ length: count }, (_, i) => model.shareStart[seed]! + i);
  });
}

export function scoreTechnology(withholding: Withholding, setting: Setting, t: number): ChokepointScore {
  let best: { holder: string; losses: readonly [Loss, Loss, Loss] } | null = null;
  let score: [number, number, number] | null = null;
  for (const holder of setting.holders(t)) {
    const losses = withholding.lossInterval(setting.act(holder), t);
    const [low, mid, high] = losses.map((loss) => loss.total);
    if (low == null || mid == null || high == null) continue;
    if (best === null || mid > (best.losses[1].total ?? 0)) best = { holder, losses };
    score = score === null ? [low, mid, high] : [Math.max(score[0], low), Math.max(score[1], mid), Math.max(score[2], high)];
  }
  if (best === null || score === null) return { technology: t, score, holder: null, reachable: [0, 0, 0], products: [] };
  const act = setting.act(best.holder);
  const { losses, holder } = best;
  return {
    technology: t,
    score: ordered(score),
    holder,
    reachable: ordered(corners.map((ends) => withholding.stopped(act, t, ends)) as [number, number, number]),
    products: productIntervals(losses),
  };
}

function productIntervals(losses: readonly [Loss, Loss, Loss]): ChokepointScore["products"] {
  const byEnd = losses.map((loss) => new Map(loss.products.map(({ product, loss }) => [product, loss])));
  const products = [...new Set(byEnd.flatMap((map) => [...map.keys()]))].sort((a, b) => a - b);
  return products.map((product) => ({
    product,
    loss: ordered(byEnd.map((map) => map.get(product) ?? 0) as [number, number, number]),
  }));
}

/** The middle run can leave the interval of the ends by rounding alone; it is kept inside. */
function ordered([low, mid, high]: readonly [number, number, number]): Interval {
  return [Math.min(low, mid), mid, Math.max(mid, high)];
}

export interface Sensitivity {
  readonly input: EndClass;
  readonly low: number;
  readonly high: number;
}

/** The score with one class of inputs at its ends and the others in the middle, widest first. */
export function sensitivities(withholding: Withholding, act: Act, t: number): readonly Sensitivity[] {
  const middle = allAt(1);
  return endClasses
    .map((input) => {
      const low = withholding.loss(act, t, { ...middle, [input]: 0 }).total ?? 0;
      const high = withholding.loss(act, t, { ...middle, [input]: 2 }).total ?? 0;
      return { input, low: Math.min(low, high), high: Math.max(low, high) };
    })
    .filter(({ low, high }) => high - low > 1e-9)
    .sort((a, b) => b.high - b.low - (a.high - a.low));
}
