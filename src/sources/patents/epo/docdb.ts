import type { Source } from "../../format/source.ts";
import { cutElements } from "../../format/xml-bytes.ts";
import { docdbRows } from "./docdb-record.ts";
import { type RecordLayout, splitRecord, xmlFiles, xmlRecordRows } from "./docdb-stream.ts";

const names = ["exch:exchange-document", "exchange-document"];
/** What may stand around the records: declaration, document type, comments and the element that holds all of them. */
const frame = /<\?xml[^>]*\?>|<!DOCTYPE[^>[]*>|<!--[\s\S]*?-->|<\/?(?:\w+:)?exchange-documents(?=[\s>])[^>]*>|\xef\xbb\xbf/g;

const layout: RecordLayout = {
  fits,
  marks: { strong: names.map((name) => `<${name} `), weak: [] },
  shorten: (bytes) => cutElements(bytes, ["exch:designation-of-states", "designation-of-states"]),
  split: (bytes) => splitRecord(bytes, names, frame),
  rows: docdbRows,
};

/** Exchange files of the EPO's master documentation database DOCDB, back file and front file (docs/data.md). */
export const docdb: Source = {
  name: "docdb",
  scope: "parts",
  notice: "DOCDB bibliographic data, European Patent Office; terms of use of the EPO's bulk data sets apply.",
  files: (paths) => xmlFiles(paths, fits, "DOCDB exchange file"),
  edition: async () => null,
  read: (files, effects) => xmlRecordRows(files, effects, layout),
};

function fits(head: string): boolean {
  return /<(?:exch:)?exchange-documents?[\s>]/.test(head) && !head.includes("world-patent-data");
}
