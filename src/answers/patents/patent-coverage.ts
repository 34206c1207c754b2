import type { Portfolio, PortfolioDocument } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

/** What units of a technology are called, one or several: families where every document has one, publications where none has. */
export function unitsWord({ documents, withFamily }: Pick<TechnologyPatents["coverage"], "documents" | "withFamily">, units = 2): string {
  const [family, publication] = units === 1 ? ["family", "publication"] : ["families", "publications"];
  if (withFamily === 0) return publication;
  return withFamily === documents ? family : `${family} or ${publication}`;
}

/** A number of each document summed over several. */
export const sum = (documents: readonly PortfolioDocument[], of: (document: PortfolioDocument) => number): number =>
  documents.reduce((total, document) => total + of(document), 0);

/** How much is known of the documents of a technology. */
export function coverageOf({ documents, units, data }: Portfolio): TechnologyPatents["coverage"] {
  const count = (holds: (document: PortfolioDocument) => boolean): number => documents.filter(holds).length;
  const offices = new Map<string, number>();
  for (const { row } of documents) offices.set(row.office, (offices.get(row.office) ?? 0) + 1);
  return {
    documents: documents.length,
    units: units.length,
    withFamily: count(({ row }) => row.family !== null),
    withHolder: count(({ holders }) => holders.length > 0),
    references: sum(documents, ({ row }) => row.cites),
    referencesWithClass: sum(documents, ({ row }) => row.originality_documents),
    withFiling: count(({ row }) => row.filed !== null),
    withReferences: count(({ referencesWhole }) => referencesWhole),
    withText: count(({ row }) => row.backward !== null),
    withEvents: count(({ record }) => record.events.length > 0),
    offices: [...offices]
      .map(([office, number]) => ({ office, documents: number }))
      .sort((a, b) => b.documents - a.documents || (a.office < b.office ? -1 : 1)),
    rules: data.rules,
  };
}
