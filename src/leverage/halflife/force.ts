import { createCompose, wholeAvailability } from "../course/compose.ts";
import { importOrigins } from "../course/flows.ts";
import { createMaking } from "../course/making.ts";
import { networkOf } from "../course/network.ts";
import { recovered, redirected } from "../course/pace.ts";
import type { Stop } from "../course/stop.ts";
import { createOwnShare } from "../course/supply.ts";
import { shortfall } from "../denial.ts";
import { type Inputs, ofUser } from "../draw/inputs.ts";
import { type Draw, valueIn } from "../draw/random.ts";
import { ownLoss } from "../target.ts";
import { effectOf, type Holding, type ImportsStopped, importsStopped } from "./holding.ts";
import type { Kept } from "./kept.ts";

/** Force of a chokepoint over time: the target's shortfall of the technology. Not shared between threads. */
export interface Force {
  /** Technologies that drawn inputs must cover. */
  readonly technologies: Int32Array;
  /** Withheld technologies, in the order of `kept`. */
  readonly seeds: readonly number[];
  read(inputs: Inputs, draw: Draw | null): void;
  /** `x(0)`, 0..1, before backfill. */
  start(): number;
  /**
   * `x (1 - g)` in a month, 0..1.
   * @param refill backfill and new makers; else `f = 0`, `g = 0`
   * @param kept holder's remaining hold by withheld technology
   */
  at(month: number, refill: boolean, kept: readonly Kept[]): number;
}

/**
 * Compiles the force of a holding; families by their varieties.
 * @param homes withheld technologies whose unnamed supply counts as the home's
 */
export function createForce(holding: Holding, homes: readonly number[] = []): Force {
  const { model, target, parties, stops } = holding;
  const seeds = stops.map(({ technology }) => technology);
  const network = networkOf(model, new Set(seeds));
  const making = createMaking(model, [target], parties, stops, "potential");
  const compose = createCompose(model, network, 1, 1);
  const user = parties.indexOf(target.code);
  const path = pathTo(holding, network.position);
  const seedAt = new Map(seeds.map((t, i) => [network.position[t]!, i]));
  const has = wholeAvailability(network.nodes.length, 1, 1);
  const made = new Float64Array(1);
  const ownOf = seeds.map((t) => createOwnShare(target, model, t));
  const perSeed = (): Float64Array => new Float64Array(seeds.length);
  const [stopped, covered, ownStopped, own] = [perSeed(), perSeed(), perSeed(), perSeed()];
  const [need, served, atOnce] = [perSeed(), perSeed(), perSeed()];
  const origins = seeds.map((t) => importOrigins(model, target, [holding.holder], t));
  const imported: (ImportsStopped | undefined)[] = seeds.map(() => undefined);
  let now: Inputs | null = null;

  /** Missing part of the need of a withheld technology. */
  const lack = (i: number, month: number, open: boolean, back: boolean, part: number): number => {
    const t = seeds[i]!;
    const { parameter } = now!;
    const output = 1 - Math.min(1, part * ownStopped[i]!);
    const x = shortfall({
      own: own[i]!,
      stopped: part * stopped[i]!,
      covered: part * covered[i]!,
      demand: need[i]!,
      served: served[i]!,
      atOnce: atOnce[i]!,
      output,
      spare: parameter.spare[t]!,
      fungibility: open ? redirected(month, parameter.fungibility[t]!, ofUser(now!, "qualification", user, t)) : 0,
      act: 1,
      importStopped: imported[i] && Math.min(1, part * imported[i].stopped),
      importCovered: imported[i] && Math.min(1, part * imported[i].covered),
    });
    const filled = back ? Math.min(recovered(month, now!, t), output) : 0;
    const lostAtHome = model.inHouse[t]
      ? ownLoss(1, output)
      : ownLoss(Math.max(own[i]!, served[i]!) / need[i]!, output, served[i]! / need[i]!);
    return Math.min(1, x * (1 - filled) + lostAtHome);
  };
  const force = (month: number, open: boolean, back: boolean, part: (i: number) => number): number => {
    for (const at of path) {
      const i = seedAt.get(at);
      if (i === undefined) compose(at, 0, now!, has, made);
      has.state[at] = i === undefined ? made[0]! : 1 - lack(i, month, open, back, part(i));
      has.since[at] = has.state[at] === 1 ? 1 : 0;
    }
    return path.length > 0 ? 1 - has.state[path.at(-1)!]! : 0;
  };

  return {
    technologies: network.nodes,
    seeds,
    read(inputs, draw) {
      now = inputs;
      making.read(inputs, draw);
      stops.forEach((stop, i) => {
        const { outside, coveredOutside, inside } = stoppedBy(holding, stop, inputs, draw);
        own[i] = Math.min(1, ownOf[i]!(inputs) + (homes.includes(seeds[i]!) ? inputs.rest[seeds[i]!]! : 0));
        need[i] = making.need(0, seeds[i]!, inputs.value);
        const mine = making.served(0, seeds[i]!, own[i], need[i], inputs);
        served[i] = mine.served;
        atOnce[i] = mine.atOnce;
        stopped[i] = outside;
        covered[i] = coveredOutside;
        ownStopped[i] = inside > 0 ? Math.min(1, inside / own[i]) : 0;
        imported[i] = origins[i] ? importsStopped(model, origins[i], stop, draw) : undefined;
      });
    },
    start: () => force(0, true, false, () => 1),
    at: (month, refill, kept) => force(month, refill, refill, (i) => kept[i]!(month)),
  };
}

/** Supply stopped by a ban once it leaks: of others, with all that it covers, and of reached plants of the target. */
function stoppedBy({ model, target }: Holding, stop: Stop, { share }: Inputs, draw: Draw | null) {
  let [outside, coveredOutside, inside] = [0, 0, 0];
  for (const part of stop.parts) {
    const { slot } = part;
    if (slot < 0) continue;
    const held = share[slot]! * valueIn(part, draw);
    const gone = held * effectOf(stop, part, draw);
    if (target.own[model.shareEconomy[slot]!]) inside += gone;
    else {
      outside += gone;
      coveredOutside += held;
    }
  }
  return { outside, coveredOutside, inside };
}

/** Positions of withheld technologies and families up to the technology, in topological order; the technology is last. */
function pathTo({ model, technology, stops }: Holding, position: Int32Array): readonly number[] {
  const seeds = new Set(stops.map((stop) => stop.technology));
  const found = new Set<number>();
  const visit = (t: number): void => {
    if (position[t]! < 0 || found.has(position[t]!)) return;
    found.add(position[t]!);
    if (!seeds.has(t)) for (const { parent, variety } of model.map.varieties) if (parent === t) visit(variety);
  };
  if (stops.length > 0) visit(technology);
  return [...found].sort((a, b) => a - b);
}
