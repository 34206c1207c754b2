import type { Effects } from "../../../base/effects.ts";
import { breakReject } from "../../format/broken-archive.ts";
import { csvRows, readHeader } from "../../format/csv-rows.ts";
import type { Entry } from "../../format/entry.ts";
import { listFiles } from "../../format/list-files.ts";
import { openEntries } from "../../format/open-entries.ts";
import { recognised } from "../../format/recognised.ts";
import { mapRecords, type SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { xmlMarks } from "../../format/xml-records.ts";
import { entryRows, holds, opened, type RecordLayout } from "../epo/docdb-stream.ts";
import { isMaster, masterLayout } from "./cpc-master.ts";
import { schemeRows } from "./cpc-scheme.ts";
import { ParentFinder } from "./cpc-symbols.ts";
import { ipcTableColumns, ipcTableRows, type ListScheme, listRows, listScheme } from "./cpc-titles.ts";

const fitting = /\.(xml|txt|tsv|csv)(\.gz)?$|\.zip$/i;
const schemeLayout: RecordLayout = { fits: (head) => kindOf(head) === "scheme", marks: xmlMarks("class-scheme"), rows: schemeRows };

/** Schemes and title lists of CPC, titles of IPC, and the USPTO's master classification file (docs/data.md). */
export const cpc: Source = {
  name: "cpc",
  scope: "parts",
  notice: "Cooperative Patent Classification (EPO and USPTO) and International Patent Classification (WIPO).",
  files: async (paths) =>
    recognised(await listFiles(paths, fitting), paths, known, "classification scheme, title list or master classification file"),
  edition: async () => null,
  read,
};

type Kind = "scheme" | "master" | ListScheme | null;

function kindOf(head: string): Kind {
  if (/<class-scheme[\s>]/.test(head)) return "scheme";
  if (isMaster(head)) return "master";
  return listScheme(head);
}

const known = async (file: string): Promise<boolean> =>
  (await isTable(file)) ||
  holds(
    file,
    () => true,
    (head) => kindOf(head) !== null,
  );

/** A table of IPC titles; only these are delimited text with a header. */
async function isTable(file: string): Promise<boolean> {
  if (!/\.csv(\.gz)?$/i.test(file)) return false;
  const header = await readHeader(file);
  return ipcTableColumns.every((column) => header.includes(column));
}

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    if (await isTable(file)) {
      const parents = new ParentFinder();
      yield* mapRecords(csvRows(file, ipcTableColumns, effects), (row) => ipcTableRows(row, parents));
      continue;
    }
    for await (const entry of openEntries(file, effects)) yield* rowsOf(entry);
  }
}

async function* rowsOf(entry: Entry): AsyncGenerator<SourceRecord, void, undefined> {
  const { head, chunks, broken } = await opened(entry);
  const kind = kindOf(head);
  if (kind === "scheme") yield* entryRows(entry.name, chunks, schemeLayout);
  else if (kind === "master") yield* entryRows(entry.name, chunks, masterLayout);
  else if (kind !== null) yield* listRows(entry.name, kind, chunks);
  else {
    await chunks.return(undefined);
    if (broken !== null) yield breakReject({ file: entry.name, line: 1 }, broken, head);
  }
}
