import { applicationKey, docdbApplicationKey } from "../../../link/numbers/application-number.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";
import { fail, type Place, type RowRecord } from "../../format/records.ts";
import { XmlElement } from "../../format/xml-element.ts";
import { dayOf, economyOf, officeOf, personOf, typeOfGrant } from "./uspto-cells.ts";
import { joined } from "./uspto-fields.ts";
import { UsptoPublication } from "./uspto-publication.ts";
import { ipcSymbol, locarnoSymbol, uspcSymbol } from "./uspto-symbols.ts";

/** Groups that are long and of which nothing is kept. */
const passed: ReadonlySet<string> = new Set(["BSUM", "DRWD", "DETD", "PARN", "GOVT"]);
const groupLine = /^([A-Z]{4})\s*$/;
const fieldLine = /^([A-Z][A-Z0-9]{2})(?:\s+|$)(.*)$/;

interface Field {
  readonly name: string;
  readonly lines: string[];
}

/** A record as elements: groups (`INVT`, `UREF`; the first one is `PATN`) of fields, whose lines that go on are joined by a blank. */
function recordOf(text: string): XmlElement {
  const groups: { readonly name: string; readonly fields: Field[] }[] = [];
  let fields: Field[] | null = null;
  for (const line of text.split(/\r?\n/)) {
    const name = groupLine.exec(line)?.[1];
    if (name !== undefined) {
      fields = passed.has(name) ? null : [];
      if (fields) groups.push({ name, fields });
    } else if (fields) addLine(fields, line);
  }
  return elementOf(
    "record",
    groups.map(({ name, fields }) =>
      elementOf(
        name,
        fields.map((field) => elementOf(field.name, field.lines)),
      ),
    ),
  );
}

const elementOf = (name: string, nodes: readonly (string | XmlElement)[]): XmlElement => new XmlElement(name, {}, nodes);

function addLine(fields: Field[], line: string): void {
  const [, name, text] = fieldLine.exec(line) ?? [];
  if (name !== undefined && text !== undefined) fields.push({ name, lines: [text] });
  else if (line.trim() !== "") fields.at(-1)?.lines.push(` ${line.trim()}`);
}

/**
 * Rows of a grant of 1976 to 2001 in the USPTO's Green Book (APS full text). Who cited a reference is unknown: no phase. Throws BadRow
 * where number or date of publication is missing, or the claims (only defensive publications have none).
 */
export function greenbookRows(text: string, place: Place): readonly RowRecord[] {
  if (text.includes("\0")) fail("the record has a NUL byte");
  const record = recordOf(text);
  const head = record.first("PATN");
  const value = (name: string): string | null => head?.value(name) ?? null;
  const native = value("WKU") ?? fail("the record has no WKU, the number of the patent");
  const ids = { country: "CNT", number: "PNO", date: "ISD" };
  const publication = new UsptoPublication(place, documentKey("US", withoutCheck(native)), ids);
  const type = typeOfGrant(publication.document);

  publication.text("title", value("TTL"), "en");
  publication.text("abstract", paragraphs(record.first("ABST")?.children), "en");
  publication.text("claim", firstClaim(record), "en");
  if (type !== "statutory" && !record.first("CLMS") && !record.first("DCLM")) fail("the record ends before its claims");
  const disclaimed = value("DCD");
  if (disclaimed !== null) publication.disclaimed(dayOf(disclaimed));
  for (const group of record.children) groups[group.name]?.(group, publication, type === "design");
  return publication.rows({
    published: dayOf(value("ISD")),
    application: ownApplication(value("SRC"), value("APN")),
    filed: dayOf(value("APD")),
    granted: 1,
    type,
    native,
  });
}

/** Eight places and a check digit. */
const withoutCheck = (printed: string): string => (printed.length === 9 ? printed.slice(0, 8) : printed);

/** Series and six digits, then a check digit; a series that is no number (designs before 1992) is left out. */
function ownApplication(series: string | null, number: string | null): string | null {
  const digits = number?.replace(/\D/g, "") ?? "";
  if (series === null || !/^\d{1,2}$/.test(series) || digits.length < 6) return null;
  return applicationKey("US", `${series.padStart(2, "0")}/${digits.slice(0, 6)}`);
}

/** What each group adds to a publication. */
const groups: Readonly<Record<string, (group: XmlElement, publication: UsptoPublication, design: boolean) => void>> = {
  INVT: (group, publication) => publication.party("inventor", inOrder(group.value("NAM")), economyIn(group)),
  ASSG: (group, publication) => publication.party("assignee", inOrder(group.value("NAM")), economyIn(group)),
  UREF: (group, publication) => publication.cites(group, null, "US"),
  FREF: (group, publication) => publication.cites(group, null, officeOf(group.value("CNT")) ?? "ZZ"),
  OREF: (group, publication) => {
    for (const each of group.all("PAL")) publication.citesText(each.text(), null);
  },
  PRIR: (group, publication) =>
    publication.claims("priority", officeOf(group.value("CNT")) ?? "", group.value("APN"), dayOf(group.value("APD"))),
  RLAP: (group, publication) => related(relations[group.value("COD") ?? ""] ?? "family", group, publication),
  REIS: (group, publication) => related("reissue", group, publication),
  PCTA: (group, publication) => {
    publication.claims("national-stage", "WO", group.value("PCN"), dayOf(group.value("PD3")));
    const published = group.value("PCP")?.replace(/^WO\s*/, "") ?? "";
    publication.linked("publication", documentKey("WO", published), dayOf(group.value("PCD")));
  },
  CLAS: (group, publication, design) => {
    for (const each of [...group.all("OCL"), ...group.all("XCL")])
      publication.classified({ scheme: "uspc", symbol: uspcSymbol(each.raw()) });
    for (const each of group.all("ICL")) {
      if (design) publication.classified({ scheme: "locarno", symbol: locarnoSymbol(each.raw()) });
      else publication.classified({ scheme: "ipc", symbol: ipcSymbol(each.raw()) });
    }
  },
};

/** `Hoff; Don G.` is Don G. Hoff; organisations have no semicolon. */
function inOrder(name: string | null): string | null {
  const [family, given, ...suffixes] = (name ?? "").split(";").map((part) => part.trim());
  return personOf(given || null, family || null, ...suffixes.map((each) => each || null));
}

/** An address in a state of the US has no country. */
const economyIn = (group: XmlElement): string | null =>
  group.value("CNT") === null && group.value("STA") !== null ? "US" : economyOf(group.value("CNT"));

/** Codes of parents; those of combined statements are no more than `family`. */
const relations: Readonly<Record<string, string>> = { "71": "continuation", "72": "continuation-in-part", "74": "division" };

function related(relation: string, group: XmlElement, publication: UsptoPublication): void {
  const date = dayOf(group.value("APD"));
  publication.claims(relation, "US", null, date);
  publication.linked(relation, parentApplication(group.value("APN"), date), date);
  publication.linkedId(relation, group, "US");
}

/** Parents are printed without their series; the year of filing tells it. */
const parentApplication = (number: string | null, date: string | null): string | null =>
  number !== null && date !== null && /^\d{6}$/.test(number) ? docdbApplicationKey("US", number + date.slice(2, 4), "A") : null;

/** Paragraphs of the abstract and of claims. */
const paragraphs = (fields: readonly XmlElement[] = []): string | null =>
  joined(fields.filter(({ name }) => /^P[A-Z][A-Z0-9]$/.test(name)))?.replace(/\s+/g, " ") ?? null;

/** From the first number on to the second; a design has one claim without a number (`DCLM`). */
function firstClaim(record: XmlElement): string | null {
  const claims = record.first("CLMS");
  if (claims === undefined) return paragraphs(record.first("DCLM")?.children);
  const first = claims.children.findIndex(({ name }) => name === "NUM");
  const next = claims.children.findIndex(({ name }, index) => name === "NUM" && index > first);
  return paragraphs(claims.children.slice(first + 1, next < 0 ? undefined : next));
}
