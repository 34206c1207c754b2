import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { BrokenArchive, type Entry, withEnd } from "./broken-archive.ts";
import type { Stream } from "./records.ts";
import { tarEntries } from "./tar-entries.ts";
import { chunkBytes, unpackedChunks } from "./unpack.ts";
import { zipEntriesIn } from "./zip-entries.ts";
import { brokenEntry } from "./zip-member.ts";

const mostDepth = 3;
const mostInnerBytes = 1 << 29;

/** Names of archives of several files. */
export const isArchive = (name: string): boolean => isZip(name) || isTar(name);
const isZip = (name: string): boolean => /\.zip$/i.test(name);
export const isTar = (name: string): boolean => /\.(tar|tgz|tar\.gz)$/i.test(name);
export const isPackedTar = (name: string): boolean => /gz$/i.test(name);

/** Entries, and in place of each that is an archive what that holds, and of one packed by gzip what that is. An inner zip is held in memory. */
export async function* innerEntries(entries: AsyncIterable<Entry>, signal: AbortSignal, depth = 1): Stream<Entry> {
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
