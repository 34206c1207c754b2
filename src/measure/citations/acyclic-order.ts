import type { CitationGraph } from "./citation-graph.ts";
import { citationCycles } from "./strong-components.ts";

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

/**
 * Orders the documents of a graph. Within cycles, citations against the order of ids (dates, then keys) are left out and reported.
 * O(documents + citations).
 */
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

export function isDropped(group: Int32Array | null, cited: number, citing: number): boolean {
  return group !== null && citing < cited && group[cited]! >= 0 && group[cited] === group[citing];
}

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
