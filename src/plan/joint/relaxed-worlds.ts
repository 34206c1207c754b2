import type { CompiledJoint } from "./compiled-joint.ts";
import { type CompiledNetwork, ownAndImports } from "./compiled-network.ts";
import { composeWorlds } from "./composed-worlds.ts";
import { relaxedOutput } from "./relaxed-output.ts";
import { Tape } from "./tape.ts";

/** A linear function of the programmes that a value never exceeds, whatever parts `z` in 0..1 are chosen: `most + Σ slope · z`. */
export interface Cut {
  readonly most: number;
  readonly programmes: Int32Array;
  readonly slopes: Float64Array;
}

/** An upper bound on each world's value that is concave in the parts `z` of programmes, and equal or near to it at whole ones. */
export interface RelaxedWorlds {
  /** Worlds whose value a plan can change. */
  readonly open: readonly number[];
  /** Value of each world without and with all programmes. */
  readonly least: Float64Array;
  readonly most: Float64Array;
  /** The bound at `z`, and a cut that supports it there. */
  cutAt(world: number, z: ArrayLike<number>): { readonly value: number; readonly cut: Cut };
}

/**
 * Relaxes each operation of the composition by its concave envelope within the ranges that it takes between no programme and all:
 * minima and CES families are concave; products of degrading inputs and the scarcest blocking one by {@link productEnvelope}; supply of a
 * programme that its inputs limit, at most what is short of the same, `z · output`, by `min(high · z, output - low (1 - z))` (McCormick 1976). What the whole gives is evaluated
 * forwards, its derivative backwards.
 */
export function relaxWorlds(problem: CompiledJoint): RelaxedWorlds {
  const { network, worlds, value, supplies } = problem;
  const nodes = network.ids.length;
  const none = composeWorlds(problem);
  const all = composeWorlds(problem);
  all.apply(supplies.map((_, programme) => ({ programme, sign: 1 as const })));
  const makers = worlds.map(({ useful, felt }): { readonly programme: number; readonly capacity: number }[][] => {
    const byLane = network.lanes.map((): { readonly programme: number; readonly capacity: number }[] => []);
    supplies.forEach((own, programme) => {
      const part = useful[programme]!;
      if (part === 0) return;
      for (const { lane, capacity } of own)
        byLane[lane]!.push({ programme, capacity: capacity * part * felt[network.lanes[lane]!.serves]! });
    });
    return byLane;
  });
  const least = Float64Array.from(worlds, (_, world) => none.worldValue(world));
  const most = Float64Array.from(worlds, (_, world) => all.worldValue(world));
  const tape = new Tape(2 * nodes + problem.programmes);
  const made = new Float64Array(nodes);
  const has = new Float64Array(nodes);

  /** A bound on the supply of a lane: by what is chosen of each programme, and by what can be made. */
  const mostSupply = (world: number, lane: number, z: ArrayLike<number>, low: Float64Array, high: Float64Array): number => {
    const { makes } = network.lanes[lane]!;
    return makers[world]![lane]!.reduce(
      (sum, { programme, capacity }) =>
        sum + capacity * Math.min(high[makes]! * z[programme]!, made[makes]! - low[makes]! * (1 - z[programme]!)),
      0,
    );
  };

  const supplyAt = (world: number, t: number, z: ArrayLike<number>, low: Float64Array, high: Float64Array): number => {
    const own = relaxedOwn(network, t, worlds[world]!.shortfall[t]!, [low[t]!, made[t]!, high[t]!]);
    let sum = own.value;
    tape.add(nodes + t, t, own.slope);
    for (const each of network.lanesTo[t]!) {
      const { makes } = network.lanes[each]!;
      const most = makes === t ? worlds[world]!.shortfall[t]! : Number.POSITIVE_INFINITY;
      if (mostSupply(world, each, z, low, high) > most) {
        sum += most;
        continue;
      }
      for (const { programme, capacity } of makers[world]![each]!) {
        const byPlan = high[makes]! * z[programme]!;
        const byOutput = made[makes]! - low[makes]! * (1 - z[programme]!);
        sum += capacity * Math.min(byPlan, byOutput);
        tape.add(nodes + t, 2 * nodes + programme, capacity * (byPlan <= byOutput ? high[makes]! : low[makes]!));
        if (byPlan > byOutput) tape.add(nodes + t, makes, capacity);
      }
    }
    return sum;
  };

  return {
    least,
    most,
    open: worlds.flatMap((_, world) => (most[world]! > least[world]! ? [world] : [])),
    cutAt(world, z) {
      const [low, high] = [none.at(world), all.at(world)];
      tape.clear();
      for (let t = 0; t < nodes; t++) {
        made[t] = low.made[t]!;
        if (low.made[t]! < high.made[t]!) made[t] = Math.min(high.made[t]!, relaxedOutput(network, t, low.has, high.has, has, tape));
        if (made[t] === high.made[t]) tape.cancel(t);
        has[t] = low.has[t]!;
        if (low.has[t]! < high.has[t]!) has[t] = Math.min(high.has[t]!, supplyAt(world, t, z, low.made, high.made));
        if (has[t] === high.has[t]) tape.cancel(nodes + t);
      }
      let bound = 0;
      for (let t = 0; t < nodes; t++) bound += value[t]! * made[t]!;
      return { value: bound, cut: cutOf(bound, tape.slopes(value), z, 2 * nodes) };
    },
  };
}

function cutOf(value: number, slopes: Float64Array, z: ArrayLike<number>, from: number): Cut {
  const programmes: number[] = [];
  let most = value;
  for (let at = from; at < slopes.length; at++) {
    if (slopes[at] === 0) continue;
    programmes.push(at - from);
    most -= slopes[at]! * z[at - from]!;
  }
  return { most, programmes: Int32Array.from(programmes), slopes: Float64Array.from(programmes, (p) => slopes[from + p]!) };
}

/**
 * A concave bound on what a node has without programmes, by its output. Where its shortfall and the loss of own output together exceed its
 * use, it has nothing, which is convex: there the chord over the range of its output, or, where own makers serve it whole within the
 * range, the steepest line from its low end.
 *
 * @param output low end, where the bound is asked for, high end
 */
function relaxedOwn(
  network: CompiledNetwork,
  t: number,
  shortfall: number,
  [low, output, high]: readonly [number, number, number],
): { readonly value: number; readonly slope: number } {
  const [own, makes] = [network.own[t]!, network.makes[t]!];
  if (1 - shortfall - own + Math.min(own, makes * low) >= 0)
    return { value: ownAndImports(network, t, shortfall, output), slope: makes * output < own ? makes : 0 };
  const most = ownAndImports(network, t, shortfall, high);
  const isConvex = makes * high <= own;
  const slope = isConvex && high > low ? most / (high - low) : makes;
  const value = slope * (output - low);
  return value < most ? { value, slope } : { value: most, slope: 0 };
}
