import { kept, keptWith } from "../../base/collections.ts";
import type { SupplyModel } from "../model.ts";
import type { Availability } from "./compose.ts";
import type { Network } from "./network.ts";
import type { Steps } from "./steps.ts";

/**
 * Availability of inputs as their users feel it, a time in process later. After the columns told at once, a state has one for each of them and
 * each lag: the mean availability over the step, as long before.
 */
export interface ProcessLag {
  readonly columns: number;
  /** By list of inputs: the column of each as it is felt. */
  readonly sources: readonly Int32Array[];
  /** Sets the delayed columns of a column for a target. */
  delay(at: number, k: number, has: Availability): void;
}

/** Inputs by column, and the requirement that each is of. */
type Felt = Pick<Network, "source" | "requirement">;

/**
 * Compiles the lags of lists of inputs. A lag costs O(steps) for each target.
 * @param told columns told at once
 */
export function createProcessLag(model: SupplyModel, told: number, lists: readonly Felt[], steps: Steps, targets: number): ProcessLag {
  const S = steps.width.length;
  const byColumn = Array.from({ length: told }, () => new Map<number, Delayed>());
  let columns = told;
  const feltAt = (at: number, requirement: number): number => {
    const months = model.processTime[requirement]!;
    if (months === 0) return at;
    const known = byColumn[at]!.get(months);
    if (known) return known.column;
    byColumn[at]!.set(months, { column: columns, windows: windowsBy(steps)(months) });
    return columns++;
  };
  const sources = lists.map(({ source, requirement }) => source.map((at, i) => feltAt(at, requirement[i]!)));
  const delayed = byColumn.map((lags) => [...lags.values()]);
  return {
    columns,
    sources,
    delay(at, k, { state, since }) {
      const now = at * targets + k;
      for (const { column, windows } of delayed[at]!) {
        const felt = column * targets + k;
        const from = Math.min(since[now]!, since[felt]!);
        since[felt] = S;
        for (let s = S - 1; s >= from; s--) {
          const shift = now * S + windows.first[s]! - windows.start[s]!;
          let lack = 0;
          for (let j = windows.start[s]!; j < windows.start[s + 1]!; j++) lack += windows.weight[j]! * (1 - state[shift + j]!);
          state[felt * S + s] = Math.max(0, 1 - lack);
          if (state[felt * S + s] !== 1) since[felt] = s;
        }
      }
    },
  };
}

interface Delayed {
  readonly column: number;
  readonly windows: Windows;
}

/** By step: the steps that it overlaps when shifted back by a lag, from `first`, with their parts of it; what lies before month 0 has none. */
interface Windows {
  readonly first: Int32Array;
  readonly start: Int32Array;
  readonly weight: Float64Array;
}

/** By steps and lag, which many requirements share. */
const windowsBy = keptWith((steps: Steps) => kept((lag: number) => windowsOf(lag, steps)));

function windowsOf(lag: number, { from, width }: Steps): Windows {
  const start = new Int32Array(from.length + 1);
  const weight: number[] = [];
  const first = Int32Array.from(from, (month, s) => {
    const [begin, end] = [month - lag, month - lag + width[s]!];
    const parts = Array.from(from, (each, j) => Math.max(0, Math.min(end, each + width[j]!) - Math.max(begin, each)) / width[s]!);
    start[s + 1] = weight.push(...parts.filter((part) => part > 0));
    return Math.max(
      0,
      parts.findIndex((part) => part > 0),
    );
  });
  return { first, start, weight: Float64Array.from(weight) };
}
