import { type Effects, quietEffects } from "../../base/effects.ts";
import { counted } from "../../base/format.ts";
import { BrokenArchive, breakReject, type Entry, withEnd } from "./broken-archive.ts";
import { framedLayout, type RecordFrame } from "./foreign-frame.ts";
import { listFiles } from "./list-files.ts";
import type { Misfit } from "./misfit.ts";
import { isArchive, openEntries } from "./open-entries.ts";
import { recognised } from "./parts-source.ts";
import { type Place, reject, rowsOrReject, type SourceRecord, type Stream } from "./records.ts";
import { elementWords, outermostElement, seenFile } from "./seen-file.ts";
import type { Source } from "./source.ts";
import { decodeXml, utf8Chunks } from "./xml-bytes.ts";
import type { XmlElement } from "./xml-element.ts";
import { readElements, type UnknownEntities } from "./xml-reader.ts";
import { cutRecords, readBroken } from "./xml-records.ts";

/** How the records of a file are cut and read. */
export interface RecordLayout extends RecordFrame {
  /** The rows of a record; names of entities that no set has are counted in `unknown`. Throws BadRow. */
  readonly rows: (bytes: Buffer, place: Place, unknown: UnknownEntities) => Iterable<SourceRecord>;
  /** Nothing tells the end of a record but the next one, so that the last of a broken archive is never whole. */
  readonly endless?: true;
}

/** Reads records as XML, those long texts left out that `shorten` takes before it is decoded. */
export const xmlRows =
  (rows: (root: XmlElement, place: Place) => Iterable<SourceRecord>, shorten = (bytes: Buffer): Buffer => bytes): RecordLayout["rows"] =>
  (bytes, place, unknown) =>
    rows(readElements(decodeXml(shorten(bytes)), unknown), place);

/** A source of parts whose files, or entries of archives, hold many records. */
interface XmlSource extends Pick<Source, "name" | "notice"> {
  /** What such a file is, for people. */
  readonly what: string;
  /** Names of the files, and of the entries of archives, that are looked at. */
  readonly fitting?: RegExp;
  readonly entries?: RegExp;
  /** How a file or entry is read, by its first 8 KiB as Latin-1; `null` if it is none of this source. */
  readonly layoutOf: (head: string) => RecordLayout | null;
  /** What is to be known of files in the same wrapping of which nothing is kept. */
  readonly otherwise?: string;
}

const headBytes = 8192;

export function xmlSource({
  what,
  fitting = /\.(xml|xml\.gz|zip|tar|tar\.gz|tgz)$/i,
  entries = /\.xml$/i,
  layoutOf,
  otherwise,
  ...source
}: XmlSource): Source {
  // An inner archive that was not opened is broken, which is to be said
  const tried = (entry: Entry, file: string): boolean => entry.name === file || entries.test(entry.name) || isArchive(entry.name);
  const known = (file: string): Promise<boolean> =>
    holds(
      file,
      (entry) => tried(entry, file),
      (head) => layoutOf(head) !== null,
    );
  return {
    ...source,
    scope: "parts",
    files: async (paths) => recognised(await listFiles(paths, fitting), paths, known, what, (file) => outermost(file, otherwise)),
    edition: async () => null,
    async *read(files, effects) {
      for (const file of files)
        for await (const entry of openEntries(file, effects)) if (tried(entry, file)) yield* entryRecords(entry, layoutOf, effects);
    },
  };
}

/** What a file that is none of a source begins with, by which a user can tell what it is; of an archive its first entry. */
async function outermost(file: string, otherwise: string | undefined): Promise<Misfit | null> {
  for await (const entry of openEntries(file, quietEffects)) {
    const { head, chunks } = await opened(entry);
    await chunks.return?.(undefined);
    const root = outermostElement(head);
    const reason =
      root === null
        ? `it is not XML; ${(await seenFile(file)).words}`
        : `${elementWords(root, head)}${otherwise === undefined ? "" : `; ${otherwise}`}`;
    return { reason, missing: [], near: {} };
  }
  return null;
}

/** Whether an entry of a file fits by its first bytes. An archive of which too little can be read to tell does, so that the load says so. */
export async function holds(file: string, tried: (entry: Entry) => boolean, fits: (head: string) => boolean): Promise<boolean> {
  let unknown = false;
  for await (const entry of openEntries(file, quietEffects)) {
    if (!tried(entry)) continue;
    const { head, chunks, broken } = await opened(entry);
    await chunks.return?.(undefined);
    if (fits(head)) return true;
    unknown ||= broken !== null;
  }
  return unknown;
}

/** Streams the records of an entry; of one that is nothing of the source only that it is broken is said. */
async function* entryRecords(entry: Entry, layoutOf: XmlSource["layoutOf"], effects: Effects): Stream<SourceRecord> {
  const { head, chunks, broken } = await opened(entry);
  const layout = layoutOf(head);
  const framed = layout && framedLayout(head, layout);
  if (framed) effects.log.warn(`${entry.name}: publications inside <${framed.frame}> are read; what else is in it is passed over.`);
  if (layout !== null) yield* recordsOf(entry.name, chunks, framed?.layout ?? layout, effects);
  else {
    await chunks.return(undefined);
    if (broken !== null) yield breakReject({ file: entry.name, line: 1 }, broken, head);
  }
}

/** Streams the rows of records; one that cannot be read is a reject and the ones after it are read on. Entities of no known set are said. */
export async function* recordsOf(
  file: string,
  chunks: AsyncIterable<Buffer>,
  layout: RecordLayout,
  { log }: Pick<Effects, "log">,
): Stream<SourceRecord> {
  const unknown: UnknownEntities = new Map();
  let line = 0;
  for await (const cut of cutRecords(chunks, layout.marks)) {
    const { bytes } = cut;
    if (cut.broken) {
      const place = { file, line: line + 1 };
      yield* readBroken(place, cut, (last) => (layout.endless ? [] : wholeRows(last, place, layout, unknown)));
      continue;
    }
    const { record, stray } = bytes === null ? { record: null, stray: "" } : (layout.split?.(bytes) ?? { record: bytes, stray: "" });
    if (record !== null || bytes === null) line += 1;
    const place = { file, line: Math.max(1, line) };
    if (bytes === null) yield reject(place, "the record is longer than 128 MiB", "");
    if (record !== null) for (const row of recordRows(record, place, layout, unknown)) yield row;
    if (stray !== "") yield reject(place, "text that belongs to no record", stray);
  }
  if (unknown.size > 0) log.warn(unknownEntities(file, unknown));
}

const namedEntities = 3;

function unknownEntities(file: string, unknown: UnknownEntities): string {
  const names = [...unknown.keys()].slice(0, namedEntities).map((name) => `&${name};`);
  const times = [...unknown.values()].reduce((sum, each) => sum + each, 0);
  const more = unknown.size > names.length ? ` and ${unknown.size - names.length} more` : "";
  return `${file}: ${counted(times, "named character")} that no public set has kept as printed (${names.join(", ")}${more}).`;
}

/** Rows of a piece that ends a broken archive; none where nothing but what frames the records is left. */
function wholeRows(bytes: Buffer, place: Place, layout: RecordLayout, unknown: UnknownEntities): readonly SourceRecord[] {
  const { record } = layout.split?.(bytes) ?? { record: bytes };
  return record === null ? [] : recordRows(record, place, layout, unknown);
}

const recordRows = (bytes: Buffer, place: Place, layout: RecordLayout, unknown: UnknownEntities): readonly SourceRecord[] =>
  rowsOrReject(
    place,
    () => layout.rows(bytes, place, unknown),
    () => bytes.toString("utf8", 0, 2000).replace(/\s+/g, " ").trim(),
  );

/** An entry of which the first bytes were looked at. */
export interface Opened {
  /** The first bytes as Latin-1. */
  readonly head: string;
  /** All of them, UTF-16 as UTF-8. */
  readonly chunks: Stream<Buffer>;
  /** The break, if it comes within the first bytes. */
  readonly broken: BrokenArchive | null;
}

/** Opens an entry of XML or plain text. Throws LM_FILE_UNREADABLE. */
export async function opened(entry: Entry): Promise<Opened> {
  const rest = withEnd(utf8Chunks(entry.chunks()));
  const first: (Buffer | BrokenArchive | null)[] = [];
  let size = 0;
  while (size < headBytes) {
    const { value = null } = await rest.next();
    first.push(value);
    if (!Buffer.isBuffer(value)) break;
    size += value.length;
  }
  const end = first.at(-1);
  const head = Buffer.concat(first.filter(Buffer.isBuffer)).toString("latin1", 0, headBytes);
  return { head, chunks: rejoined(first, rest), broken: end instanceof BrokenArchive ? end : null };
}

async function* rejoined(first: readonly (Buffer | BrokenArchive | null)[], rest: Stream<Buffer | BrokenArchive | null>): Stream<Buffer> {
  try {
    for (const chunk of first) if (chunk !== null) yield bytesOf(chunk);
    for await (const chunk of rest) if (chunk !== null) yield bytesOf(chunk);
  } finally {
    await rest.return();
  }
}

function bytesOf(chunk: Buffer | BrokenArchive): Buffer {
  if (chunk instanceof BrokenArchive) throw chunk;
  return chunk;
}
