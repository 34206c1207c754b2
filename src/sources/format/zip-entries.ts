import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ZipFile } from "yauzl";
import yauzl from "yauzl";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, type Entry, endsEarly, faultOf, withEnd } from "./broken-archive.ts";
import type { Stream } from "./records.ts";
import { chunkBytes, unpackedChunks } from "./unpack.ts";
import { brokenEntry, memberEntry, type ZipMember } from "./zip-member.ts";

const mostEntries = 10_000;
const withoutDirectory = /end of central directory record signature not found/i;

/**
 * The entries of a zip, and of zips in it; `report` gets the packed bytes of those passed. Of one cut off before its directory, those that
 * can be found.
 */
export async function* zipEntries(file: string, signal: AbortSignal, report: (done: number) => void): Stream<Entry> {
  const zip = await openZip(file);
  const members = zip === null ? cutZipMembers(file) : directory(zip);
  for await (const entry of entriesOf(file, { zip, members }, signal, report)) yield* innerEntries(entry, signal, 1);
}

interface OpenZip {
  readonly zip: ZipFile | null;
  readonly members: AsyncIterable<ZipMember | string>;
}

async function* entriesOf(file: string, { zip, members }: OpenZip, signal: AbortSignal, report: (done: number) => void): Stream<Entry> {
  let [count, done] = [0, 0];
  // The break of the last entry of a zip that was cut off is told already.
  let broken = false;
  const noting = ({ name, chunks }: Entry): Entry => ({
    name,
    async *chunks() {
      for await (const chunk of withEnd(chunks())) {
        broken = chunk instanceof BrokenArchive;
        if (chunk instanceof BrokenArchive) throw chunk;
        if (chunk !== null) yield chunk;
      }
    },
  });
  try {
    for await (const member of members) {
      signal.throwIfAborted();
      if (++count > mostEntries) throw new LevermapError("LM_FILE_UNREADABLE", `${file} has more than ${mostEntries} entries.`, { file });
      if (typeof member === "string") {
        if (!broken) yield brokenEntry(file, member);
      } else if (!member.path.endsWith("/")) yield noting(memberEntry(file, member, signal));
      done += typeof member === "string" ? 0 : member.packedSize;
      report(done);
    }
  } finally {
    zip?.close();
  }
}

const mostDepth = 3;
const mostInnerBytes = 1 << 29;

/** An entry, or where it is a zip what that holds, and where it is packed by gzip what that is. An inner zip is held in memory. */
async function* innerEntries(entry: Entry, signal: AbortSignal, depth: number): Stream<Entry> {
  if (/\.gz$/i.test(entry.name)) {
    const packed = {
      name: entry.name,
      open: async () => Readable.from(entry.chunks()),
      unpacker: () => createGunzip({ chunkSize: chunkBytes }),
    };
    yield { name: entry.name.slice(0, -3), chunks: () => unpackedChunks(packed, signal, () => undefined) };
    return;
  }
  if (!/\.zip$/i.test(entry.name)) return void (yield entry);
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const chunk of withEnd(entry.chunks())) {
    if (chunk instanceof BrokenArchive) return void (yield brokenEntry(entry.name, chunk.reason));
    if (chunk === null) break;
    size += chunk.length;
    if (depth > mostDepth || size > mostInnerBytes)
      return void (yield brokenEntry(entry.name, "it is a zip within too many others, or too large for one"));
    pieces.push(chunk);
  }
  const zip = await openInner(Buffer.concat(pieces));
  if (typeof zip === "string") return void (yield brokenEntry(entry.name, zip));
  for await (const inner of entriesOf(entry.name, { zip, members: directory(zip) }, signal, () => undefined))
    yield* innerEntries(inner, signal, depth + 1);
}

// Names are looked at one by one, so that an unsafe one costs no other.
const options = { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: false };

/** What is wrong with it, where it is no whole zip. */
const openInner = (bytes: Buffer): Promise<ZipFile | string> =>
  new Promise((resolve) => yauzl.fromBuffer(bytes, options, (fault, zip) => resolve(fault ? faultOf(fault) : zip)));

/** `null` for a zip without the directory that stands at its end. */
const openZip = (file: string): Promise<ZipFile | null> =>
  new Promise((resolve, refuse) => {
    yauzl.open(file, options, (fault, zip) => {
      if (!fault) resolve(zip);
      else if (withoutDirectory.test(fault.message)) resolve(null);
      else refuse(new LevermapError("LM_FILE_UNREADABLE", `${file}: ${fault.message}`, { file }));
    });
  });

/** The members in the order of the directory; where it is broken, what is wrong with it. */
async function* directory(zip: ZipFile): Stream<ZipMember | string> {
  for (let count = 0; count < zip.entryCount; count++) {
    const found = await nextEntry(zip);
    if (found === null) return;
    yield typeof found === "string" ? found : memberOf(zip, found);
    if (typeof found === "string") return;
  }
}

const nextEntry = (zip: ZipFile): Promise<yauzl.Entry | string | null> =>
  new Promise((resolve) => {
    const settle = (found: yauzl.Entry | string | null): void => {
      zip.removeAllListeners();
      resolve(found);
    };
    zip.once("entry", (found: yauzl.Entry) => settle(found));
    zip.once("end", () => settle(null));
    zip.once("error", (fault: Error) => settle(faultOf(fault)));
    zip.readEntry();
  });

const memberOf = (zip: ZipFile, entry: yauzl.Entry): ZipMember => ({
  path: yauzl.getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false),
  encrypted: entry.isEncrypted(),
  method: entry.compressionMethod,
  packedSize: entry.compressedSize,
  size: entry.uncompressedSize,
  crc: entry.crc32,
  open: () =>
    new Promise<Readable>((resolve, refuse) => {
      zip.openReadStream(entry, { decodeFileData: false }, (fault, bytes) => (fault ? refuse(fault) : resolve(bytes)));
    }),
});

/** What stands before the bytes of a member: 30 bytes, its name and extra fields. */
const headerBytes = 30;
const headerMark = 0x04034b50;
const directoryMark = 0x02014b50;
/** Size and check sum follow the bytes instead. */
const sizesFollow = 0x8;
const inExtraField = 0xffffffff;

/** Members of a zip without its directory, by their headers, then why there are no more. After one of unknown size none is found. */
export async function* cutZipMembers(file: string): Stream<ZipMember | string> {
  const handle = await open(file, "r");
  try {
    const { size: total } = await handle.stat();
    let at = 0;
    for (;;) {
      const found = await memberAt(handle, file, at, total);
      if (found === null) break;
      yield found.member;
      at = found.next;
      if (at >= total) break;
    }
    yield at === 0 ? "the archive is damaged: it does not begin as a zip" : endsEarly;
  } finally {
    await handle.close();
  }
}

async function memberAt(
  handle: FileHandle,
  file: string,
  at: number,
  total: number,
): Promise<{ readonly member: ZipMember; readonly next: number } | null> {
  const header = Buffer.alloc(headerBytes);
  const { bytesRead } = await handle.read(header, 0, headerBytes, at);
  if (bytesRead < headerBytes || header.readUInt32LE(0) === directoryMark || header.readUInt32LE(0) !== headerMark) return null;
  const flags = header.readUInt16LE(6);
  const name = Buffer.alloc(header.readUInt16LE(26));
  await handle.read(name, 0, name.length, at + headerBytes);
  const start = at + headerBytes + name.length + header.readUInt16LE(28);
  if (start > total) return null;
  const [packed, size] = [header.readUInt32LE(18), header.readUInt32LE(22)];
  const known = (flags & sizesFollow) === 0 && packed !== inExtraField && size !== inExtraField;
  const end = known ? start + packed : total;
  const member: ZipMember = {
    path: yauzl.getFileNameLowLevel(flags, name, [], false),
    encrypted: (flags & 1) !== 0,
    method: header.readUInt16LE(8),
    packedSize: end - start,
    size: known ? size : null,
    crc: known ? header.readUInt32LE(14) : null,
    open: async () => (end > start ? createReadStream(file, { start, end: end - 1, highWaterMark: chunkBytes }) : Readable.from([])),
  };
  return { member, next: end };
}
