import type { Effects } from "../../../base/effects.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";
import { breakReject, type Entry } from "../../format/broken-archive.ts";
import { openEntries } from "../../format/open-entries.ts";
import { partsSource, tableLayout, tableRows } from "../../format/parts-source.ts";
import { fail, type Place, type RowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import { splitRecord } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { holds, opened, type RecordLayout, recordsOf, xmlRows } from "../../format/xml-source.ts";
import { type ClassSymbol, classRows, joinSymbol } from "../epo/docdb-classes.ts";
import { roleOf } from "../tables/patent-table-cells.ts";
import { ipcTableColumns, ipcTableRows, type ListScheme, listRows, listScheme, ParentFinder, schemeRows } from "./cpc-titles.ts";

const ipcTable = { columns: ipcTableColumns };
const schemeLayout: RecordLayout = { marks: xmlMarks("class-scheme"), rows: xmlRows(schemeRows) };

/** Schemes and title lists of CPC, titles of IPC, and the USPTO's master classification file (docs/data.md). */
export const cpc = partsSource<"table" | "entries">({
  name: "cpc",
  notice: "Cooperative Patent Classification (EPO and USPTO) and International Patent Classification (WIPO).",
  fitting: /\.(xml|txt|tsv|csv|tar)(\.gz)?$|\.(zip|tgz)$/i,
  what: "classification scheme, title list or master classification file",
  layoutOf: async (file) => {
    // Only tables of IPC titles are delimited text with a header.
    if (/\.csv(\.gz)?$/i.test(file) && (await tableLayout(file, [ipcTable]))) return "table";
    return (await holds(
      file,
      () => true,
      (head) => kindOf(head) !== null,
    ))
      ? "entries"
      : null;
  },
  rows: (file, layout, effects) => {
    const parents = new ParentFinder();
    return layout === "table" ? tableRows(file, ipcTable, (row) => ipcTableRows(row, parents), effects) : entriesRows(file, effects);
  },
});

type Kind = "scheme" | "master" | ListScheme | null;

function kindOf(head: string): Kind {
  if (/<class-scheme[\s>]/.test(head)) return "scheme";
  if (/<uspat:CPCMasterClassificationFile[\s>]/.test(head)) return "master";
  return listScheme(head);
}

async function* entriesRows(file: string, effects: Effects): Stream<SourceRecord> {
  for await (const entry of openEntries(file, effects)) yield* rowsOf(entry, effects);
}

async function* rowsOf(entry: Entry, effects: Effects): Stream<SourceRecord> {
  const { head, chunks, broken } = await opened(entry);
  const kind = kindOf(head);
  if (kind === "scheme") yield* recordsOf(entry.name, chunks, schemeLayout, effects);
  else if (kind === "master") yield* recordsOf(entry.name, chunks, masterLayout, effects);
  else if (kind !== null) yield* listRows(entry.name, kind, chunks);
  else {
    await chunks.return(undefined);
    if (broken !== null) yield breakReject({ file: entry.name, line: 1 }, broken, head);
  }
}

const names = ["uspat:CPCMasterClassificationRecord"];
const frame = /<\?xml[^>]*\?>|<!--[\s\S]*?-->|<\/?uspat:CPCMasterClassificationFile(?=[\s>])[^>]*>|\xef\xbb\xbf/g;

/** Records of the USPTO's master classification file: a grant or a published application and its current CPC symbols. */
const masterLayout: RecordLayout = {
  marks: { strong: names.flatMap((name) => [`<${name}>`, `<${name} `]), weak: [] },
  split: (bytes) => splitRecord(bytes, names, frame),
  rows: xmlRows(masterRows),
};

function masterRows(root: XmlElement, place: Place): Generator<RowRecord> {
  const office = root.value("PatentGrantIdentification/IPOfficeCode") ?? root.value("PatentPublicationIdentification/IPOfficeCode") ?? "US";
  const printed =
    root.value("PatentGrantIdentification/PatentNumber") ?? root.value("PatentPublicationIdentification/PublicationNumber") ?? "";
  const document = documentKey(office, printed) ?? fail(`"${printed.slice(0, 40)}" is not a publication number`);
  const bag = root.first("CPCClassificationBag") ?? fail("no CPCClassificationBag");
  return classRows(document, place, bag.within("CPCClassification").map(masterSymbol));
}

function masterSymbol(element: XmlElement): ClassSymbol | null {
  const [section, cls, subclass, group, subgroup] = ["CPCSection", "Class", "Subclass", "MainGroup", "Subgroup"].map(
    (name) => element.value(name) ?? "",
  );
  const symbol = joinSymbol(`${section}${cls}${subclass}`, group ?? "", subgroup ?? "");
  return symbol === null ? null : { scheme: "cpc", symbol, role: roleOf(element.value("CPCClassificationValueCode")) };
}
