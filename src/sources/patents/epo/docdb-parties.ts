import { type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { economyOf } from "../uspto/uspto-cells.ts";

/** Best first: as printed in Latin letters, as printed, as DOCDB standardises it. */
const printedFormats = ["docdba", "original", "docdb", "epodoc"];
const ownScript = /[^\p{Script=Latin}\p{N}\p{P}\p{S}\p{Z}\p{M}]/u;

interface Party {
  readonly position: number;
  readonly name: string;
  readonly economy: string | null;
  readonly native: string | null;
}

/**
 * Rows of applicants and inventors. `name` is as printed in Latin letters where the record has that, `native` the other form: in its own
 * script, else as DOCDB standardises it. Addresses are not read.
 */
export function* partyRows(document: string, place: Place, biblio: XmlElement): Generator<RowRecord> {
  for (const party of parties(biblio.all("parties/applicants/applicant"), "applicant-name")) {
    yield rowRecord("patent_holder", place, { document, role: "applicant", ...party });
  }
  for (const party of parties(biblio.all("parties/inventors/inventor"), "inventor-name")) {
    yield rowRecord("patent_inventor", place, { document, ...party });
  }
}

function parties(elements: readonly XmlElement[], nameElement: string): readonly Party[] {
  const bySequence = new Map<number, Map<string, XmlElement>>();
  elements.forEach((element, index) => {
    const position = Number(element.attributes.sequence ?? index + 1);
    if (!Number.isSafeInteger(position) || position < 1) return;
    const formats = bySequence.get(position) ?? new Map<string, XmlElement>();
    bySequence.set(position, formats.set(element.attributes["data-format"] ?? "original", element));
  });
  return [...bySequence].flatMap(([position, formats]) => party(position, formats, nameElement) ?? []);
}

function party(position: number, formats: ReadonlyMap<string, XmlElement>, nameElement: string): Party | null {
  const named = new Map<string, { readonly name: string; readonly economy: string | null }>();
  for (const [format, element] of formats) {
    const printed = element.value(`${nameElement}/name`) ?? element.value(`${nameElement}/last-name`);
    if (printed === null) continue;
    const [, bare = printed, bracketed] = /^(.*?)\s*(?:\[([A-Z]{2})\])?[,;\s]*$/.exec(printed) ?? [];
    if (bare !== "") named.set(format, { name: bare, economy: element.value("residence/country") ?? bracketed ?? null });
  }
  const names = printedFormats.flatMap((format) => named.get(format)?.name ?? []);
  const latin = names.find((name) => !ownScript.test(name));
  const name = latin ?? names[0];
  if (name === undefined) return null;
  const standard = named.get("docdb") ?? named.get("epodoc");
  const native = names.find((each) => ownScript.test(each)) ?? standard?.name ?? null;
  const economy = [...named.values()].find((each) => each.economy !== null)?.economy ?? null;
  return {
    position,
    name,
    economy: economyOf(economy),
    native: native === name ? null : native,
  };
}
