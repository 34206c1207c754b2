import type { SupplyModel } from "../../../leverage/model.ts";
import {
  type CapacityHolder,
  type CapacityLoss,
  repairOf,
  type Scenario,
  type Withheld,
  worldCode,
} from "../../../leverage/scenario/scenario.ts";
import { damageOf } from "./plant.ts";
import { classOf, type Party, type Shock } from "./shock.ts";

/**
 * An event as a scenario: outsiders fill in, service is not withheld. `null` if the map knows no sender, target or technology.
 */
export function shockScenario(model: SupplyModel, shock: Shock): Scenario | null {
  const technologies = shock.technologies.flatMap((id) => model.map.indexOf.get(id) ?? []);
  if (technologies.length === 0) return null;
  const measures = shock.kind === "outage" ? lossesOf(model, shock, technologies) : actsOf(shock, technologies);
  return measures.length === 0 ? null : { outsiders: "backfilling", measures };
}

function actsOf(shock: Shock, technologies: readonly number[]): readonly Withheld[] {
  const codesOf = (parties: readonly Party[]): readonly string[] => [...new Set(parties.flatMap(({ id }) => id ?? []))];
  const [senders, targets] = [codesOf(shock.senders.filter(({ kind }) => kind !== "world")), codesOf(shock.targets)];
  if (senders.length === 0 || targets.length === 0) return [];
  const common = { class: classOf(shock.kind)!, from: shock.from, until: null, reachOnly: false };
  const items = technologies.map((technology) => ({ technology, ...common }));
  const as = { id: shock.id, reach: true, service: false, announced: shock.announced, leakage: null, easing: [] };
  return [{ kind: "withhold", senders, targets, items, ...as }];
}

function lossesOf({ map }: SupplyModel, shock: Shock, technologies: readonly number[]): readonly CapacityLoss[] {
  const { lost, repair } = damageOf(shock);
  const { cause, from } = shock;
  const recovery = repairOf(map, shock, repair === null ? undefined : [repair.low, repair.high]);
  const common = {
    kind: "capacity",
    technologies,
    lost: [lost.low, lost.high],
    cause,
    ...recovery,
    spoiled: null,
    apart: [],
    from,
  } as const;
  return shock.senders.flatMap((party) => {
    const holder = holderOf(party);
    return holder ? [{ ...common, holder }] : [];
  });
}

/** Who owned the lost capacity; `null` unknown. A plant of an unknown owner is a part of its economy's, of which nothing more is known. */
function holderOf({ kind, id, name, seat }: Party): CapacityHolder | null {
  if (id === worldCode) return null;
  if (id === null) return seat === null ? null : { kind: "plant", id: name, economy: seat, organisation: name };
  if (kind === "economy" || kind === "group") return { kind: "economy", id, economy: id, organisation: null };
  if (seat === null) return null;
  return kind === "plant"
    ? { kind, id: name, economy: seat, organisation: id }
    : { kind: "organisation", id, economy: seat, organisation: id };
}
