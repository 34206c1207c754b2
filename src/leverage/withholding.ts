import { type Composer, createComposer } from "./composition.ts";
import { shortfall } from "./denial.ts";
import { corners, type End, type Ends } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import { isDenied, potentialMaking } from "./potential.ts";
import { propagationOf } from "./propagation.ts";
import { type Reach, reachOf } from "./reach.ts";
import { leastDemand, type Target } from "./target.ts";
import { type ProductLoss, weightedLoss } from "./weighted-loss.ts";
import { weightedMean } from "./weighted-mean.ts";

/** Who withholds, from whom, and what reaches beyond the senders' own supply. */
export interface Act {
  readonly target: Target;
  readonly senders: readonly string[];
  readonly reach: Reach;
  /** The sender is a holder nobody has named, who may have all of the unknown part of supply. */
  readonly unnamed?: boolean;
  /** The target before it built up supply of its own: what it has more since, all others have less in proportion. */
  readonly displacedFrom?: Target;
}

/** A final product, by its technology, and what is lost of it. */
export interface LostProduct extends ProductLoss {
  readonly product: number;
}

/** Loss of the target's final output, and of each final product it could lose, at one setting of the inputs. */
export interface Loss {
  /** 0..1 of final output by value; `null` if the target makes none of the products. */
  readonly total: number | null;
  readonly products: readonly LostProduct[];
}

/** Answers "what is lost if these withhold this" on one model. Not shared between threads. */
export interface Withholding {
  readonly model: SupplyModel;
  /** What stands for a withheld technology: its varieties where these have shares of their own, else itself. */
  seeds(t: number): readonly number[];
  /** Loss when the senders withhold technology `t` for good: stock used up, base decayed, before any recovery. */
  loss(act: Act, t: number, ends: Ends): Loss;
  /** The same at the favourable, middle and adverse ends. */
  lossInterval(act: Act, t: number): readonly [Loss, Loss, Loss];
  /** Shortfall `x` of one technology with its own providers. */
  shortfall(act: Act, t: number, ends: Ends, output?: number): number;
  /** Part of the supply of a technology, or of its varieties, that no source gives to anybody. */
  unknown(t: number): number;
  /** Loss if the target lost, of everything withheld, the greatest shortfall that any of the acts can cause. */
  jointLoss(target: Target, acts: readonly Act[], t: number, ends: Ends): Loss;
  /** Whether what is lost of a technology can reach any final product of the target, at the adverse end. */
  matters(target: Target, t: number): boolean;
  /** An upper bound on the total loss, without carrying it through the map. */
  lossBound(act: Act, t: number, ends: Ends): number;
  /** Part of world supply outside the target that the senders can stop, by the shares' end. */
  stopped(act: Act, t: number, ends: Ends): number;
}

export function createWithholding(model: SupplyModel): Withholding {
  const composer = createComposer(model);
  const seeds = seedsOf(model);
  const loss = (act: Act, t: number, ends: Ends): Loss => {
    const denied = [t, ...seeds(t)].find((node) => isDenied(act.target, node));
    const tolerance = denied === undefined ? undefined : 0;
    composer.run(act.target, ends, seeds(t), (node, output) => worstShortfall(model, act, node, ends, output), tolerance);
    return readLoss(model, composer, act.target, t, ends, denied);
  };
  return {
    model,
    seeds,
    loss,
    lossInterval: (act, t) => [loss(act, t, corners[0]), loss(act, t, corners[1]), loss(act, t, corners[2])],
    shortfall: (act, t, ends, output = 1) => worstShortfall(model, act, t, ends, output),
    jointLoss: (target, acts, t, ends) => {
      composer.run(target, ends, seeds(t), (node, output) =>
        acts.reduce((most, act) => Math.max(most, worstShortfall(model, act, node, ends, output)), 0),
      );
      return readLoss(model, composer, target, t, ends);
    },
    matters: (target, t) =>
      model.productRank[t]! >= 0 || seeds(t).some((seed) => propagationOf(model, target, corners[2]).bound[seed]! > 0),
    lossBound: (act, t, ends) => {
      if ([t, ...seeds(t)].some((node) => isDenied(act.target, node)) || model.productRank[t]! >= 0) return 1;
      const { bound } = propagationOf(model, act.target, ends);
      return seeds(t).reduce((sum, seed) => sum + worstShortfall(model, act, seed, ends, 1) * bound[seed]!, 0);
    },
    unknown: (t) => seeds(t).reduce((most, seed) => Math.max(most, model.unknownMost[seed]!), 0),
    stopped: (act, t, ends) => stoppedShare(model, act, t, ends).known,
  };
}

function seedsOf(model: SupplyModel): (t: number) => readonly number[] {
  const { varieties, technologies } = model.map;
  const members = new Map<number, number[]>();
  for (const edge of varieties) members.get(edge.parent)?.push(edge.variety) ?? members.set(edge.parent, [edge.variety]);
  const cache = new Map<number, readonly number[]>();
  const seeds = (t: number): readonly number[] => {
    const known = cache.get(t);
    if (known) return known;
    const inner = [...new Set((members.get(t) ?? []).flatMap(seeds))];
    const result = inner.length > 0 ? inner : technologies[t]!.supply ? [t] : [];
    cache.set(t, result);
    return result;
  };
  return seeds;
}

interface Stopped {
  readonly known: number;
  /** What of the unknown may be the senders' beyond that, where an entry of theirs is blank or flagged. */
  readonly open: number;
  /** What is third parties' at least. */
  readonly kept: number;
}

function stoppedShare(model: SupplyModel, act: Act, t: number, ends: Ends): Stopped {
  const shares = [model.shareLow, model.shareMid, model.shareHigh][ends.shares]!;
  let [known, open, kept] = [0, act.unnamed ? model.unknownMost[t]! : 0, 0];
  for (let slot = model.shareStart[t]!; slot < model.shareStart[t + 1]!; slot++) {
    const economy = model.shareEconomy[slot]!;
    if (act.target.members.has(economy)) continue;
    const part = reachOf(act.reach, act.senders, model.economies[economy]!, t, ends.shares);
    kept += (1 - part) * model.shareLow[slot]!;
    if (!model.shareBlank[slot]) known += part * shares[slot]!;
    else if (ends.unknown === 1) known += part * model.shareMid[slot]!;
    else open += part * model.shareHigh[slot]!;
  }
  const left = act.displacedFrom ? leftToOthers(act.displacedFrom, act.target, t) : 1;
  return { known: known * left, open: open * left, kept: kept * left };
}

/** What part of the supply of all others is left to them when a target has built up more of its own. */
function leftToOthers(before: Target, after: Target, t: number): number {
  const others = 1 - before.share[1][t]!;
  return others > 0 ? (1 - after.share[1][t]!) / others : 0;
}

/**
 * The shortfall of one technology. At the ends it is the least or the greatest over the hands that the unknown part of supply can be
 * in: the target's, third parties', or those of senders with a blank entry.
 */
function worstShortfall(model: SupplyModel, act: Act, t: number, ends: Ends, output: number): number {
  if (model.map.technologies[t]!.supply === null) return 0;
  const { target } = act;
  const imports = target.imports.get(t);
  const demand = withheldDemand(model, target, t, ends.demand) ?? target.demand[ends.demand][t]!;
  const spare = model.spare[ends.spare][t]!;
  const fungibility = model.fungibility[ends.fungibility][t]!;
  const importStopped = imports && importPart(act, imports, t, ends);
  const { known, open, kept } = stoppedShare(model, act, t, ends);
  const shortfallIf = (own: number, stopped: number): number =>
    shortfall({ own, stopped, demand, output, spare, fungibility, act: 1, importStopped });
  if (ends.unknown === 1) return shortfallIf(target.share[1][t]!, known);
  const pick = ends.unknown === 0 ? Math.min : Math.max;
  const least = target.published[t] ? target.share[(2 - ends.shares) as End][t]! : target.share[0][t]!;
  let worst = shortfallIf(least, known);
  if (!target.published[t]) {
    const more = target.share[2][t]! - least;
    const steps = output < 1 ? 10 : 1;
    for (let step = 1; step <= steps; step++) worst = pick(worst, shortfallIf(least + (more * step) / steps, known));
  }
  if (open > 0)
    worst = pick(worst, shortfallIf(least, Math.max(0, Math.min(1 - least - kept, known + Math.min(open, model.unknownMost[t]!)))));
  return worst;
}

/** Part of the imports that the senders can stop; origins that customs do not name are theirs at the adverse end only. */
function importPart(act: Act, imports: ReadonlyMap<string, number>, t: number, ends: Ends): number {
  let [part, named] = [0, 0];
  for (const [economy, share] of imports) {
    named += share;
    part += share * reachOf(act.reach, act.senders, economy, t, ends.shares);
  }
  return Math.min(1, part + (ends.unknown === 2 ? Math.max(0, 1 - named) : 0));
}

/** Where a control already withholds `t`, the target's use of it if it were not: by what it would make. */
function withheldDemand(model: SupplyModel, target: Target, t: number, end: End): number | null {
  const making = potentialMaking(model, target, t);
  if (making === null) return null;
  const products = model.productSets[model.productSet[t]!]!;
  return products.length === 0 ? null : Math.max(leastDemand, weightedMean(products, making[end], model.productValue, end));
}

/** Reads the final products the last run touched; all others lose nothing. `denied`: what of the withheld a control denies already. */
function readLoss(model: SupplyModel, composer: Composer, target: Target, t: number, ends: Ends, denied?: number): Loss {
  if (model.productRank[t]! >= 0) {
    if (target.demand[2][t]! <= leastDemand && !isDenied(target, t)) return { total: null, products: [] };
    const loss = 1 - composer.availability(t);
    return { total: loss, products: [{ product: t, j: model.productRank[t]!, loss }] };
  }
  const products: LostProduct[] = [];
  for (const product of composer.products) {
    const loss = 1 - composer.output(product);
    if (loss > 0) products.push({ product, j: model.productRank[product]!, loss });
  }
  const weights = (denied === undefined ? null : potentialWeights(model, target, denied)) ?? target.weight;
  return { total: weightedLoss(products, weights, ends.values), products };
}

/** Where a technology is withheld already, products count at what the target would make of them. */
function potentialWeights(model: SupplyModel, target: Target, t: number): Target["weight"] | null {
  const making = potentialMaking(model, target, t);
  if (making === null) return null;
  return making.map((parts, end) => parts.map((part, j) => part * model.productValue[end as End][j]!)) as unknown as Target["weight"];
}
