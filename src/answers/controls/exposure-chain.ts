import { pick } from "../../base/pick.ts";
import type { SupplyMap } from "../../measure/supply/supply-map.ts";
import type { Csr } from "../../measure/supply/topology.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { dealings, type Linked } from "./exposure-links.ts";
import type { ChainLine, Touched } from "./exposure-report.ts";

interface Step {
  readonly technology: number;
  readonly position: ChainLine["position"];
  readonly distance: number;
  readonly via: number;
}

/** The technologies within `depth` steps of touched ones, each where it is nearest, with who deals in them; those without anybody left out. */
export function chainOf(read: ReadModel, touched: readonly Touched[], depth: number): readonly ChainLine[] {
  const { map, organisations } = read;
  const dealers = dealersByTechnology(read);
  return steps(
    map,
    touched.flatMap(({ technology }) => map.indexOf.get(technology) ?? []),
    depth,
  ).flatMap((step) => {
    const { id, name } = map.technologies[step.technology]!;
    const own = dealers.get(id);
    if (own === undefined) return [];
    return {
      technology: id,
      name,
      ...pick(step, "position", "distance"),
      via: map.technologies[step.via]!.id,
      organisations: [...own].map(([organisation, links]) => ({
        organisation,
        name: organisations.get(organisation)?.name ?? organisation,
        economy: organisations.get(organisation)?.economy ?? null,
        links: links.map(({ link }) => link),
      })),
    };
  });
}

function dealersByTechnology(read: ReadModel): ReadonlyMap<string, ReadonlyMap<string, readonly Linked[]>> {
  const found = new Map<string, Map<string, Linked[]>>();
  for (const [organisation, links] of dealings(read)) {
    for (const linked of links) {
      const own = found.get(linked.technology) ?? new Map<string, Linked[]>();
      found.set(linked.technology, own.set(organisation, [...(own.get(organisation) ?? []), linked]));
    }
  }
  return found;
}

/** Breadth first from all touched at once: upwards, then downwards, at each distance. */
function steps(map: SupplyMap, touched: readonly number[], depth: number): readonly Step[] {
  const found = new Map<number, Step>(
    touched.map((technology) => [technology, { technology, position: "at", distance: 0, via: technology }]),
  );
  let [up, down]: [readonly Step[], readonly Step[]] = [[...found.values()], [...found.values()]];
  for (let distance = 1; distance <= depth; distance++) {
    up = outward(up, map.inputs, "up", found);
    down = outward(down, map.users, "down", found);
  }
  return [...found.values()];
}

function outward(from: readonly Step[], { start, target }: Csr, position: "up" | "down", found: Map<number, Step>): readonly Step[] {
  const added: Step[] = [];
  for (const { technology, distance, via } of from) {
    for (let slot = start[technology]!; slot < start[technology + 1]!; slot++) {
      const next = target[slot]!;
      if (found.has(next)) continue;
      const step = { technology: next, position, distance: distance + 1, via };
      found.set(next, step);
      added.push(step);
    }
  }
  return added;
}
