import { documentName } from "../../../link/document-number.ts";
import { type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { formatsOf, publicationOf } from "./docdb-ids.ts";

/** Phases of exchange files (capitals) and of OPS. */
const phases: Readonly<Record<string, string>> = {
  SEA: "search",
  ISR: "search",
  SUP: "search",
  PRS: "search",
  CH2: "examiner",
  EXA: "examiner",
  APP: "applicant",
  OPP: "opposition",
  FOP: "opposition",
  TPO: "third-party",
  "115": "third-party",
  APL: "other",
  "national-search-report": "search",
  "international-search-report": "search",
  "supplementary-international-search-report": "search",
  "pre-search": "search",
  examination: "examiner",
  applicant: "applicant",
  opposition: "opposition",
  "filed-opposition": "opposition",
  "third-party-observations": "third-party",
  appeal: "other",
};

/** The patents and the literature that a record cites. A cited patent that cannot be read as a publication is kept as literature. */
export function* citationRows(document: string, place: Place, biblio: XmlElement): Generator<RowRecord> {
  for (const citation of biblio.all("references-cited/citation")) {
    const category = categoryOf(citation);
    const phase = phaseOf(citation.attributes["cited-phase"], citation.attributes["cited-by"]);
    const patent = citation.first("patcit");
    const cited = patent === undefined ? null : citedDocument(patent);
    if (cited !== null) {
      const claims = joined([...citation.all("rel-claims"), ...citation.all("rel-passage/rel-claims")]);
      const position = positionOf(citation.attributes.sequence);
      yield rowRecord("patent_citation", place, { citing: document, cited, category, phase, claims, position });
      continue;
    }
    const text = patent === undefined ? citation.value("nplcit/text") : (patent.attributes.dnum ?? patent.value("document-id/doc-number"));
    if (text) yield rowRecord("literature_citation", place, { citing: document, text, category, phase });
  }
}

/** How many patents a record names as its references; `null` where it has no list of references. */
export function referenceCount(biblio: XmlElement): number | null {
  const lists = biblio.all("references-cited");
  return lists.length === 0 ? null : lists.reduce((sum, list) => sum + list.all("citation/patcit").length, 0);
}

function citedDocument(patent: XmlElement): string | null {
  if (patent.attributes["dnum-type"] === "application number") return null;
  return publicationOf(formatsOf([patent])) ?? documentName(patent.attributes.dnum ?? "")?.document ?? null;
}

/** `XY` where the list says so, else each category of its passages once. */
function categoryOf(citation: XmlElement): string | null {
  const direct = citation.all("category");
  return joined(direct.length > 0 ? direct : citation.all("rel-passage/category"));
}

function phaseOf(phase: string | undefined, by: string | undefined): string | null {
  if (phase !== undefined && Object.hasOwn(phases, phase)) return phases[phase] ?? null;
  if (by === "examiner" || by === "applicant") return by;
  return phase === undefined || phase === "" || phase === "undefined" ? null : "other";
}

const joined = (elements: readonly XmlElement[]): string | null =>
  [...new Set(elements.map((each) => each.text()).filter((text) => text !== ""))].join(",") || null;

const positionOf = (sequence: string | undefined): number | null =>
  sequence !== undefined && /^\d{1,6}$/.test(sequence) ? Number(sequence) : null;
