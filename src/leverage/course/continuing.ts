import { tightEpsilon } from "../../base/numbers.ts";
import type { Inputs } from "../draw/inputs.ts";
import type { SupplyModel } from "../model.ts";
import type { Flow } from "./flows.ts";
import type { CourseTarget } from "./parties.ts";
import type { SupplyCells } from "./supply-cells.ts";

interface Setting {
  readonly model: SupplyModel;
  readonly targets: readonly CourseTarget[];
  readonly flows: readonly Flow[];
  readonly supply: Pick<SupplyCells, "own" | "third" | "held" | "fromTarget">;
  readonly steps: number;
  /** The target that owns an economy (-1: unnamed holders), or -1. */
  ownerOf(economy: number): number;
}

/** Supply of technologies that nothing stops: of third parties, and from other targets while they make it. */
export function createContinuing({ model, targets, flows, supply, steps, ownerOf }: Setting) {
  const [K, F] = [targets.length, flows.length];
  const outside = new Float64Array(K);
  /** By slot of a flow, the last for unnamed holders: its owner. By target: 1 where it imports from there as shares tell. */
  const owners = flows.map(({ first, slots }) =>
    Int16Array.from({ length: slots + 1 }, (_, i) => ownerOf(i < slots ? model.shareEconomy[first + i]! : -1)),
  );
  const imported = flows.map(({ first, slots, origins }) =>
    targets.map(({ own, ownsRest }, k) =>
      Uint8Array.from({ length: slots + 1 }, (_, i) => {
        const isOwn = i < slots ? own[model.shareEconomy[first + i]!] === 1 : ownsRest;
        return isOwn || origins[k] ? 0 : 1;
      }),
    ),
  );
  const cell = (k: number, j: number, f: number): number => ((k * K + j) * F + f) * steps;

  /** Adds a holder's share: to third parties', or to what its owner holds and others buy there. */
  const add = (f: number, i: number, share: number): void => {
    const j = owners[f]![i]!;
    if (j < 0) {
      for (let k = 0; k < K; k++) supply.third[(k * F + f) * steps]! += share;
      return;
    }
    for (let k = 0; k < K; k++) {
      supply.held[cell(k, j, f)]! += share;
      if (imported[f]![k]![i]) supply.fromTarget[cell(k, j, f)]! += share * outside[k]!;
    }
  };

  return {
    /** Reads a flow, after the targets' own parts. */
    read(f: number, { share, rest }: Inputs): void {
      const { t, first, slots, origins } = flows[f]!;
      for (let k = 0; k < K; k++) {
        const own = supply.own[k * F + f]!;
        outside[k] = 1 - own > tightEpsilon ? 1 / (1 - own) : 0;
        supply.third[(k * F + f) * steps] = 0;
        for (let j = 0; j < K; j++) supply.fromTarget[cell(k, j, f)] = supply.held[cell(k, j, f)] = 0;
      }
      add(f, slots, rest[t]!);
      for (let i = 0; i < slots; i++) add(f, i, share[first + i]!);
      for (let k = 0; k < K; k++)
        for (const { economy, part } of origins[k] ?? [])
          if (economy >= 0 && ownerOf(economy) >= 0) supply.fromTarget[cell(k, ownerOf(economy), f)]! += part;
    },
  };
}
