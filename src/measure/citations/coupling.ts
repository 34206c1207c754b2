import type { CitationGraph } from "./citation-graph.ts";

/** A document tied to another, and how strongly. */
export interface CoupledDocument {
  readonly document: number;
  /** Documents that tie the two: common references, or documents that cite both. */
  readonly shared: number;
  /** `shared / sqrt(a b)`, 0..1, where `a` and `b` are the references (or citations) of the two (Salton's cosine). */
  readonly strength: number;
}

/** Bibliographic coupling of two documents: the references they share (Kessler 1963). */
export function sharedReferences(graph: CitationGraph, one: number, other: number): number {
  return sharedLinks(graph.citedStart, graph.cited, one, other);
}

/** Co-citation of two documents: the documents that cite both (Small 1973). */
export function sharedCitations(graph: CitationGraph, one: number, other: number): number {
  return sharedLinks(graph.citingStart, graph.citing, one, other);
}

/** The `most` documents that share most references with `document`; ties by strength, then by id. */
export function coupledDocuments(graph: CitationGraph, document: number, most: number): readonly CoupledDocument[] {
  return strongest(graph.citedStart, graph.cited, graph.citingStart, graph.citing, document, most);
}

/** The `most` documents most often cited together with `document`; ties by strength, then by id. */
export function cocitedDocuments(graph: CitationGraph, document: number, most: number): readonly CoupledDocument[] {
  return strongest(graph.citingStart, graph.citing, graph.citedStart, graph.cited, document, most);
}

/** Both lists ascend, so one walk over the two finds what they share. */
function sharedLinks(start: Int32Array, links: Int32Array, one: number, other: number): number {
  let shared = 0;
  let a = start[one]!;
  let b = start[other]!;
  while (a < start[one + 1]! && b < start[other + 1]!) {
    const order = links[a]! - links[b]!;
    if (order === 0) shared++;
    if (order <= 0) a++;
    if (order >= 0) b++;
  }
  return shared;
}

/** Steps out along one kind of link and back along its reverse: who is met as often as it shares. */
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
