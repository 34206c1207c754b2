import { type Place, type RowRecord, rowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { type Role, roleOf } from "../tables/patent-table-cells.ts";

/** A symbol of a classification without blanks, and whether it classes the invention or what is said beside it. */
export interface ClassSymbol {
  readonly scheme: string;
  readonly symbol: string;
  readonly role: Role;
}

const fixed = /^([A-H]\d{2}[A-Z])\s*(\d{1,4})\s*\/\s*(\d{2,6})(.*)$/;
const indicators = /^\s*(?:\d{8})?\s*[ACS]?\s?[FL ]?([IN])/;

/** A symbol of parts as `H01L21/762`; `null` where it is none. */
export function joinSymbol(subclass: string, group: string, subgroup: string): string | null {
  const compact = `${subclass}${group.replace(/^0+(?=\d)/, "")}/${subgroup}`.replace(/\s/g, "");
  return /^[A-HY]\d{2}[A-Z]\d{1,4}\/\d{2,6}$/.test(compact) ? compact : null;
}

/** Reads the text form of an IPC symbol of WIPO ST.8 (`H01L  21/762       20060101AFI20210219BHJP`, `G09G    3/36    (2006.01)`). */
export function ipcSymbol(text: string): ClassSymbol | null {
  const [, subclass = "", group = "", subgroup = "", rest = ""] = fixed.exec(text.normalize("NFKC").trim()) ?? [];
  const symbol = joinSymbol(subclass, group, subgroup);
  return symbol === null ? null : { scheme: "ipc", symbol, role: roleOf(indicators.exec(rest)?.[1] ?? null) };
}

/** Reads a CPC symbol printed with blanks (`F02M2700/1358`, `A61K   9/1652`); `null` where it is none. */
function cpcSymbol(text: string): string | null {
  const [, subclass = "", group = "", subgroup = ""] = /^([A-HY]\d{2}[A-Z])\s*(\d{1,4})\s*\/\s*(\d{2,6})\s*$/.exec(text) ?? [];
  return joinSymbol(subclass, group, subgroup);
}

/** Rows of symbols in their order, each symbol of a scheme once (inventive if any office says so); `position` counts within the scheme. */
export function* classRows(document: string, place: Place, symbols: readonly (ClassSymbol | null)[]): Generator<RowRecord> {
  const found = new Map<string, ClassSymbol>();
  for (const each of symbols) {
    if (each === null) continue;
    const key = `${each.scheme} ${each.symbol}`;
    const known = found.get(key);
    if (known === undefined || (known.role !== "inventive" && each.role !== null)) found.set(key, each);
  }
  const positions = new Map<string, number>();
  for (const { scheme, symbol, role } of found.values()) {
    const position = (positions.get(scheme) ?? 0) + 1;
    positions.set(scheme, position);
    yield rowRecord("patent_class", place, { document, scheme, symbol, role, position });
  }
}

/** The symbols of `bibliographic-data` of DOCDB and OPS; where a record has no IPC of the eighth edition, those of earlier ones. */
export function docdbSymbols(biblio: XmlElement): readonly (ClassSymbol | null)[] {
  const ipcr = biblio.all("classifications-ipcr/classification-ipcr").map((each) => ipcSymbol(each.value("text") ?? ""));
  const older = biblio.all("classification-ipc").flatMap((each) => [...each.all("text"), ...each.all("main-classification")]);
  const ipc = ipcr.some((each) => each !== null) ? ipcr : older.map((each) => ipcSymbol(withoutEdition(each.text())));
  return [...biblio.all("patent-classifications/patent-classification").map(schemeSymbol), ...ipc];
}

/** Earlier editions: `7A 61K   9/16   A`. */
const withoutEdition = (text: string): string => text.replace(/^\d?\s*([A-H])\s*(?=\d{2}[A-Z])/, "$1");

function schemeSymbol(element: XmlElement): ClassSymbol | null {
  const printed = element.first("classification-scheme")?.attributes.scheme ?? "";
  const scheme = printed.startsWith("CPC") ? "cpc" : Object.hasOwn(schemes, printed) ? schemes[printed] : undefined;
  if (scheme === undefined) return null;
  const text = element.value("classification-symbol") ?? partsOf(element);
  const symbol = scheme === "cpc" ? cpcSymbol(text) : text.replace(/\s/g, "");
  return symbol === null || symbol === "" ? null : { scheme, symbol, role: roleOf(element.value("classification-value")) };
}

const schemes: Readonly<Record<string, string>> = { FI: "fi", FTERM: "fterm", UC: "uspc" };

const partsOf = (element: XmlElement): string => {
  const [section, cls, subclass, group, subgroup] = ["section", "class", "subclass", "main-group", "subgroup"].map((name) =>
    element.value(name),
  );
  return subgroup == null ? "" : `${section}${cls}${subclass}${group}/${subgroup}`;
};
