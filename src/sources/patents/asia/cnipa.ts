import { fail, type Place, type RowRecord } from "../../format/records.ts";
import { cutElements, cutRest } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { type RecordLayout, xmlRows, xmlSource } from "../../format/xml-source.ts";
import { chineseNewRows } from "./cnipa-new.ts";
import { chineseOldRows } from "./cnipa-old.ts";

const layout: RecordLayout = { marks: xmlMarks("cn-patent-document", "business:PatentDocumentAndRelated"), rows: xmlRows(rows, shortened) };

/** Publications of the Chinese office in its older (ST.36) and newer XML (docs/data.md). Addresses are read for their country only. */
export const cnipa = xmlSource({
  name: "cnipa",
  notice: "Patent publications of the China National Intellectual Property Administration; its terms of use apply.",
  what: "Chinese publication",
  layoutOf: (head) => (/<(?:cn-patent-document|business:PatentDocumentAndRelated)[\s>]/.test(head) ? layout : null),
});

/** Only the first claim is kept and nothing of the description and the drawings, which are most of a record. */
function shortened(bytes: Buffer): Buffer {
  const claims = cutRest(cutRest(bytes, "claims", "claim", 1), "business:Claims", "business:Claim", 1);
  return cutElements(claims, ["description", "drawings", "business:Description", "business:Drawings"]);
}

function rows(root: XmlElement, place: Place): Generator<RowRecord> {
  if (root.name === "cn-patent-document") return chineseOldRows(root, place);
  return root.name === "PatentDocumentAndRelated"
    ? chineseNewRows(root, place)
    : fail(`${root.name.slice(0, 40)} is not a Chinese publication`);
}
