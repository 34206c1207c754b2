import { documentKey } from "../../../link/numbers/document-number.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { dayOf, officeOf } from "./uspto-cells.ts";
import { inText, joined, type UsptoFields } from "./uspto-fields.ts";
import { parentRelation } from "./uspto-parents.ts";
import type { UsptoPublication, UsptoSymbol } from "./uspto-publication.ts";
import { ipcSymbol, uspcOfParts } from "./uspto-symbols.ts";

const blocks: ReadonlySet<string> = new Set(["claim-text"]);

const national = (each: XmlElement): UsptoSymbol => ({ scheme: "uspc", symbol: uspcOfParts(each.value("class"), each.value("subclass")) });

/** An application of 2001 to 2004 (`patent-application-publication`, DTD pap-v15 and pap-v16). */
export const xml1Fields: UsptoFields = {
  biblio: ["subdoc-bibliographic-information"],
  publication: { path: "document-id", number: "doc-number", kind: "kind-code", date: "document-date" },
  application: { path: "domestic-filing-data", number: "application-number/doc-number", date: "filing-date" },
  term: [],
  language: "en",
  title: "technical-information/title-of-invention",
  abstract: (root) => joined(root.all("subdoc-abstract/paragraph")),
  claim: (root) => root.first("subdoc-claims/claim")?.text(blocks) || null,
  parties: [
    ["assignee", "assignee"],
    ["inventor", "inventors/first-named-inventor"],
    ["inventor", "inventors/inventor"],
  ],
  names: {
    organisation: ["organization-name"],
    person: [["name/given-name"], ["name/middle-name"], ["name/family-name"], ["name/name-suffix"]],
  },
  economies: ["residence/residence-us/country-code", "residence/residence-non-us/country-code", "address/country/country-code"],
  classes: [
    ["technical-information/classification-ipc/classification-ipc-primary/ipc", inText("ipc", ipcSymbol)],
    ["technical-information/classification-ipc/classification-ipc-secondary/ipc", inText("ipc", ipcSymbol)],
    ["technical-information/classification-us/classification-us-primary/uspc", national],
    ["technical-information/classification-us/classification-us-secondary/uspc", national],
  ],
  ids: { country: "country-code", number: "doc-number", date: "document-date" },
  links,
  granted: () => 0,
  type: (_, kind) => (kind?.startsWith("P") ? "plant" : "utility"),
};

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
  const paths = ["continuations/continuation-of", "continuations/continuation-in-part-of"];
  const continuity = biblio.first("continuity-data");
  for (const related of [...(continuity?.children ?? []), ...paths.flatMap((path) => continuity?.all(path) ?? [])]) {
    if (related.name !== "continuations") relatedTo(related, publication, own);
  }
}

function relatedTo(related: XmlElement, publication: UsptoPublication, own: string | null): void {
  const printed = relations[related.name] ?? "family";
  for (const id of related.all("document-id")) publication.claimsId(printed, id);
  for (const pair of related.all("parent-child")) {
    const relation = parentRelation(printed, pair.value("child/document-id/doc-number"), own);
    for (const id of pair.all("parent/document-id")) publication.claimsId(relation, id);
    const patent = pair.value("parent-patent/document-id/doc-number");
    if (patent !== null) publication.linked(relation, documentKey("US", patent), null);
  }
}
