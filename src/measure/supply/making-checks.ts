import { groupBy, present } from "../../base/collections.ts";
import { counted, percent } from "../../base/format.ts";
import type { Row } from "../../base/tables.ts";
import { doubt, type FactDoubt, type NameOf, surveys } from "./fact-doubt.ts";
import type { SupplyMap } from "./supply-map.ts";

type Plant = Row<"plant">;

export function makingDoubts(map: SupplyMap, plants: readonly Plant[], nameOf: NameOf): readonly FactDoubt[] {
  const made = newestMade(map);
  return [...unmade(map, plants, nameOf), ...overmade(made), ...contraryPlants(made, plants, nameOf)];
}

/** Whether a plant makes something: one without a status does. */
export const isRunning = ({ status }: Plant): boolean => status === null || status === "operating";

/** Economies whose plants make a final product, directly or as a service that it cannot do without, of which no source says what part of any. */
function unmade(map: SupplyMap, plants: readonly Plant[], nameOf: NameOf): readonly FactDoubt[] {
  const productsOf = (technology: string): readonly string[] => {
    const index = map.indexOf.get(technology);
    if (index === undefined) return [];
    if (map.products.includes(index)) return [technology];
    const foundry = map.technologies[index]!.stage === "fabrication" && map.technologies[index]!.mode === "service";
    const users = map.requirements.filter(
      ({ input, user, criticality }) => input === index && criticality === "blocking" && map.products.includes(user),
    );
    return foundry ? users.map(({ user }) => map.technologies[user]!.id) : [];
  };
  const made = new Set(
    map.rows.product_place.flatMap(({ product, economy, role, low, high }) =>
      role === "make" && (low ?? high) !== null ? [`${product} ${economy}`] : [],
    ),
  );
  const byEconomy = new Map<string, Plant[]>();
  for (const plant of plants) {
    const products = productsOf(plant.technology);
    if (isRunning(plant) && products.length > 0 && !products.some((product) => made.has(`${product} ${plant.economy}`)))
      byEconomy.set(plant.economy, [...(byEconomy.get(plant.economy) ?? []), plant]);
  }
  return [...byEconomy].map(([economy, own]) =>
    doubt(
      "making",
      economy,
      `${counted(own.length, "plant")} (${own.map(({ owner, place }) => present(nameOf(owner), place).join(" in ")).join("; ")}), and no figure of what it makes`,
      own,
    ),
  );
}

type Made = Row<"product_place">;

/** What each economy makes of each product, by its newest figure. */
function newestMade({ rows, groups }: SupplyMap): readonly Made[] {
  const newest = new Map<string, Made>();
  for (const row of rows.product_place) {
    if (row.role !== "make" || row.low === null || groups.has(row.economy)) continue;
    const key = `${row.product} ${row.economy}`;
    if ((newest.get(key)?.year ?? 0) <= (row.year ?? 0)) newest.set(key, row);
  }
  return [...newest.values()];
}

/** Products of which economies together make more than all. */
function overmade(made: readonly Made[]): readonly FactDoubt[] {
  return [...groupBy(made, ({ product }) => product)].flatMap(([product, rows]): readonly FactDoubt[] => {
    const least = rows.reduce((sum, { low }) => sum + low!, 0);
    return least > 1 + surveys ? [doubt("making", product, `what economies make of it sums to at least ${percent(least)}`, rows)] : [];
  });
}

/** Plants that run where a figure says that nothing of the kind is made, or whose own figures are the wrong way round. */
function contraryPlants(made: readonly Made[], plants: readonly Plant[], nameOf: NameOf): readonly FactDoubt[] {
  const none = new Map(made.flatMap((row) => (row.high === 0 ? [[`${row.product} ${row.economy}`, row]] : [])));
  return plants.flatMap((plant): readonly FactDoubt[] => {
    const { economy, owner, technology, wafers_low: least, wafers_high: most } = plant;
    if (least !== null && most !== null && least > most)
      return [doubt("making", economy, `a plant of ${nameOf(owner)} makes ${least} to ${most} wafers`, [plant])];
    const row = none.get(`${technology} ${economy}`);
    if (row === undefined || !isRunning(plant)) return [];
    const text = `a plant of ${nameOf(owner)} makes ${technology} there, and a figure says that none is made`;
    return [doubt("making", economy, text, [plant, row])];
  });
}
