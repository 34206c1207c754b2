import type { Inputs } from "../draw/inputs.ts";
import { createCosts } from "./costs.ts";
import type { Course } from "./course.ts";
import type { Metric, MetricKind } from "./metric.ts";
import { createAdditions, createProductWeights } from "./product-weights.ts";
import { horizons } from "./steps.ts";
import { createWindows, type ReadWindow, type Window } from "./windows.ts";

export interface Outcome {
  readonly metrics: readonly Metric[];
  /** Final products without a published value, left out of losses in USD. */
  readonly unvalued: readonly number[];
  /** Withheld technologies without a published market, left out of senders' costs. */
  readonly unpriced: readonly number[];
  read(inputs: Inputs, into: Float64Array): void;
}

/** Numbers by step, from a place on. */
interface Series {
  readonly of: Float64Array;
  readonly from: number;
}

/** A number at all horizons: a window of a series, times a factor that is read before. */
interface Reading {
  readonly read: ReadWindow;
  readonly series: Series;
  readonly at: number;
  readonly factor: { readonly of: Float64Array; readonly at: number } | null;
}

/**
 * @param middle inputs that tell which markets are known
 * @param kinds kinds to read, default all
 */
export function createOutcome(course: Course, middle: Inputs, kinds?: readonly MetricKind[]): Outcome {
  const { network, question } = course;
  const { targets, senders, steps } = question;
  const products = Array.from(network.products, (at) => network.nodes[at]!);
  const [H, P, S] = [horizons.length, products.length, steps.middle.length];
  const windows = createWindows(steps);
  const metrics: Metric[] = [];
  const readings: Reading[] = [];
  /** Sets the series that are no results of the course themselves. */
  const fills: ((inputs: Inputs) => void)[] = [];

  /** Adds numbers of one series, in order, where any of them is wanted. */
  const add = (
    of: Partial<Metric>,
    numbers: readonly (readonly [MetricKind, Window])[],
    seriesOf: () => Series,
    factor: Reading["factor"] = null,
  ): void => {
    const wanted = numbers.filter(([kind]) => !kinds || kinds.includes(kind));
    if (wanted.length === 0) return;
    const series = seriesOf();
    for (const [kind, window] of wanted) {
      readings.push({ read: windows[window], series, at: metrics.length, factor });
      for (let horizon = 0; horizon < H; horizon++) metrics.push({ target: null, sender: null, product: null, ...of, kind, horizon });
    }
  };

  const weights = createProductWeights(course);
  const additions = createAdditions(question.model, products);
  /** Yearly additions to a product relative to the target's total production. */
  const added = new Float64Array(targets.length * P);
  /** Losses of a target's final products summed by weights. */
  const weighed = (k: number, losses: Float64Array, weight: Float64Array) => (): Series => {
    const of = new Float64Array(S);
    fills.push(() => {
      of.fill(0);
      for (let p = 0; p < P; p++) {
        const part = weight[k * P + p]!;
        for (let s = 0; s < S; s++) of[s]! += part * losses[(k * P + p) * S + s]!;
      }
    });
    return { of, from: 0 };
  };
  /** A cost in given steps. */
  const costIn = (which: Iterable<number>, cost: (s: number, inputs: Inputs) => number) => (): Series => {
    const [of, read] = [new Float64Array(S), Int32Array.from(which)];
    fills.push((inputs) => {
      for (let i = 0; i < read.length; i++) of[read[i]!] = cost(read[i]!, inputs);
    });
    return { of, from: 0 };
  };
  const all = [...steps.middle.keys()];
  const ofMonths = all.filter((s) => steps.ofHorizon.some((first, h) => s >= first && s < steps.afterHorizon[h]!));

  const costs = createCosts(course, middle);
  const { lost, growthLost, useLost, outsourcedLost } = course;
  targets.forEach((_, k) => {
    const lossKinds = [
      ["loss", "month"],
      ["mean", "mean"],
      ["average", "average"],
    ] as const;
    const usdKinds = [
      ["usd", "month"],
      ["usdMean", "mean"],
      ["usdAverage", "average"],
    ] as const;
    const useKinds = [
      ["useUsd", "month"],
      ["useUsdMean", "mean"],
      ["useUsdAverage", "average"],
    ] as const;
    add({ target: k }, lossKinds, weighed(k, lost, weights.output));
    add({ target: k }, [["growth", "grown"]], weighed(k, growthLost, added));
    add({ target: k }, usdKinds, weighed(k, lost, weights.made));
    add({ target: k }, useKinds, weighed(k, useLost, weights.used));
    add({ target: k }, [["outsourcedUsd", "month"]], weighed(k, outsourcedLost, weights.outsourced));
    products.forEach((product, p) => {
      const of = { target: k, product };
      const from = (k * P + p) * S;
      add(
        of,
        [
          ["loss", "month"],
          ["mean", "mean"],
        ],
        () => ({ of: lost, from }),
      );
      add(of, [["growth", "grown"]], () => ({ of: growthLost, from }), { of: additions.yearly, at: p });
      add(
        of,
        [
          ["use", "month"],
          ["useAverage", "average"],
        ],
        () => ({ of: useLost, from }),
      );
    });
  });
  senders.forEach((_, a) => {
    add(
      { sender: a },
      [
        ["sales", "month"],
        ["salesMean", "mean"],
      ],
      costIn(all, (s, inputs) => costs.sales(a, s, inputs)),
    );
    add(
      { sender: a },
      [["lasting", "month"]],
      costIn(ofMonths, (s, inputs) => costs.lasting(a, s, inputs)),
    );
    add(
      { sender: a },
      [["downstream", "month"]],
      costIn(ofMonths, (s, inputs) => costs.downstream(a, s, inputs)),
    );
  });
  add(
    {},
    [["otherSales", "month"]],
    costIn(ofMonths, (s, inputs) => costs.otherSales(s, inputs)),
  );
  return {
    metrics,
    unvalued: products.filter((t) => Number.isNaN(middle.market[t]!)),
    unpriced: costs.unpriced,
    read(inputs, into) {
      weights.read(inputs);
      additions.read(inputs);
      for (let i = 0; i < added.length; i++) added[i] = weights.output[i]! * additions.yearly[i % P]!;
      for (const fill of fills) fill(inputs);
      for (const { read, series, at, factor } of readings) {
        read(series.of, series.from, into, at);
        if (factor !== null) for (let h = 0; h < H; h++) into[at + h]! *= factor.of[factor.at]!;
      }
    },
  };
}
