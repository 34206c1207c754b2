import type { SupplyModel } from "./model.ts";

/** Tools of a final product, by index. */
export function toolsOfProduct({ map, productRank, productSet, productSets }: SupplyModel, product: number): readonly number[] {
  const rank = productRank[product]!;
  const tools = map.technologies.filter(({ mode, index }) => mode === "capital" && productRank[index]! < 0);
  return tools.flatMap(({ index }) => (productSets[productSet[index]!]!.includes(rank) ? [index] : []));
}

/** Tools that a run does not visit, of products that it does. */
export function unvisitedTools(model: SupplyModel, technologies: ArrayLike<number>): readonly number[] {
  const visited = new Set(Array.from(technologies));
  const products = model.map.products.filter((product) => visited.has(product));
  return [...new Set(products.flatMap((product) => toolsOfProduct(model, product)))].filter((tool) => !visited.has(tool));
}
