import type { CitationGraph } from "./citation-graph.ts";

export interface Citation {
  readonly cited: number;
  readonly citing: number;
}

/** A topological order, cited documents first. */
export interface AcyclicOrder {
  readonly order: Int32Array;
  /** Cycle group of each document, -1 outside; `null` without cycles. */
  readonly group: Int32Array | null;
  readonly cycles: readonly (readonly number[])[];
  /** Citations left out to break cycles. */
  readonly dropped: readonly Citation[];
}

/** Orders documents. Within cycles, citations against the order of ids are left out and reported. O(documents + citations). */
export function acyclicOrder(graph: CitationGraph): AcyclicOrder {
  const whole = sorted(graph, null);
  if (whole.length === graph.n) return { order: whole, group: null, cycles: [], dropped: [] };
  const { group, groups } = citationCycles(graph);
  const dropped: Citation[] = [];
  for (let cited = 0; cited < graph.n; cited++) {
    for (let slot = graph.citingStart[cited]!; slot < graph.citingStart[cited + 1]!; slot++) {
      const citing = graph.citing[slot]!;
      if (isDropped(group, cited, citing)) dropped.push({ cited, citing });
    }
  }
  return { order: sorted(graph, group), group, cycles: groups, dropped };
}

export const isDropped = (group: Int32Array | null, cited: number, citing: number): boolean =>
  group !== null && citing < cited && group[cited]! >= 0 && group[cited] === group[citing];

/** Kahn's algorithm (1962); incomplete if there is a cycle. */
function sorted({ n, citedStart, cited, citingStart, citing }: CitationGraph, group: Int32Array | null): Int32Array {
  const waiting = new Int32Array(n);
  const order = new Int32Array(n);
  let ready = 0;
  for (let i = 0; i < n; i++) {
    for (let slot = citedStart[i]!; slot < citedStart[i + 1]!; slot++) if (!isDropped(group, cited[slot]!, i)) waiting[i]!++;
    if (waiting[i] === 0) order[ready++] = i;
  }
  for (let head = 0; head < ready; head++) {
    const i = order[head]!;
    for (let slot = citingStart[i]!; slot < citingStart[i + 1]!; slot++) {
      const next = citing[slot]!;
      if (!isDropped(group, i, next) && --waiting[next]! === 0) order[ready++] = next;
    }
  }
  return order.subarray(0, ready);
}

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
