import { LevermapError } from "../../base/errors.ts";
import { documentKeys } from "../../corpus/patent-search.ts";
import { citationSubgraph } from "../../measure/citations/citation-graph.ts";
import { globalPath, searchPaths } from "../../measure/citations/main-path.ts";
import { disruptionOf } from "./patent-disruption.ts";
import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** The document a main path leads through, and the path. */
export type SeededPath = Pick<TechnologyPatents, "seed" | "mainPath">;

/**
 * Global main path of the citations within a technology through one document: the one asked for, else the one most cited within it, of
 * equals the earliest. No path where nothing is cited within. Throws LM_USAGE for a document of another technology.
 */
export function mainPathOf(portfolio: Portfolio, wanted: string | undefined, nameOf: (holder: string) => string): SeededPath {
  const { documents, data } = portfolio;
  const graph = citationSubgraph(data.citations.graph, data.citations.members);
  const citedWithin = documents.map((_, i) => graph.citingStart[i + 1]! - graph.citingStart[i]!);
  const at = wanted === undefined ? mostCited(citedWithin) : requireDocument(documents, wanted);
  const seed = at === null ? undefined : documents[at];
  if (at === null || seed === undefined) return { seed: null, mainPath: [] };
  const path = globalPath(graph, searchPaths(graph), at);
  const leadsTo = new Map<number, string[]>(path.documents.map((i) => [i, []]));
  for (const { cited, citing } of path.citations) leadsTo.get(cited)!.push(documents[citing]!.row.document);
  return {
    seed: describeSeed(seed, citedWithin[at]!, wanted !== undefined),
    mainPath: path.documents.map((i) => {
      const { row, holders } = documents[i]!;
      const year = row.day === null ? null : Number(row.day.slice(0, 4));
      return { document: row.document, title: row.title, year, holders: holders.map(nameOf), leadsTo: leadsTo.get(i)! };
    }),
  };
}

function mostCited(counts: readonly number[]): number | null {
  const most = counts.reduce((greatest, count) => Math.max(greatest, count), 0);
  return most === 0 ? null : counts.indexOf(most);
}

function requireDocument(documents: readonly PortfolioDocument[], wanted: string): number {
  const keys = documentKeys(wanted);
  const at = documents.findIndex(({ row }) => keys.includes(row.document));
  if (at >= 0) return at;
  throw new LevermapError("LM_USAGE", `"${wanted}" is not one of the ${documents.length} documents of this technology.`, { seed: wanted });
}

function describeSeed(document: PortfolioDocument, citedWithin: number, asked: boolean): NonNullable<TechnologyPatents["seed"]> {
  const { row } = document;
  return {
    document: row.document,
    title: row.title,
    chosen: asked ? "asked for" : "most cited within the technology",
    citedWithin,
    citedBy: row.cited_by,
    generality: row.generality,
    generalityDocuments: row.generality_documents,
    originality: row.originality,
    originalityDocuments: row.originality_documents,
    disruption: disruptionOf(document, "ever"),
    disruptionWithoutReferences: disruptionOf(document, "bare"),
  };
}
