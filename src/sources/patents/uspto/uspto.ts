import { type Effects, quietEffects } from "../../../base/effects.ts";
import { BrokenArchive, breakReject, withEnd } from "../../format/broken-archive.ts";
import type { Entry } from "../../format/entry.ts";
import { listFiles } from "../../format/list-files.ts";
import { openEntries } from "../../format/open-entries.ts";
import { recognised } from "../../format/recognised.ts";
import type { SourceRecord } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { utf8Chunks } from "../../format/xml-bytes.ts";
import { cutRecords } from "../../format/xml-records.ts";
import { usptoLayout, usptoMarks, usptoRecord } from "./uspto-records.ts";

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
      const { head, broken } = await headOf(entry);
      const layout = usptoLayout(head);
      if (layout === null && broken !== null) yield breakReject({ file: entry.name, line: 1 }, broken, head.toString("latin1", 0, 400));
      if (layout === null) continue;
      for await (const record of cutRecords(utf8Chunks(entry.chunks()), usptoMarks(layout))) {
        for (const found of usptoRecord(layout, record, entry.name)) yield found;
      }
    }
  }
}

/** An archive of which too little can be read to tell is taken, so that the load says so. */
async function holdsPatents(file: string): Promise<boolean> {
  let unknown = false;
  for await (const entry of openEntries(file, quietEffects)) {
    const { head, broken } = await headOf(entry);
    if (usptoLayout(head) !== null) return true;
    unknown ||= broken !== null;
  }
  return unknown;
}

/** The first bytes of an entry, and the break if it comes within them. */
async function headOf(entry: Entry): Promise<{ readonly head: Buffer; readonly broken: BrokenArchive | null }> {
  const first: Buffer[] = [];
  let size = 0;
  let broken: BrokenArchive | null = null;
  for await (const chunk of withEnd(utf8Chunks(entry.chunks()))) {
    if (chunk instanceof BrokenArchive) broken = chunk;
    if (chunk === null || chunk instanceof BrokenArchive) break;
    first.push(chunk);
    size += chunk.length;
    if (size >= headBytes) break;
  }
  return { head: Buffer.concat(first).subarray(0, headBytes), broken };
}
