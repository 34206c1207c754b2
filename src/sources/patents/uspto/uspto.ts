import { isUtf8 } from "node:buffer";
import { fail, type Place, type RowRecord } from "../../format/records.ts";
import { decodeWindows1252 } from "../../format/windows-1252.ts";
import { cutElements, cutRest, decodeXml } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { readElements, type UnknownEntities } from "../../format/xml-reader.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlSource } from "../../format/xml-source.ts";
import { type UsptoFields, usptoRows } from "./uspto-fields.ts";
import { greenbookRows } from "./uspto-greenbook.ts";
import { patdocFields, xmlOfSgml } from "./uspto-sgml.ts";
import { xml1Fields } from "./uspto-xml1.ts";
import { xml4Fields } from "./uspto-xml4.ts";

/** Full texts of the USPTO: grants since 1976 and applications since 2001 in five generations of layouts (docs/data.md). */
export const uspto = xmlSource({
  name: "uspto",
  notice: "Patent full text of the United States Patent and Trademark Office, public domain.",
  what: "file of USPTO full text",
  fitting: /\.(xml|sgml?|txt|greenbook|zip|tar|tgz)(\.gz)?$/i,
  entries: /^/,
  layoutOf: usptoLayout,
});

/** The first element of the records of an XML file. */
const roots = ["us-patent-grant", "us-patent-application", "PATDOC", "patent-application-publication"] as const;
const firstRoot = new RegExp(`<(?:!DOCTYPE\\s+)?(${roots.join("|")})[\\s>]`);

const greenbook: RecordLayout = {
  marks: { strong: ["\nPATN\n", "\nPATN\r", "\nPATN "], weak: [], head: "HHHHHT" },
  rows: (bytes, place) => greenbookRows(isUtf8(bytes) ? bytes.toString("utf8") : decodeWindows1252(bytes), place),
  endless: true,
};

/** The layout that the first bytes of a file show; `null` if it is none of the USPTO's. */
export function usptoLayout(head: string): RecordLayout | null {
  const root = firstRoot.exec(head)?.[1];
  if (root !== undefined) return { marks: xmlMarks(root), rows: xmlRows };
  return /^(?:HHHHHT\s|PATN\s*$)/m.test(head) && /^WKU\s/m.test(head) ? greenbook : null;
}

/** How a kind of record is read: the elements, in its order, of which nothing is kept, so that they are neither decoded nor read; claims. */
interface XmlLayout {
  readonly fields: UsptoFields;
  readonly texts: readonly string[];
  readonly claims: string;
  readonly claim: string;
}

const version4: XmlLayout = { fields: xml4Fields, texts: ["drawings", "description"], claims: "claims", claim: "claim" };
const layouts: Readonly<Record<(typeof roots)[number], XmlLayout>> = {
  "us-patent-grant": version4,
  "us-patent-application": version4,
  PATDOC: { fields: patdocFields, texts: ["SDODE", "SDODR"], claims: "CL", claim: "CLM" },
  "patent-application-publication": {
    fields: xml1Fields,
    texts: ["subdoc-description", "subdoc-drawings"],
    claims: "subdoc-claims",
    claim: "claim",
  },
};
const keptClaims = 2;
const namingBytes = 2000;

function xmlRows(bytes: Buffer, place: Place, unknown: UnknownEntities): readonly RowRecord[] {
  const text = decodeXml(shortened(bytes));
  const sgml = !/^[\s\ufeff]*<\?xml\s/.test(text);
  const root = readElements(sgml ? xmlOfSgml(text) : text, unknown);
  return rowsOf(root, place);
}

function shortened(bytes: Buffer): Buffer {
  const head = bytes.toString("latin1", 0, namingBytes);
  const name = roots.find((root) => head.includes(root));
  if (name === undefined) return bytes;
  const { texts, claims, claim } = layouts[name];
  return cutRest(cutElements(bytes, texts), claims, claim, keptClaims);
}

/** Rows of a record by the fields of its layout. Throws BadRow. */
export function rowsOf(root: XmlElement, place: Place): readonly RowRecord[] {
  const name = roots.find((each) => each === root.name);
  if (name !== undefined) return usptoRows(root, place, layouts[name].fields);
  return root.name === "sequence-cwu" ? [] : fail(`${root.name.slice(0, 40)} is not a publication`);
}
