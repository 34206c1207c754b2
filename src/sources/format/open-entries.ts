import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, type Entry, withEnd } from "./broken-archive.ts";
import { fileSize } from "./list-files.ts";
import type { Stream } from "./records.ts";
import { tarEntries } from "./tar-entries.ts";
import { chunkBytes, unpackedChunks } from "./unpack.ts";
import { zipEntries, zipEntriesIn } from "./zip-entries.ts";
import { brokenEntry, largest, largestRatio } from "./zip-member.ts";

/**
 * The entries of a file in the order of the archive, without folders. One that cannot be unpacked, or whose name leads out of the archive,
 * breaks when its bytes are asked for; so does a last one that stands for the rest of a broken directory. Progress counts the bytes of the
 * file on disk. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 */
export async function* openEntries(file: string, effects: Effects): Stream<Entry> {
  const total = await fileSize(file);
  const report = (done: number): void => effects.progress.report(done, total, basename(file));
  const { signal } = effects;
  if (/\.zip$/i.test(file)) yield* innerEntries(zipEntries(file, signal, report), signal);
  else if (isTar(file)) yield* innerEntries(tarEntries(file, tarChunks(file, total, signal, report), signal), signal);
  else if (/\.gz$/i.test(file)) yield { name: file, chunks: () => gzipChunks(file, signal, report) };
  else yield { name: file, chunks: () => plainChunks(file, signal, report) };
}

async function* tarChunks(file: string, packed: number, signal: AbortSignal, report: (done: number) => void): Stream<Buffer> {
  if (!isPackedTar(file)) return void (yield* plainChunks(file, signal, report));
  const most = Math.min(largest, largestRatio * Math.max(packed, 1024));
  let done = 0;
  for await (const chunk of gzipChunks(file, signal, report)) {
    done += chunk.length;
    if (done > most) throw new LevermapError("LM_FILE_UNREADABLE", `${file} would unpack to more than ${most} bytes.`, { file });
    yield chunk;
  }
}

/** What a gzip file holds; `report` gets the bytes of the file read. Throws as `Entry.chunks`. */
export async function* gzipChunks(file: string, signal: AbortSignal, report: (done: number) => void): Stream<Buffer> {
  const packed = {
    name: file,
    open: async () => createReadStream(file, { highWaterMark: chunkBytes }),
    unpacker: () => createGunzip({ chunkSize: chunkBytes }),
  };
  yield* readable(file, signal, unpackedChunks(packed, signal, report));
}

/** The bytes of a file as they are; `report` gets their number. Throws LM_FILE_UNREADABLE. */
export async function* plainChunks(file: string, signal: AbortSignal, report: (done: number) => void): Stream<Buffer> {
  const bytes = createReadStream(file, { highWaterMark: chunkBytes });
  let done = 0;
  for await (const chunk of readable(file, signal, bytes)) {
    signal.throwIfAborted();
    done += chunk.length;
    report(done);
    yield chunk;
  }
}

/** Gives the errors of reading a file their code. */
async function* readable(file: string, signal: AbortSignal, chunks: AsyncIterable<Buffer>): Stream<Buffer> {
  try {
    yield* chunks;
  } catch (thrown) {
    signal.throwIfAborted();
    if (thrown instanceof LevermapError) throw thrown;
    const missing = thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    throw new LevermapError(missing ? "LM_FILE_NOT_FOUND" : "LM_FILE_UNREADABLE", `${file}: ${reason}`, { file });
  }
}

const mostDepth = 3;
const mostInnerBytes = 1 << 29;

/** Names of archives of several files. */
export const isArchive = (name: string): boolean => isZip(name) || isTar(name);
const isZip = (name: string): boolean => /\.zip$/i.test(name);
const isTar = (name: string): boolean => /\.(tar|tgz|tar\.gz)$/i.test(name);
const isPackedTar = (name: string): boolean => /gz$/i.test(name);

/** Entries, and in place of each that is an archive what that holds, and of one packed by gzip what that is. An inner zip is held in memory. */
async function* innerEntries(entries: AsyncIterable<Entry>, signal: AbortSignal, depth = 1): Stream<Entry> {
  for await (const entry of entries) {
    if (entry.unreadable) yield entry;
    else if (isArchive(entry.name) && depth > mostDepth) yield brokenEntry(entry.name, "it is an archive within too many others");
    else if (isZip(entry.name)) yield* innerEntries(zipWithin(entry, signal), signal, depth + 1);
    else if (isTar(entry.name)) yield* innerEntries(tarWithin(entry, signal), signal, depth + 1);
    else yield /\.gz$/i.test(entry.name) ? unpackedEntry(entry, entry.name.slice(0, -3), signal) : entry;
  }
}

const unpackedEntry = (entry: Entry, name: string, signal: AbortSignal): Entry => {
  const packed = {
    name: entry.name,
    open: async () => Readable.from(entry.chunks()),
    unpacker: () => createGunzip({ chunkSize: chunkBytes }),
  };
  return { name, chunks: () => unpackedChunks(packed, signal, () => undefined) };
};

function tarWithin(entry: Entry, signal: AbortSignal): Stream<Entry> {
  const plain = isPackedTar(entry.name) ? unpackedEntry(entry, entry.name, signal) : entry;
  return tarEntries(entry.name, plain.chunks(), signal);
}

async function* zipWithin(entry: Entry, signal: AbortSignal): Stream<Entry> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of withEnd(entry.chunks())) {
    if (chunk instanceof BrokenArchive) return void (yield brokenEntry(entry.name, chunk.reason));
    if (chunk === null) break;
    size += chunk.length;
    if (size > mostInnerBytes) return void (yield brokenEntry(entry.name, "it is a zip within another and too large for one"));
    pieces.push(chunk);
  }
  yield* zipEntriesIn(entry.name, Buffer.concat(pieces), signal);
}
