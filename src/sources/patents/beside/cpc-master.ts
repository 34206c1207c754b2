import { documentKey } from "../../../link/document-number.ts";
import { fail, type Place, type RowRecord } from "../../format/records.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { type ClassSymbol, classRows, joinSymbol, roleOf } from "../epo/docdb-classes.ts";
import { type RecordLayout, splitRecord } from "../epo/docdb-stream.ts";

const names = ["uspat:CPCMasterClassificationRecord"];
const frame = /<\?xml[^>]*\?>|<!--[\s\S]*?-->|<\/?uspat:CPCMasterClassificationFile(?=[\s>])[^>]*>|\xef\xbb\xbf/g;

/** Records of the USPTO's master classification file: a grant or a published application and its current CPC symbols. */
export const masterLayout: RecordLayout = {
  fits: isMaster,
  marks: { strong: names.flatMap((name) => [`<${name}>`, `<${name} `]), weak: [] },
  split: (bytes) => splitRecord(bytes, names, frame),
  rows,
};

/** Whether a file is a master classification file, by its first bytes. */
export function isMaster(head: string): boolean {
  return /<uspat:CPCMasterClassificationFile[\s>]/.test(head);
}

function rows(root: XmlElement, place: Place): Generator<RowRecord> {
  const office = root.value("PatentGrantIdentification/IPOfficeCode") ?? root.value("PatentPublicationIdentification/IPOfficeCode") ?? "US";
  const printed =
    root.value("PatentGrantIdentification/PatentNumber") ?? root.value("PatentPublicationIdentification/PublicationNumber") ?? "";
  const document = documentKey(office, printed) ?? fail(`"${printed.slice(0, 40)}" is no publication number`);
  const bag = root.first("CPCClassificationBag") ?? fail("no CPCClassificationBag");
  return classRows(document, place, bag.within("CPCClassification").map(symbolOf));
}

function symbolOf(element: XmlElement): ClassSymbol | null {
  const [section, cls, subclass, group, subgroup] = ["CPCSection", "Class", "Subclass", "MainGroup", "Subgroup"].map(
    (name) => element.value(name) ?? "",
  );
  const symbol = joinSymbol(`${section}${cls}${subclass}`, group ?? "", subgroup ?? "");
  return symbol === null ? null : { scheme: "cpc", symbol, role: roleOf(element.value("CPCClassificationValueCode")) };
}
