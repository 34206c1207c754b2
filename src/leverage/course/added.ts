import { groupBy } from "../../base/collections.ts";
import type { Network } from "./network.ts";
import type { AddedMaking } from "./question.ts";

/** What a target is short of at a position, by step, as parts of its need. */
export interface Short {
  readonly withheld: Float64Array;
  readonly physical: Float64Array;
  /** Of both: what is bought, and not there. */
  readonly imported: Float64Array;
}

/** What the first target makes anew, within a run of the course. */
export interface Added {
  /** Begins a run: all is made in full until told. */
  start(): void;
  /** Keeps what is made at a position, where that is added to the supply of another. */
  keep(at: number, made: Float64Array): void;
  /**
   * Takes what is made anew off what is short at a position from a step on, what is withheld first. More of the same takes the place of what is bought alone: who
   * makes more of something shares the inputs that are there. What takes its place has inputs of its own. Returns what is left of that, by step.
   */
  relieve(at: number, first: number, made: Float64Array, short: Short): Float64Array;
}

export function createAdded(all: readonly AddedMaking[], { position }: Network, steps: number): Added {
  const placed = all
    .map(({ serves, makes, part }) => ({ at: position[serves]!, from: position[makes]!, part }))
    .filter(({ at }) => at >= 0);
  const byPlace = groupBy(placed, ({ at }) => at);
  const kept = new Map(placed.filter(({ at, from }) => from !== at).map(({ from }) => [from, new Float64Array(steps)]));
  const [left, none] = [new Float64Array(steps), new Float64Array(steps)];
  return {
    start() {
      for (const series of kept.values()) series.fill(1);
    },
    keep: (at, made) => kept.get(at)?.set(made.subarray(0, steps)),
    relieve(at, first, made, { withheld, physical, imported }) {
      const lanes = byPlace.get(at);
      if (lanes === undefined) return none;
      left.fill(0);
      for (const { from, part } of lanes) {
        const output = from === at ? made : kept.get(from)!;
        for (let s = first; s < steps; s++) {
          const supply = from === at ? Math.min(imported[s]!, part[s]! * output[s]!) : part[s]! * output[s]!;
          const ofWithheld = Math.min(withheld[s]!, supply);
          const ofRest = Math.min(physical[s]!, supply - ofWithheld);
          withheld[s]! -= ofWithheld;
          physical[s]! -= ofRest;
          imported[s] = Math.max(0, imported[s]! - supply);
          left[s]! += supply - ofWithheld - ofRest;
        }
      }
      return left;
    },
  };
}
