import type { Row } from "../../../base/tables.ts";
import { documentName } from "../../../link/numbers/document-number.ts";
import { type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import { trimmedEnd } from "../../format/trimmed-end.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { docdbPhases } from "../tables/patent-table-cells.ts";
import { economyOf } from "../uspto/uspto-cells.ts";
import { formatsOf, publicationOf } from "./docdb-ids.ts";

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
  if (phase !== undefined && Object.hasOwn(docdbPhases, phase)) return docdbPhases[phase] ?? null;
  if (by === "examiner" || by === "applicant") return by;
  return phase === undefined || phase === "" || phase === "undefined" ? null : "other";
}

const joined = (elements: readonly XmlElement[]): string | null =>
  [...new Set(elements.map((each) => each.text()).filter((text) => text !== ""))].join(",") || null;

const positionOf = (sequence: string | undefined): number | null =>
  sequence !== undefined && /^\d{1,6}$/.test(sequence) ? Number(sequence) : null;

/** Best first: as printed in Latin letters, as printed, as DOCDB standardises it. */
const printedFormats = ["docdba", "original", "docdb", "epodoc"];
const ownScript = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u;

type Party = Omit<Row<"patent_inventor">, "document">;

/**
 * Rows of applicants and inventors. `name` is as printed in Latin letters where the record has that, `native` the other form: in its own
 * script, else as DOCDB standardises it. Addresses are not read.
 */
export function* partyRows(document: string, place: Place, biblio: XmlElement): Generator<RowRecord> {
  for (const party of parties(biblio.all("parties/applicants/applicant"), "applicant-name")) {
    yield rowRecord("patent_holder", place, { document, role: "applicant", ...party });
  }
  for (const party of parties(biblio.all("parties/inventors/inventor"), "inventor-name")) {
    yield rowRecord("patent_inventor", place, { document, ...party });
  }
}

function parties(elements: readonly XmlElement[], nameElement: string): readonly Party[] {
  const bySequence = new Map<number, Map<string, XmlElement>>();
  elements.forEach((element, index) => {
    const position = Number(element.attributes.sequence ?? index + 1);
    if (!Number.isSafeInteger(position) || position < 1) return;
    const formats = bySequence.get(position) ?? new Map<string, XmlElement>();
    bySequence.set(position, formats.set(element.attributes["data-format"] ?? "original", element));
  });
  return [...bySequence].flatMap(([position, formats]) => party(position, formats, nameElement) ?? []);
}

function party(position: number, formats: ReadonlyMap<string, XmlElement>, nameElement: string): Party | null {
  const named = new Map<string, { readonly name: string; readonly economy: string | null }>();
  for (const [format, element] of formats) {
    const printed = element.value(`${nameElement}/name`) ?? element.value(`${nameElement}/last-name`);
    if (printed === null) continue;
    const text = trimmedEnd(printed, ",; \t\r\n");
    const [behind = "", bracketed] = /\[([A-Z]{2})\]$/.exec(text) ?? [];
    const bare = trimmedEnd(text.slice(0, text.length - behind.length), " \t\r\n");
    if (bare !== "") named.set(format, { name: bare, economy: element.value("residence/country") ?? bracketed ?? null });
  }
  const names = printedFormats.flatMap((format) => named.get(format)?.name ?? []);
  const latin = names.find((name) => !ownScript.test(name));
  const name = latin ?? names[0];
  if (name === undefined) return null;
  const standard = named.get("docdb") ?? named.get("epodoc");
  const native = names.find((each) => ownScript.test(each)) ?? standard?.name ?? null;
  const economy = [...named.values()].find((each) => each.economy !== null)?.economy ?? null;
  return {
    position,
    name,
    economy: economyOf(economy),
    native: native === name ? null : native,
  };
}
