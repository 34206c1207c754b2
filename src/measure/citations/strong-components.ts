import type { CitationGraph } from "./citation-graph.ts";

export interface CitationCycles {
  /** Group of each document, -1 outside cycles. */
  readonly group: Int32Array;
  /** Documents of each group, ascending. */
  readonly groups: readonly (readonly number[])[];
}

/** Strongly connected components of more than one document (Tarjan 1972), iterative. O(documents + citations). */
export function citationCycles({ n, citedStart, cited }: CitationGraph): CitationCycles {
  const group = new Int32Array(n).fill(-1);
  const groups: number[][] = [];
  const met = new Int32Array(n).fill(-1);
  const low = new Int32Array(n);
  const cursor = citedStart.slice(0, n);
  const open = new Uint8Array(n);
  const component = new Int32Array(n);
  const path = new Int32Array(n);
  let components = 0;
  let clock = 0;
  const enter = (i: number, depth: number): void => {
    met[i] = clock;
    low[i] = clock++;
    open[i] = 1;
    component[components++] = i;
    path[depth] = i;
  };
  const close = (i: number): void => {
    const first = component.lastIndexOf(i, components - 1);
    const members = Array.from(component.subarray(first, components)).sort((a, b) => a - b);
    components = first;
    for (const member of members) {
      open[member] = 0;
      if (members.length > 1) group[member] = groups.length;
    }
    if (members.length > 1) groups.push(members);
  };
  for (let root = 0; root < n; root++) {
    if (met[root] !== -1) continue;
    let depth = 0;
    enter(root, depth);
    while (depth >= 0) {
      const i = path[depth]!;
      if (cursor[i]! < citedStart[i + 1]!) {
        const next = cited[cursor[i]!++]!;
        if (met[next] === -1) enter(next, ++depth);
        else if (open[next] === 1) low[i] = Math.min(low[i]!, met[next]!);
        continue;
      }
      if (low[i] === met[i]) close(i);
      depth--;
      if (depth >= 0) low[path[depth]!] = Math.min(low[path[depth]!]!, low[i]!);
    }
  }
  return { group, groups };
}
