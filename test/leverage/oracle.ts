/**
 * What docs/method/supply.md says, written down as plainly as it can be: maps and recursion, every input a single number, nothing shared
 * with `src/`. Slow on purpose.
 */

export interface Range {
  readonly low: number;
  readonly high: number;
}

export interface Holder {
  readonly economy: string;
  /** `null`: named without a figure. */
  readonly figure: Range | null;
  readonly negligible: boolean;
}

export interface Node {
  readonly id: string;
  readonly kind: "material" | "tool" | "process" | "product";
  /** `null`: nothing known of its providers. */
  readonly holders: readonly Holder[] | null;
  readonly spare: Range;
  readonly fungibility: Range;
  readonly sigma: Range;
}

export interface Edge {
  readonly user: string;
  readonly input: string;
  readonly criticality: "blocking" | "degrading" | "marginal" | "unknown";
  readonly delta: Range;
}

export interface Kind {
  readonly parent: string;
  readonly variety: string;
  /** `null`: nobody has published it. */
  readonly weight: Range | null;
}

/** A small invented chip industry. */
export interface World {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
  readonly kinds: readonly Kind[];
  /** Product -> economy -> part of world production, or of world use. */
  readonly make: ReadonlyMap<string, ReadonlyMap<string, Range>>;
  readonly use: ReadonlyMap<string, ReadonlyMap<string, Range>>;
  readonly value: ReadonlyMap<string, Range>;
}

/** One number for every input: a world that the intervals allow. */
export interface Draw {
  /** Technology -> economy -> share of supply; `rest` is nobody's who is named. */
  readonly share: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly spare: ReadonlyMap<string, number>;
  readonly fungibility: ReadonlyMap<string, number>;
  readonly sigma: ReadonlyMap<string, number>;
  /** δ of an edge, by `edgeKey`; used unless the edge is blocking. */
  readonly delta: ReadonlyMap<string, number>;
  readonly weight: ReadonlyMap<string, number>;
  /** Own part of technologies without known providers. */
  readonly ownPart: ReadonlyMap<string, number>;
  /** The home's part of making and of using each product. */
  readonly make: ReadonlyMap<string, number>;
  readonly use: ReadonlyMap<string, number>;
  readonly value: ReadonlyMap<string, number>;
}

export const edgeKey = (user: string, input: string): string => `${user}<${input}`;

/** Shortfall x of one target. */
export function shortfallOf(q: {
  own: number;
  stopped: number;
  demand: number;
  output: number;
  spare: number;
  fungibility: number;
}): number {
  const foreign = 1 - q.own;
  const own = Math.min(q.own, q.demand);
  const imported = q.demand - own;
  if (imported === 0 || foreign <= 0) return 0;
  const lost = (imported * q.stopped) / foreign;
  const usable = Math.max(0, 1 - (1 - q.output) / 0.02);
  const gap = Math.max(0, lost - q.output * Math.max(0, (1 + q.spare * usable) * q.own - own));
  const third = foreign - q.stopped;
  const freed = Math.max(0, third - (imported - lost));
  const pool = q.spare * third + freed;
  return (gap - Math.min(q.fungibility * gap, pool)) / q.demand;
}

/** Availability of a family of substitutes. */
export function familyOf(parts: readonly { weight: number; has: number }[], sigma: number): number {
  const present = parts.filter(({ weight }) => weight > 0);
  const total = present.reduce((sum, { weight }) => sum + weight, 0);
  // What rounding leaves of a variety is no supply: its root would be.
  const scaled = present.map(({ weight, has }) => ({ weight: weight / total, has: has < 1e-12 ? 0 : has }));
  const least = Math.min(...scaled.map(({ has }) => has));
  if (sigma === 0) return least;
  if (sigma === Number.POSITIVE_INFINITY) return scaled.reduce((sum, { weight, has }) => sum + weight * has, 0);
  if (Math.abs(sigma - 1) < 1e-6) return scaled.reduce((product, { weight, has }) => product * has ** weight, 1);
  if (least === 0 && sigma < 1) return 0;
  const rho = (sigma - 1) / sigma;
  const best = Math.max(...scaled.map(({ has }) => has));
  if (best === 0) return 0;
  const pivot = rho < 0 ? least : best;
  return pivot * scaled.reduce((sum, { weight, has }) => sum + weight * (has / pivot) ** rho, 0) ** (1 / rho);
}

/** What stands for a technology that is withheld: the varieties of it that have shares, else itself. */
export function seedsOf(world: World, id: string): readonly string[] {
  const inner = world.kinds.filter((kind) => kind.parent === id).flatMap((kind) => seedsOf(world, kind.variety));
  if (inner.length > 0) return [...new Set(inner)];
  return world.nodes.find((node) => node.id === id)!.holders === null ? [] : [id];
}

export function productsOf(world: World): readonly string[] {
  return world.nodes.filter((node) => node.kind === "product").map((node) => node.id);
}

/** Whether `id` goes into `product` by any path. */
export function goesInto(world: World, id: string, product: string): boolean {
  if (id === product) return true;
  const next = [
    ...world.edges.filter((edge) => edge.input === id).map((edge) => edge.user),
    ...world.kinds.filter((kind) => kind.variety === id).map((kind) => kind.parent),
  ];
  return next.some((user) => goesInto(world, user, product));
}

/** The home's share of world use of a technology. */
export function demandOf(world: World, draw: Draw, id: string): number {
  if (productsOf(world).includes(id)) return draw.use.get(id)!;
  const needing = productsOf(world).filter((product) => goesInto(world, id, product));
  const total = needing.reduce((sum, product) => sum + draw.value.get(product)!, 0);
  return total === 0 ? 0 : needing.reduce((sum, product) => sum + draw.value.get(product)! * draw.make.get(product)!, 0) / total;
}

function sharesOf(draw: Draw, id: string, members: ReadonlySet<string>): number {
  let sum = 0;
  for (const [economy, part] of draw.share.get(id) ?? []) if (members.has(economy)) sum += part;
  return sum;
}

/** What a home has of each technology and makes of it when the senders withhold `withheld`. */
export function replay(world: World, draw: Draw, home: ReadonlySet<string>, senders: ReadonlySet<string>, withheld: string) {
  const seeds = new Set(seedsOf(world, withheld));
  const outputs = new Map<string, number>();
  const shortfalls = new Map<string, number>();

  const output = (id: string): number => {
    const known = outputs.get(id);
    if (known !== undefined) return known;
    let scarcest = 1;
    let product = 1;
    for (const edge of world.edges.filter(({ user }) => user === id)) {
      const has = availability(edge.input);
      if (edge.criticality === "blocking") scarcest = Math.min(scarcest, has);
      else product *= 1 - draw.delta.get(edgeKey(edge.user, edge.input))! * (1 - has);
    }
    const kinds = world.kinds.filter(({ parent }) => parent === id);
    if (kinds.length > 0) {
      const parts = kinds.map(({ variety }) => ({ weight: draw.weight.get(edgeKey(id, variety))!, has: availability(variety) }));
      scarcest = Math.min(scarcest, familyOf(parts, draw.sigma.get(id)!));
    }
    outputs.set(id, scarcest * product);
    return scarcest * product;
  };

  const availability = (id: string): number => {
    const node = world.nodes.find((candidate) => candidate.id === id)!;
    const made = output(id);
    const varied = world.kinds.some(({ parent, variety }) => parent === id && seedsOf(world, variety).length > 0);
    const family = world.kinds.some(({ parent }) => parent === id);
    if (varied || (node.holders === null && (node.kind === "process" || family))) return made;
    if (node.holders === null) return 1 - draw.ownPart.get(id)! * (1 - made);
    const demand = demandOf(world, draw, id);
    if (demand === 0) return 1;
    const own = sharesOf(draw, id, home);
    let x = 0;
    if (seeds.has(id)) {
      const stopped = sharesOf(draw, id, senders);
      x = shortfallOf({ own, stopped, demand, output: made, spare: draw.spare.get(id)!, fungibility: draw.fungibility.get(id)! });
      shortfalls.set(id, x);
    }
    return 1 - Math.min(1, x + Math.max(0, Math.min(own, demand) - made * own) / demand);
  };

  return { output, availability, shortfalls };
}

/** Loss of the home's final output by value; of a final product itself, the shortfall of its users. `null`: not applicable. */
export function lossOf(world: World, draw: Draw, home: ReadonlySet<string>, senders: ReadonlySet<string>, withheld: string): number | null {
  const { output, availability } = replay(world, draw, home, senders, withheld);
  if (productsOf(world).includes(withheld)) return draw.use.get(withheld) === 0 ? null : 1 - availability(withheld);
  let [lost, all] = [0, 0];
  for (const product of productsOf(world)) {
    const value = draw.value.get(product)! * draw.make.get(product)!;
    lost += value * (1 - output(product));
    all += value;
  }
  return all === 0 ? null : lost / all;
}

/** The smallest sets of candidates whose loss exceeds the threshold, by trying every set. */
export function smallestSets(
  candidates: readonly string[],
  loss: (senders: readonly string[]) => number,
  threshold: number,
): readonly (readonly string[])[] {
  const sets = Array.from({ length: 2 ** candidates.length }, (_, bits) => candidates.filter((_, i) => (bits >> i) & 1));
  const enough = sets.filter((set) => loss(set) > threshold);
  const size = Math.min(...enough.map((set) => set.length));
  return enough.filter((set) => set.length === size);
}

/** Greatest and least of a value-weighted mean over every corner of the weights' intervals. */
export function weightCorners(losses: readonly number[], weights: readonly Range[]): { least: number | null; most: number | null } {
  let [least, most]: [number | null, number | null] = [null, null];
  for (let bits = 0; bits < 2 ** losses.length; bits++) {
    const weight = weights.map(({ low, high }, i) => ((bits >> i) & 1 ? high : low));
    const all = weight.reduce((sum, value) => sum + value, 0);
    if (all === 0) continue;
    const mean = weight.reduce((sum, value, i) => sum + value * losses[i]!, 0) / all;
    least = least === null ? mean : Math.min(least, mean);
    most = most === null ? mean : Math.max(most, mean);
  }
  return { least, most };
}
