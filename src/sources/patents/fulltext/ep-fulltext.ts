import { documentKey } from "../../../link/numbers/document-number.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import { cutElements } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { type ClassSymbol, ipcSymbol } from "../epo/docdb-classes.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { kindMeaning } from "../epo/docdb-kinds.ts";
import { type GazettePublication, gazetteRows, type NumberedDocument } from "../gazette/gazette-publication.ts";
import { economyOf, kindOf } from "../uspto/uspto-cells.ts";
import { st36Rows } from "./st36.ts";

const cut = (bytes: Buffer): Buffer => cutElements(bytes, ["description", "drawings", "ep-reference-list", "search-report-data"]);
const layout: RecordLayout = { marks: xmlMarks("ep-patent-document"), rows: xmlRows(rows, cut) };

/** Offices with readers of their own for their kind of ST.36. */
const st36Root = /<((?!cn-|us-|jp-)(?:[a-z]{2}-)?patent-document)[\s>]/;

function layoutOf(head: string): RecordLayout | null {
  const [, root] = st36Root.exec(head) ?? [];
  if (root === undefined) return null;
  return root === "ep-patent-document" ? layout : { marks: xmlMarks(root), rows: xmlRows(st36Rows, cut) };
}

/**
 * Full texts of the European Patent Office (`ep-patent-document`, its ST.36 with the tags of WIPO ST.32), and of any office in the standard
 * elements of ST.36 (`kr-patent-document`): title, abstract and first claim.
 */
export const epFulltext = xmlSource({
  name: "fulltext",
  notice: "EP full text, European Patent Office; its terms of use apply.",
  what: "full text in ST.36",
  layoutOf,
});

function* rows(root: XmlElement, place: Place): Generator<RowRecord> {
  if (root.name !== "ep-patent-document") fail(`${root.name.slice(0, 40)} is not an EP full text`);
  if (root.first("bibliographic-data") !== undefined) return yield* st36Rows(root, place);
  const biblio = root.first("SDOBI") ?? fail("no SDOBI");
  const office = root.attributes.country || biblio.value("B100/B190") || "EP";
  const number = root.attributes["doc-number"] || biblio.value("B100/B110");
  const kind = kindOf(root.attributes.kind || biblio.value("B100/B130"));
  const published = officeDate(root.attributes["date-publ"] || biblio.value("B100/B140/date"));
  const publication: GazettePublication = {
    office,
    language: root.attributes.lang || "en",
    number,
    kind,
    ...kindMeaning(office, kind, published),
    published,
    application: { office, number: biblio.value("B200/B210"), date: officeDate(biblio.value("B200/B220/date")) },
    title: null,
    abstract: null,
    claim: null,
    holders: [...parties(biblio, "B700/B710/B711", "applicant"), ...parties(biblio, "B700/B730/B731", "assignee")],
    inventors: biblio.all("B700/B720/B721").map((each) => each.value("snm")),
    symbols: [...symbols(biblio, "classification-ipcr", "ipc"), ...symbols(biblio, "classification-cpc", "cpc")],
    priorities: priorities(biblio),
    relatives: [
      ...biblio
        .within("B620EP")
        .flatMap((each) => each.within("pdoc").map((parent) => ({ ...numbered(parent, "anum", office), relation: "division" }))),
      ...biblio.within("B861").map((each) => ({ ...numbered(each, "anum", "WO"), relation: "national-stage" })),
    ],
    earlier: biblio.within("B871").map((each) => numbered(each, "pnum", "WO")),
    references: biblio.within("B560").length === 0 ? null : biblio.within("B560").flatMap(references),
  };
  yield* gazetteRows(publication, place);
  const document = documentKey(office, number ?? "");
  if (document !== null) yield* texts(root, biblio, document, place);
}

/** Titles stand behind their language, in three; abstracts and claims have it as an attribute. */
function* texts(root: XmlElement, biblio: XmlElement, document: string, place: Place): Generator<RowRecord> {
  let language: string | null = null;
  for (const each of biblio.within("B540").flatMap(({ children }) => children)) {
    if (each.name === "B541") language = languageOf(each.text());
    const text = each.name === "B542" ? each.text() : "";
    if (text !== "") yield rowRecord("patent_text", place, { document, field: "title", language, text });
  }
  for (const each of root.all("abstract")) {
    const text = each.text(blocks);
    if (text !== "")
      yield rowRecord("patent_text", place, { document, field: "abstract", language: languageOf(each.attributes.lang), text });
  }
  for (const each of root.all("claims")) {
    const text = each.first("claim")?.text(blocks) ?? "";
    if (text !== "") yield rowRecord("patent_text", place, { document, field: "claim", language: languageOf(each.attributes.lang), text });
  }
}

const blocks: ReadonlySet<string> = new Set(["p", "claim-text"]);
const languageOf = (printed: string | undefined): string | null => (/^[a-z]{2}$/.test(printed ?? "") ? (printed ?? null) : null);

function parties<R extends "applicant" | "assignee">(biblio: XmlElement, path: string, role: R) {
  return biblio
    .all(path)
    .map((each) => ({ role, name: each.value("snm"), economy: economyOf(each.value("adr/ctry")), native: each.value("iid") }));
}

const symbols = (biblio: XmlElement, element: string, scheme: string): readonly (ClassSymbol | null)[] =>
  biblio.within(element).map((each) => {
    // Of CPC an A stands for what is additional, where IPC has an N.
    const symbol = ipcSymbol((each.value("text") ?? each.text()).replace(/(\d{8}\s*[FL])A/, "$1N"));
    return symbol && { ...symbol, scheme };
  });

/** Numbers, days and countries of priorities stand in three rows of elements. */
function priorities(biblio: XmlElement): readonly NumberedDocument[] {
  const all = biblio.all("B300");
  const column = (name: string): readonly XmlElement[] => all.flatMap((each) => each.all(name));
  const [numbers, days, countries] = [column("B310"), column("B320"), column("B330")];
  return numbers.map((each, at) => ({
    office: countries[at]?.value("ctry") ?? "EP",
    number: each.text() || null,
    date: officeDate(days[at]?.value("date")),
  }));
}

const numbered = (element: XmlElement, number: string, office: string): NumberedDocument => ({
  office,
  number:
    element
      .within(number)[0]
      ?.text()
      .replace(/^WO\s*(?=\d)/, "") || null,
  date: officeDate(element.value("date")),
});

/** Characters of a number as printed; more is other text. */
const longestNumber = 60;

/** What was cited against it as printed: `EP-A1- 1 234 567`, `US-B2- 6 103 599`; anything else is literature. */
function references(list: XmlElement) {
  return list.children.flatMap((each) => {
    if (each.name !== "B561" && each.name !== "B562") return [];
    const text = each.text();
    const [, office = "", digits = ""] =
      each.name === "B561" && text.length <= longestNumber ? (/^([A-Z]{2})\s*-\s*[A-Z]\d?\s*-?\s*([\d\s/.,-]+)$/.exec(text) ?? []) : [];
    return [{ office, number: digits === "" ? null : digits.replace(/\s/g, ""), date: null, text: text || null }];
  });
}
