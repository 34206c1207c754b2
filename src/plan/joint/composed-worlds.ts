import type { CompiledJoint } from "./compiled-joint.ts";
import { familyHas, ownAndImports } from "./compiled-network.ts";

/** A programme put into a plan (1) or taken out of it (-1). */
export interface Change {
  readonly programme: number;
  readonly sign: 1 | -1;
}

/**
 * A plan composed in all worlds at once. Changes are followed downstream from what they touch, so that one costs as many nodes as it
 * moves. Values are those of sales, mean over worlds, without income.
 */
export interface ComposedWorlds {
  /** Change of the value in one world, times its chance, if a plan were changed; the plan stays as it is. */
  tried(world: number, changes: readonly Change[]): number;
  apply(changes: readonly Change[]): void;
  /** Worlds in which a programme could ever count: it works there, and something of what it serves is lacking. */
  worldsOf(programme: number): Int32Array;
  /** Value of a world's sales under the plan. */
  worldValue(world: number): number;
  /** Availability and output of each node in a world; not to be written to. */
  at(world: number): { readonly has: Float64Array; readonly made: Float64Array };
  /** The state, to come back to. */
  save(): SavedWorlds;
  restore(saved: SavedWorlds): void;
}

export interface SavedWorlds {
  readonly has: Float64Array;
  readonly made: Float64Array;
  readonly amount: Float64Array;
  readonly inPlan: Uint8Array;
}

/** Composes the plan of no programme. */
export function composeWorlds(problem: CompiledJoint): ComposedWorlds {
  const { network, worlds, value, supplies } = problem;
  const { blocking, degrading, lost, families, users, lanes, lanesTo, servedBy } = network;
  const nodes = network.ids.length;
  const has = new Float64Array(worlds.length * nodes);
  const made = new Float64Array(worlds.length * nodes);
  const amount = new Float64Array(worlds.length * lanes.length);
  const inPlan = new Uint8Array(problem.programmes);
  const scratch: number[] = [];
  const pending = new Uint32Array((nodes >> 5) + 1);
  const log = { at: [] as number[], has: [] as number[], made: [] as number[], count: 0 };

  const madeOf = (base: number, t: number): number => {
    let least = 1;
    for (let slot = blocking.start[t]!; slot < blocking.start[t + 1]!; slot++) least = Math.min(least, has[base + blocking.target[slot]!]!);
    const family = families[t]!;
    if (family !== null) least = Math.min(least, familyHas(family, has, base, scratch));
    for (let slot = degrading.start[t]!; slot < degrading.start[t + 1]!; slot++)
      least *= 1 - lost[slot]! * (1 - has[base + degrading.target[slot]!]!);
    return least;
  };
  const hasOf = (world: number, t: number): number => {
    const base = world * nodes;
    let [short, beside] = [worlds[world]!.shortfall[t]!, 0];
    for (const each of lanesTo[t]!) {
      const { makes } = lanes[each]!;
      const supply = amount[world * lanes.length + each]! * made[base + makes]!;
      if (makes === t) short = Math.max(0, short - supply);
      else beside += supply;
    }
    return Math.min(1, ownAndImports(network, t, short, made[base + t]!) + beside);
  };
  const mark = (t: number): void => {
    pending[t >> 5]! |= 1 << (t & 31);
  };

  for (let world = 0; world < worlds.length; world++)
    for (let t = 0; t < nodes; t++) {
      made[world * nodes + t] = madeOf(world * nodes, t);
      has[world * nodes + t] = hasOf(world, t);
    }
  const isLacking = (world: number, lane: number): boolean => has[world * nodes + lanes[lane]!.serves]! < 1;
  const worldsOf = supplies.map((own, programme) =>
    Int32Array.from(
      worlds.flatMap(({ useful }, world) => (useful[programme]! > 0 && own.some(({ lane }) => isLacking(world, lane)) ? [world] : [])),
    ),
  );
  const counts = new Uint8Array(worlds.length * problem.programmes);
  worldsOf.forEach((own, programme) => {
    for (const world of own) counts[world * problem.programmes + programme] = 1;
  });

  /** Follows a change from a node whose supply has changed; logs what was there. Returns the change of value. */
  const follow = (world: number, from: number): number => {
    const base = world * nodes;
    let gained = 0;
    mark(from);
    for (let word = from >> 5; word < pending.length; word++)
      while (pending[word] !== 0) {
        const bit = 31 - Math.clz32(pending[word]! & -pending[word]!);
        pending[word]! &= pending[word]! - 1;
        const t = (word << 5) | bit;
        const at = base + t;
        const [hadMade, had] = [made[at]!, has[at]!];
        const nowMade = madeOf(base, t);
        made[at] = nowMade;
        const now = hasOf(world, t);
        if (nowMade === hadMade && now === had) continue;
        has[at] = now;
        log.at[log.count] = at;
        log.has[log.count] = had;
        log.made[log.count++] = hadMade;
        if (nowMade !== hadMade) {
          gained += value[t]! * (nowMade - hadMade);
          for (const served of servedBy[t]!) mark(served);
        }
        if (now !== had) for (let slot = users.start[t]!; slot < users.start[t + 1]!; slot++) mark(users.target[slot]!);
      }
    return gained;
  };

  const membersOf = lanes.map((_, lane) =>
    supplies.flatMap((own, programme) => own.flatMap((each) => (each.lane === lane ? [{ programme, capacity: each.capacity }] : []))),
  );
  /** Supply of a lane in a world, from its programmes each time: a state depends on the plan alone, not on the way to it. */
  const supplied = (world: number, lane: number): number => {
    let sum = 0;
    for (const { programme, capacity } of membersOf[lane]!)
      if (inPlan[programme] === 1) sum += capacity * worlds[world]!.useful[programme]!;
    return sum * worlds[world]!.felt[lanes[lane]!.serves]!;
  };
  /** Follows a programme that was put in or out. */
  const change = (world: number, programme: number): number => {
    if (counts[world * problem.programmes + programme] === 0) return 0;
    let gained = 0;
    for (const { lane } of supplies[programme]!) {
      const at = world * lanes.length + lane;
      amounts.at[amounts.count] = at;
      amounts.was[amounts.count++] = amount[at]!;
      amount[at] = supplied(world, lane);
      gained += follow(world, lanes[lane]!.serves);
    }
    return gained;
  };
  const put = (changes: readonly Change[]): void => {
    for (const { programme, sign } of changes) inPlan[programme] = sign === 1 ? 1 : 0;
  };
  const putBack = (changes: readonly Change[]): void => {
    for (const { programme, sign } of changes) inPlan[programme] = sign === 1 ? 0 : 1;
  };
  const amounts = { at: [] as number[], was: [] as number[], count: 0 };

  return {
    worldsOf: (programme) => worldsOf[programme]!,
    tried(world, changes) {
      log.count = 0;
      amounts.count = 0;
      let gained = 0;
      put(changes);
      for (const { programme } of changes) gained += change(world, programme);
      putBack(changes);
      for (let i = log.count - 1; i >= 0; i--) {
        has[log.at[i]!] = log.has[i]!;
        made[log.at[i]!] = log.made[i]!;
      }
      for (let i = amounts.count - 1; i >= 0; i--) amount[amounts.at[i]!] = amounts.was[i]!;
      return gained * worlds[world]!.chance;
    },
    apply(changes) {
      put(changes);
      for (const { programme } of changes)
        for (const world of worldsOf[programme]!) {
          log.count = 0;
          amounts.count = 0;
          change(world, programme);
        }
    },
    worldValue(world) {
      let sum = 0;
      for (let t = 0; t < nodes; t++) if (value[t] !== 0) sum += value[t]! * made[world * nodes + t]!;
      return sum;
    },
    at: (world) => ({ has: has.subarray(world * nodes, (world + 1) * nodes), made: made.subarray(world * nodes, (world + 1) * nodes) }),
    save: () => ({ has: has.slice(), made: made.slice(), amount: amount.slice(), inPlan: inPlan.slice() }),
    restore(saved) {
      has.set(saved.has);
      made.set(saved.made);
      amount.set(saved.amount);
      inPlan.set(saved.inPlan);
    },
  };
}
