import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import { toolsOfProduct } from "../product-places.ts";
import { createCosts } from "./costs.ts";
import type { Course } from "./course.ts";
import { horizons, inMonth } from "./steps.ts";

/**
 * Numbers of an outcome at a horizon, for the month that begins there; `mean`, `...Mean`: average since the previous horizon; `average`,
 * `...Average`: since the start.
 * - `loss`: running output lost, over final products by value or of one (a firm: over those touched, in a drawn mix)
 * - `growth`: new capacity not added up to the horizon, relative to present output
 * - `use`: unmet use of a withheld final product
 * - `usd`, `useUsd`: the same in USD bn a year, without unpriced products
 * - `outsourcedUsd`: of it, lost sales of products that designers seated there have made elsewhere, USD bn a year
 * - `sales`, `downstream`, `lasting`: a sender's cost, USD bn a year: lost sales, unmet downstream use, sales lost to new makers
 * - `otherSales`: sales lost by others whom a sender's rule reaches
 */
export type MetricKind =
  | "loss"
  | "mean"
  | "average"
  | "growth"
  | "use"
  | "useAverage"
  | "usd"
  | "usdMean"
  | "usdAverage"
  | "useUsd"
  | "useUsdMean"
  | "useUsdAverage"
  | "outsourcedUsd"
  | "sales"
  | "salesMean"
  | "downstream"
  | "lasting"
  | "otherSales";

export interface Metric {
  readonly kind: MetricKind;
  /** Index of a target or sender; `null`: neither. */
  readonly target: number | null;
  readonly sender: number | null;
  /** A final product; `null`: all. */
  readonly product: number | null;
  /** Index of the horizon; 0 if it has none. */
  readonly horizon: number;
}

export interface Outcome {
  readonly metrics: readonly Metric[];
  /** Final products without a published value, left out of losses in USD. */
  readonly unvalued: readonly number[];
  /** Withheld technologies without a published market, left out of senders' costs. */
  readonly unpriced: readonly number[];
  read(inputs: Inputs, into: Float64Array): void;
}

/**
 * @param middle inputs that tell which markets are known
 * @param kinds kinds to read, default all
 */
export function createOutcome(course: Course, middle: Inputs, kinds?: readonly MetricKind[]): Outcome {
  const { network, question } = course;
  const { targets, senders, steps } = question;
  const H = horizons.length;
  const metrics: Metric[] = [];
  const readers: ((inputs: Inputs, into: Float64Array, at: number) => void)[] = [];
  const add = (kind: MetricKind, of: Partial<Metric>, read: (inputs: Inputs, horizon: number) => number): void => {
    if (kinds && !kinds.includes(kind)) return;
    const at = metrics.length;
    for (let horizon = 0; horizon < H; horizon++) metrics.push({ target: null, sender: null, product: null, ...of, kind, horizon });
    readers.push((inputs, into) => {
      for (let horizon = 0; horizon < H; horizon++) into[at + horizon] = read(inputs, horizon);
    });
  };
  const products = Array.from(network.products, (at) => network.nodes[at]!);
  const [P, S] = [products.length, steps.middle.length];
  const valued = products.map((t) => !Number.isNaN(middle.market[t]!));
  const stepAt = (h: number): number => steps.ofHorizon[h]!;
  const monthAt = (h: number, at: (s: number) => number): number => inMonth(steps, h, at);

  const weights = createProductWeights(course);
  const additions = createAdditions(question.model, products);
  /** Yearly additions to a product relative to the target's total production. */
  const added = new Float64Array(targets.length * P);
  const weighed = (k: number, s: number, of: Float64Array, weight: Float64Array): number => {
    let sum = 0;
    for (let p = 0; p < P; p++) sum += weight[k * P + p]! * of[(k * P + p) * S + s]!;
    return sum;
  };
  const share = (k: number, s: number, of: Float64Array): number => weighed(k, s, of, weights.output);
  const meanOver = (first: number, after: number, at: (s: number) => number): number => {
    let [sum, months] = [0, 0];
    for (let s = first; s < after; s++) {
      sum += at(s) * steps.width[s]!;
      months += steps.width[s]!;
    }
    return months > 0 ? sum / months : 0;
  };
  /** Mean over the steps between a horizon and the previous one, and from the start. */
  const meanOf = (horizon: number, at: (s: number) => number): number =>
    horizon === 0 ? 0 : meanOver(stepAt(horizon - 1), stepAt(horizon), at);
  const averageOf = (horizon: number, at: (s: number) => number): number => meanOver(0, stepAt(horizon), at);
  /** Lost yearly additions accumulated up to a horizon. */
  const grown = (horizon: number, at: (s: number) => number): number => {
    let sum = 0;
    for (let s = 0; s < stepAt(horizon); s++) sum += at(s) * steps.width[s]!;
    return sum / 12;
  };

  const costs = createCosts(course, middle);
  targets.forEach((_, k) => {
    add("loss", { target: k }, (_inputs, h) => monthAt(h, (s) => share(k, s, course.lost)));
    add("mean", { target: k }, (_inputs, h) => meanOf(h, (s) => share(k, s, course.lost)));
    add("average", { target: k }, (_inputs, h) => averageOf(h, (s) => share(k, s, course.lost)));
    add("growth", { target: k }, (_inputs, h) => grown(h, (s) => weighed(k, s, course.growthLost, added)));
    add("usd", { target: k }, (_inputs, h) => monthAt(h, (s) => weighed(k, s, course.lost, weights.made)));
    add("usdMean", { target: k }, (_inputs, h) => meanOf(h, (s) => weighed(k, s, course.lost, weights.made)));
    add("usdAverage", { target: k }, (_inputs, h) => averageOf(h, (s) => weighed(k, s, course.lost, weights.made)));
    add("useUsd", { target: k }, (_inputs, h) => monthAt(h, (s) => weighed(k, s, course.useLost, weights.used)));
    add("useUsdMean", { target: k }, (_inputs, h) => meanOf(h, (s) => weighed(k, s, course.useLost, weights.used)));
    add("useUsdAverage", { target: k }, (_inputs, h) => averageOf(h, (s) => weighed(k, s, course.useLost, weights.used)));
    add("outsourcedUsd", { target: k }, (_inputs, h) => monthAt(h, (s) => weighed(k, s, course.outsourcedLost, weights.outsourced)));
    products.forEach((product, p) => {
      const of = { target: k, product };
      const slot = (k * P + p) * S;
      add("loss", of, (_inputs, h) => monthAt(h, (s) => course.lost[slot + s]!));
      add("mean", of, (_inputs, h) => meanOf(h, (s) => course.lost[slot + s]!));
      add("growth", of, (_inputs, h) => grown(h, (s) => course.growthLost[slot + s]!) * additions.yearly[p]!);
      add("use", of, (_inputs, h) => monthAt(h, (s) => course.useLost[slot + s]!));
      add("useAverage", of, (_inputs, h) => averageOf(h, (s) => course.useLost[slot + s]!));
    });
  });
  senders.forEach((_, a) => {
    add("sales", { sender: a }, (inputs, h) => monthAt(h, (s) => costs.sales(a, s, inputs)));
    add("salesMean", { sender: a }, (inputs, h) => meanOf(h, (s) => costs.sales(a, s, inputs)));
    add("lasting", { sender: a }, (inputs, h) => monthAt(h, (s) => costs.lasting(a, s, inputs)));
    add("downstream", { sender: a }, (inputs, h) => monthAt(h, (s) => costs.downstream(a, s, inputs)));
  });
  add("otherSales", {}, (inputs, h) => monthAt(h, (s) => costs.otherSales(s, inputs)));
  return {
    metrics,
    unvalued: products.filter((_, p) => !valued[p]),
    unpriced: costs.unpriced,
    read(inputs, into) {
      weights.read(inputs);
      additions.read(inputs);
      for (let i = 0; i < added.length; i++) added[i] = weights.output[i]! * additions.yearly[i % P]!;
      for (const read of readers) read(inputs, into, 0);
    },
  };
}

/** Yearly additions to capacity by product, of the inputs last read. */
export interface Additions {
  readonly yearly: Float64Array;
  read(inputs: Inputs): void;
}

/**
 * Yearly additions to the capacity of each final product, 0..1: mean over all its tools, withheld or not, so that growth losses never fall
 * when a sender joins.
 */
export function createAdditions(model: SupplyModel, products: readonly number[]): Additions {
  const tools = products.map((product) => toolsOfProduct(model, product));
  const yearly = new Float64Array(products.length);
  return {
    yearly,
    read({ parameter }) {
      tools.forEach((here, p) => {
        yearly[p] = here.length > 0 ? here.reduce((sum, t) => sum + parameter.additions[t]!, 0) / here.length : 0;
      });
    },
  };
}

/** Weights of final products for the targets: `target * products + product`. */
export function createProductWeights({ question, network, making }: Course) {
  const { model, targets } = question;
  const [P, all] = [network.products.length, model.map.products.length];
  const perProduct = (): Float64Array => new Float64Array(targets.length * P);
  const [output, made, used, outsourced] = [perProduct(), perProduct(), perProduct(), perProduct()];
  return {
    /** Share of what the target makes and its designers have made, by value; for a firm of its product mix. */
    output,
    /** That output, use, and of the output what designers have made elsewhere, USD bn a year; 0 without a published value. */
    made,
    used,
    outsourced,
    /** Reads them after a run with these inputs. O(targets · products). */
    read({ value, market }: Inputs): void {
      for (let k = 0; k < targets.length; k++) {
        let sum = 0;
        for (let j = 0; j < all; j++) sum += making.weight[k * all + j]!;
        for (let p = 0; p < P; p++) {
          const j = network.productRank[p]!;
          const [makes, uses] = [targets[k]!.designer ? 0 : making.weight[k * all + j]!, value[j]! * making.use[k * all + j]!];
          const known = !Number.isNaN(market[model.map.products[j]!]!);
          output[k * P + p] = sum > 0 ? making.weight[k * all + j]! / sum : 0;
          made[k * P + p] = known ? makes : 0;
          used[k * P + p] = known ? uses : 0;
          outsourced[k * P + p] = known ? value[j]! * making.outsourced[k * all + j]! : 0;
        }
      }
    },
  };
}
