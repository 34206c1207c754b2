import { createReadStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { Readable } from "node:stream";
import yauzl from "yauzl";
import { endsEarly } from "./broken-archive.ts";
import type { Stream } from "./records.ts";
import { chunkBytes } from "./unpack.ts";
import type { ZipMember } from "./zip-member.ts";

/** What stands before the bytes of a member: 30 bytes, its name and extra fields. */
const headerBytes = 30;
const headerMark = 0x04034b50;
const directoryMark = 0x02014b50;
/** Size and check sum follow the bytes instead. */
const sizesFollow = 0x8;
const inExtraField = 0xffffffff;

/**
 * The members of a zip that was cut off before its directory, by what stands before each of them, and at the end why there are no
 * more. After a member of unknown size no other can be found. A file that does not begin as a zip has none.
 */
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
