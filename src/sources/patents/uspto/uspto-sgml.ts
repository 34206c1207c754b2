import { applicationKey } from "../../../link/application-number.ts";
import { documentKey } from "../../../link/document-number.ts";
import type { Place, RowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { dayOf, daysOf, economyOf, kindOf, officeOf, personOf, typeOfGrant } from "./uspto-cells.ts";
import { type Phase, UsptoPublication } from "./uspto-publication.ts";
import { ipcSymbol, locarnoSymbol, uspcSymbol } from "./uspto-symbols.ts";

/** Elements of the DTD that have no end tag in SGML. */
const empty = "EMI|CITED-BY-EXAMINER|CITED-BY-OTHER|B221US|B473US|B597US|COLSPEC|SPANSPEC|CUSTOM-CHARACTER|CHEMCDX|CHEMMOL|MATHEMATICA";
const emptyTag = new RegExp(`<(${empty})(\\s[^<>]*?)?/?>(?:</\\1>)?`, "g");
const attributeValue = /=\s*("[^"]*"|'[^']*'|[^\s"'<>/]+)/g;

/** Writes a record of 2001 (SGML) as XML: empty elements get their end, attributes their quotes. */
export const xmlOfSgml = (sgml: string): string =>
  sgml
    .replace(/<[A-Z][A-Z0-9-]*\s[^<>]*>/g, (tag) => tag.replace(attributeValue, (_, value: string) => `=${quoted(value)}`))
    .replace(emptyTag, (_, name: string, attributes: string | undefined) => `<${name}${attributes ?? ""}/>`);

const quoted = (value: string): string => (/^["']/.test(value) ? value : `"${value}"`);

/**
 * Rows of a grant of 2001 to 2004 (`PATDOC`, DTD ST32-US-Grant 2.4 and 2.5; the tags are the INID codes of WIPO ST.32). Throws BadRow where
 * number or date of publication is missing.
 */
export function patdocRows(root: XmlElement, place: Place): readonly RowRecord[] {
  const biblio = root.first("SDOBI") ?? root;
  const native = biblio.value("B100/B110") ?? "";
  const publication = new UsptoPublication(place, documentKey("US", native));
  const type = typeOfGrant(publication.document);
  const number = biblio.value("B200/B210");

  publication.text("title", biblio.value("B500/B540"), "en");
  publication.text("abstract", paragraphs(root.first("SDOAB")), "en");
  publication.text("claim", paragraphs(root.first("SDOCL/CL/CLM")), "en");
  for (const party of biblio.all("B700/B720/B721/PARTY-US")) publication.inventor(nameOf(party), economyOfParty(party));
  for (const party of biblio.all("B700/B730/B731/PARTY-US")) publication.holder("assignee", nameOf(party), economyOfParty(party));
  classes(biblio, publication, type === "design");
  references(biblio, publication);
  links(biblio, publication);
  return publication.rows({
    kind: kindOf(biblio.value("B100/B130")),
    published: dayOf(biblio.value("B100/B140")),
    application: number === null ? null : applicationKey("US", number),
    filed: dayOf(biblio.value("B200/B220")),
    granted: 1,
    type,
    term_days: daysOf(biblio.value("B400/B474US") ?? biblio.value("B400/B472/B474US")),
    native,
  });
}

/** Texts of paragraphs and steps, without the head of the part. */
const paragraphs = (part: XmlElement | undefined): string | null =>
  (part === undefined ? [] : [...part.within("PTEXT")])
    .map((each) => each.text())
    .join(" ")
    .trim() || null;

function nameOf(party: XmlElement): string | null {
  const name = party.first("NAM");
  return name?.value("ONM") ?? personOf(name?.value("FNM") ?? null, name?.value("SNM") ?? null, name?.value("SFX") ?? null);
}

/** An address in a state of the US has no country. */
const economyOfParty = (party: XmlElement): string | null =>
  party.value("ADR/CTRY") === null && party.value("ADR/STATE") !== null ? "US" : economyOf(party.value("ADR/CTRY"));

function classes(biblio: XmlElement, publication: UsptoPublication, design: boolean): void {
  const international = biblio.first("B500/B510");
  for (const each of [...(international?.all("B511") ?? []), ...(international?.all("B512") ?? [])]) {
    if (design) publication.classified("locarno", locarnoSymbol(each.text()), null);
    else publication.classified("ipc", ipcSymbol(each.raw()), null);
  }
  const national = biblio.first("B500/B520");
  for (const each of [...(national?.all("B521") ?? []), ...(national?.all("B522") ?? [])]) {
    publication.classified("uspc", uspcSymbol(each.first("PDAT")?.raw() ?? ""), null);
  }
}

function references(biblio: XmlElement, publication: UsptoPublication): void {
  const list = biblio.first("B500/B560");
  if (list === undefined) return;
  publication.listsReferences();
  for (const each of list.children) {
    const document = each.first("PCIT/DOC");
    const phase = phaseOf(each);
    if (document) publication.cites(officeOf(document.value("CTRY")), document.value("DNUM"), document.value("DATE"), phase);
    publication.citesText(each.value("NCIT"), phase);
  }
}

const phaseOf = (each: XmlElement): Phase | null =>
  each.first("CITED-BY-EXAMINER") ? "examiner" : each.first("CITED-BY-OTHER") ? "other" : null;

const relations: Readonly<Record<string, string>> = {
  "B620/B621": "division",
  B620: "division",
  "B630/B631": "continuation",
  "B630/B632": "continuation-in-part",
  "B630/B633": "reissue",
  B640: "reissue",
  B641US: "reissue",
  B660: "family",
};

function links(biblio: XmlElement, publication: UsptoPublication): void {
  for (const claim of biblio.all("B300")) priorities(claim, publication);
  const related = biblio.first("B600");
  for (const [path, relation] of Object.entries(relations)) {
    for (const parent of related?.all(`${path}/PARENT-US`) ?? []) parentOf(parent, relation, publication);
  }
  for (const id of related?.all("B680US/DOC") ?? []) publication.claims("provisional", "US", id.value("DNUM"), dayOf(id.value("DATE")));
  for (const id of related?.all("B650/DOC") ?? []) earlier(id, publication);
  for (const id of biblio.all("B800/B860/B861/DOC")) publication.claims("national-stage", "WO", id.value("DNUM"), dayOf(id.value("DATE")));
  for (const id of biblio.all("B800/B870/B871/DOC")) earlier(id, publication);
}

/** Number, date and country of several claims follow one another. */
function priorities(list: XmlElement, publication: UsptoPublication): void {
  const [numbers, dates, countries] = [list.all("B310"), list.all("B320"), list.all("B330")];
  numbers.forEach((number, index) => {
    const office = officeOf(countries[index]?.value("CTRY") ?? null) ?? "";
    publication.claims("priority", office, number.text(), dayOf(dates[index]?.text() ?? null));
  });
}

function parentOf(parent: XmlElement, relation: string, publication: UsptoPublication): void {
  const [application, patent] = [parent.first("PDOC/DOC"), parent.first("PPUB/DOC")];
  if (application) publication.claims(relation, "US", application.value("DNUM"), dayOf(application.value("DATE")));
  if (patent) publication.linked(relation, documentKey("US", patent.value("DNUM") ?? ""), dayOf(patent.value("DATE")));
}

function earlier(id: XmlElement, publication: UsptoPublication): void {
  const office = officeOf(id.value("CTRY")) ?? "US";
  const number = (id.value("DNUM") ?? "").replace(new RegExp(`^${office}`), "");
  publication.linked("publication", documentKey(office, number), dayOf(id.value("DATE")));
}
