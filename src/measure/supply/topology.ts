import { LevermapError } from "../../base/errors.ts";

/** Directed edges in compressed sparse rows: the targets of node `i` are `target[start[i] .. start[i+1])`. */
export interface Csr {
  readonly start: Int32Array;
  readonly target: Int32Array;
  /** Original edge index of each slot. */
  readonly edge: Int32Array;
}

/** Groups edges by `from`, stable. O(nodes + edges). */
export function toCsr(nodes: number, from: ArrayLike<number>, to: ArrayLike<number>): Csr {
  const start = new Int32Array(nodes + 1);
  for (let e = 0; e < from.length; e++) start[(from[e] as number) + 1]!++;
  for (let i = 0; i < nodes; i++) start[i + 1]! += start[i]!;
  const cursor = start.slice();
  const target = new Int32Array(from.length);
  const edge = new Int32Array(from.length);
  for (let e = 0; e < from.length; e++) {
    const slot = cursor[from[e] as number]!++;
    target[slot] = to[e] as number;
    edge[slot] = e;
  }
  return { start, target, edge };
}

/** Level of every node: 0 without inputs, else one above its deepest input. Throws LM_ATLAS_INVALID naming a cycle. O(nodes + edges). */
export function levels(users: Csr, inputs: Csr, names: readonly string[]): Int32Array {
  const nodes = users.start.length - 1;
  const open = new Int32Array(nodes);
  const level = new Int32Array(nodes);
  const queue: number[] = [];
  for (let i = 0; i < nodes; i++) {
    open[i] = inputs.start[i + 1]! - inputs.start[i]!;
    if (open[i] === 0) queue.push(i);
  }
  let head = 0;
  for (; head < queue.length; head++) {
    const i = queue[head]!;
    for (let slot = users.start[i]!; slot < users.start[i + 1]!; slot++) {
      const user = users.target[slot]!;
      level[user] = Math.max(level[user]!, level[i]! + 1);
      if (--open[user]! === 0) queue.push(user);
    }
  }
  if (head < nodes) throw cycleError(open, inputs, names);
  return level;
}

function cycleError(open: Int32Array, inputs: Csr, names: readonly string[]): LevermapError {
  const path: number[] = [];
  let node = open.findIndex((count) => count > 0);
  while (!path.includes(node)) {
    path.push(node);
    const slots = Array.from(inputs.target.subarray(inputs.start[node]!, inputs.start[node + 1]!));
    node = slots.find((input) => open[input]! > 0)!;
  }
  const cycle = [...path.slice(path.indexOf(node)), node].reverse().map((i) => names[i]!);
  return new LevermapError("LM_ATLAS_INVALID", `The requirements form a cycle: ${cycle.join(" -> ")}`, { cycle });
}

/** Technologies that `t` depends on (`up`) or that depend on `t` (`down`), nearest first. O(edges reached). */
export function closure(map: Readonly<Record<"inputs" | "users", Csr>>, t: number, direction: "up" | "down"): readonly number[] {
  const csr = direction === "up" ? map.inputs : map.users;
  const seen = new Set([t]);
  const queue = [t];
  for (let head = 0; head < queue.length; head++) {
    const node = queue[head]!;
    for (let slot = csr.start[node]!; slot < csr.start[node + 1]!; slot++) {
      const next = csr.target[slot]!;
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(next);
    }
  }
  return queue.slice(1);
}
