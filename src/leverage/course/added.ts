import { groupBy } from "../../base/collections.ts";
import type { Network } from "./network.ts";
import type { AddedMaking } from "./question.ts";

/** What the first target makes anew, within a run of the course. */
export interface Added {
  /** Begins a run: all is made in full until told. */
  start(): void;
  /** Keeps what is made at a position, where that is added to the supply of another. */
  keep(at: number, made: Float64Array): void;
  /** Takes what is made anew off what is short at a position from a step on, what is withheld first. */
  relieve(at: number, first: number, made: Float64Array, withheld: Float64Array, physical: Float64Array): void;
}

export function createAdded(all: readonly AddedMaking[], { position }: Network, steps: number): Added {
  const placed = all
    .map(({ serves, makes, part }) => ({ at: position[serves]!, from: position[makes]!, part }))
    .filter(({ at }) => at >= 0);
  const byPlace = groupBy(placed, ({ at }) => at);
  const kept = new Map(placed.filter(({ at, from }) => from !== at).map(({ from }) => [from, new Float64Array(steps)]));
  return {
    start() {
      for (const series of kept.values()) series.fill(1);
    },
    keep: (at, made) => kept.get(at)?.set(made.subarray(0, steps)),
    relieve(at, first, made, withheld, physical) {
      for (const { from, part } of byPlace.get(at) ?? []) {
        const output = from === at ? made : kept.get(from)!;
        for (let s = first; s < steps; s++) {
          const supply = part[s]! * output[s]!;
          const taken = Math.min(withheld[s]!, supply);
          withheld[s]! -= taken;
          physical[s] = Math.max(0, physical[s]! - (supply - taken));
        }
      }
    },
  };
}
