import { applicationKey, docdbApplicationKey } from "../../../link/application-number.ts";
import { documentKey } from "../../../link/document-number.ts";
import { fail, type Place, type RowRecord } from "../../format/records.ts";
import { dayOf, daysOf, economyOf, officeOf, personOf, typeOfGrant } from "./uspto-cells.ts";
import { fieldOf, fieldsOf, type GreenbookGroup, greenbookGroups } from "./uspto-greenbook-fields.ts";
import { UsptoPublication } from "./uspto-publication.ts";
import { ipcSymbol, locarnoSymbol, uspcSymbol } from "./uspto-symbols.ts";

/**
 * Rows of a grant of 1976 to 2001 in the USPTO's Green Book (APS full text). Who cited a reference is not told: no phase. Throws BadRow
 * where number or date of publication is missing, or the claims (only defensive publications have none).
 */
export function greenbookRows(text: string, place: Place): readonly RowRecord[] {
  if (text.includes("\0")) fail("the record has a NUL byte");
  const groups = greenbookGroups(text);
  const head = groups.find(({ name }) => name === "PATN");
  const native = fieldOf(head, "WKU") ?? fail("the record has no WKU, the number of the patent");
  const publication = new UsptoPublication(place, documentKey("US", withoutCheck(native)));
  const type = typeOfGrant(publication.document);
  const filed = dayOf(fieldOf(head, "APD"));

  publication.text("title", fieldOf(head, "TTL"), "en");
  publication.text("abstract", textOf(groups.find(({ name }) => name === "ABST")), "en");
  publication.text("claim", firstClaim(groups), "en");
  if (type !== "statutory" && !groups.some(({ name }) => name === "CLMS" || name === "DCLM")) fail("the record ends before its claims");
  for (const group of groups) rowsOfGroup(group, publication, type === "design");
  return publication.rows({
    kind: null,
    published: dayOf(fieldOf(head, "ISD")),
    application: ownApplication(fieldOf(head, "SRC"), fieldOf(head, "APN")),
    filed,
    granted: 1,
    type,
    term_days: daysOf(fieldOf(head, "TRM")),
    native,
  });
}

/** Eight places and a check digit. */
const withoutCheck = (printed: string): string => (printed.length === 9 ? printed.slice(0, 8) : printed);

/** Series and six digits, then a check digit; a series that is no number (designs before 1992) is not told. */
function ownApplication(series: string | null, number: string | null): string | null {
  const digits = number?.replace(/\D/g, "") ?? "";
  if (series === null || !/^\d{1,2}$/.test(series) || digits.length < 6) return null;
  return applicationKey("US", `${series.padStart(2, "0")}/${digits.slice(0, 6)}`);
}

function rowsOfGroup(group: GreenbookGroup, publication: UsptoPublication, design: boolean): void {
  const value = (name: string): string | null => fieldOf(group, name);
  if (group.name === "INVT") publication.inventor(inOrder(value("NAM")), economyIn(group));
  else if (group.name === "ASSG") publication.holder("assignee", inOrder(value("NAM")), economyIn(group));
  else if (group.name === "UREF") publication.cites("US", value("PNO"), value("ISD"), null);
  else if (group.name === "FREF") publication.cites(officeOf(value("CNT")) ?? "ZZ", value("PNO"), value("ISD"), null);
  else if (group.name === "OREF") for (const text of fieldsOf(group, "PAL")) publication.citesText(oneLine(text), null);
  else if (group.name === "PRIR") priority(group, publication);
  else if (group.name === "RLAP" || group.name === "REIS") related(group, publication);
  else if (group.name === "PCTA") international(group, publication);
  else if (group.name === "CLAS") classes(group, publication, design);
}

/** `Hoff; Don G.` is Don G. Hoff; organisations have no semicolon. */
function inOrder(name: string | null): string | null {
  const [family, given, ...suffixes] = (name ?? "").split(";").map((part) => part.trim());
  return personOf(given || null, family || null, ...suffixes.map((each) => each || null));
}

/** An address in a state of the US has no country. */
const economyIn = (group: GreenbookGroup): string | null =>
  fieldOf(group, "CNT") === null && fieldOf(group, "STA") !== null ? "US" : economyOf(fieldOf(group, "CNT"));

function priority(group: GreenbookGroup, publication: UsptoPublication): void {
  publication.claims("priority", officeOf(fieldOf(group, "CNT")) ?? "", fieldOf(group, "APN"), dayOf(fieldOf(group, "APD")));
}

/** Codes of parents; those of combined statements are no more than `family`. */
const relations: Readonly<Record<string, string>> = { "71": "continuation", "72": "continuation-in-part", "74": "division" };

function related(group: GreenbookGroup, publication: UsptoPublication): void {
  const relation = group.name === "REIS" ? "reissue" : (relations[fieldOf(group, "COD") ?? ""] ?? "family");
  const patent = fieldOf(group, "PNO");
  const date = dayOf(fieldOf(group, "APD"));
  publication.claims(relation, "US", null, date);
  publication.linked(relation, parentApplication(fieldOf(group, "APN"), date), date);
  if (patent !== null) publication.linked(relation, documentKey("US", patent), dayOf(fieldOf(group, "ISD")));
}

/** Parents are printed without their series; the year of filing tells it. */
const parentApplication = (number: string | null, date: string | null): string | null =>
  number !== null && date !== null && /^\d{6}$/.test(number) ? docdbApplicationKey("US", number + date.slice(2, 4), "A") : null;

function international(group: GreenbookGroup, publication: UsptoPublication): void {
  publication.claims("national-stage", "WO", fieldOf(group, "PCN"), dayOf(fieldOf(group, "PD3")));
  const published = fieldOf(group, "PCP");
  if (published !== null)
    publication.linked("publication", documentKey("WO", published.replace(/^WO\s*/, "")), dayOf(fieldOf(group, "PCD")));
}

function classes(group: GreenbookGroup, publication: UsptoPublication, design: boolean): void {
  for (const each of [...fieldsOf(group, "OCL"), ...fieldsOf(group, "XCL")]) publication.classified("uspc", uspcSymbol(each), null);
  for (const each of fieldsOf(group, "ICL")) {
    if (design) publication.classified("locarno", locarnoSymbol(each), null);
    else publication.classified("ipc", ipcSymbol(each), null);
  }
}

const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Paragraphs of the abstract and of claims. */
const textFields = /^P[A-Z][A-Z0-9]$/;

const textOf = (group: GreenbookGroup | undefined): string | null =>
  oneLine((group?.fields ?? []).flatMap(({ name, text }) => (textFields.test(name) ? [text] : [])).join(" ")) || null;

/** From the first number on to the second; a design has one claim without a number (`DCLM`). */
function firstClaim(groups: readonly GreenbookGroup[]): string | null {
  const claims = groups.find(({ name }) => name === "CLMS");
  if (claims === undefined) return textOf(groups.find(({ name }) => name === "DCLM"));
  const first = claims.fields.findIndex(({ name }) => name === "NUM");
  const next = claims.fields.findIndex(({ name }, index) => name === "NUM" && index > first);
  return textOf({ name: "CLMS", fields: claims.fields.slice(first + 1, next < 0 ? undefined : next) });
}
