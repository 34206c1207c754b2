import type { XmlElement } from "../../format/xml-element.ts";
import { type ClassSymbol, ipcSymbol, joinSymbol } from "../epo/docdb-classes.ts";
import { japaneseAddressEconomy } from "../gazette/gazette-places.ts";
import { type GazettePublication, locarnoClass } from "../gazette/gazette-publication.ts";
import { fiSymbol, fTerm } from "../gazette/japanese-symbols.ts";
import { roleOf } from "../tables/patent-table-cells.ts";
import { economyOf } from "../uspto/uspto-cells.ts";

type Holders = GazettePublication["holders"];

/** Applicants of a publication in ST.96; those of the Japanese office stand in bags with their agents. */
export const applicants = (biblio: XmlElement): Holders => parties(biblio, "Applicant").map((each) => holder("applicant", each));

/** Assignees and grantees of a publication in ST.96. */
export const assignees = (biblio: XmlElement): Holders =>
  ["Assignee", "Grantee", "PatentGrantee"].flatMap((name) => parties(biblio, name)).map((each) => holder("assignee", each));

/** Names of inventors of a publication in ST.96, in their order. */
export const inventorNames = (biblio: XmlElement): readonly (string | null)[] => parties(biblio, "Inventor").map(nameOf);

const parties = (biblio: XmlElement, name: string): readonly XmlElement[] =>
  biblio.children.filter((each) => /PartyBag$/.test(each.name)).flatMap((bag) => bag.within(name));

/** The office's number of a party is its native name: it is the same in all its records. */
function holder(role: "applicant" | "assignee", party: XmlElement): Holders[number] {
  return { role, name: nameOf(party), economy: economy(party), native: party.value("PartyIdentifier") };
}

const contacts = (party: XmlElement): readonly XmlElement[] =>
  party.children.filter(({ name }) => name === "PublicationContact" || name === "Contact");

/** The name in the party's own script where it stands in two. */
function nameOf(party: XmlElement): string | null {
  const all = contacts(party);
  const own = all.find(({ attributes }) => attributes["jpcom:OriginalLanguageIndicator"] === "true");
  for (const contact of own === undefined ? all : [own, ...all]) {
    const name = contact.first("Name");
    const person = name?.first("PersonName");
    const said =
      name?.value("OrganizationName/OrganizationStandardName") ??
      name?.value("OrganizationName") ??
      name?.value("EntityName") ??
      person?.value("PersonFullName") ??
      structured(person?.first("PersonStructuredName"));
    if (said) return said;
  }
  return null;
}

const structured = (name: XmlElement | undefined): string | null =>
  name === undefined
    ? null
    : [name.value("LastName"), [name.value("FirstName"), name.value("MiddleName")].filter((each) => each !== null).join(" ")]
        .filter(Boolean)
        .join(", ") || null;

/** An address is read for its country only. */
function economy(party: XmlElement): string | null {
  const code = contacts(party)
    .flatMap((each) => each.within("CountryCode"))
    .map((each) => economyOf(each.text()))
    .find((each) => each !== null);
  if (code !== undefined) return code;
  const address = contacts(party).flatMap((each) => each.within("PostalAddressText"))[0];
  return address === undefined ? null : japaneseAddressEconomy(address.text());
}

/** The symbols of a publication in ST.96; those that were searched (`SearchField`) are none of its own. */
export function st96Symbols(biblio: XmlElement): readonly (ClassSymbol | null)[] {
  const bags = [biblio, ...biblio.all("PatentClassificationBag")];
  const within = (path: string): readonly XmlElement[] => bags.flatMap((bag) => bag.all(path));
  const national = within("NationalClassification").flatMap((each) => each.children);
  return [
    ...[...within("IPCRClassificationBag/IPCRClassification"), ...within("IPCRClassification")].map((each) => parted(each, "ipc")),
    ...within("IPCClassification").flatMap((each) =>
      [...each.all("MainClassification"), ...each.all("FurtherClassification")].map((symbol) => ipcSymbol(symbol.text())),
    ),
    ...within("CPCClassificationBag").flatMap((each) => each.within("CPCClassification").map((symbol) => parted(symbol, "cpc"))),
    ...national.map((each) => fiSymbol(each.value("PatentClassificationText") ?? "")),
    ...within("FtermInformationBag/FtermInformation").map((each) => fTerm(each.text())),
    ...within("LocarnoClassificationBag").flatMap((each) => each.within("LocarnoClass").map((symbol) => locarnoClass(symbol.text()))),
  ];
}

/** A symbol that stands in parts, or as the text of ST.8. */
function parted(element: XmlElement, scheme: "ipc" | "cpc"): ClassSymbol | null {
  const of = (name: string): string => element.value(name) ?? "";
  const symbol = joinSymbol((of("Section") || of("CPCSection")) + of("Class") + of("Subclass"), of("MainGroup"), of("Subgroup"));
  if (symbol === null) {
    const text = ipcSymbol(of("PatentClassificationText"));
    return text && { ...text, scheme };
  }
  return { scheme, symbol, role: roleOf(of("IPCClassificationValueCode") || of("CPCClassificationValueCode") || null) };
}
