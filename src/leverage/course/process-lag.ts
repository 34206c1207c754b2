import type { SupplyModel } from "../model.ts";
import type { Availability } from "./compose.ts";
import type { Network } from "./network.ts";
import type { Steps } from "./steps.ts";

/**
 * Availability of inputs as their users feel it, a time in process later. A state has a column for each position, then one for each
 * position and lag: the mean availability over the step, as long before.
 */
export interface ProcessLag {
  readonly columns: number;
  /** By requirement of the network: the column of its input. */
  readonly source: Int32Array;
  /** Sets the delayed columns of a position for a target. */
  delay(at: number, k: number, has: Availability): void;
}

/** Compiles the lags of a network. A lag costs O(steps) for each target. */
export function createProcessLag({ processTime }: SupplyModel, network: Network, steps: Steps, targets: number): ProcessLag {
  const [N, S] = [network.nodes.length, steps.width.length];
  const byPosition = Array.from({ length: N }, () => new Map<number, Delayed>());
  let columns = N;
  const source = network.source.map((at, i) => {
    const months = processTime[network.requirement[i]!]!;
    if (months === 0) return at;
    const known = byPosition[at]!.get(months);
    if (known) return known.column;
    byPosition[at]!.set(months, { column: columns, windows: windowsOf(months, steps) });
    return columns++;
  });
  const delayed = byPosition.map((lags) => [...lags.values()]);
  return {
    columns,
    source,
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
