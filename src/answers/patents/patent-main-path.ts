import { LevermapError } from "../../base/errors.ts";
import { documentKeys } from "../../corpus/find-document.ts";
import { citationSubgraph } from "../../measure/citations/citation-graph.ts";
import { globalPath, searchPaths } from "../../measure/citations/main-path.ts";
import { disruptionOf } from "./patent-disruption.ts";
import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** A document on a main path, and the path. */
export type SeededPath = Pick<TechnologyPatents, "seed" | "mainPath">;

/**
 * Global main path of the citations within a technology, through a document where one is asked for. Without one, what is told of as the seed
 * is the most cited document of the path, of equals the earliest. No path where nothing is cited within. Throws LM_USAGE for a document of
 * another technology.
 */
export function mainPathOf(portfolio: Portfolio, wanted: string | undefined, nameOf: (holder: string) => string): SeededPath {
  const { documents, data } = portfolio;
  const graph = citationSubgraph(data.citations.graph, data.citations.members);
  const citedWithin = documents.map((_, i) => graph.citingStart[i + 1]! - graph.citingStart[i]!);
  const through = wanted === undefined ? undefined : requireDocument(documents, wanted);
  const path = globalPath(graph, searchPaths(graph), through);
  const at = through ?? mostCited(path.documents, citedWithin);
  const seed = at === null ? undefined : documents[at];
  if (at === null || seed === undefined) return { seed: null, mainPath: [] };
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

/** `null` where none is cited. */
function mostCited(path: readonly number[], counts: readonly number[]): number | null {
  const most = path.reduce((greatest, at) => Math.max(greatest, counts[at]!), 0);
  return most === 0 ? null : path.find((at) => counts[at] === most)!;
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
    chosen: asked ? "asked for" : "most cited of the path",
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
