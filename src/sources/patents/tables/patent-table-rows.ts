import type { DocumentName } from "../../../link/numbers/document-number.ts";
import { type Place, type RowRecord, rowRecord, type Stated } from "../../format/records.ts";

type Facts<T extends "patent_text" | "patent_holder" | "patent_inventor" | "patent_class" | "patent_event"> = Omit<
  Stated<T>,
  "document" | "position"
>;

/** What a record of any table says about one publication; lists may be empty, unknown is `null`. */
export interface PatentFacts {
  readonly name: DocumentName;
  readonly patent: Omit<Stated<"patent">, "document" | "office" | "kind">;
  readonly texts?: readonly Facts<"patent_text">[];
  readonly holders?: readonly Facts<"patent_holder">[];
  readonly inventors?: readonly Facts<"patent_inventor">[];
  readonly classes?: readonly Facts<"patent_class">[];
  readonly citations?: readonly Omit<Stated<"patent_citation">, "citing" | "position">[];
  readonly literature?: readonly Omit<Stated<"literature_citation">, "citing">[];
  readonly links?: readonly Omit<Stated<"patent_link">, "document">[];
  readonly events?: readonly Facts<"patent_event">[];
}

/** Rows of one publication; positions count from 1 within a role and language of holders and a scheme of classes (so that one holder in two scripts has one position), and what stands twice is kept once. */
export function patentRows(place: Place, facts: PatentFacts): readonly RowRecord[] {
  const { document, office, kind } = facts.name;
  const holders = distinct(facts.holders ?? [], ({ role, name }) => `${role}\t${name}`);
  const classes = distinct(facts.classes ?? [], ({ scheme, symbol }) => `${scheme}\t${symbol}`);
  const citations = distinct(facts.citations ?? [], ({ cited, phase = null, category = null }) => `${cited}\t${phase}\t${category}`);
  return [
    rowRecord("patent", place, { document, office, kind, ...facts.patent }),
    ...(facts.texts ?? []).filter(({ text }) => text !== "").map((row) => rowRecord("patent_text", place, { document, ...row })),
    ...numbered(holders, ({ role, language = null }) => `${role}\t${language}`).map((row) =>
      rowRecord("patent_holder", place, { document, ...row }),
    ),
    ...numbered(facts.inventors ?? [], () => "").map((row) => rowRecord("patent_inventor", place, { document, ...row })),
    ...numbered(classes, ({ scheme }) => scheme).map((row) => rowRecord("patent_class", place, { document, ...row })),
    ...numbered(citations, () => "").map((row) => rowRecord("patent_citation", place, { citing: document, ...row })),
    ...(facts.literature ?? []).map((row) => rowRecord("literature_citation", place, { citing: document, ...row })),
    ...(facts.links ?? []).map((row) => rowRecord("patent_link", place, { document, ...row })),
    ...(facts.events ?? []).map((row) => rowRecord("patent_event", place, { document, ...row })),
  ];
}

function distinct<T>(list: readonly T[], key: (each: T) => string): readonly T[] {
  const seen = new Set<string>();
  return list.filter((each) => {
    const known = seen.has(key(each));
    seen.add(key(each));
    return !known;
  });
}

function numbered<T>(list: readonly T[], group: (each: T) => string): readonly (T & { readonly position: number })[] {
  const counts = new Map<string, number>();
  return list.map((each) => {
    const position = (counts.get(group(each)) ?? 0) + 1;
    counts.set(group(each), position);
    return { ...each, position };
  });
}
