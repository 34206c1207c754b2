import { substitute } from "../src/leverage/ces.ts";
import type { Course } from "../src/leverage/course/course.ts";
import { leftOfBase, wornDown } from "../src/leverage/course/pace.ts";
import type { Inputs } from "../src/leverage/draw/inputs.ts";
import type { SupplyModel } from "../src/leverage/model.ts";
import { ownLoss } from "../src/leverage/target.ts";

/** Dense dependency matrices. */
export interface PlainMap {
  readonly blocks: Uint8Array;
  readonly delta: Float64Array;
  readonly kinds: readonly (readonly { readonly at: number; readonly edge: number }[])[];
}

export function plainMap(model: SupplyModel, inputs: Inputs): PlainMap {
  const n = model.map.technologies.length;
  const [blocks, delta] = [new Uint8Array(n * n), new Float64Array(n * n)];
  model.map.requirements.forEach(({ user, input }, e) => {
    if (model.blocking[e]) blocks[user * n + input] = 1;
    else delta[user * n + input] = inputs.delta[e]!;
  });
  const kinds = model.map.technologies.map((): { at: number; edge: number }[] => []);
  model.map.varieties.forEach(({ parent, variety }, edge) => {
    kinds[parent]!.push({ at: variety, edge });
  });
  return { blocks, delta, kinds };
}

/**
 * Plain propagation of running output for one target: dense matrices iterated to a fixed point, step by step. Shortfalls after buffers of
 * withheld technologies come from the course. Returns own output: `step * technologies + technology`.
 */
export function plainPropagation(model: SupplyModel, course: Course, inputs: Inputs, { blocks, delta, kinds }: PlainMap): Float64Array {
  const n = model.map.technologies.length;
  const { steps } = course.question;
  const S = steps.width.length;
  const output = new Float64Array(S * n);
  const [used, lost] = [new Float64Array(n), new Float64Array(n)];
  const a = new Float64Array(n).fill(1);

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
    const y = output.subarray(s * n, (s + 1) * n).fill(1);
    for (let moved = true; moved; ) {
      moved = false;
      for (let t = 0; t < n; t++) {
        let [least, part] = [1, 1];
        for (let i = 0; i < n; i++) {
          if (blocks[t * n + i] && a[i]! < least) least = a[i]!;
          if (delta[t * n + i]! > 0) part *= 1 - delta[t * n + i]! * (1 - a[i]!);
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
