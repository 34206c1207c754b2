import type { SupplyModel } from "../model.ts";
import type { Network } from "./network.ts";
import type { Steps } from "./steps.ts";

/**
 * Availability of inputs as their users feel it, a time in process later. States have a column for each position, then one for each
 * position and lag: the mean availability over the step, as long before.
 */
export interface ProcessLag {
  readonly columns: number;
  /** By requirement of the network: the column of its input. */
  readonly source: Int32Array;
  /** Sets the delayed columns of a position; `states[step][target * columns + column]`. */
  delay(at: number, states: readonly Float64Array[]): void;
}

/** Compiles the lags of a network. A lag costs O(steps) for each target. */
export function createProcessLag({ processTime }: SupplyModel, network: Network, steps: Steps, targets: number): ProcessLag {
  const N = network.nodes.length;
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
    delay(at, states) {
      for (const { column, windows } of delayed[at]!)
        for (let k = 0; k < targets; k++) {
          const base = k * columns;
          for (let s = 0; s < windows.length; s++) {
            const { first, weights } = windows[s]!;
            let lack = 0;
            for (let j = 0; j < weights.length; j++) lack += weights[j]! * (1 - states[first + j]![base + at]!);
            states[s]![base + column] = Math.max(0, 1 - lack);
          }
        }
    },
  };
}

interface Delayed {
  readonly column: number;
  readonly windows: readonly Window[];
}

/** Steps that a step shifted back by a lag overlaps, with their parts of it; what lies before month 0 has no part. */
interface Window {
  readonly first: number;
  readonly weights: Float64Array;
}

function windowsOf(lag: number, { from, width }: Steps): readonly Window[] {
  return Array.from(from, (start, s) => {
    const [begin, end] = [start - lag, start - lag + width[s]!];
    const parts = Array.from(from, (month, j) => Math.max(0, Math.min(end, month + width[j]!) - Math.max(begin, month)) / width[s]!);
    const first = Math.max(
      0,
      parts.findIndex((part) => part > 0),
    );
    return { first, weights: Float64Array.from(parts.slice(first).filter((part) => part > 0)) };
  });
}
