import { fail, type Place, type RowRecord } from "../../format/records.ts";
import { cutElements, cutRest } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { japaneseRows } from "./jpo-record.ts";

const layout: RecordLayout = { marks: xmlMarks("jp-official-gazette"), rows: xmlRows(rows, shortened) };

/** Gazettes of the Japan Patent Office in its ST.36 XML (docs/data.md). Addresses are read for their country only. */
export const jpo = xmlSource({
  name: "jpo",
  notice: "Official gazettes of the Japan Patent Office; its terms of use apply.",
  what: "Japanese gazette",
  layoutOf: (head) => (/<jp-official-gazette[\s>]/.test(head) ? layout : null),
});

/** Only the first claim is kept; later amendments repeat claims and description. */
function shortened(bytes: Buffer): Buffer {
  return cutElements(cutRest(bytes, "claims", "claim", 1), ["description", "drawings", "jp:written-amendment-group"]);
}

function rows(root: XmlElement, place: Place): Generator<RowRecord> {
  return root.name === "jp-official-gazette" ? japaneseRows(root, place) : fail(`${root.name.slice(0, 40)} is not a Japanese gazette`);
}
