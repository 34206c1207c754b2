import { applicationKey } from "../../../link/application-number.ts";
import { documentKey } from "../../../link/document-number.ts";
import type { Place, RowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { dayOf, economyOf, kindOf, officeOf, personOf } from "./uspto-cells.ts";
import { UsptoPublication } from "./uspto-publication.ts";
import { ipcSymbol, uspcOfParts } from "./uspto-symbols.ts";

/**
 * Rows of an application of 2001 to 2004 (`patent-application-publication`, DTD pap-v15 and pap-v16). Throws BadRow where number or date
 * of publication is missing.
 */
export function xml1Rows(root: XmlElement, place: Place): readonly RowRecord[] {
  const biblio = root.first("subdoc-bibliographic-information") ?? root;
  const native = biblio.value("document-id/doc-number") ?? "";
  const kind = biblio.value("document-id/kind-code");
  const publication = new UsptoPublication(place, documentKey("US", native));
  const number = biblio.value("domestic-filing-data/application-number/doc-number");
  const own = number === null ? null : applicationKey("US", number);

  publication.text("title", biblio.value("technical-information/title-of-invention"), "en");
  publication.text("abstract", abstractOf(root), "en");
  publication.text("claim", root.first("subdoc-claims/claim")?.text(blocks) || null, "en");
  parties(biblio, publication);
  classes(biblio, publication);
  links(biblio, publication, own);
  return publication.rows({
    kind: kindOf(kind),
    published: dayOf(biblio.value("document-id/document-date")),
    application: own,
    filed: dayOf(biblio.value("domestic-filing-data/filing-date")),
    granted: 0,
    type: kind?.startsWith("P") ? "plant" : "utility",
    term_days: null,
    native,
  });
}

const blocks: ReadonlySet<string> = new Set(["claim-text"]);

const abstractOf = (root: XmlElement): string | null =>
  root
    .all("subdoc-abstract/paragraph")
    .map((paragraph) => paragraph.text())
    .join(" ")
    .trim() || null;

function parties(biblio: XmlElement, publication: UsptoPublication): void {
  for (const assignee of biblio.all("assignee")) {
    const name = assignee.value("organization-name") ?? nameOf(assignee.first("name"));
    publication.holder("assignee", name, economyOf(assignee.value("address/country/country-code")));
  }
  const inventors = [...biblio.all("inventors/first-named-inventor"), ...biblio.all("inventors/inventor")];
  for (const inventor of inventors) {
    const places = ["residence/residence-us/country-code", "residence/residence-non-us/country-code", "address/country/country-code"];
    const country = places.map((path) => economyOf(inventor.value(path))).find((code) => code !== null) ?? null;
    publication.inventor(nameOf(inventor.first("name")), country);
  }
}

const nameOf = (name: XmlElement | undefined): string | null =>
  name === undefined
    ? null
    : personOf(name.value("given-name"), name.value("middle-name"), name.value("family-name"), name.value("name-suffix"));

function classes(biblio: XmlElement, publication: UsptoPublication): void {
  const technical = biblio.first("technical-information");
  for (const part of ["classification-ipc-primary", "classification-ipc-secondary"]) {
    for (const each of technical?.all(`classification-ipc/${part}/ipc`) ?? []) publication.classified("ipc", ipcSymbol(each.raw()), null);
  }
  for (const part of ["classification-us-primary", "classification-us-secondary"]) {
    for (const each of technical?.all(`classification-us/${part}/uspc`) ?? []) {
      publication.classified("uspc", uspcOfParts(each.value("class"), each.value("subclass")), null);
    }
  }
}

const relations: Readonly<Record<string, string>> = {
  "continuation-of": "continuation",
  "continuation-in-part-of": "continuation-in-part",
  "division-of": "division",
  "non-provisional-of-provisional": "provisional",
  "a-371-of-international": "national-stage",
  "reissue-of": "reissue",
};

function links(biblio: XmlElement, publication: UsptoPublication, own: string | null): void {
  for (const claim of biblio.all("foreign-priority-data")) {
    const number = claim.value("priority-application-number/doc-number");
    publication.claims("priority", officeOf(claim.value("country-code")) ?? "", number, dayOf(claim.value("filing-date")));
  }
  const continuity = biblio.first("continuity-data");
  const related = [...(continuity?.children ?? []), ...(continuity?.all("continuations/continuation-of") ?? [])];
  for (const each of [...related, ...(continuity?.all("continuations/continuation-in-part-of") ?? [])]) {
    if (each.name === "continuations") continue;
    relatedTo(each, publication, own);
  }
}

function relatedTo(related: XmlElement, publication: UsptoPublication, own: string | null): void {
  const printed = relations[related.name] ?? "family";
  for (const id of related.all("document-id")) claimed(printed, id, publication);
  for (const pair of related.all("parent-child")) {
    const child = pair.value("child/document-id/doc-number");
    const direct = child === null || own === null || applicationKey("US", child) === own;
    for (const id of pair.all("parent/document-id")) claimed(direct ? printed : "family", id, publication);
    const patent = pair.value("parent-patent/document-id/doc-number");
    if (patent !== null) publication.linked(direct ? printed : "family", documentKey("US", patent), null);
  }
}

function claimed(relation: string, id: XmlElement, publication: UsptoPublication): void {
  const office = officeOf(id.value("country-code")) ?? "US";
  publication.claims(relation, office, id.value("doc-number"), dayOf(id.value("document-date")));
}
