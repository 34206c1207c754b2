import { fail, type Place, type RowRecord } from "../../format/records.ts";
import { XmlElement } from "../../format/xml-element.ts";
import { type ClassSymbol, ipcSymbol, joinSymbol } from "../epo/docdb-classes.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { kindMeaning } from "../epo/docdb-kinds.ts";
import { type GazettePublication, gazetteIds, gazetteRows, locarnoClass, parents } from "../gazette/gazette-publication.ts";
import { roleOf } from "../tables/patent-table-cells.ts";
import { economyOf, kindOf } from "../uspto/uspto-cells.ts";

/**
 * The rows of a document in the standard elements of WIPO ST.36 (`bibliographic-data`, `publication-reference`, `parties`), whose outermost
 * element an office names by its country (`kr-patent-document`) and which may put its country before others too. Throws BadRow for one
 * without bibliographic data, office or number.
 */
export function* st36Rows(root: XmlElement, place: Place): Generator<RowRecord> {
  const prefix = /^([a-z]{2}-)?patent-document$/.exec(root.name)?.[1] ?? "";
  const plain = prefix === "" ? root : standard(root, prefix);
  const biblio = plain.first("bibliographic-data") ?? fail("no bibliographic-data");
  const id = biblio.first("publication-reference/document-id");
  const office = (id?.value("country") || root.attributes.country || prefix.slice(0, 2).toUpperCase()) ?? "";
  const { numbered, related } = gazetteIds(office, { office: "country", number: "doc-number", date: "date" });
  const kind = kindOf(id?.value("kind") ?? root.attributes.kind ?? null);
  const published = officeDate(id?.value("date") || root.attributes["date-publ"]);
  const said = kindMeaning(office, kind, published);
  const model = biblio.first("application-reference")?.attributes["appl-type"] === "utility-model";
  const publication: GazettePublication = {
    office,
    language: languageOf(root.attributes.lang) ?? languageOf(biblio.attributes.lang) ?? "en",
    number: id?.value("doc-number") || root.attributes["doc-number"] || null,
    kind,
    ...(model ? { ...said, type: "utility-model" } : said),
    published,
    application: numbered(biblio.first("application-reference/document-id")),
    title: biblio.value("invention-title"),
    abstract: textOf(plain.within("abstract")[0]),
    claim: textOf(plain.within("claim")[0]),
    holders: [
      ...people(biblio, ["applicants", "applicant"]).map((each) => holder("applicant", each)),
      ...[...people(biblio, ["assignees", "assignee"]), ...people(biblio, ["grantees", "grantee"])].map((each) => holder("assignee", each)),
    ],
    inventors: people(biblio, ["inventors", "inventor"]).map(nameOf),
    symbols: [
      ...biblio.within("classification-ipcr").map((each) => symbol(each, "ipc")),
      ...biblio.within("classification-cpc").map((each) => symbol(each, "cpc")),
      ...biblio
        .within("classification-ipc")
        .flatMap((each) => [...each.all("main-classification"), ...each.all("further-classification")].map((one) => ipcSymbol(one.text()))),
      ...biblio.all("classification-locarno/main-classification").map((each) => locarnoClass(each.text())),
    ],
    priorities: biblio.all("priority-claims/priority-claim").map(numbered),
    relatives: [
      ...related(parents(biblio, "related-documents/division"), "division"),
      ...related(parents(biblio, "related-documents/continuation"), "continuation"),
      ...related(biblio.all("pct-or-regional-filing-data/document-id"), "national-stage"),
    ],
    earlier: [
      ...biblio.all("pct-or-regional-publishing-data/document-id"),
      ...biblio.all("related-documents/related-publication/document-id"),
    ].map(numbered),
    references:
      biblio.first("references-cited") === undefined
        ? null
        : biblio.all("references-cited/citation").map((each) => ({
            ...numbered(each.first("patcit/document-id")),
            text: each.value("nplcit/text") ?? each.value("nplcit") ?? each.value("text"),
          })),
  };
  yield* gazetteRows(publication, place);
}

/** The same elements without an office's prefix (`kr-applicants`). */
const standard = (element: XmlElement, prefix: string): XmlElement =>
  new XmlElement(
    element.name.startsWith(prefix) ? element.name.slice(prefix.length) : element.name,
    element.attributes,
    element.nodes.map((node) => (typeof node === "string" ? node : standard(node, prefix))),
  );

const blocks: ReadonlySet<string> = new Set(["p", "claim-text"]);
const textOf = (element: XmlElement | undefined): string | null => element?.text(blocks) || null;
const languageOf = (printed: string | undefined): string | null =>
  /^[a-z]{2}$/i.test(printed ?? "") ? (printed ?? "").toLowerCase() : null;

const people = (biblio: XmlElement, [list, one]: readonly [string, string]): readonly XmlElement[] =>
  biblio.within(list).flatMap((each) => each.all(one));

/** A firm's name, a person's name in one, or last and first name. */
function nameOf(party: XmlElement): string | null {
  const book = party.first("addressbook") ?? party;
  const persons = [book.value("last-name"), book.value("first-name")].flatMap((part) => (part === null ? [] : [part]));
  return book.value("orgname") ?? book.value("name") ?? (persons.length > 0 ? persons.join(", ") : null);
}

const holder = (role: "applicant" | "assignee", party: XmlElement) => ({
  role,
  name: nameOf(party),
  economy: economyOf(
    party.value("addressbook/address/country") ?? party.value("residence/country") ?? party.value("nationality/country") ?? null,
  ),
});

/** A symbol as text of ST.8, or in parts. */
function symbol(element: XmlElement, scheme: string): ClassSymbol | null {
  const text = ipcSymbol((element.value("text") ?? "").replace(/(\d{8}\s*[FL])A/, "$1N"));
  if (text !== null) return { ...text, scheme };
  const part = (name: string): string => element.value(name) ?? "";
  const joined = joinSymbol(`${part("section")}${part("class")}${part("subclass")}`, part("main-group"), part("subgroup"));
  return joined === null ? null : { scheme, symbol: joined, role: roleOf(element.value("classification-value")) };
}
