import { cutElements, splitRecord } from "../../format/xml-bytes.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { docdbRows } from "./docdb-record.ts";

const names = ["exch:exchange-document", "exchange-document"];
/** What may stand around the records: declaration, document type, comments and the element that holds all of them. */
const frame = /<\?xml[^>]*\?>|<!DOCTYPE[^>[]*>|<!--[\s\S]*?-->|<\/?(?:\w+:)?exchange-documents(?=[\s>])[^>]*>|\xef\xbb\xbf/g;

const layout: RecordLayout = {
  marks: { strong: names.map((name) => `<${name} `), weak: [] },
  split: (bytes) => splitRecord(bytes, names, frame),
  outer: /^(?:\w+:)?exchange-documents?$/,
  rows: xmlRows(docdbRows, (bytes) => cutElements(bytes, ["exch:designation-of-states", "designation-of-states"])),
};

/** Exchange files of the EPO's master documentation database DOCDB, back file and front file (docs/data.md). */
export const docdb = xmlSource({
  name: "docdb",
  notice: "DOCDB bibliographic data, European Patent Office; terms of use of the EPO's bulk data sets apply.",
  what: "DOCDB exchange file",
  layoutOf: (head) => (/<(?:exch:)?exchange-documents?[\s>]/.test(head) && !head.includes("world-patent-data") ? layout : null),
});
