import { groupBy, kept, keptWith } from "../base/collections.ts";
import { type Composer, createComposer } from "./composition.ts";
import { shortfall } from "./denial.ts";
import { atEnds, type ByEnd, corners, type End, type Ends } from "./ends.ts";
import type { SupplyModel } from "./model.ts";
import { madeInPlace, servedAtHome, usableSpare } from "./own-supply.ts";
import { isDenied, potentialMaking } from "./potential.ts";
import { blockingEdge, propagationOf, requirementMarks } from "./propagation.ts";
import { type Reach, reachOf } from "./reach.ts";
import type { Target } from "./target.ts";
import { isBoughtByDesigners, leastDemand } from "./target-need.ts";
import { type ProductLoss, weightedLoss, weightedMean } from "./weighted.ts";

export interface Act {
  readonly target: Target;
  readonly senders: readonly string[];
  readonly reach: Reach;
  /** Part of what they could stop that they do, 0..1; all if absent. */
  readonly part?: number;
  /** The sender is an unnamed holder, who may have all of the unknown supply. */
  readonly unnamed?: boolean;
}

/** A final product and its loss. */
export interface LostProduct extends ProductLoss {
  readonly product: number;
}

export interface Loss {
  /** Share of final output by value, 0..1; `null` if the target makes none of the products. */
  readonly total: number | null;
  readonly products: readonly LostProduct[];
}

/** Evaluates withholding on one model. Not shared between threads. */
export interface Withholding {
  readonly model: SupplyModel;
  /** Representatives of a withheld technology: varieties with shares, or itself. */
  seeds(t: number): readonly number[];
  /** Loss from permanent withholding of technology `t`: stock used up, base decayed, no recovery. */
  loss(act: Act, t: number, ends: Ends): Loss;
  /** The same at the favourable, middle and adverse ends. */
  lossInterval(act: Act, t: number): readonly [Loss, Loss, Loss];
  /** Shortfall `x` of one technology with providers. */
  shortfall(act: Act, t: number, ends: Ends): number;
  /** Part of the supply without a named holder. */
  unknown(t: number): number;
  /** Loss under the greatest shortfall that any of the acts causes in each withheld technology. */
  jointLoss(target: Target, acts: readonly Act[], t: number, ends: Ends): Loss;
  /** Whether a loss can reach any final product of the target, at the adverse end. */
  matters(target: Target, t: number): boolean;
  /** A quick upper bound on the total loss. */
  lossBound(act: Act, t: number, ends: Ends): number;
  /** World supply outside the target that the senders can stop, by end of shares. */
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
    lossInterval: (act, t) => atEnds((end) => loss(act, t, corners[end])),
    shortfall: (act, t, ends) => worstShortfall(model, act, t, ends, 1),
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
      // One of several that are withheld may be an input of another, whose makers then lack it.
      const output = seeds(t).length > 1 ? 0 : 1;
      return seeds(t).reduce((sum, seed) => sum + worstShortfall(model, act, seed, ends, output) * bound[seed]!, 0);
    },
    unknown: (t) => seeds(t).reduce((most, seed) => Math.max(most, model.unknownMost[seed]!), 0),
    stopped: (act, t, ends) => stoppedShare(model, act, t, ends).known,
  };
}

function seedsOf(model: SupplyModel): (t: number) => readonly number[] {
  const { varieties, technologies } = model.map;
  const members = groupBy(varieties, ({ parent }) => parent);
  const seeds = kept((t: number): readonly number[] => {
    const inner = [...new Set((members.get(t) ?? []).flatMap(({ variety }) => seeds(variety)))];
    return inner.length > 0 ? inner : technologies[t]!.supply ? [t] : [];
  });
  return seeds;
}

/** Supply of senders and of others; `open`: unknown supply that may be the senders' too, where an entry of theirs is blank or flagged. */
function stoppedShare(model: SupplyModel, act: Act, t: number, ends: Ends) {
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
  const left = act.part ?? 1;
  return { known: known * left, open: open * left, kept: kept * left };
}

/**
 * Shortfall of one technology; at the ends minimised or maximised over the possible owners of the unknown supply: target, third parties,
 * senders with a blank entry.
 */
function worstShortfall(model: SupplyModel, act: Act, t: number, ends: Ends, output: number): number {
  if (model.map.technologies[t]!.supply === null) return 0;
  const { target } = act;
  const imports = target.imports.get(t);
  const demand = withheldDemand(model, target, t, ends.demand) ?? target.demand[ends.demand][t]!;
  const spare = model.spare[ends.spare][t]!;
  const fungibility = model.fungibility[ends.fungibility][t]!;
  const importStopped = imports && (act.part ?? 1) * importPart(act, imports, t, ends);
  const { known, open, kept } = stoppedShare(model, act, t, ends);
  const self = target.self[(2 - ends.unknown) as End][t]!;
  const atHome = target.atHome[ends.demand][t]!;
  const atOnce = madeInPlace(model)[t] ? 0 : 1;
  const shortfallIf = (own: number, stopped: number): number => {
    const served = servedAtHome(own, demand, self, atHome);
    const usable = usableSpare(output);
    return shortfall({ own, stopped, demand, served, output, usable, spare, fungibility, act: 1, importStopped, atOnce });
  };
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

/** Import share that the senders can stop; unnamed origins count at the adverse end only. */
function importPart(act: Act, imports: ReadonlyMap<string, number>, t: number, ends: Ends): number {
  let [part, named] = [0, 0];
  for (const [economy, share] of imports) {
    named += share;
    part += share * reachOf(act.reach, act.senders, economy, t, ends.shares);
  }
  return Math.min(1, part + (ends.unknown === 2 ? Math.max(0, 1 - named) : 0));
}

/** Target's potential use of `t` where a control already withholds it. */
function withheldDemand(model: SupplyModel, target: Target, t: number, end: End): number | null {
  const making = potentialMaking(model, target, t);
  if (making === null) return null;
  const products = model.productSets[model.productSet[t]!]!;
  return products.length === 0 ? null : Math.max(leastDemand, weightedMean(products, making[end], model.productValue, end));
}

/** Reads the products of the last run; others lose nothing. `denied`: already denied by a control. */
function readLoss(model: SupplyModel, composer: Composer, target: Target, t: number, ends: Ends, denied?: number): Loss {
  if (model.productRank[t]! >= 0) {
    if (target.demand[2][t]! <= leastDemand && !isDenied(target, t)) return noLoss;
    const loss = 1 - composer.availability(t);
    return { total: loss, products: [{ product: t, j: model.productRank[t]!, loss }] };
  }
  if (target.demand[2][t] === 0 && denied === undefined) return noLoss;
  const products: LostProduct[] = [];
  for (const product of composer.products) {
    const loss = 1 - composer.output(product);
    if (loss > 0) products.push({ product, j: model.productRank[product]!, loss });
  }
  const potential = denied === undefined ? null : potentialWeights(model, target, denied);
  if (potential !== null || !hasOutsourced(target))
    return { total: weightedLoss(products, potential ?? target.weight, ends.values), products };
  const bought = boughtOutput(model, composer, ends);
  const elsewhere = products.map(({ product, j }) => ({ j: j + model.map.products.length, loss: 1 - bought(product) }));
  return { total: weightedLoss([...products, ...elsewhere], withOutsourced(target), ends.values), products };
}

const noLoss: Loss = { total: null, products: [] };

const hasOutsourced = keptWith(({ outsourced }: Target): boolean => outsourced[2].some((weight) => weight > 0));

/** Weights of what is made there, then of what its designers have made elsewhere. */
const withOutsourced = keptWith(
  ({ weight, outsourced }: Target): ByEnd => atEnds((end) => Float64Array.from([...weight[end], ...outsourced[end]])),
);

/**
 * Output of a final product that what its designers buy allows, after the composer's last run. Of fabrication they have it made elsewhere, so that
 * they lack none of the inputs of the target's own plants.
 */
function boughtOutput(model: SupplyModel, composer: Composer, ends: Ends): (product: number) => number {
  const { inputs, requirements } = model.map;
  const marks = requirementMarks(model, ends);
  const inPlace = madeInPlace(model);
  const theirs = (t: number): number => Math.min(1, composer.availability(t) + (inPlace[t] ? 1 - composer.output(t) : 0));
  return (product) => {
    let [least, degraded] = [1, 1];
    for (let slot = inputs.start[product]!; slot < inputs.start[product + 1]!; slot++) {
      const edge = inputs.edge[slot]!;
      if (edge >= requirements.length || !isBoughtByDesigners(model, edge)) continue;
      const has = theirs(inputs.target[slot]!);
      if (marks[edge]! === blockingEdge) least = Math.min(least, has);
      else degraded *= 1 - marks[edge]! * (1 - has);
    }
    return least * degraded;
  };
}

/** Where a technology is already withheld, products count at potential production. */
function potentialWeights(model: SupplyModel, target: Target, t: number): Target["weight"] | null {
  const making = potentialMaking(model, target, t);
  if (making === null) return null;
  return making.map((parts, end) => parts.map((part, j) => part * model.productValue[end as End][j]!)) as unknown as Target["weight"];
}
