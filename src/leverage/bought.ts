import { keptWith } from "../base/collections.ts";
import type { SupplyModel } from "./model.ts";

/** What a designer without plants buys for its chips: services, designs, and chips that go into the package. */
export function isBoughtByDesigners({ map }: SupplyModel, edge: number): boolean {
  const { mode, kind } = map.technologies[map.requirements[edge]!.input]!;
  return mode === "service" || kind === "product";
}

/** `technology * products + product`: bought for it by designers themselves. */
export const boughtByDesigners = keptWith((model: SupplyModel): ReadonlySet<number> => {
  const { map, productRank } = model;
  const found = map.requirements.flatMap(({ input, user }, edge) =>
    productRank[user]! >= 0 && isBoughtByDesigners(model, edge) ? [input * map.products.length + productRank[user]!] : [],
  );
  return new Set(found);
});
