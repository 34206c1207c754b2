import { substitute } from "../src/leverage/ces.ts";
import type { Course } from "../src/leverage/course/course.ts";
import { leftOfBase, wornDown } from "../src/leverage/course/pace.ts";
import type { Inputs } from "../src/leverage/draw/inputs.ts";
import type { SupplyModel } from "../src/leverage/model.ts";
import { ownLoss } from "../src/leverage/target.ts";

/** Dense dependency matrices; `months` in process until a user feels an input. */
export interface PlainMap {
  readonly blocks: Uint8Array;
  readonly delta: Float64Array;
  readonly months: Float64Array;
  readonly kinds: readonly (readonly { readonly at: number; readonly edge: number }[])[];
}

export function plainMap(model: SupplyModel, inputs: Inputs): PlainMap {
  const n = model.map.technologies.length;
  const [blocks, delta, months] = [new Uint8Array(n * n), new Float64Array(n * n), new Float64Array(n * n)];
  model.map.requirements.forEach(({ user, input }, e) => {
    months[user * n + input] = model.processTime[e]!;
    if (model.blocking[e]) blocks[user * n + input] = 1;
    else delta[user * n + input] = inputs.delta[e]!;
  });
  const kinds = model.map.technologies.map((): { at: number; edge: number }[] => []);
  model.map.varieties.forEach(({ parent, variety }, edge) => {
    kinds[parent]!.push({ at: variety, edge });
  });
  return { blocks, delta, months, kinds };
}

/**
 * Plain propagation of running output for one target: dense matrices iterated to a fixed point, step by step. Shortfalls after buffers of
 * withheld technologies come from the course. Returns own output: `step * technologies + technology`.
 */
export function plainPropagation(model: SupplyModel, course: Course, inputs: Inputs, map: PlainMap): Float64Array {
  const { blocks, delta, months, kinds } = map;
  const n = model.map.technologies.length;
  const { steps } = course.question;
  const S = steps.width.length;
  const output = new Float64Array(S * n);
  const [used, lost] = [new Float64Array(n), new Float64Array(n)];
  const available = Array.from({ length: S }, () => new Float64Array(n).fill(1));
  /** Mean availability of an input over a step, as long before as the time in process; all of it before month 0. */
  const felt = (t: number, i: number, s: number): number => {
    const lag = months[t * n + i]!;
    if (lag === 0) return available[s]![i]!;
    const [from, width] = [steps.from[s]! - lag, steps.width[s]!];
    let lack = 0;
    for (let j = 0; j <= s; j++) {
      const shared = Math.min(from + width, steps.from[j]! + steps.width[j]!) - Math.max(from, steps.from[j]!);
      if (shared > 0) lack += (shared / width) * (1 - available[j]![i]!);
    }
    return 1 - lack;
  };

  /** Loss of a technology without known providers, after stock or in the base, with its new counters. */
  const shortfallAfterBuffers = (t: number, s: number, own: number): readonly [netShortfall: number, used: number, lost: number] => {
    const { parameter } = inputs;
    if (model.map.technologies[t]!.mode === "capital") {
      const now = wornDown(lost[t]!, own, leftOfBase(steps.width[s]!, parameter["service-life"][t]!));
      return [(lost[t]! + now) / 2, 0, now];
    }
    const [stock, now] = [parameter.stock[t]!, used[t]! + own * steps.width[s]!];
    return [(Math.max(0, now - stock) - Math.max(0, used[t]! - stock)) / steps.width[s]!, now, 0];
  };
  const hasOf = (t: number, s: number, y: number): number => {
    const f = course.supply.flow[course.network.position[t]!] ?? -1;
    if (model.inHouse[t]) return 1 - Math.min(1, (f >= 0 ? course.netShortfall[f * S + s]! : 0) + ownLoss(1, y));
    if (f >= 0) return 1 - Math.min(1, course.netShortfall[f * S + s]!);
    return 1 - Math.min(1, shortfallAfterBuffers(t, s, ownLoss(inputs.ownOfUnknown[t]!, y))[0]);
  };
  for (let s = 0; s < S; s++) {
    const a = available[s]!;
    const y = output.subarray(s * n, (s + 1) * n).fill(1);
    for (let moved = true; moved; ) {
      moved = false;
      for (let t = 0; t < n; t++) {
        let [least, part] = [1, 1];
        for (let i = 0; i < n; i++) {
          if (blocks[t * n + i]) least = Math.min(least, felt(t, i, s));
          if (delta[t * n + i]! > 0) part *= 1 - delta[t * n + i]! * (1 - felt(t, i, s));
        }
        const own = kinds[t]!;
        const weights = own.map(({ edge }) => inputs.weight[edge]!);
        const has = own.map(({ at }) => a[at]!);
        if (own.length > 0) least = Math.min(least, substitute(has, weights, inputs.parameter.substitution[t]!));
        y[t] = least * part;
        const now = hasOf(t, s, y[t]!);
        if (now !== a[t]) moved = true;
        a[t] = now;
      }
    }
    for (let t = 0; t < n; t++) {
      const [, nowUsed, nowLost] = shortfallAfterBuffers(t, s, ownLoss(inputs.ownOfUnknown[t]!, y[t]!));
      [used[t], lost[t]] = [nowUsed, nowLost];
    }
  }
  return output;
}
