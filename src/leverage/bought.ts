import { keptWith } from "../base/collections.ts";
import type { SupplyModel } from "./model.ts";

/** What a designer without plants buys for its chips: services, designs, and chips that go into the package. */
export function isBoughtByDesigners({ map }: SupplyModel, edge: number): boolean {
  const { mode, kind } = map.technologies[map.requirements[edge]!.input]!;
  return mode === "service" || kind === "product";
}

/** `technology * products + product`: 1 where bought for it by designers themselves. */
export const boughtByDesigners = keptWith((model: SupplyModel): Uint8Array => {
  const { map, productRank } = model;
  const found = new Uint8Array(map.technologies.length * map.products.length);
  map.requirements.forEach(({ input, user }, edge) => {
    if (productRank[user]! >= 0 && isBoughtByDesigners(model, edge)) found[input * map.products.length + productRank[user]!] = 1;
  });
  return found;
});
