import { applicationKey } from "../../../link/application-number.ts";
import { documentKey } from "../../../link/document-number.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { dayOf, officeOf } from "./uspto-cells.ts";
import type { UsptoPublication } from "./uspto-publication.ts";

const relations: Readonly<Record<string, string>> = {
  continuation: "continuation",
  "continuation-in-part": "continuation-in-part",
  division: "division",
  reissue: "reissue",
  "continuing-reissue": "reissue",
  "us-divisional-reissue": "reissue",
};

/**
 * Links of a record of version 4.x to other applications and publications. A chain of parents is printed whole: what a parent is to its
 * own parent is `family` of this publication. `own` is the key of its application.
 */
export function relatedDocuments(biblio: XmlElement, publication: UsptoPublication, own: string | null): void {
  for (const claim of biblio.all("priority-claims/priority-claim")) {
    const date = dayOf(claim.value("date"));
    publication.claims("priority", officeOf(claim.value("country")) ?? "", claim.value("doc-number"), date);
  }
  for (const related of biblio.first("us-related-documents")?.children ?? []) relatedDocument(related, publication, own);
  const filing = biblio.first("pct-or-regional-filing-data/document-id");
  if (filing) publication.claims("national-stage", "WO", filing.value("doc-number"), dayOf(filing.value("date")));
  const published = biblio.first("pct-or-regional-publishing-data/document-id");
  if (published) earlier(published, publication);
}

function relatedDocument(related: XmlElement, publication: UsptoPublication, own: string | null): void {
  if (related.name === "related-publication") {
    for (const id of related.all("document-id")) earlier(id, publication);
    return;
  }
  if (related.name === "us-provisional-application") {
    for (const id of related.all("document-id")) claimed("provisional", id, publication);
    return;
  }
  const child = related.value("relation/child-doc/document-id/doc-number");
  const direct = child === null || own === null || applicationKey("US", child) === own;
  const relation = direct ? (relations[related.name] ?? "family") : "family";
  for (const parent of related.all("relation/parent-doc")) {
    for (const id of parent.all("document-id")) claimed(relation, id, publication);
    for (const id of parent.all("parent-pct-document/document-id")) claimed(relation, id, publication);
    for (const id of parent.all("parent-grant-document/document-id")) {
      publication.linked(relation, keyOf(id), dayOf(id.value("date")));
    }
  }
}

function claimed(relation: string, id: XmlElement, publication: UsptoPublication): void {
  publication.claims(relation, officeOf(id.value("country")) ?? "US", id.value("doc-number"), dayOf(id.value("date")));
}

const earlier = (id: XmlElement, publication: UsptoPublication): void =>
  publication.linked("publication", keyOf(id), dayOf(id.value("date")));

function keyOf(id: XmlElement): string | null {
  const office = officeOf(id.value("country")) ?? "US";
  const number = id.value("doc-number") ?? "";
  return documentKey(office, number.startsWith(office) ? number.slice(office.length) : number);
}
