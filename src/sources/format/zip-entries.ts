import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import type { ZipFile } from "yauzl";
import yauzl from "yauzl";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, type Entry, endsEarly, faultOf, withEnd } from "./broken-archive.ts";
import type { Stream } from "./records.ts";
import { chunkBytes } from "./unpack.ts";
import { brokenEntry, memberEntry, type ZipMember } from "./zip-member.ts";

const mostEntries = 10_000;
const withoutDirectory = /end of central directory record signature not found/i;

/**
 * The entries of a zip as they are; `report` gets the packed bytes of those passed. Of one cut off before its directory, those that can be found.
 */
export async function* zipEntries(file: string, signal: AbortSignal, report: (done: number) => void): Stream<Entry> {
  const zip = await openZip(file);
  yield* entriesOf(file, { zip, members: zip === null ? cutZipMembers(file) : directory(zip) }, signal, report);
}

/** The entries of a zip in memory, or why it cannot be read. */
export async function* zipEntriesIn(name: string, bytes: Buffer, signal: AbortSignal): Stream<Entry> {
  const zip = await openInner(bytes);
  if (typeof zip === "string") yield brokenEntry(name, zip);
  else yield* entriesOf(name, { zip, members: directory(zip) }, signal, () => undefined);
}

interface OpenZip {
  readonly zip: ZipFile | null;
  readonly members: AsyncIterable<ZipMember | string>;
}

async function* entriesOf(file: string, { zip, members }: OpenZip, signal: AbortSignal, report: (done: number) => void): Stream<Entry> {
  let [count, done] = [0, 0];
  // The break of the last entry of a zip that was cut off is told already.
  let broken = false;
  const noting = ({ chunks, ...entry }: Entry): Entry => ({
    ...entry,
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
