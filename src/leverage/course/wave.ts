import type { Network } from "./network.ts";
import type { Stop } from "./stop.ts";
import type { Supply } from "./supply.ts";

/** Propagates a change of senders through the network as far as anything changes. Not shared between threads. */
export function createWave(network: Network, { nodes, flow }: Supply, stops: readonly Stop[]) {
  const count = network.nodes.length;
  const users = usersOf(network);
  const flowsOf = flowsBySender(network, flow, stops);
  const waiting = new Uint8Array(count);
  return {
    /**
     * Calls `read` for flows of changed senders, then `visit` for their positions and dependants in order; `visit` returns whether anything
     * changed.
     */
    run(senders: readonly number[], read: (f: number) => void, visit: (at: number) => boolean): void {
      let first = count;
      for (const sender of senders) {
        for (const f of flowsOf.get(sender) ?? []) {
          const at = nodes[f]!;
          if (waiting[at]) continue;
          waiting[at] = 1;
          if (at < first) first = at;
          read(f);
        }
      }
      for (let at = first; at < count; at++) {
        if (!waiting[at]) continue;
        waiting[at] = 0;
        if (!visit(at)) continue;
        for (let i = users.start[at]!; i < users.start[at + 1]!; i++) waiting[users.at[i]!] = 1;
      }
    },
  };
}

function flowsBySender({ position }: Network, flow: Int32Array, stops: readonly Stop[]): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const { technology, parts } of stops) {
    const f = flow[position[technology]!]!;
    for (const { sender } of parts) found.get(sender)?.add(f) ?? found.set(sender, new Set([f]));
  }
  return found;
}

function usersOf({ nodes, start, source, familyStart, familySource }: Network): { start: Int32Array; at: Int32Array } {
  const counts = new Int32Array(nodes.length + 1);
  for (const from of [source, familySource]) for (const at of from) counts[at + 1]!++;
  for (let at = 0; at < nodes.length; at++) counts[at + 1]! += counts[at]!;
  const [next, users] = [counts.slice(), new Int32Array(source.length + familySource.length)];
  const fill = (starts: Int32Array, from: Int32Array): void => {
    for (let at = 0; at < nodes.length; at++)
      for (let i = starts[at]!; i < starts[at + 1]!; i++) {
        users[next[from[i]!]!] = at;
        next[from[i]!]!++;
      }
  };
  fill(start, source);
  fill(familyStart, familySource);
  return { start: counts, at: users };
}
