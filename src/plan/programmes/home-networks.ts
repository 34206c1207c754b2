import { corners } from "../../leverage/ends.ts";
import { type HomeSales, saleNeed, supplierTarget } from "../../leverage/home-sales.ts";
import type { SupplyModel } from "../../leverage/model.ts";
import type { Target } from "../../leverage/target.ts";
import { homeNetwork } from "../joint/home-network.ts";
import type { SupplyNode } from "../joint/joint-problem.ts";
import type { SoldNode } from "./bet-facts.ts";

/** What a home sells, and the supply network that each sale stands on: one for all final products, one for each other sale. */
export interface HomeNetwork {
  readonly target: Target;
  readonly nodes: readonly SupplyNode[];
  readonly sales: readonly SoldNode[];
  /** Whether what is sold are final products. */
  readonly isFinal: boolean;
  /** Id of a technology's node. */
  readonly nameOf: (t: number) => string;
  /** Technologies that have a node. */
  readonly has: ReadonlySet<number>;
  /** The home's own need of a technology, as a part of world use, 0..1. */
  readonly need: (t: number) => number;
}

const [, middle] = corners;

/**
 * Networks of a home, each cut to what its sales stand on. A variety that is sold as part of a family counts with the family alone.
 *
 * @param with further technologies whose inputs a network should hold, by what is sold: what may take the place of what it stands on
 */
export function homeNetworks(model: SupplyModel, home: HomeSales, further: readonly number[]): readonly HomeNetwork[] {
  const { map } = model;
  const sales = countedOnce(model, home.sales);
  const products = sales.filter(({ technology }) => model.productRank[technology]! >= 0);
  const others = sales.filter(({ technology }) => model.productRank[technology]! < 0);
  const base: HomeNetwork[] =
    products.length === 0
      ? []
      : [networkOf(model, home.target, products, "", further, (t) => partOfPlace(model, home, products) * home.target.demand[1][t]!)];
  return [
    ...base,
    ...others.map((sale) => {
      const [, own] = saleNeed(model, sale.technology, home.supplies);
      return networkOf(
        model,
        supplierTarget(model, home, sale),
        [sale],
        `${map.technologies[sale.technology]!.id}>`,
        further,
        (t) => own[t]!,
      );
    }),
  ];
}

/** Part of the products made at its place that a home makes itself: all of it for an economy. */
function partOfPlace(model: SupplyModel, { target }: HomeSales, products: HomeSales["sales"]): number {
  const [sold, made] = products.reduce(
    ([own, all], { technology, usd }) => [own + usd[1], all + target.weight[1][model.productRank[technology]!]! * 1000],
    [0, 0],
  );
  return made > 0 ? Math.min(1, sold / made) : 1;
}

/** Sales without those of varieties that a sold family holds. */
export function countedOnce(model: SupplyModel, sales: HomeSales["sales"]): HomeSales["sales"] {
  const parents = new Map(model.map.varieties.map(({ variety, parent }) => [variety, parent]));
  const sold = new Set(sales.map(({ technology }) => technology));
  const isWithin = (t: number): boolean => {
    for (let above = parents.get(t); above !== undefined; above = parents.get(above)) if (sold.has(above)) return true;
    return false;
  };
  return sales.filter(({ technology }) => !isWithin(technology));
}

function networkOf(
  model: SupplyModel,
  target: Target,
  sales: HomeSales["sales"],
  prefix: string,
  further: readonly number[],
  need: (t: number) => number,
): HomeNetwork {
  const { technologies, indexOf } = model.map;
  const nameOf = (t: number): string => prefix + technologies[t]!.id;
  const all = homeNetwork(model, target, middle, nameOf);
  const has = upstream(all, sales.map(({ technology }) => technology).concat(further), (id) => indexOf.get(id.slice(prefix.length))!);
  return {
    target,
    nameOf,
    has,
    need,
    isFinal: prefix === "",
    nodes: all.filter((_, t) => has.has(t)),
    sales: sales.map(({ technology, usd }) => ({ node: nameOf(technology), technology: technologies[technology]!.id, usd })),
  };
}

/** What some technologies stand on, themselves among it. */
function upstream(nodes: readonly SupplyNode[], roots: readonly number[], indexOf: (id: string) => number): ReadonlySet<number> {
  const found = new Set(roots);
  for (const t of found) {
    const { blocking, degrading, family } = nodes[t]!;
    const inputs = [...blocking, ...degrading.map(({ node }) => node), ...(family?.varieties ?? []).map(({ node }) => node)];
    for (const id of inputs) found.add(indexOf(id));
  }
  return found;
}
