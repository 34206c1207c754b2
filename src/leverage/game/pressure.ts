import { type Costs, createCosts } from "../course/costs.ts";
import { type Course, createCourse } from "../course/course.ts";
import type { Network } from "../course/network.ts";
import { type CourseTarget, targetParty } from "../course/parties.ts";
import { createProductWeights } from "../course/product-weights.ts";
import { stepsUntil } from "../course/steps.ts";
import type { Stop } from "../course/stop.ts";
import type { Draw } from "../course/supply.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import { type TradedBy, untraded } from "../traded.ts";

/** Stops that come and go by player: the senders of their parts are numbers of players. */
export interface PressureQuestion {
  readonly model: SupplyModel;
  readonly targets: readonly string[];
  /** Whose costs are told. */
  readonly senders: readonly string[];
  /** How many players the parts of the stops name. */
  readonly players: number;
  readonly stops: readonly Stop[];
  /** Mean over this many months from the first day on, 1..60. */
  readonly months: number;
  readonly backfill: boolean;
  /** Codes that the inputs hold places for. */
  readonly parties: readonly string[];
  /** What the stops touch, where it is known from another course on the same technologies. */
  readonly network?: Network | undefined;
  /** Imports of the targets by origin. */
  readonly traded?: TradedBy | undefined;
}

/** One course that many sets of players put on the same targets. Not shared between threads. */
export interface Pressure {
  readonly course: Course;
  /** 1 where a player takes part. */
  readonly active: Uint8Array;
  /** Sets the inputs, with nobody taking part. */
  start(inputs: Inputs, draw: Draw | null): void;
  /** Lets players come, if they were not there, or go; the numbers below are those of who is there now. */
  turn(players: readonly number[]): void;
  /** Mean part of running output lost, over final products by value, of a firm over those touched in a mix that is drawn, 0..1. */
  loss(target: number): number;
  /** The same in USD bn a year; final products without a published value are left out. */
  lossUsd(target: number): number;
  /** What users cannot have of final products that those who take part withhold themselves, USD bn a year. */
  lostUseUsd(target: number): number;
  /** Sales a sender loses, and what it cannot have of products that targets no longer make: mean, USD bn a year. */
  sales(sender: number): number;
  downstream(sender: number): number;
  /** What of the lost sales stays lost at the end of the months, USD bn a year. */
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
    turn(changed) {
      for (const player of changed) active[player] = 1 - active[player]!;
      course.rerun(changed, inputs!, active);
    },
    loss: (k) => meanOf(k, course.lost, weights.output),
    lossUsd: (k) => meanOf(k, course.lost, weights.made),
    lostUseUsd: (k) => meanOf(k, course.useLost, weights.used, (p) => withholders[p]!.some((player) => active[player] === 1)),
    sales: (a) => meanCost((s) => costs!.sales(a, s, inputs!)),
    downstream: (a) => meanCost((s) => costs!.downstream(a, s, inputs!)),
    lasting: (a) => costs!.lasting(a, S - 1, inputs!),
  };
}

/** Players that stop a part of each final product of the network. */
function playersByProduct({ network, question }: Course): readonly (readonly number[])[] {
  return Array.from(network.products, (at) => {
    const parts = question.stops.filter(({ technology }) => technology === network.nodes[at]).flatMap((stop) => stop.parts);
    return [...new Set(parts.map(({ sender }) => sender))];
  });
}
