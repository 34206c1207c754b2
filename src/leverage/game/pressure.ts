import { type Costs, createCosts } from "../course/costs.ts";
import { type Course, createCourse } from "../course/course.ts";
import { type CourseTarget, targetParty } from "../course/parties.ts";
import { createProductWeights } from "../course/product-weights.ts";
import type { CourseQuestion } from "../course/question.ts";
import { stepsUntil } from "../course/steps.ts";
import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import { type TradedBy, untraded } from "../target.ts";

/** Stops by player: senders of parts are player numbers. */
export interface PressureQuestion extends Omit<CourseQuestion, "targets" | "steps"> {
  readonly targets: readonly string[];
  /** Number of players; those with costs are `senders`. */
  readonly players: number;
  /** Months to average over from the first day, 1..60. */
  readonly months: number;
  readonly traded?: TradedBy | undefined;
}

/** One course under many sets of players. Not shared between threads. */
export interface Pressure {
  readonly course: Course;
  /** 1 for present players. */
  readonly active: Uint8Array;
  /** Sets the inputs with no players. */
  start(inputs: Inputs, draw: Draw | null): void;
  /** Toggles players; the numbers below refer to those present. */
  turn(players: readonly number[]): void;
  /** Turns those that differ, so that these players and no others are present. */
  show(players: readonly number[]): void;
  /** Mean loss of running output over final products by value (a firm: over those touched, in a drawn mix), 0..1. */
  loss(target: number): number;
  /** The same in USD bn a year, without unpriced products. */
  lossUsd(target: number): number;
  /** Unmet use of withheld final products, USD bn a year. */
  lostUseUsd(target: number): number;
  /** A sender's mean lost sales and unmet downstream use, USD bn a year. */
  sales(sender: number): number;
  downstream(sender: number): number;
  /** Lost sales that persist at the end, USD bn a year. */
  lasting(sender: number): number;
}

export function createPressure({ players, months, backfill, traded = untraded, ...question }: PressureQuestion): Pressure {
  const { model } = question;
  const steps = stepsUntil(months);
  const targets = question.targets.map((code): CourseTarget => targetParty(model, code, traded(code)));
  const course = createCourse({ ...question, targets, steps, backfill });
  const [S, P] = [steps.middle.length, course.network.products.length];
  const active = new Uint8Array(players);
  const weights = createProductWeights(course);
  const withholders = playersByProduct(course);
  let [inputs, costs]: [Inputs | null, Costs | null] = [null, null];

  const anyParty = (): boolean => true;
  const meanOf = (k: number, of: Float64Array, weight: Float64Array, among: (p: number) => boolean = anyParty): number => {
    let sum = 0;
    for (let p = 0; p < P; p++) {
      const part = weight[k * P + p]!;
      if (part === 0 || !among(p)) continue;
      const slot = (k * P + p) * S;
      let lost = 0;
      for (let s = 0; s < S; s++) lost += of[slot + s]! * steps.width[s]!;
      sum += part * lost;
    }
    return sum / months;
  };
  const meanCost = (at: (s: number) => number): number => {
    let sum = 0;
    for (let s = 0; s < S; s++) sum += at(s) * steps.width[s]!;
    return sum / months;
  };

  const turn = (changed: readonly number[]): void => {
    for (const player of changed) active[player] = 1 - active[player]!;
    course.rerun(changed, inputs!, active);
  };

  return {
    course,
    active,
    start(now, of) {
      inputs = now;
      costs ??= createCosts(course, now);
      active.fill(0);
      course.run(now, of, active);
      weights.read(now);
    },
    turn,
    show(shown) {
      const present = new Set(shown);
      const changed = [...active.keys()].filter((player) => (active[player] === 1) !== present.has(player));
      if (changed.length > 0) turn(changed);
    },
    loss: (k) => meanOf(k, course.lost, weights.output),
    lossUsd: (k) => meanOf(k, course.lost, weights.made),
    lostUseUsd: (k) => meanOf(k, course.useLost, weights.used, (p) => withholders[p]!.some((player) => active[player] === 1)),
    sales: (a) => meanCost((s) => costs!.sales(a, s, inputs!)),
    downstream: (a) => meanCost((s) => costs!.downstream(a, s, inputs!)),
    lasting: (a) => costs!.lasting(a, S - 1, inputs!),
  };
}

/** Players behind each final product of the network. */
function playersByProduct({ network, question }: Course): readonly (readonly number[])[] {
  return Array.from(network.products, (at) => {
    const parts = question.stops.filter(({ technology }) => technology === network.nodes[at]).flatMap((stop) => stop.parts);
    return [...new Set(parts.map(({ sender }) => sender))];
  });
}
