import { fail, type Place, reject, rowsOrReject, type SourceRecord } from "../../format/records.ts";
import { decodeWindows1252 } from "../../format/windows-1252.ts";
import { cutElements, cutRest, decodeXml } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { readElements } from "../../format/xml-reader.ts";
import { type ByteRecord, type RecordMarks, readBroken, xmlMarks } from "../../format/xml-records.ts";
import { greenbookRows } from "./uspto-greenbook.ts";
import { patdocRows, xmlOfSgml } from "./uspto-sgml.ts";
import { xml1Rows } from "./uspto-xml1.ts";
import { xml4Rows } from "./uspto-xml4.ts";

const roots = ["us-patent-grant", "us-patent-application", "PATDOC", "patent-application-publication"] as const;

/** The first element of the records of an XML file, or the Green Book. */
export type UsptoLayout = (typeof roots)[number] | "greenbook";

/** Where the records of a file begin. */
export const usptoMarks = (layout: UsptoLayout): RecordMarks =>
  layout === "greenbook" ? { strong: ["\nPATN\n", "\nPATN\r", "\nPATN "], weak: [], head: "HHHHHT" } : xmlMarks(layout);

const firstRoot = new RegExp(`<(?:!DOCTYPE\\s+)?(${roots.join("|")})[\\s>]`);

/** The layout that the first bytes of a file show; `null` if it is none of the USPTO's. */
export function usptoLayout(head: Buffer): UsptoLayout | null {
  const text = head.toString("latin1");
  const root = firstRoot.exec(text)?.[1];
  if (root !== undefined) return roots.find((each) => each === root) ?? null;
  return /^(?:HHHHHT\s|PATN\s*$)/m.test(text) && /^WKU\s/m.test(text) ? "greenbook" : null;
}

/** Rows of one record of a file, a reject if it is bad, nothing if it is a sequence list beside an application. */
export function usptoRecord(layout: UsptoLayout, record: ByteRecord, file: string): readonly SourceRecord[] {
  const { number, bytes, broken } = record;
  const place = { file, line: number };
  // Nothing tells the end of a Green Book record but the next one.
  if (broken) return readBroken(place, record, (last) => (layout === "greenbook" ? [] : read(layout, last, place)));
  if (bytes === null) return [reject(place, "the record is longer than 128 MiB", "")];
  return read(layout, bytes, place);
}

function read(layout: UsptoLayout, bytes: Buffer, place: Place): readonly SourceRecord[] {
  return rowsOrReject(
    place,
    () => (layout === "greenbook" ? greenbookRows(decodeWindows1252(bytes), place) : xmlRows(bytes, place)),
    () => bytes.toString("latin1", 0, 2000).replace(/\s+/g, " ").trim(),
  );
}

interface LongTexts {
  /** Elements in the order of the record of which nothing is kept, so that they are neither decoded nor read. */
  readonly texts: readonly string[];
  readonly claims: string;
  readonly claim: string;
}

const version4: LongTexts = { texts: ["drawings", "description"], claims: "claims", claim: "claim" };
const longTexts: Readonly<Record<(typeof roots)[number], LongTexts>> = {
  "us-patent-grant": version4,
  "us-patent-application": version4,
  PATDOC: { texts: ["SDODE", "SDODR"], claims: "CL", claim: "CLM" },
  "patent-application-publication": { texts: ["subdoc-description", "subdoc-drawings"], claims: "subdoc-claims", claim: "claim" },
};
const keptClaims = 2;
const namingBytes = 2000;

function xmlRows(bytes: Buffer, place: Place): readonly SourceRecord[] {
  const text = decodeXml(shortened(bytes));
  const sgml = !/^[\s\ufeff]*<\?xml\s/.test(text);
  const root = readElements(sgml ? xmlOfSgml(text) : text);
  return rowsOf(root, place);
}

function shortened(bytes: Buffer): Buffer {
  const head = bytes.toString("latin1", 0, namingBytes);
  const name = roots.find((root) => head.includes(root));
  if (name === undefined) return bytes;
  const { texts, claims, claim } = longTexts[name];
  return cutRest(cutElements(bytes, texts), claims, claim, keptClaims);
}

function rowsOf(root: XmlElement, place: Place): readonly SourceRecord[] {
  if (root.name === "us-patent-grant" || root.name === "us-patent-application") return xml4Rows(root, place);
  if (root.name === "PATDOC") return patdocRows(root, place);
  if (root.name === "patent-application-publication") return xml1Rows(root, place);
  return root.name === "sequence-cwu" ? [] : fail(`${root.name.slice(0, 40)} is no publication`);
}
