import { fail, type Place, type RowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { ipcSymbol } from "../epo/docdb-classes.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { chineseAddressEconomy } from "../gazette/gazette-places.ts";
import { type GazettePublication, gazetteIds, gazetteRows, locarnoClass, parents } from "../gazette/gazette-publication.ts";

/** The rows of a `cn-patent-document` (WIPO ST.36, until about 2020). Throws BadRow for one without its data or number. */
export function chineseOldRows(root: XmlElement, place: Place): Generator<RowRecord> {
  const biblio = root.first("cn-bibliographic-data") ?? fail("no cn-bibliographic-data");
  const id = biblio.first("cn-publication-reference/document-id");
  const kind = id?.value("kind") ?? null;
  const body = root.first("application-body") ?? root;
  const publication: GazettePublication = {
    office: "CN",
    language: "zh",
    number: id?.value("doc-number") ?? null,
    kind,
    ...chineseKind(kind),
    published: officeDate(id?.value("date")),
    application: numbered(biblio.first("application-reference/document-id")),
    title: biblio.value("invention-title"),
    abstract: biblio.first("abstract/p")?.text() || biblio.value("abstract"),
    claim: body.value("claims/claim"),
    holders: [
      ...biblio.all("cn-parties/cn-applicants/cn-applicant").map((each) => holder("applicant", each)),
      ...biblio.all("assignees/assignee").map((each) => holder("assignee", each)),
      ...biblio.all("cn-parties/cn-assignees/cn-assignee").map((each) => holder("assignee", each)),
    ],
    inventors: biblio.all("cn-parties/cn-inventors/cn-inventor").map((each) => each.value("name") ?? each.value("addressbook/name")),
    symbols: [
      ...biblio.all("classifications-ipcr/classification-ipcr/text").map((each) => ipcSymbol(each.text())),
      ...biblio.all("classification-locarno/main-classification").map((each) => locarnoClass(each.text())),
    ],
    priorities: biblio.all("priority-claims/priority-claim").map(numbered),
    relatives: [
      ...related(parents(biblio, "cn-related-documents/division"), "division"),
      ...related(biblio.all("pct-or-regional-filing-data/document-id"), "national-stage"),
    ],
    earlier: [...biblio.all("pct-or-regional-publishing-data/document-id"), ...biblio.all("cn-related-publication/document-id")].map(
      numbered,
    ),
    references: biblio.first("references-cited") === undefined ? null : biblio.all("references-cited/citation").map(reference),
  };
  return gazetteRows(publication, place);
}

const { numbered, related } = gazetteIds("CN", { office: "country", number: "doc-number", date: "date" });

const reference = (citation: XmlElement) => ({
  ...numbered(citation.first("patcit/document-id")),
  text: citation.value("nplcit") ?? citation.value("text"),
});

const holder = (role: "applicant" | "assignee", party: XmlElement) => ({
  role,
  name: party.value("addressbook/name") ?? party.value("name"),
  economy: chineseAddressEconomy(party.value("addressbook/address/text")),
});

/** What a kind code of the Chinese office says: `A` an application, `B`, `C`, `U`, `Y`, `S`, `D` grants. */
export function chineseKind(kind: string | null): { readonly granted: 1 | 0 | null; readonly type: string | null } {
  const letter = (kind ?? "").charAt(0);
  if (letter === "A") return { granted: 0, type: "utility" };
  if (letter === "B" || letter === "C") return { granted: 1, type: "utility" };
  if (letter === "U" || letter === "Y") return { granted: 1, type: "utility-model" };
  return letter === "S" || letter === "D" ? { granted: 1, type: "design" } : { granted: null, type: null };
}
