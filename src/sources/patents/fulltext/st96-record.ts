import { documentKey } from "../../../link/numbers/document-number.ts";
import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import { cutElements, cutRest } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { type RecordMarks, xmlMarks } from "../../format/xml-records.ts";
import { officeDate } from "../epo/docdb-ids.ts";
import { kindMeaning } from "../epo/docdb-kinds.ts";
import { type GazettePublication, gazetteRows, type NumberedDocument } from "../gazette/gazette-publication.ts";
import { kindOf } from "../uspto/uspto-cells.ts";
import { applicants, assignees, inventorNames, st96Symbols } from "./st96-parties.ts";

/** Marks of records whose element has one of these names, which other elements' names may begin with: the name must end there. */
export const wholeNames = (...roots: readonly string[]): RecordMarks =>
  xmlMarks(...roots.flatMap((root) => [" ", ">", "\n", "\r", "\t"].map((end) => root + end)));

/** Only the first claim is kept and nothing of the description, the drawings and amendments, which are most of a record. */
export function shortenedSt96(bytes: Buffer): Buffer {
  const claims = cutRest(bytes, "pat:Claims", "pat:Claim", 1);
  return cutElements(claims, ["pat:Description", "jppat:Description", "pat:Drawings", "jppat:Drawings", "jppat:WrittenAmendmentBag"]);
}

/** What a layout of ST.96 says beside its records. */
export interface St96Layout {
  /** The office where the record names none. */
  readonly office: string | null;
  /** The kind by ST.16 where the record has no code for it. */
  readonly kind: (root: XmlElement, biblio: XmlElement) => string | null;
}

/** The rows of a publication in the XML of WIPO ST.96 (docs/data.md). Throws BadRow for one without its data or number. */
export function* st96Rows(root: XmlElement, place: Place, layout: St96Layout): Generator<RowRecord> {
  const biblio = root.children.find(({ name }) => /BibliographicData$/.test(name)) ?? fail("no BibliographicData");
  const id = biblio.first("PatentPublicationIdentification") ?? biblio.first("PatentGrantIdentification");
  const office = id?.value("IPOfficeCode") ?? root.value("IPOfficeCode") ?? layout.office ?? fail("no IPOfficeCode");
  const number = id?.value("PublicationNumber") ?? id?.value("PatentNumber") ?? null;
  const kind = kindOf(id?.value("PatentDocumentKindCode") ?? null) ?? layout.kind(root, biblio);
  const published = officeDate(id?.value("PublicationDate") ?? biblio.value("GrantPublicationDate"));
  const meaning = kindMeaning(office, kind, published);
  const references = biblio.all("ReferenceCitationBag/ReferenceCitation");
  const publication: GazettePublication = {
    office,
    language: root.attributes["com:languageCode"] ?? "en",
    number,
    kind,
    ...meaning,
    published,
    application: application(biblio.first("ApplicationIdentification"), office),
    title: null,
    abstract: null,
    claim: null,
    holders: [...applicants(biblio), ...assignees(biblio)],
    inventors: inventorNames(biblio),
    symbols: st96Symbols(biblio),
    priorities: biblio.all("PriorityClaimBag/PriorityClaim").map((each) => application(each, office)),
    relatives: [...related(biblio, office), ...international(biblio)],
    earlier: earlier(biblio, office),
    references: biblio.first("ReferenceCitationBag") === undefined ? null : references.map(reference),
  };
  yield* gazetteRows(publication, place);
  const document = documentKey(office, number ?? "");
  if (document === null) return;
  yield* texts(root, biblio, document, publication.language, place);
  yield* grantEvents(biblio, document, office, place);
}

/** Titles, abstracts and the first claim, each in the languages that it stands in. */
function* texts(root: XmlElement, biblio: XmlElement, document: string, own: string, place: Place): Generator<RowRecord> {
  const found = [
    ...[...biblio.all("InventionTitleBag/InventionTitle"), ...biblio.all("InventionTitle")].map((each) => ["title", each, each] as const),
    ...root.all("Abstract").map((each) => ["abstract", each, each] as const),
    ...root.all("Claims").flatMap((each) => {
      const claim = each.first("Claim");
      const said = claim?.first("ClaimText") ?? claim;
      return said === undefined ? [] : [["claim", said, each] as const];
    }),
  ];
  for (const [field, said, marked] of found) {
    const text = said.text(blocks);
    const language = marked.attributes["com:languageCode"] ?? own;
    if (text !== "") yield rowRecord("patent_text", place, { document, field, language, text });
  }
}

const blocks: ReadonlySet<string> = new Set(["P", "ClaimText"]);

/** An application or publication can name the grant of its application. */
function* grantEvents(biblio: XmlElement, document: string, office: string, place: Place): Generator<RowRecord> {
  const grant = biblio.first("PatentGrantIdentification");
  const patent = documentKey(grant?.value("IPOfficeCode") ?? office, grant?.value("PatentNumber") ?? "");
  if (patent === null || patent === document) return;
  yield rowRecord("patent_event", place, {
    document,
    kind: "granted",
    code: null,
    date: officeDate(grant?.value("GrantDate")),
    note: patent,
  });
}

const application = (element: XmlElement | undefined, own: string): NumberedDocument => ({
  office: element?.value("IPOfficeCode") ?? element?.value("ApplicationNumber/IPOfficeCode") ?? own,
  number: element?.value("ApplicationNumber/ApplicationNumberText") ?? element?.value("ApplicationNumber/ST13ApplicationNumber") ?? null,
  date: officeDate(element?.value("FilingDate")),
});

const publicationId = (element: XmlElement, own: string): NumberedDocument => ({
  office: element.value("IPOfficeCode") ?? own,
  number: element.value("PublicationNumber"),
  date: officeDate(element.value("PublicationDate")),
});

/** Elements of `RelatedDocumentBag` and what they say of their parent. */
const relations: Readonly<Record<string, string>> = {
  Division: "division",
  Continuation: "continuation",
  ContinuationInPart: "continuation-in-part",
  ContinuingReissue: "reissue",
  Reissue: "reissue",
  ProvisionalApplication: "provisional",
};

/** The applications that this one comes of; what only belongs to the same right (additions, bases of utility models) is `family`. */
function related(biblio: XmlElement, office: string): GazettePublication["relatives"] {
  const bag = biblio.first("RelatedDocumentBag");
  return (bag?.children ?? []).flatMap((each) => {
    if (each.name === "RelatedPublication") return [];
    const relation = relations[each.name] ?? "family";
    const parents = each.within("ParentDocument").flatMap((parent) => parent.all("PatentDocumentIdentification/ApplicationIdentification"));
    const own = parents.length > 0 ? parents : each.all("ApplicationIdentification");
    return own.map((parent) => ({ ...application(parent, office), relation }));
  });
}

/** The international application of a national one. */
const international = (biblio: XmlElement): GazettePublication["relatives"] =>
  biblio
    .all("InternationalFilingData")
    .flatMap((each) => [...each.within("ApplicationIdentification"), ...(each.first("ApplicationNumber") ? [each] : [])])
    .map((each) => ({ ...application(each, "WO"), relation: "national-stage" }));

const earlier = (biblio: XmlElement, office: string): readonly NumberedDocument[] => [
  ...biblio
    .all("RelatedDocumentBag/RelatedPublication")
    .flatMap((each) => each.within("PatentPublicationIdentification"))
    .map((each) => publicationId(each, office)),
  ...biblio
    .all("InternationalPublishingData")
    .flatMap((each) => (each.first("PublicationNumber") ? [each] : each.within("PatentPublicationIdentification")))
    .map((each) => publicationId(each, "WO")),
];

function reference(citation: XmlElement) {
  const cited = citation.first("PatentCitation/CitedPatentDocumentIdentification");
  const text = citation.value("NPLCitation/NPLCitationText") ?? citation.value("PatentCitation/PatentCitationText") ?? citation.text();
  return {
    office: cited?.value("IPOfficeCode") ?? "",
    number: cited?.value("DocumentNumber") ?? null,
    date: null,
    text: text || null,
    phase: phaseOf(citation.attributes["pat:citingPartyCategory"]),
  };
}

const phaseOf = (citing: string | undefined): "applicant" | "examiner" | null =>
  citing === "Applicant" ? "applicant" : citing === "Examiner" ? "examiner" : null;
