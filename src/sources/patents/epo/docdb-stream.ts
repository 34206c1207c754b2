import { type Effects, quietEffects } from "../../../base/effects.ts";
import { BrokenArchive, breakReject, withEnd } from "../../format/broken-archive.ts";
import type { Entry } from "../../format/entry.ts";
import { listFiles } from "../../format/list-files.ts";
import { openEntries } from "../../format/open-entries.ts";
import { recognised } from "../../format/recognised.ts";
import { type Place, reject, rowsOrReject, type SourceRecord } from "../../format/records.ts";
import { decodeXml, utf8Chunks } from "../../format/xml-bytes.ts";
import type { XmlElement } from "../../format/xml-element.ts";
import { readElements } from "../../format/xml-reader.ts";
import { cutRecords, type RecordMarks, readBroken } from "../../format/xml-records.ts";

/** How the records of a file are found and read. */
export interface RecordLayout {
  /** Whether a file is of this layout, by its first 8 KiB as Latin-1 without NUL. */
  readonly fits: (head: string) => boolean;
  readonly marks: RecordMarks;
  /** Takes long texts out of a record before it is decoded. */
  readonly shorten?: (bytes: Buffer) => Buffer;
  /** Parts a piece between two marks into the record (`null`: there is none) and text that belongs to nothing (`""`: there is none). */
  readonly split?: (bytes: Buffer) => { readonly record: Buffer | null; readonly stray: string };
  readonly rows: (root: XmlElement, place: Place) => Iterable<SourceRecord>;
}

const xmlName = /\.xml$/i;
const archives = /\.(xml|xml\.gz|zip)$/i;
const headBytes = 8192;

/** Files that are of a layout or, archives, hold one that is. Same errors as `recognised`. */
export async function xmlFiles(paths: readonly string[], fits: (head: string) => boolean, what: string): Promise<readonly string[]> {
  return recognised(await listFiles(paths, archives), paths, (file) => holds(file, (entry) => isXml(entry, file), fits), what);
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

const isXml = (entry: Entry, file: string): boolean => entry.name === file || xmlName.test(entry.name);

/** Streams the records of XML files; a record that cannot be read is a reject and the ones after it are read on. */
export async function* xmlRecordRows(
  files: readonly string[],
  effects: Effects,
  layout: RecordLayout,
): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    for await (const entry of openEntries(file, effects)) {
      if (!isXml(entry, file)) continue;
      const { head, chunks, broken } = await opened(entry);
      if (layout.fits(head)) yield* entryRows(entry.name, chunks, layout);
      else {
        await chunks.return?.(undefined);
        if (broken !== null) yield breakReject({ file: entry.name, line: 1 }, broken, head);
      }
    }
  }
}

/** The rows of one XML file or entry of an archive. */
export async function* entryRows(
  file: string,
  chunks: AsyncIterable<Buffer>,
  layout: RecordLayout,
): AsyncGenerator<SourceRecord, void, undefined> {
  let line = 0;
  for await (const cut of cutRecords(chunks, layout.marks)) {
    const { bytes } = cut;
    if (cut.broken) {
      const place = { file, line: line + 1 };
      yield* readBroken(place, cut, (last) => wholeRows(last, place, layout));
      continue;
    }
    const { record, stray } = bytes === null ? tooLong : (layout.split?.(bytes) ?? { record: bytes, stray: "" });
    if (record !== null || bytes === null) line += 1;
    const place = { file, line: Math.max(1, line) };
    if (bytes === null) yield reject(place, "a record of more than 128 MiB", "");
    if (record !== null) yield* recordRows(record, place, layout);
    if (stray !== "") yield reject(place, "text that belongs to no record", stray);
  }
}

/** Rows of a piece that ends a broken archive; none where nothing but what frames the records is left. */
function wholeRows(bytes: Buffer, place: Place, layout: RecordLayout): readonly SourceRecord[] {
  const { record } = layout.split?.(bytes) ?? { record: bytes };
  return record === null ? [] : recordRows(record, place, layout);
}

const tooLong = { record: null, stray: "" };
const longestFrame = 65_536;

/**
 * Parts a piece that begins with one of `names` at the end tag of that element. What stands before, between and after records may be
 * only what `frame` takes: declaration, document type, comments and the element that holds all records.
 */
export function splitRecord(
  bytes: Buffer,
  names: readonly string[],
  frame: RegExp,
): { readonly record: Buffer | null; readonly stray: string } {
  const strayOf = (rest: Buffer): string =>
    rest.length > longestFrame ? rest.toString("utf8", 0, 400) : rest.toString("latin1").replace(frame, "").trim();
  const name = names.find((each) => bytes.subarray(0, each.length + 1).toString("latin1") === `<${each}`);
  if (name === undefined) return { record: null, stray: strayOf(bytes) };
  const end = `</${name}>`;
  const at = bytes.indexOf(end);
  if (at < 0) return { record: bytes, stray: "" };
  return { record: bytes.subarray(0, at + end.length), stray: strayOf(bytes.subarray(at + end.length)) };
}

function recordRows(bytes: Buffer, place: Place, layout: RecordLayout): readonly SourceRecord[] {
  return rowsOrReject(
    place,
    () => layout.rows(readElements(decodeXml(layout.shorten?.(bytes) ?? bytes)), place),
    () => bytes.toString("utf8", 0, 600),
  );
}

/** An entry of which the first bytes were looked at. */
export interface Opened {
  /** The first bytes as Latin-1. */
  readonly head: string;
  /** All of them, UTF-16 as UTF-8. */
  readonly chunks: AsyncGenerator<Buffer, void, undefined>;
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

async function* rejoined(
  first: readonly (Buffer | BrokenArchive | null)[],
  rest: AsyncGenerator<Buffer | BrokenArchive | null, void, undefined>,
): AsyncGenerator<Buffer, void, undefined> {
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
