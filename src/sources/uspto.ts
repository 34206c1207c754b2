import { type Effects, quietEffects } from "../base/effects.ts";
import { listFiles } from "./list-files.ts";
import { type Entry, openEntries } from "./open-entries.ts";
import { recognised } from "./recognised.ts";
import type { Source, SourceRecord } from "./source.ts";
import { usptoLayout, usptoMarks, usptoRecord } from "./uspto-records.ts";
import { cutRecords } from "./xml-records.ts";

const headBytes = 1 << 16;
const fitting = /\.(xml|sgml?|txt|greenbook|zip)(\.gz)?$/i;

/** Full texts of the USPTO: grants since 1976 and applications since 2001 in five generations of layouts (docs/data.md). */
export const uspto: Source = {
  name: "uspto",
  scope: "parts",
  notice: "Patent full text of the United States Patent and Trademark Office, public domain.",
  files: async (paths) => recognised(await listFiles(paths, fitting), paths, holdsPatents, "file of USPTO full text"),
  edition: async () => null,
  read,
};

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    for await (const entry of openEntries(file, effects)) {
      const layout = usptoLayout(await headOf(entry));
      if (layout === null) continue;
      for await (const record of cutRecords(entry.chunks(), usptoMarks(layout))) {
        for (const found of usptoRecord(layout, record, entry.name)) yield found;
      }
    }
  }
}

async function holdsPatents(file: string): Promise<boolean> {
  for await (const entry of openEntries(file, quietEffects)) if (usptoLayout(await headOf(entry)) !== null) return true;
  return false;
}

async function headOf(entry: Entry): Promise<Buffer> {
  const first: Buffer[] = [];
  let size = 0;
  for await (const chunk of entry.chunks()) {
    first.push(chunk);
    size += chunk.length;
    if (size >= headBytes) break;
  }
  return Buffer.concat(first).subarray(0, headBytes);
}
