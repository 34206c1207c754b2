import { type FilingDocument, ownFiling } from "./invention-filings.ts";
import { type Right, rightOf, rights } from "./rights.ts";

/** A document as applications are counted of it. */
export interface CountedDocument extends Pick<FilingDocument, "document" | "application" | "office" | "type"> {
  /** 1 granted, 0 not, `null` unknown. */
  readonly granted: number | null;
  /** Its family. */
  readonly unit: string;
}

/** What some documents are; each application is granted or not, each family has one application at least. */
export interface FilingCounts {
  readonly documents: number;
  /** A document whose application is unknown is one of its own. */
  readonly applications: number;
  /** Applications with a grant. */
  readonly grants: number;
  readonly families: number;
}

/** One document of each application, in order: its grant, else the first. */
export function perApplication<D>(documents: readonly D[], factsOf: (document: D) => CountedDocument): readonly D[] {
  const chosen = new Map<string, D>();
  for (const document of documents) {
    const facts = factsOf(document);
    const key = ownFiling(facts) ?? `publication ${facts.document}`;
    const other = chosen.get(key);
    if (other === undefined || (facts.granted === 1 && factsOf(other).granted !== 1)) chosen.set(key, document);
  }
  return [...chosen.values()];
}

export function countFilings(documents: readonly CountedDocument[]): FilingCounts {
  const applications = perApplication(documents, (each) => each);
  return {
    documents: documents.length,
    applications: applications.length,
    grants: applications.filter(({ granted }) => granted === 1).length,
    families: new Set(documents.map(({ unit }) => unit)).size,
  };
}

/** The same by right, those without documents left out. */
export const countByRight = (documents: readonly CountedDocument[]): readonly (FilingCounts & { readonly right: Right })[] =>
  rights.flatMap((right) => {
    const own = documents.filter(({ type }) => rightOf(type) === right);
    return own.length === 0 ? [] : [{ right, ...countFilings(own) }];
  });
