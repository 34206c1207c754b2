import { fail, type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { earliest } from "../uspto/uspto-cells.ts";
import { applicationOf, dateOf, formatsOf, officeDate, publicationOf } from "./docdb-ids.ts";
import { kindMeaning } from "./docdb-kinds.ts";
import { priorityClaims, priorityRows } from "./docdb-record.ts";

/** Rows of a family member: publication, priorities, legal events, a link from `asked`. Throws BadRow without a publication number. */
export function* familyMemberRows(member: XmlElement, place: Place, asked: string | null): Generator<RowRecord> {
  const publication = formatsOf(member.all("publication-reference"));
  const document = publicationOf(publication) ?? fail("a family member without a publication number");
  const application = formatsOf(member.all("application-reference"));
  const office = document.slice(0, 2);
  const kind = publication.get("docdb")?.value("kind") ?? null;
  const published = dateOf(publication);
  const claims = priorityClaims(member.all("priority-claim"), office);
  const filed = dateOf(application);
  const own = applicationOf(application, office);
  yield rowRecord("patent", place, {
    document,
    office,
    kind,
    published,
    application: own,
    filed,
    priority: earliest([...claims.map(({ date }) => date), filed]),
    family: member.attributes["family-id"] || null,
    ...kindMeaning(office, kind, published),
    native: publication.get("docdb")?.value("doc-number") ?? document,
  });
  yield* priorityRows(document, place, claims, own);
  if (asked !== null && asked !== document)
    yield rowRecord("patent_link", place, { document: asked, relation: "family", other: document, date: null });
  for (const event of member.all("legal")) yield legalRow(event, document, place);
}

/** A legal event, dated by effect or payment, else by gazette. The note of one that concerns a single state begins with `XX:`. */
function legalRow(event: XmlElement, document: string, place: Place): RowRecord {
  const office = event.value("L001EP") ?? document.slice(0, 2);
  const code = (event.attributes.code ?? event.value("L008EP") ?? "").trim();
  const state = event.value("L500EP/L501EP") ?? (Object.hasOwn(stateCodes, code) ? stateCodes[code] : null) ?? null;
  const national = code === "REG" ? event.value("L500EP/L502EP") : null;
  const kind = national !== null && state !== null ? legalKind(state, national) : legalKind(office, code);
  const described = (event.attributes.desc ?? "").replace(/\s+/g, " ").trim();
  const detail = event.first("L500EP/L502EP")?.attributes.descData ?? event.value("L500EP/L510EP");
  const note = [state === null || described.startsWith(`${state}:`) ? "" : `${state}:`, described, detail ? `(${detail})` : ""]
    .filter((part) => part !== "")
    .join(" ");
  return rowRecord("patent_event", place, {
    document,
    kind,
    code: [office, code, national ?? ""].filter((part) => part !== "").join(" ") || null,
    date: officeDate(event.value("L500EP/L525EP")) ?? officeDate(event.value("L500EP/L518EP")) ?? officeDate(event.value("L007EP")),
    note: note || null,
  });
}

/** Codes of the European register that concern one state without naming it in a field of its own. */
const stateCodes: Readonly<Record<string, string>> = {
  GBPC: "GB",
  GBV: "GB",
  GBT: "GB",
  BERE: "BE",
  BECN: "BE",
  EN: "FR",
  ET: "FR",
  NLV1: "NL",
};

/** Codes of legal events (EPO, INPADOC) by office and kind: who holds a right, whether it lives. All other codes are `other`. */
const kinds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  EP: {
    granted: "GRAA",
    "fee-paid": "PGFP",
    lapsed: "PG25 GBPC BERE",
    reinstated: "PGRI",
    withdrawn: "18D 18W",
    refused: "18R",
    revoked: "27W",
    opposed: "26 PLBI",
    transferred: "RAP1 RAP2 RAP4",
  },
  US: { granted: "STCF", "fee-paid": "FPAY MAFP", lapsed: "FP LAPS STCH", reinstated: "PRDP", withdrawn: "STCB", transferred: "AS" },
  CN: {
    granted: "GR01 C14",
    lapsed: "CF01 C19",
    expired: "CX01",
    refused: "RJ01 C12",
    withdrawn: "WD01 C02 WW01 C04",
    transferred: "TA01 TR01 C41",
    licensed: "EE01",
    revoked: "IW01",
  },
  JP: { granted: "R150", "fee-paid": "R250", lapsed: "LAPS", expired: "EXPY", refused: "A02", transferred: "R350" },
  KR: { granted: "GRNT E701", "fee-paid": "FPAY", lapsed: "LAPS", expired: "EXPY", refused: "E601", withdrawn: "WITN WITB" },
  DE: {
    granted: "R018 R020",
    lapsed: "8339 R119",
    expired: "R071",
    refused: "8131 R003",
    withdrawn: "8130",
    revoked: "8330 R037",
    opposed: "R026",
    transferred: "8327 R081",
  },
  FR: { "fee-paid": "PLFP", lapsed: "ST", transferred: "TP" },
  GB: { lapsed: "PCNP", expired: "PE20", transferred: "732 732E" },
};

const kindOfCode: ReadonlyMap<string, string> = new Map(
  Object.entries(kinds).flatMap(([office, codes]) =>
    Object.entries(codes).flatMap(([kind, listed]) => listed.split(" ").map((code) => [`${office} ${code}`, kind] as const)),
  ),
);

/** The kind of `patent_event` that a code of an office stands for; `other` where the table does not know it. */
export const legalKind = (office: string, code: string): string => kindOfCode.get(`${office} ${code}`) ?? "other";
