import { fail, type Place, type RowRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { cutElements, cutRest } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlFiles, xmlRecordRows } from "../epo/docdb-stream.ts";
import { japaneseRows } from "./jpo-record.ts";

const layout: RecordLayout = { fits, marks: xmlMarks("jp-official-gazette"), shorten: shortened, rows };

/** Gazettes of the Japan Patent Office in its ST.36 XML (docs/data.md). Addresses are read for their country only. */
export const jpo: Source = {
  name: "jpo",
  scope: "parts",
  notice: "Official gazettes of the Japan Patent Office; its terms of use apply.",
  files: (paths) => xmlFiles(paths, fits, "Japanese gazette"),
  edition: async () => null,
  read: (files, effects) => xmlRecordRows(files, effects, layout),
};

/** Only the first claim is kept; later amendments repeat claims and description. */
function shortened(bytes: Buffer): Buffer {
  return cutElements(cutRest(bytes, "claims", "claim", 1), ["description", "drawings", "jp:written-amendment-group"]);
}

function rows(root: XmlElement, place: Place): Generator<RowRecord> {
  return root.name === "jp-official-gazette" ? japaneseRows(root, place) : fail(`${root.name.slice(0, 40)} is no Japanese gazette`);
}

function fits(head: string): boolean {
  return /<jp-official-gazette[\s>]/.test(head);
}
