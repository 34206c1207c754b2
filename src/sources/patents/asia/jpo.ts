import { documentKey } from "../../../link/numbers/document-number.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import { cutElements, cutRest } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { type ClassSymbol, ipcSymbol } from "../epo/docdb-classes.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { kindMeaning } from "../epo/docdb-kinds.ts";
import { type St96Layout, shortenedSt96, st96Rows, wholeNames } from "../fulltext/st96-record.ts";
import { japaneseAddressEconomy } from "../gazette/gazette-places.ts";
import { type GazettePublication, gazetteIds, gazetteRows, parents } from "../gazette/gazette-publication.ts";
import { fiSymbol, fTerm } from "../gazette/japanese-symbols.ts";

const layout: RecordLayout = { marks: xmlMarks("jp-official-gazette"), rows: xmlRows(rows, shortened) };

/** Gazettes of the Japan Patent Office in its ST.36 XML, since 2022 in its ST.96 (docs/data.md). Addresses are read for their country only. */
export const jpo = xmlSource({
  name: "jpo",
  notice: "Official gazettes of the Japan Patent Office; its terms of use apply.",
  what: "Japanese gazette",
  layoutOf: (head) => (/<jp-official-gazette[\s>]/.test(head) ? layout : japaneseSt96(head)),
});

/** Only the first claim is kept; later amendments repeat claims and description. */
function shortened(bytes: Buffer): Buffer {
  return cutElements(cutRest(bytes, "claims", "claim", 1), ["description", "drawings", "jp:written-amendment-group"]);
}

function rows(root: XmlElement, place: Place): Generator<RowRecord> {
  return root.name === "jp-official-gazette" ? japaneseRows(root, place) : fail(`${root.name.slice(0, 40)} is not a Japanese gazette`);
}

/** The rows of a `jp-official-gazette` (WIPO ST.36, 2004 to 2021). Throws BadRow for one without its data or number. */
function* japaneseRows(root: XmlElement, place: Place): Generator<RowRecord> {
  const biblio = root.first("bibliographic-data") ?? fail("no bibliographic-data");
  const id = biblio.first("publication-reference/document-id");
  const kind = root.attributes["kind-of-st16"] || null;
  const published = officeDate(id?.value("date"));
  const number = id?.value("doc-number") ?? null;
  const publication: GazettePublication = {
    office: "JP",
    language: "ja",
    number,
    kind,
    ...kindMeaning("JP", kind, published),
    published,
    application: numbered(biblio.first("application-reference/document-id")),
    title: biblio.value("invention-title"),
    abstract: root.value("abstract"),
    claim: root.value("claims/claim"),
    holders: biblio.within("applicant").map(holder),
    inventors: biblio.all("parties/inventors/inventor").map((each) => each.value("addressbook/name")),
    symbols: [...ipcSymbols(biblio), ...nationalSymbols(biblio)],
    priorities: biblio.all("priority-claims/priority-claim").map(numbered),
    relatives: [
      ...related(parents(biblio, "related-documents/division"), "division"),
      ...related(biblio.all("pct-or-regional-filing-data/document-id"), "national-stage"),
    ],
    earlier: [
      ...biblio.all("pct-or-regional-publishing-data/document-id"),
      ...biblio.all("dates-of-public-availability/unexamined-printed-without-grant/document-id"),
    ].map(numbered),
    references: biblio.within("references-cited").length === 0 ? null : biblio.within("citation").map(reference),
  };
  yield* gazetteRows(publication, place);
  yield* grantEvents(biblio, documentKey("JP", number ?? ""), place);
}

/** An application can be printed after its grant; its gazette then names the patent. */
function* grantEvents(biblio: XmlElement, document: string | null, place: Place): Generator<RowRecord> {
  for (const grant of biblio.all("dates-of-public-availability/printed-with-grant/document-id")) {
    const patent = documentKey("JP", grant.value("doc-number") ?? "");
    if (document === null || patent === null || patent === document) continue;
    yield rowRecord("patent_event", place, { document, kind: "granted", code: null, date: officeDate(grant.value("date")), note: patent });
  }
}

const { numbered, related } = gazetteIds("JP", { office: "country", number: "doc-number", date: "date" });

/** The office's number of an applicant is kept as its native name: it is the same in all its records. */
function holder(applicant: XmlElement) {
  const book = applicant.all("addressbook").find((each) => each.value("name") !== null);
  return {
    role: "applicant" as const,
    name: book?.value("name") ?? null,
    economy: japaneseAddressEconomy(book?.value("address/text") ?? null),
    native: book?.value("registered-number") ?? null,
  };
}

const classOf = (biblio: XmlElement, scheme: string): readonly XmlElement[] =>
  biblio.all(scheme).flatMap((each) => each.children.filter(({ name }) => name === "main-clsf" || name === "further-clsf"));

const ipcSymbols = (biblio: XmlElement): readonly (ClassSymbol | null)[] =>
  classOf(biblio, "classification-ipc").map((each) => ipcSymbol(each.text()));

const nationalSymbols = (biblio: XmlElement): readonly (ClassSymbol | null)[] => [
  ...classOf(biblio, "classification-national").map((each) => fiSymbol(each.text())),
  ...biblio.all("f-term-info/f-term").map((each) => fTerm(each.text())),
];

/** Grants print what they cite in words: `特開2001-358218(JP,A)`, `米国特許第6103599号明細書(US,A)`. */
function reference(citation: XmlElement) {
  const id = citation.first("patcit/document-id");
  if (id !== undefined) return { ...numbered(id), text: citation.text() || null };
  const text = (citation.value("text") ?? citation.text()).normalize("NFKC").trim();
  const [, stem = "", office = ""] = /^(.*?)\s*\(\s*([A-Z]{2})\s*,\s*[A-Z]\d?\s*\)$/.exec(text) ?? [];
  const number = office === "JP" ? stem : (/\d[\d,/-]*\d/.exec(stem)?.[0] ?? null);
  return { office, number: office === "" ? null : number, date: null, text: text || null };
}

/** Elements of the office's gazettes since 2022. Amendments and corrections (names that end in those words) hold no publication of their own. */
const roots = ["Patent", "UtilityModel"].flatMap((right) =>
  ["Unexamined", "Registered", "International"].map((stage) => `${stage}${right}Publication`),
);
const name = new RegExp(`^(?:${roots.join("|")})$`);
const root = new RegExp(`<jppat:(?:${roots.join("|")})[\\s>]`);

const st96Layout: RecordLayout = {
  marks: wholeNames(...roots.map((each) => `jppat:${each}`)),
  rows: xmlRows(
    (element, place) =>
      name.test(element.name)
        ? st96Rows(element, place, japanese)
        : fail(`${element.name.slice(0, 40)} is an amendment or correction, or no Japanese gazette`),
    shortenedSt96,
  ),
};

const japanese: St96Layout = { office: "JP", kind: kindOf };

/** The layout of a gazette in the office's profile of ST.96, by the head of its file; `null` if it is none. */
const japaneseSt96 = (head: string): RecordLayout | null => (root.test(head) ? st96Layout : null);

/** The kind stands in the words of the gazette only (`特許公報(B2)`); unexamined and translated international ones are A, models U. */
function kindOf(element: XmlElement, biblio: XmlElement): string | null {
  const [, printed] = /[(（]([A-Z]\d?)[)）]/.exec((biblio.value("PlainLanguageDesignationText") ?? "").normalize("NFKC")) ?? [];
  if (printed !== undefined) return printed;
  if (element.name.includes("UtilityModel")) return "U";
  return element.name.startsWith("Registered") ? null : "A";
}
