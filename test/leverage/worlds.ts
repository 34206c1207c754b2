import fc from "fast-check";
import type { SupplyRows } from "../../src/measure/supply/supply-map.ts";
import { member, parameter, place, requirement, share, supplyRows, technology, variety } from "../measure/rows.ts";
import { longRun } from "../tiers.ts";
import type { Edge, Holder, Kind, Node, Range, World } from "./oracle.ts";

/** Random small worlds, and the rows that state them. */

export const economies = ["AA", "BB", "CC", "DD"] as const;
export const group = { id: "GG", members: ["AA", "BB"] } as const;

/** Cases of each property: a quarter of what is usual in every run, `LEVERMAP_PROPERTIES` in a long one. */
export const runs = (usual: number): { numRuns: number } => ({ numRuns: longRun ?? Math.ceil(usual / 4) });

const tenth = fc.integer({ min: 0, max: 10 }).map((n) => n / 10);

function range(value: fc.Arbitrary<number>): fc.Arbitrary<Range> {
  return fc.oneof(
    value.map((at) => ({ low: at, high: at })),
    fc.tuple(value, value).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  );
}

const sigmas = fc.constantFrom(0, 1e-6, 0.3, 0.5, 1 - 1e-7, 1, 1 + 1e-7, 1 + 1e-5, 2, 3, 10);

/** Figures for some of the economies whose low ends sum to at most `full`. */
const figures: fc.Arbitrary<ReadonlyMap<string, Range>> = fc
  .tuple(fc.array(fc.tuple(fc.constantFrom(...economies), range(tenth)), { maxLength: 4 }), fc.constantFrom(0.4, 0.8, 1))
  .map(([list, full]) => {
    const unique = new Map(list);
    const total = [...unique.values()].reduce((sum, { low }) => sum + low, 0);
    const scale = total > full ? full / total : 1;
    return new Map([...unique].map(([economy, { low, high }]) => [economy, { low: low * scale, high: Math.min(1, high * scale) }]));
  });

const holders: fc.Arbitrary<readonly Holder[] | null> = fc
  .tuple(figures, fc.array(fc.tuple(fc.constantFrom(...economies), fc.boolean()), { maxLength: 2 }))
  .map(([known, blanks]) => {
    if (![...known.values()].some(({ high }) => high > 0)) return null;
    const unnamed = new Map(blanks.filter(([economy]) => !known.has(economy)));
    return [
      ...[...known].map(([economy, figure]) => ({ economy, figure, negligible: false })),
      ...[...unnamed].map(([economy, negligible]) => ({ economy, figure: null, negligible })),
    ];
  });

const node = (kind: Node["kind"], id: string): fc.Arbitrary<Node> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constant(kind),
    holders,
    spare: range(tenth),
    fungibility: range(tenth),
    sigma: range(sigmas),
  });

const criticalities = fc.constantFrom<Edge["criticality"]>("blocking", "degrading", "marginal", "unknown");

type Link = "none" | "requires" | "variety";

const link = fc.record({
  link: fc.constantFrom<Link>("none", "none", "requires", "requires", "variety"),
  criticality: criticalities,
  delta: range(tenth),
  weight: fc.option(range(tenth)),
});

/** Weights of one family made so that some point of their intervals sums to 1. */
function feasible(weights: readonly (Range | null)[]): readonly (Range | null)[] {
  const open = weights.some((weight) => weight === null);
  const low = weights.reduce((sum, weight) => sum + (weight?.low ?? 0), 0);
  const high = weights.reduce((sum, weight) => sum + (weight?.high ?? 0), 0);
  if (low <= 1 && (open || high >= 1)) return weights;
  if (open || low > 1)
    return weights.map((weight) => weight && { low: low > 1 ? weight.low / low : weight.low, high: Math.max(weight.high, weight.low) });
  return weights.map(() => null);
}

/** Three to six technologies in order, each resting on earlier ones, the last one or two of them final products. */
export const worlds: fc.Arbitrary<World> = fc
  .tuple(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 1, max: 2 }))
  .chain(([inputs, products]) => {
    const size = inputs + products;
    const nodes = Array.from({ length: size }, (_, i) =>
      i < inputs
        ? fc.constantFrom<Node["kind"]>("material", "tool", "process").chain((kind) => node(kind, `t${i}`))
        : node("product", `p${i}`).map((made): Node => ({ ...made, holders: made.holders })),
    );
    return fc.tuple(
      fc.tuple(...nodes),
      fc.array(link, { minLength: size * size, maxLength: size * size }),
      fc.array(figures, { minLength: products, maxLength: products }),
      fc.array(figures, { minLength: products, maxLength: products }),
      fc.array(range(tenth.map((value) => 1 + 10 * value)), { minLength: products, maxLength: products }),
    );
  })
  .map(([nodes, links, making, using, values]) => {
    const edges: Edge[] = [];
    const kinds: Kind[] = [];
    nodes.forEach((user, u) => {
      for (let i = 0; i < u; i++) {
        const { link: relation, criticality, delta, weight } = links[u * nodes.length + i]!;
        const input = nodes[i]!.id;
        if (nodes[i]!.kind === "product") continue;
        if (relation === "requires") edges.push({ user: user.id, input, criticality, delta: deltaOf(criticality, delta) });
        if (relation === "variety" && user.kind !== "product") kinds.push({ parent: user.id, variety: input, weight });
      }
    });
    const products = nodes.filter(({ kind }) => kind === "product");
    return {
      nodes,
      edges,
      kinds: balanced(kinds),
      make: new Map(products.map(({ id }, i) => [id, making[i]!])),
      use: new Map(products.map(({ id }, i) => [id, using[i]!])),
      value: new Map(products.map(({ id }, i) => [id, values[i]!])),
    };
  });

function deltaOf(criticality: Edge["criticality"], delta: Range): Range {
  if (criticality === "degrading") return delta;
  return criticality === "unknown" ? { low: 0, high: 1 } : { low: 0, high: 0 };
}

function balanced(kinds: readonly Kind[]): readonly Kind[] {
  const parents = [...new Set(kinds.map(({ parent }) => parent))];
  return parents.flatMap((parent) => {
    const own = kinds.filter((kind) => kind.parent === parent);
    const weights = feasible(own.map(({ weight }) => weight));
    return own.map((kind, i) => ({ ...kind, weight: weights[i]! }));
  });
}

const both = ({ low, high }: Range): readonly [number, number] => [low, high];

/** The rows that state a world. */
export function rowsOf(world: World, more: Partial<SupplyRows> = {}): SupplyRows {
  return supplyRows({
    technology: world.nodes.map(({ id, kind }) => technology(id, { kind, stage: kind === "product" ? "products" : null })),
    share: world.nodes.flatMap(({ id, holders: list }) =>
      (list ?? []).map(({ economy, figure, negligible }) =>
        figure
          ? share(id, economy, both(figure))
          : negligible
            ? share(id, economy, [0, 0.02], { flag: "negligible" })
            : share(id, economy, null, { flag: "blank" }),
      ),
    ),
    requirement: world.edges.map(({ user, input, criticality, delta }) =>
      requirement(user, input, criticality, criticality === "degrading" ? { delta_low: delta.low, delta_high: delta.high } : {}),
    ),
    variety: world.kinds.map(({ parent, variety: id, weight }) => variety(parent, id, weight && both(weight))),
    parameter: [
      ...world.nodes.flatMap(({ id, spare, fungibility, sigma }) => [
        parameter(id, "spare", both(spare)),
        parameter(id, "fungibility", both(fungibility)),
        parameter(id, "substitution", both(sigma)),
      ]),
      ...[...world.value].map(([id, value]) => parameter(id, "market-size", both(value))),
    ],
    product_place: (["make", "use"] as const).flatMap((role) =>
      [...world[role]].flatMap(([id, parts]) => [...parts].map(([economy, figure]) => place(id, economy, role, both(figure)))),
    ),
    group_member: group.members.map((economy) => member(group.id, economy)),
    ...more,
  });
}
