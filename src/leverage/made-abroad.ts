import { keptWith } from "../base/collections.ts";
import type { Row } from "../base/tables.ts";
import { isRunning } from "../measure/supply/making-checks.ts";
import { firmPart } from "./draw/firm-part.ts";
import { type DrawnRange, keyOf } from "./draw/random.ts";
import type { SupplyModel } from "./model.ts";

/**
 * Plants that run outside the seat of their makers, by technology and seat; of materials, parts and gases whose shares go by seat. Tools are left
 * out: what stands abroad needs modules, software and parts of the seat.
 */
const plantsAbroad = keptWith(({ map }: SupplyModel): ReadonlyMap<string, readonly Row<"plant">[]> => {
  const found = new Map<string, Row<"plant">[]>();
  for (const plant of map.rows.plant) {
    const technology = map.technologies[map.indexOf.get(plant.technology) ?? -1];
    const seat = map.economyOf.get(plant.owner);
    if (!technology || seat === undefined || seat === plant.economy || !isRunning(plant)) continue;
    if (technology.mode !== "consumable" || technology.supply === null || technology.supply.basis === "production") continue;
    const key = `${technology.id}|${seat}`;
    found.get(key)?.push(plant) ?? found.set(key, [plant]);
  }
  return found;
});

/** Plants of makers seated in an economy that stand in none of `inside`; none where shares go by place. */
export const plantsOutside = (model: SupplyModel, t: number, seat: string, inside: readonly string[]): readonly Row<"plant">[] =>
  (plantsAbroad(model).get(`${model.map.technologies[t]!.id}|${seat}`) ?? []).filter(({ economy }) => !inside.includes(economy));

/**
 * The part of a supply counted by seat that is made in `inside`: all, or where plants elsewhere are on record, from what firms without such plants
 * make to all.
 */
export interface MadeInside extends DrawnRange {
  readonly basis?: "unknown";
  readonly source?: string | null;
}

export function madeInside(model: SupplyModel, t: number, seat: string, inside: readonly string[]): MadeInside {
  const plants = plantsOutside(model, t, seat, inside);
  if (plants.length === 0) return { low: 1, high: 1, key: 0 };
  const owners = [...new Set(plants.map(({ owner }) => owner))];
  const most = owners.reduce((sum, owner) => sum + (firmPart(model, owner, t)?.high ?? 1), 0);
  const key = keyOf(`${model.map.technologies[t]!.id}|made in ${seat}`);
  return { low: Math.max(0, 1 - most), high: 1, key, basis: "unknown", source: plants[0]!.source };
}
