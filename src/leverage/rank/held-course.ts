import { createCourse } from "../course/course.ts";
import { type Additions, createProductWeights } from "../course/product-weights.ts";
import { stepsUntil } from "../course/steps.ts";
import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { Holding } from "../halflife/holding.ts";

/** Months over which losses are averaged, from the day of the act. */
export const rankMonths = [12, 36, 60] as const;
export type RankMonths = (typeof rankMonths)[number];

/** Who withholds what from whom, from today on. */
export interface HeldAct extends Pick<Holding, "model" | "technology" | "target" | "stops" | "parties"> {
  readonly senders: readonly string[];
}

/** What withholding one technology costs its target, as the course has it. Not shared between threads. */
export interface HeldCourse {
  /** Final products, by technology, of which the loss is told apart. */
  readonly products: readonly number[];
  /**
   * Runs the course and sets the numbers of `heldNumbers`. Losses are of running output over final products by value, 0..1; of a final product
   * that is withheld, of its use. Growth is in parts of present output, without what is made of the tools already there.
   */
  read(inputs: Inputs, draw: Draw | null, into: Float64Array): void;
}

/** Places of the numbers of one run. */
export const heldNumbers = {
  /** By `rankMonths`: mean loss up to then. */
  loss: (horizon: number): number => horizon,
  /** By `rankMonths`: growth lost up to then. */
  growth: (horizon: number): number => rankMonths.length + horizon,
  /** By product: mean loss over the first year. */
  product: (place: number): number => 2 * rankMonths.length + place,
  size: ({ products }: HeldCourse): number => 2 * rankMonths.length + products.length,
};

/** @param additions to each final product of the model, by rank, read for the inputs of each run */
export function createHeldCourse(
  { model, technology, target, senders, stops, parties }: HeldAct,
  additions: Pick<Additions, "yearly">,
): HeldCourse {
  const steps = stepsUntil(rankMonths.at(-1)!);
  const course = createCourse({ model, targets: [target], senders, stops, steps, parties, backfill: true });
  const products = Array.from(course.network.products, (at) => course.network.nodes[at]!);
  const weights = createProductWeights(course);
  const isFinal = model.productRank[technology]! >= 0;
  const of = isFinal ? course.useLost : course.lost;
  const { growthLost, network } = course;
  const { width } = steps;
  const S = width.length;
  const ends = rankMonths.map((months) => steps.from.findIndex((from, s) => from + width[s]! === months) + 1);
  return {
    products,
    read(inputs, draw, into) {
      course.run(inputs, draw);
      weights.read(inputs);
      into.fill(0);
      for (let p = 0; p < products.length; p++) {
        const weight = isFinal ? Number(products[p] === technology) : weights.output[p]!;
        const grows = (weight * additions.yearly[network.productRank[p]!]!) / 12;
        let [lost, grown, s] = [0, 0, 0];
        for (let h = 0; h < ends.length; h++) {
          for (; s < ends[h]!; s++) {
            lost += of[p * S + s]! * width[s]!;
            grown += growthLost[p * S + s]! * width[s]!;
          }
          into[heldNumbers.loss(h)]! += (weight * lost) / rankMonths[h]!;
          into[heldNumbers.growth(h)]! += grows * grown;
          if (h === 0) into[heldNumbers.product(p)] = lost / rankMonths[0];
        }
      }
    },
  };
}
