import type { XmlElement } from "../../format/xml-element.ts";
import { dayOf, officeOf } from "./uspto-cells.ts";
import { inText, joined, type UsptoFields } from "./uspto-fields.ts";
import { parentRelation } from "./uspto-parents.ts";
import type { UsptoPublication, UsptoSymbol } from "./uspto-publication.ts";
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

const international = (each: XmlElement, design: boolean): UsptoSymbol =>
  design ? inText("locarno", locarnoSymbol)(each) : inText("ipc", ipcSymbol)(each);
const national = (each: XmlElement): UsptoSymbol => ({ scheme: "uspc", symbol: uspcSymbol(each.first("PDAT")?.raw() ?? "") });

/** A grant of 2001 to 2004 (`PATDOC`, DTD ST32-US-Grant 2.4 and 2.5; the tags are the INID codes of WIPO ST.32). */
export const patdocFields: UsptoFields = {
  biblio: ["SDOBI"],
  publication: { path: "B100", number: "B110", kind: "B130", date: "B140" },
  application: { path: "B200", number: "B210", date: "B220" },
  term: ["B400/B474US", "B400/B472/B474US"],
  disclaimer: { paths: ["B400/B472/B473US", "B400/B472/B473", "B400/B473US", "B400/B473"], date: "B400/B472/B473" },
  language: "en",
  title: "B500/B540",
  // Texts of paragraphs and steps, without the head of the part.
  abstract: (root) => joined(root.first("SDOAB")?.within("PTEXT")),
  claim: (root) => joined(root.first("SDOCL/CL/CLM")?.within("PTEXT")),
  parties: [
    ["inventor", "B700/B720/B721/PARTY-US"],
    ["assignee", "B700/B730/B731/PARTY-US"],
  ],
  names: { organisation: ["NAM/ONM"], person: [["NAM/FNM"], ["NAM/SNM"], ["NAM/SFX"]] },
  economies: ["ADR/CTRY"],
  state: "ADR/STATE",
  classes: [
    ["B500/B510/B511", international],
    ["B500/B510/B512", international],
    ["B500/B520/B521", national],
    ["B500/B520/B522", national],
  ],
  references: {
    paths: ["B500/B560"],
    document: "PCIT/DOC",
    text: ["NCIT"],
    phase: (each) => (each.first("CITED-BY-EXAMINER") ? "examiner" : each.first("CITED-BY-OTHER") ? "other" : null),
  },
  ids: { country: "CTRY", number: "DNUM", date: "DATE" },
  links,
  granted: () => 1,
  type: () => null,
};

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

function links(biblio: XmlElement, publication: UsptoPublication, own: string | null): void {
  for (const claim of biblio.all("B300")) priorities(claim, publication);
  for (const [path, printed] of Object.entries(relations)) {
    for (const parent of biblio.first("B600")?.all(`${path}/PARENT-US`) ?? []) {
      const relation = parentRelation(printed, parent.value("CDOC/DOC/DNUM"), own);
      for (const application of parent.all("PDOC/DOC")) publication.claimsId(relation, application, "US");
      for (const patent of parent.all("PPUB/DOC")) publication.linkedId(relation, patent, "US");
    }
  }
  for (const id of biblio.all("B600/B680US/DOC")) publication.claimsId("provisional", id, "US");
  for (const id of biblio.all("B600/B650/DOC")) publication.linkedId("publication", id);
  for (const id of biblio.all("B800/B860/B861/DOC")) publication.claimsId("national-stage", id, "WO");
  for (const id of biblio.all("B800/B870/B871/DOC")) publication.linkedId("publication", id);
}

/** Number, date and country of several claims follow one another. */
function priorities(list: XmlElement, publication: UsptoPublication): void {
  const [dates, countries] = [list.all("B320"), list.all("B330")];
  list.all("B310").forEach((number, index) => {
    const office = officeOf(countries[index]?.value("CTRY") ?? null) ?? "";
    publication.claims("priority", office, number.text(), dayOf(dates[index]?.text() ?? null));
  });
}
