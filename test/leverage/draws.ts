import { type Draw, edgeKey, type Holder, type Node, type Range, type World } from "./oracle.ts";

/** Points within the intervals of a world: at random with a liking for the ends, or the middle of everything. */

export type Random = () => number;

/** Mulberry32: numbers in [0, 1) from a seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = Math.imul(state ^ (state >>> 15), state | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

function within({ low, high }: Range, random: Random): number {
  const pick = random();
  if (pick < 0.3) return low;
  if (pick < 0.6) return high;
  return low + random() * (high - low);
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items
    .map((item) => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const negligible = 0.02;

/** Figures within their intervals that sum to at most 1. */
function drawFigures(figures: ReadonlyMap<string, Range>, random: Random): Map<string, number> {
  const drawn = new Map([...figures].map(([economy, { low }]) => [economy, low]));
  let room = 1 - [...drawn.values()].reduce((sum, value) => sum + value, 0);
  for (const [economy, figure] of shuffled([...figures], random)) {
    const more = Math.min(Math.max(0, room), within(figure, random) - figure.low);
    drawn.set(economy, figure.low + more);
    room -= more;
  }
  return drawn;
}

/** Gives the remainder to those who may have it, at most their cap each, in random order and parts; `rest` takes what is left. */
function allocate(drawn: Map<string, number>, caps: ReadonlyMap<string, number>, random: Random): Map<string, number> {
  let room = Math.max(0, 1 - [...drawn.values()].reduce((sum, value) => sum + value, 0));
  for (const [economy, cap] of shuffled([...caps], random)) {
    const take = Math.min(cap, room) * (random() < 0.5 ? 1 : random() < 0.5 ? 0 : random());
    drawn.set(economy, (drawn.get(economy) ?? 0) + take);
    room -= take;
  }
  drawn.set("rest", room);
  return drawn;
}

function figuresOf(holders: readonly Holder[]): ReadonlyMap<string, Range> {
  return new Map(holders.flatMap(({ economy, figure }) => (figure ? [[economy, figure] as const] : [])));
}

function drawShares({ holders }: Node, home: readonly string[], random: Random): ReadonlyMap<string, number> {
  if (holders === null) return new Map();
  const caps = new Map<string, number>();
  for (const economy of home) if (!holders.some((holder) => holder.economy === economy)) caps.set(economy, 1);
  for (const holder of holders) if (holder.figure === null) caps.set(holder.economy, holder.negligible ? negligible : 1);
  return allocate(drawFigures(figuresOf(holders), random), caps, random);
}

/** Takes off what rounding leaves of 0 and 1. */
const tidy = (part: number): number => (part < 1e-9 ? 0 : part > 1 - 1e-9 ? 1 : part);

function drawPlace(parts: ReadonlyMap<string, Range>, home: readonly string[], random: Random): number {
  const unknown = new Map(home.filter((economy) => !parts.has(economy)).map((economy) => [economy, 1]));
  const drawn = allocate(drawFigures(parts, random), unknown, random);
  return tidy(home.reduce((sum, economy) => sum + (drawn.get(economy) ?? 0), 0));
}

/** Weights of each family within their intervals that sum to 1. */
function drawWeights(world: World, random: Random): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const parent of new Set(world.kinds.map((kind) => kind.parent))) {
    const family = world.kinds
      .filter((kind) => kind.parent === parent)
      .map((kind) => ({ id: kind.variety, ...(kind.weight ?? { low: 0, high: 1 }) }));
    let room = 1 - family.reduce((sum, { low }) => sum + low, 0);
    const order = shuffled(family, random);
    order.forEach(({ id, low, high }, i) => {
      const others = order.slice(i + 1).reduce((sum, next) => sum + next.high - next.low, 0);
      const least = Math.max(0, room - others);
      const take = Math.min(room, Math.max(least, within({ low: 0, high: high - low }, random)));
      weights.set(edgeKey(parent, id), low + take);
      room -= take;
    });
  }
  return weights;
}

/**
 * A random point of a world, as a home sees it. `complement`: the home is everybody but the one economy in `home`, so that making and
 * use are what that one leaves.
 */
export function drawOf(world: World, home: readonly string[], seed: number, complement = false): Draw {
  const random = randomFrom(seed);
  const nodes = <V>(value: (node: Node) => V) => new Map(world.nodes.map((node) => [node.id, value(node)] as const));
  const places = (role: "make" | "use") =>
    new Map(
      [...world[role]].map(([id, parts]) => {
        const part = drawPlace(parts, home, random);
        return [id, complement ? 1 - part : part] as const;
      }),
    );
  return {
    share: nodes((node) => drawShares(node, complement ? [] : home, random)),
    spare: nodes(({ spare }) => within(spare, random)),
    fungibility: nodes(({ fungibility }) => within(fungibility, random)),
    sigma: nodes(({ sigma }) => within(sigma, random)),
    delta: new Map(world.edges.map(({ user, input, delta }) => [edgeKey(user, input), within(delta, random)])),
    weight: drawWeights(world, random),
    ownPart: nodes(() => within({ low: 0, high: 1 }, random)),
    make: places("make"),
    use: places("use"),
    value: new Map([...world.value].map(([id, value]) => [id, within(value, random)])),
  };
}

const middle = ({ low, high }: Range): number => (low + high) / 2;

/** Middle of every figure, or as far up as a full row lets all of them go. */
function middleFigures(figures: ReadonlyMap<string, Range>): Map<string, number> {
  const low = [...figures.values()].reduce((sum, figure) => sum + figure.low, 0);
  const width = [...figures.values()].reduce((sum, figure) => sum + figure.high - figure.low, 0);
  const part = width > 0 ? Math.min(0.5, Math.max(0, 1 - low) / width) : 0;
  return new Map([...figures].map(([economy, figure]) => [economy, figure.low + part * (figure.high - figure.low)]));
}

function middleShares({ holders }: Node): ReadonlyMap<string, number> {
  if (holders === null) return new Map();
  const shares = middleFigures(figuresOf(holders));
  const unknown = Math.max(0, 1 - [...shares.values()].reduce((sum, value) => sum + value, 0));
  const blanks = holders.filter(({ figure }) => figure === null);
  const flagged = blanks.filter((holder) => holder.negligible);
  const each = Math.min(negligible / 2, unknown / (blanks.length + 1));
  const open = (unknown - flagged.length * each) / (blanks.length - flagged.length + 1);
  for (const holder of blanks) shares.set(holder.economy, holder.negligible ? each : open);
  shares.set("rest", Math.max(0, 1 - [...shares.values()].reduce((sum, value) => sum + value, 0)));
  return shares;
}

/** A home without a figure is taken to share what nobody is known to make with five others. */
const makersOfTheRest = 6;

function middlePlace(parts: ReadonlyMap<string, Range>, home: readonly string[]): number {
  const known = home.map((economy) => parts.get(economy));
  const low = known.reduce((sum, figure) => sum + (figure?.low ?? 0), 0);
  if (known.every((figure) => figure !== undefined))
    return (
      (low +
        Math.min(
          1,
          known.reduce((sum, figure) => sum + figure.high, 0),
        )) /
      2
    );
  const rest = 1 - [...parts.values()].reduce((sum, figure) => sum + figure.low, 0);
  return tidy(low + rest / makersOfTheRest);
}

function middleWeights(world: World): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  for (const parent of new Set(world.kinds.map((kind) => kind.parent))) {
    const family = world.kinds
      .filter((kind) => kind.parent === parent)
      .map((kind) => ({ id: kind.variety, ...(kind.weight ?? { low: 0, high: 1 }) }));
    const low = family.reduce((sum, kind) => sum + kind.low, 0);
    const width = family.reduce((sum, kind) => sum + kind.high - kind.low, 0);
    for (const kind of family)
      weights.set(edgeKey(parent, kind.id), kind.low + (width > 0 ? ((1 - low) * (kind.high - kind.low)) / width : 0));
  }
  return weights;
}

/** The deterministic run. */
export function middleOf(world: World, home: readonly string[], complement = false): Draw {
  const nodes = <V>(value: (node: Node) => V) => new Map(world.nodes.map((node) => [node.id, value(node)] as const));
  const places = (role: "make" | "use") =>
    new Map(
      [...world[role]].map(([id, parts]) => {
        const part = middlePlace(parts, home);
        return [id, complement ? 1 - part : part] as const;
      }),
    );
  return {
    share: nodes(middleShares),
    spare: nodes(({ spare }) => middle(spare)),
    fungibility: nodes(({ fungibility }) => middle(fungibility)),
    sigma: nodes(({ sigma }) => middle(sigma)),
    delta: new Map(world.edges.map(({ user, input, delta }) => [edgeKey(user, input), middle(delta)])),
    weight: middleWeights(world),
    ownPart: nodes(() => 0.5),
    make: places("make"),
    use: places("use"),
    value: new Map([...world.value].map(([id, value]) => [id, middle(value)])),
  };
}
