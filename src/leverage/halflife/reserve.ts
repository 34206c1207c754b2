import { createCourse } from "../course/course.ts";
import type { MetricKind } from "../course/metric.ts";
import { createOutcome, type Outcome } from "../course/outcome.ts";
import { courseSteps, horizons, monthsOfStretches } from "../course/steps.ts";
import type { Draw } from "../course/stopped-slots.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { Holding } from "./holding.ts";
import { type Kept, keptWhole } from "./kept.ts";
import { createMostHold } from "./later-leverage.ts";

/** Years that an act may be delayed. */
export const heldYears = [1, 2, 5] as const;

/** Stretches, in months, to average an unlifted act over. */
export const actedStretches = [
  [0, 12],
  [12, 24],
  [24, 60],
] as const;

/** Months at which an act is reported in full. */
export const reportedMonths = [12, 60] as const;

const perMonth = ["loss", "growth", "usd", "cost"] as const;

/** Names of one draw's numbers, in order: shares of output or use, 0..1; `usd` and `cost` USD bn a year, NaN unknown. */
export const reserveNumbers: readonly string[] = [
  ...actedStretches.map(([from, to]) => `acted ${from}-${to}`),
  ...heldYears.flatMap((years) => [`held ${years}`, `growth held ${years}`]),
  ...reportedMonths.flatMap((month) => perMonth.map((name) => `${name} ${month}`)),
];

/** Effect on the target and cost to the holder of withholding now or later. Not shared between threads. */
export interface Reserve {
  /** What is lost: running output, or use of a withheld final product. */
  readonly of: "output" | "use";
  readonly outcome: Outcome;
  /**
   * Sets the numbers of one draw.
   * @param kept remaining hold without an act after some months, by withheld technology
   */
  read(inputs: Inputs, draw: Draw | null, kept: readonly Kept[], into: Float64Array): void;
}

/** @param middle inputs that tell which markets are known */
export function createReserve(holding: Holding, middle: Inputs): Reserve {
  const { model, technology, target, holder, stops, parties } = holding;
  const course = createCourse({ model, targets: [target], senders: [holder], stops, steps: courseSteps(), parties, backfill: true });
  const of = model.productRank[technology]! >= 0 ? "use" : "output";
  const outcome = createOutcome(course, middle);
  const row = new Float64Array(outcome.metrics.length);
  const read = createReading(outcome, row, of === "use" ? technology : null);
  const valued = outcome.unvalued.length < course.network.products.length;
  const priced = outcome.unpriced.length === 0;
  const mostOf = stops.map((stop) => createMostHold(model, target, holder, stop));

  const run = (inputs: Inputs, draw: Draw | null): void => {
    course.run(inputs, draw);
    outcome.read(inputs, row);
  };
  /** A ban of the remaining hold; lost hold is supplied by others, gains come from others and not from the target. */
  const hold = (inputs: Inputs, draw: Draw | null, part: (i: number) => number): void => {
    stops.forEach(({ technology }, i) => {
      inputs.hold[technology] = Math.min(part(i), mostOf[i]!(inputs, draw));
    });
  };

  return {
    of,
    outcome,
    read(inputs, draw, kept, into) {
      const found: number[] = [];
      run(inputs, draw);
      for (const [from, to] of actedStretches) found.push(read.lost(from, to));
      const [first, growth] = [read.lost(0, 12), read.growth(12)];
      const reported = reportedMonths.flatMap((month) => [
        read.loss(month),
        read.growth(month),
        valued ? read.usd(month) : Number.NaN,
        priced ? read.cost(month) : Number.NaN,
      ]);
      for (const years of heldYears) {
        if (kept.every((part) => part === keptWhole)) {
          found.push(first, growth);
          continue;
        }
        hold(inputs, draw, (i) => kept[i]!(12 * years));
        run(inputs, draw);
        found.push(read.lost(0, 12), read.growth(12));
      }
      hold(inputs, draw, () => 1);
      into.set(Float64Array.from([...found, ...reported]));
    },
  };
}

/** Looks up the indices of the reported numbers. */
function createReading({ metrics }: Outcome, row: Float64Array, product: number | null) {
  const ends: readonly number[] = horizons;
  const places = (kind: MetricKind, of: number | null = null): readonly number[] =>
    ends.map((_, h) => metrics.findIndex((metric) => metric.kind === kind && metric.product === of && metric.horizon === h));
  const at = (list: readonly number[], month: number): number => row[list[ends.indexOf(month)]!] ?? 0;
  const [means, growth] = [places("mean"), places("growth")];
  const averages = product === null ? [] : places("useAverage", product);
  const losses = product === null ? places("loss") : places("use", product);
  const usd = places(product === null ? "usd" : "useUsd");
  const [sales, downstream] = [places("sales"), places("downstream")];
  /** Mean between two horizons. */
  const mean = (from: number, to: number): number =>
    monthsOfStretches(from, to).reduce((sum, months, h) => sum + (row[means[h]!]! * months) / (to - from), 0);
  const meanUse = (from: number, to: number): number => {
    const before = from === 0 ? 0 : at(averages, from) * from;
    return (at(averages, to) * to - before) / (to - from);
  };
  return {
    /** Mean output loss over some months; for a final product that of its use. */
    lost: product === null ? mean : meanUse,
    loss: (month: number): number => at(losses, month),
    growth: (month: number): number => at(growth, month),
    usd: (month: number): number => at(usd, month),
    cost: (month: number): number => at(sales, month) + at(downstream, month),
  };
}
