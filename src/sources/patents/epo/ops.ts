import { fail, type Place, type RowRecord, rowRecord, rowsOrReject, type SourceRecord } from "../../format/records.ts";
import { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { formatsOf, publicationOf } from "./docdb-ids.ts";
import { kindMeaning } from "./docdb-kinds.ts";
import { docdbRows, textRows } from "./docdb-record.ts";
import { familyMemberRows } from "./ops-family.ts";

const layout: RecordLayout = { marks: xmlMarks("ops:world-patent-data"), rows: xmlRows(rows) };
const kept = /<(?:\w+:)?(?:exchange-document|patent-family|biblio-search|claims)[\s>]/;

/**
 * Responses of the EPO's Open Patent Services: bibliographic data, full cycle, abstracts, claims (the first one), families, legal events and
 * searches (docs/data.md). Descriptions, images and the number service hold nothing that is kept; such files are passed over.
 */
export const ops = xmlSource({
  name: "ops",
  notice: "Open Patent Services, European Patent Office; its terms of use and fair use charter apply.",
  what: "response of OPS",
  otherwise: "descriptions, images and the number service hold nothing that is kept",
  layoutOf: (head) => (/<(?:ops:)?world-patent-data[\s>]/.test(head) && kept.test(head) ? layout : null),
});

/** `line` is the number of the publication within the response. */
function rows(root: XmlElement, { file }: Place): readonly SourceRecord[] {
  if (root.name !== "world-patent-data") fail(`${root.name.slice(0, 40)} is not a response of OPS`);
  let line = 0;
  const each = (
    elements: readonly XmlElement[],
    convert: (element: XmlElement, place: Place) => Iterable<RowRecord>,
  ): readonly SourceRecord[] =>
    elements.flatMap((element) => {
      line += 1;
      const place = { file, line };
      // A part that cannot be read is a reject of its own.
      return rowsOrReject(
        place,
        () => convert(element, place),
        () => element.text(),
      );
    });
  return [
    ...each(root.within("exchange-document"), docdbRows),
    ...root.all("patent-family").flatMap((family) => {
      const asked = publicationOf(formatsOf(family.all("publication-reference")));
      return each(family.all("family-member"), (member, place) => familyMemberRows(member, place, asked));
    }),
    ...each(root.all("biblio-search/search-result/publication-reference"), searchRow),
    ...each(root.within("fulltext-document"), claimRows),
  ];
}

/** A search without bibliographic data gives numbers and families only. */
function* searchRow(reference: XmlElement, place: Place): Generator<RowRecord> {
  const formats = formatsOf([reference]);
  const document = publicationOf(formats) ?? fail("a search result without a publication number");
  const id = formats.get("docdb");
  const kind = id?.value("kind") ?? null;
  const office = document.slice(0, 2);
  yield rowRecord("patent", place, {
    document,
    office,
    kind,
    family: reference.attributes["family-id"] || null,
    ...kindMeaning(office, kind, null),
    native: id?.value("doc-number") ?? document,
  });
}

/** The first claim of each language; OPS writes the claims of a document as one claim, each a text of its own or all in one text. */
function* claimRows(fulltext: XmlElement, place: Place): Generator<RowRecord> {
  const document =
    publicationOf(formatsOf(fulltext.all("bibliographic-data/publication-reference"))) ?? fail("a full text without a publication number");
  for (const claims of fulltext.all("claims")) {
    const text = firstClaim(claims.value("claim/claim-text") ?? "");
    yield* textRows(document, place, "claim", [new XmlElement("claim", claims.attributes, [text])]);
  }
}

function firstClaim(text: string): string {
  const claims = text.replace(/^claims?:?\s+(?=1)/i, "");
  const second = /^1\s?[.)]/.test(claims) ? claims.search(/\s2\s?[.)]\s+\p{Lu}/u) : -1;
  return second < 0 ? claims : claims.slice(0, second);
}
