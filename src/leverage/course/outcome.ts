import type { Inputs } from "../draw/inputs.ts";
import { type Costs, createCosts } from "./costs.ts";
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

/** Sets a series that is no result of the course itself. */
type Fill = (inputs: Inputs) => void;

/**
 * @param middle inputs that tell which markets are known
 * @param kinds kinds to read, default all
 */
export function createOutcome(course: Course, middle: Inputs, kinds?: readonly MetricKind[]): Outcome {
  const { network, question } = course;
  const products = Array.from(network.products, (at) => network.nodes[at]!);
  const readings = createReadings(createWindows(question.steps), kinds);
  const fills: Fill[] = [];
  const fillLosses = addLosses(course, products, readings, fills);
  const costs = createCosts(course, middle);
  addCosts(course, costs, readings, fills);
  return {
    metrics: readings.metrics,
    unvalued: products.filter((t) => Number.isNaN(middle.market[t]!)),
    unpriced: costs.unpriced,
    read(inputs, into) {
      fillLosses(inputs);
      for (const fill of fills) fill(inputs);
      readings.read(into);
    },
  };
}

/** Kinds of numbers with the window of each, in order. */
type Numbers = Partial<Record<MetricKind, Window>>;

/** What is read of a course, in order. */
interface Readings {
  readonly metrics: readonly Metric[];
  /** Adds numbers of one series, in order, where any of them is wanted. */
  add(of: Partial<Metric>, numbers: Numbers, seriesOf: () => Series, factor?: Reading["factor"]): void;
  read(into: Float64Array): void;
}

function createReadings(windows: Readonly<Record<Window, ReadWindow>>, kinds: readonly MetricKind[] | undefined): Readings {
  const H = horizons.length;
  const metrics: Metric[] = [];
  const readings: Reading[] = [];
  return {
    metrics,
    add(of, numbers, seriesOf, factor = null) {
      const wanted = (Object.entries(numbers) as [MetricKind, Window][]).filter(([kind]) => !kinds || kinds.includes(kind));
      if (wanted.length === 0) return;
      const series = seriesOf();
      for (const [kind, window] of wanted) {
        readings.push({ read: windows[window], series, at: metrics.length, factor });
        for (let horizon = 0; horizon < H; horizon++) metrics.push({ target: null, sender: null, product: null, ...of, kind, horizon });
      }
    },
    read(into) {
      for (const { read, series, at, factor } of readings) {
        read(series.of, series.from, into, at);
        if (factor !== null) for (let h = 0; h < H; h++) into[at + h]! *= factor.of[factor.at]!;
      }
    },
  };
}

/** Adds what targets lose, as a whole and by final product. */
function addLosses(course: Course, products: readonly number[], { add }: Readings, fills: Fill[]): Fill {
  const { question, lost, growthLost, useLost, outsourcedLost } = course;
  const [P, S] = [products.length, question.steps.middle.length];
  const weights = createProductWeights(course);
  const additions = createAdditions(question.model, products);
  /** Yearly additions to a product relative to the target's total production. */
  const added = new Float64Array(question.targets.length * P);
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
  question.targets.forEach((_, k) => {
    add({ target: k }, lossKinds, weighed(k, lost, weights.output));
    add({ target: k }, grownKinds, weighed(k, growthLost, added));
    add({ target: k }, usdKinds, weighed(k, lost, weights.made));
    add({ target: k }, useUsdKinds, weighed(k, useLost, weights.used));
    add({ target: k }, { outsourcedUsd: "month" }, weighed(k, outsourcedLost, weights.outsourced));
    products.forEach((product, p) => {
      const of = { target: k, product };
      const from = (k * P + p) * S;
      add(of, { loss: "month", mean: "mean" }, () => ({ of: lost, from }));
      add(of, grownKinds, () => ({ of: growthLost, from }), { of: additions.yearly, at: p });
      add(of, useKinds, () => ({ of: useLost, from }));
    });
  });
  return (inputs) => {
    weights.read(inputs);
    additions.read(inputs);
    for (let i = 0; i < added.length; i++) added[i] = weights.output[i]! * additions.yearly[i % P]!;
  };
}

/** Adds what a course costs its senders and others. */
function addCosts({ question }: Course, costs: Costs, { add }: Readings, fills: Fill[]): void {
  const { senders, steps } = question;
  const all = [...steps.middle.keys()];
  const ofMonths = all.filter((s) => steps.ofHorizon.some((first, h) => s >= first && s < steps.afterHorizon[h]!));
  /** A cost in given steps. */
  const costIn = (which: readonly number[], cost: (s: number, inputs: Inputs) => number) => (): Series => {
    const of = new Float64Array(all.length);
    fills.push((inputs) => {
      for (const s of which) of[s] = cost(s, inputs);
    });
    return { of, from: 0 };
  };
  const ofEach = (numbers: Numbers, which: readonly number[], cost: "sales" | "lasting" | "downstream", a: number): void =>
    add(
      { sender: a },
      numbers,
      costIn(which, (s, inputs) => costs[cost](a, s, inputs)),
    );
  for (const a of senders.keys()) {
    ofEach(salesKinds, all, "sales", a);
    ofEach({ lasting: "month" }, ofMonths, "lasting", a);
    ofEach({ downstream: "month" }, ofMonths, "downstream", a);
  }
  add({}, { otherSales: "month" }, costIn(ofMonths, costs.otherSales));
}

const lossKinds: Numbers = { loss: "month", mean: "mean", average: "average" };
const grownKinds: Numbers = { growth: "grown" };
const usdKinds: Numbers = { usd: "month", usdMean: "mean", usdAverage: "average" };
const useUsdKinds: Numbers = { useUsd: "month", useUsdMean: "mean", useUsdAverage: "average" };
const useKinds: Numbers = { use: "month", useAverage: "average" };
const salesKinds: Numbers = { sales: "month", salesMean: "mean" };
