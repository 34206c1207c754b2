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
  const { users, lanes, servedBy } = network;
  const nodes = network.ids.length;
  const has = new Float64Array(worlds.length * nodes);
  const made = new Float64Array(worlds.length * nodes);
  const amount = new Float64Array(worlds.length * lanes.length);
  const inPlan = new Uint8Array(problem.programmes);
  const { madeOf, hasOf } = createNodes(problem, { has, made, amount });
  const suppliedBy = createLaneSupply(problem, inPlan);
  const sold = Array.from(value.keys()).filter((t) => value[t] !== 0);
  // Nodes of which an input has changed, and those of which a supply has.
  const fed = new Int32Array((nodes >> 5) + 1);
  const supplied = new Int32Array((nodes >> 5) + 1);
  const log = { at: [] as number[], has: [] as number[], made: [] as number[], count: 0 };
  const amounts = { at: [] as number[], was: [] as number[], count: 0 };

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

  /** Brings a world up to date from what is marked, inputs before users; logs what was there. Returns the change of value. */
  const follow = (world: number): number => {
    const base = world * nodes;
    let gained = 0;
    for (let word = 0; word < fed.length; word++)
      for (let marked = fed[word]! | supplied[word]!; marked !== 0; marked = fed[word]! | supplied[word]!) {
        const bit = marked & -marked;
        const t = (word << 5) | (31 - Math.clz32(bit));
        const [isFed, isSupplied] = [(fed[word]! & bit) !== 0, (supplied[word]! & bit) !== 0];
        fed[word]! &= ~bit;
        supplied[word]! &= ~bit;
        const at = base + t;
        const hadMade = made[at]!;
        const nowMade = isFed ? madeOf(base, t) : hadMade;
        if (nowMade === hadMade && !isSupplied) continue;
        const had = has[at]!;
        made[at] = nowMade;
        const now = hasOf(world, t);
        if (nowMade === hadMade && now === had) continue;
        has[at] = now;
        log.at[log.count] = at;
        log.has[log.count] = had;
        log.made[log.count++] = hadMade;
        if (nowMade !== hadMade) {
          gained += value[t]! * (nowMade - hadMade);
          for (const served of servedBy[t]!) markIn(supplied, served);
        }
        if (now !== had) for (let slot = users.start[t]!; slot < users.start[t + 1]!; slot++) markIn(fed, users.target[slot]!);
      }
    return gained;
  };

  /** Marks what programmes that were put in or out serve. */
  const mark = (world: number, programme: number): void => {
    if (counts[world * problem.programmes + programme] === 0) return;
    for (const { lane } of supplies[programme]!) {
      const at = world * lanes.length + lane;
      const now = suppliedBy(world, lane);
      if (now === amount[at]) continue;
      amounts.at[amounts.count] = at;
      amounts.was[amounts.count++] = amount[at]!;
      amount[at] = now;
      markIn(supplied, lanes[lane]!.serves);
    }
  };
  const put = (changes: readonly Change[], way: 1 | -1): void => {
    for (const { programme, sign } of changes) inPlan[programme] = sign === way ? 1 : 0;
  };
  const undo = (): void => {
    for (let i = log.count - 1; i >= 0; i--) {
      has[log.at[i]!] = log.has[i]!;
      made[log.at[i]!] = log.made[i]!;
    }
    for (let i = amounts.count - 1; i >= 0; i--) amount[amounts.at[i]!] = amounts.was[i]!;
  };

  return {
    worldsOf: (programme) => worldsOf[programme]!,
    tried(world, changes) {
      log.count = 0;
      amounts.count = 0;
      put(changes, 1);
      for (const { programme } of changes) mark(world, programme);
      const gained = follow(world);
      put(changes, -1);
      undo();
      return gained * worlds[world]!.chance;
    },
    apply(changes) {
      put(changes, 1);
      for (const { programme } of changes)
        for (const world of worldsOf[programme]!) {
          log.count = 0;
          amounts.count = 0;
          mark(world, programme);
          follow(world);
        }
    },
    worldValue(world) {
      let sum = 0;
      for (const t of sold) sum += value[t]! * made[world * nodes + t]!;
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

/** What is made of a node with what is there, and what is there of it. */
function createNodes({ network, worlds }: CompiledJoint, { has, made, amount }: Pick<SavedWorlds, "has" | "made" | "amount">) {
  const { blocking, degrading, lost, families, lanes, lanesTo } = network;
  const nodes = network.ids.length;
  const scratch: number[] = [];
  const madeOf = (base: number, t: number): number => {
    let least = 1;
    for (let slot = blocking.start[t]!; slot < blocking.start[t + 1]!; slot++) least = Math.min(least, has[base + blocking.target[slot]!]!);
    const family = families[t]!;
    if (family !== null) least = Math.min(least, familyHas(family, has, base, scratch));
    for (let slot = degrading.start[t]!; slot < degrading.start[t + 1]!; slot++)
      least *= 1 - lost[slot]! * (1 - has[base + degrading.target[slot]!]!);
    return least;
  };
  const makers = Int32Array.from(lanes, ({ makes }) => makes);
  const hasOf = (world: number, t: number): number => {
    const base = world * nodes;
    const to = lanesTo[t]!;
    let short = worlds[world]!.shortfall[t]!;
    let beside = 0;
    for (let at = 0; at < to.length; at++) {
      const lane = to[at]!;
      const supply = amount[world * lanes.length + lane]! * made[base + makers[lane]!]!;
      if (makers[lane] === t) short = Math.max(0, short - supply);
      else beside += supply;
    }
    return Math.min(1, ownAndImports(network, t, short, made[base + t]!) + beside);
  };
  return { madeOf, hasOf };
}

/** Supply of a lane in a world, from its programmes each time: a state depends on the plan alone, not on the way to it. */
function createLaneSupply({ network: { lanes }, worlds, supplies }: CompiledJoint, inPlan: Uint8Array) {
  const membersOf = lanes.map((_, lane) =>
    supplies.flatMap((own, programme) => own.flatMap((each) => (each.lane === lane ? [{ programme, capacity: each.capacity }] : []))),
  );
  return (world: number, lane: number): number => {
    let sum = 0;
    for (const { programme, capacity } of membersOf[lane]!)
      if (inPlan[programme] === 1) sum += capacity * worlds[world]!.useful[programme]!;
    return sum * worlds[world]!.felt[lanes[lane]!.serves]!;
  };
}

function markIn(pending: Int32Array, t: number): void {
  pending[t >> 5]! |= 1 << (t & 31);
}
