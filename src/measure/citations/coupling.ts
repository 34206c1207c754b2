import type { CitationGraph } from "./citation-graph.ts";

export interface CoupledDocument {
  readonly document: number;
  /** Common references, or documents citing both. */
  readonly shared: number;
  /** Salton's cosine `shared / sqrt(a b)`, 0..1, `a` and `b` the numbers of references (or citations). */
  readonly strength: number;
}

/** Bibliographic coupling (Kessler 1963): the `most` documents sharing most references; ties by strength, then id. */
export const coupledDocuments = (graph: CitationGraph, document: number, most: number): readonly CoupledDocument[] =>
  strongest(graph.citedStart, graph.cited, graph.citingStart, graph.citing, document, most);

/** Co-citation (Small 1973): the `most` documents most often cited together; ties by strength, then id. */
export const cocitedDocuments = (graph: CitationGraph, document: number, most: number): readonly CoupledDocument[] =>
  strongest(graph.citingStart, graph.citing, graph.citedStart, graph.cited, document, most);

/** Follows links and back: counts how often each document is met. */
function strongest(
  outStart: Int32Array,
  out: Int32Array,
  backStart: Int32Array,
  back: Int32Array,
  document: number,
  most: number,
): readonly CoupledDocument[] {
  const met = new Map<number, number>();
  for (let slot = outStart[document]!; slot < outStart[document + 1]!; slot++) {
    const between = out[slot]!;
    for (let at = backStart[between]!; at < backStart[between + 1]!; at++) met.set(back[at]!, (met.get(back[at]!) ?? 0) + 1);
  }
  met.delete(document);
  const degree = (of: number): number => outStart[of + 1]! - outStart[of]!;
  const own = degree(document);
  return Array.from(met, ([other, shared]) => ({ document: other, shared, strength: shared / Math.sqrt(own * degree(other)) }))
    .sort((a, b) => b.shared - a.shared || b.strength - a.strength || a.document - b.document)
    .slice(0, most);
}
