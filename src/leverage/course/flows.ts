import { membersOf } from "../members.ts";
import type { SupplyModel } from "../model.ts";
import type { Network } from "./network.ts";
import type { CourseTarget } from "./parties.ts";
import type { Stop } from "./stop.ts";

/** A technology whose imports can fall short, with what does not change between runs. */
export interface Flow {
  readonly t: number;
  readonly at: number;
  /** Its model shares: `first .. first + slots`. */
  readonly first: number;
  readonly slots: number;
  /** Stops by target. */
  readonly hits: readonly (readonly NumberedStop[])[];
  readonly stopped: boolean;
  /** By target: import origins by trade data, own economies excluded. */
  readonly origins: readonly (readonly Origin[] | null)[];
}

/** A stop with its index in the course. */
export interface NumberedStop {
  readonly stop: Stop;
  readonly index: number;
}

export interface Origin {
  /** -1: not in the model. */
  readonly economy: number;
  /** Slot in the share row, -1: not in the row. */
  readonly slot: number;
  readonly part: number;
  readonly senders: readonly number[];
}

/** Stopped technologies and, with several targets, all others with suppliers. */
export function compileFlows(
  model: SupplyModel,
  network: Network,
  targets: readonly CourseTarget[],
  senders: readonly string[],
  stops: readonly Stop[],
): readonly Flow[] {
  const stopsAt = new Map<number, NumberedStop[]>();
  stops.forEach((stop, index) => {
    const at = network.position[stop.technology]!;
    stopsAt.get(at)?.push({ stop, index }) ?? stopsAt.set(at, [{ stop, index }]);
  });
  const coupled = (t: number): boolean => targets.length > 1 && model.map.technologies[t]!.supply !== null && !model.inHouse[t];
  return [...network.nodes.keys()]
    .filter((at) => stopsAt.has(at) || coupled(network.nodes[at]!))
    .map((at) => {
      const t = network.nodes[at]!;
      const first = model.shareStart[t]!;
      const here = stopsAt.get(at) ?? [];
      return {
        t,
        at,
        first,
        slots: model.shareStart[t + 1]! - first,
        hits: targets.map((_, k) => here.filter(({ stop }) => stop.targets.includes(k))),
        stopped: here.length > 0,
        origins: targets.map((target) => importOrigins(model, target, senders, t)),
      };
    });
}

/** Import origins of a target by trade data, own economies excluded; `null` without trade data. */
export function importOrigins(
  model: SupplyModel,
  { code, imports }: CourseTarget,
  senders: readonly string[],
  t: number,
): readonly Origin[] | null {
  const found = imports.get(t);
  if (!found) return null;
  const home = membersOf(model, code);
  const row = model.shareEconomy.slice(model.shareStart[t]!, model.shareStart[t + 1]!);
  const abroad = [...found].filter(([origin]) => !home.includes(origin));
  const all = abroad.reduce((sum, [, part]) => sum + part, 0);
  const own = [...found].reduce((sum, [, part]) => sum + part, 0) - all;
  return abroad.map(([origin, part]) => {
    const economy = model.economyIndex.get(origin) ?? -1;
    const slot = economy < 0 ? -1 : row.indexOf(economy);
    const owners = [...senders.keys()].filter((a) => membersOf(model, senders[a]!).includes(origin));
    return { economy, slot, part: own > 0 && own < 1 ? part / (1 - own) : part, senders: owners };
  });
}
