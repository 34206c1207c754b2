import type { Inputs } from "../draw/inputs.ts";
import { leastDemand } from "../target.ts";
import type { Course } from "./course.ts";

/**
 * Cost of a course to the senders, USD bn a year at a step. Excludes technologies without a published market size, and purchases of fabless
 * firms (unknown; the run uses a placeholder share).
 */
export interface Costs {
  readonly unpriced: readonly number[];
  /** Lost sales: own supply stopped for the targets (a firm: what it withholds) minus sales in place of third parties. */
  sales(sender: number, s: number, inputs: Inputs): number;
  /** Sales replaced by new makers, lost beyond the end of the act: `M lost g`. */
  lasting(sender: number, s: number, inputs: Inputs): number;
  /** Unmet own demand for final products that targets no longer make; 0 for a firm. */
  downstream(sender: number, s: number, inputs: Inputs): number;
  /** Lost sales of other holders hit by a sender's rule or an outage. */
  otherSales(s: number, inputs: Inputs): number;
}

export function createCosts(course: Course, middle: Inputs): Costs {
  const { supply, network, denials, making, question } = course;
  const { targets, senders, steps, parties, model } = question;
  const [K, F, S, P] = [targets.length, supply.nodes.length, steps.middle.length, network.products.length];
  const technologies = Array.from(supply.nodes, (at) => network.nodes[at]!);
  const withheld = new Set(question.stops.map(({ technology }) => technology));
  const stopped = technologies.filter((t) => withheld.has(t));
  const isPriced = (t: number): boolean => !Number.isNaN(middle.market[t]!);
  /** Flows whose stop costs sales that are told, and final products whose lack is. */
  const sold = [...technologies.keys()].filter((f) => supply.flows[f]!.stopped && isPriced(technologies[f]!));
  const wanted = [...network.productRank.keys()].filter((p) => isPriced(model.map.products[network.productRank[p]!]!));

  /** Share of world supply of flow `f` that stops for target `k`. */
  const goneFor = (k: number, f: number, s: number): number =>
    supply.need[k * F + f]! > leastDemand ? denials.gone[(k * F + f) * S + s]! : 0;
  const partOf = (sender: number, k: number, f: number, s: number): number =>
    supply.senders[(sender * K + k) * F * S + supply.moments[f * S + s]!]!;
  /** Share of world supply of flow `f` that stops and is the sender's own (`null`: no sender's). */
  const ownGone = (f: number, s: number, sender: number | null): number => {
    let sum = 0;
    for (let k = 0; k < K; k++) {
      const gone = goneFor(k, f, s);
      if (sender !== null) sum += gone * partOf(sender, k, f, s);
      else {
        let theirs = 0;
        for (let a = 0; a < senders.length; a++) theirs += partOf(a, k, f, s);
        sum += gone * Math.max(0, 1 - theirs);
      }
    }
    return sum;
  };
  const allGone = (f: number, s: number): number => {
    let sum = 0;
    for (let k = 0; k < K; k++) sum += goneFor(k, f, s);
    return sum;
  };
  const lostSales = (sender: number | null, s: number, inputs: Inputs): number => {
    let sum = 0;
    for (const f of sold) {
      const all = allGone(f, s);
      if (all === 0) continue;
      const resold = Math.min(1, denials.freed[f * S + s]! / all);
      sum += inputs.market[technologies[f]!]! * ownGone(f, s, sender) * (1 - resold);
    }
    return sum;
  };

  return {
    unpriced: stopped.filter((t) => !isPriced(t)),
    sales: lostSales,
    otherSales: (s, inputs) => lostSales(null, s, inputs),
    lasting(sender, s, inputs) {
      let sum = 0;
      for (const f of sold)
        for (let k = 0; k < K; k++) {
          const refilled = course.refilled[(k * F + f) * S + s]!;
          sum += inputs.market[technologies[f]!]! * goneFor(k, f, s) * partOf(sender, k, f, s) * refilled;
        }
      return sum;
    },
    downstream(sender, s, inputs) {
      if (model.map.economyOf.has(senders[sender]!)) return 0;
      const all = model.map.products.length;
      const party = parties.indexOf(senders[sender]!);
      let sum = 0;
      for (const p of wanted) {
        const j = network.productRank[p]!;
        const t = model.map.products[j]!;
        let less = 0;
        for (let k = 0; k < K; k++)
          if (targets[k]!.code !== senders[sender]) less += making.make[k * all + j]! * course.madeLost[(k * P + p) * S + s]!;
        sum += inputs.value[j]! * userShort(less, inputs.make[party * all + j]!, inputs.use[party * all + j]!, inputs.parameter.spare[t]!);
      }
      return sum;
    },
  };
}

/** Unmet demand (fraction of world output) after foreign output falls by `less`, net of the user's own spare capacity. */
function userShort(less: number, make: number, use: number, spare: number): number {
  const own = Math.min(make, use);
  const missing = make < 1 ? (use - own) * Math.min(1, less / (1 - make)) : 0;
  const gap = Math.max(0, missing - Math.max(0, (1 + spare) * make - own));
  const others = Math.max(0, 1 - make - less);
  return Math.max(0, gap - Math.min(gap, spare * others * Math.min(1, use)));
}
