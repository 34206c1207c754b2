import type { XmlElement } from "../../format/xml-element.ts";
import { japaneseAddressEconomy } from "../gazette/gazette-places.ts";
import type { GazettePublication } from "../gazette/gazette-publication.ts";
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
