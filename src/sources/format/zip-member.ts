import type { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import yauzl from "yauzl";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, type Entry, endsEarly, faultOf } from "./broken-archive.ts";
import type { Stream } from "./records.ts";
import { chunkBytes, unpackedChunks } from "./unpack.ts";

/** One file of a zip as its directory, or what stands before its bytes, describes it. */
export interface ZipMember {
  /** As it is written in the archive; never used as a path. */
  readonly path: string;
  readonly encrypted: boolean;
  /** 0: as it is; 8: deflated. */
  readonly method: number;
  /** Bytes packed (at most, where the archive does not say) and unpacked (`null`: it does not say). */
  readonly packedSize: number;
  readonly size: number | null;
  readonly crc: number | null;
  /** Its packed bytes. */
  open(): Promise<Readable>;
}

const stored = 0;
const deflated = 8;
export const largest = 64 * 2 ** 30;
/** No text of an office packs better than this; a bomb does. */
export const largestRatio = 1000;

/** A member as an entry of the archive `file`. Throws LM_FILE_UNREADABLE for one that would unpack to far too much. */
export function memberEntry(file: string, member: ZipMember, signal: AbortSignal): Entry {
  const name = `${file}!${member.path}`;
  const most = Math.min(largest, largestRatio * Math.max(member.packedSize, 1024));
  if ((member.size ?? 0) > most) throw tooLarge(name, file, `${member.size} bytes`);
  const refused = refusal(member);
  if (refused !== null) return brokenEntry(name, refused);
  return { name, chunks: () => checked(name, member, unpacked(name, member, signal), most, file) };
}

/** An entry of which nothing can be read, and why. */
export const brokenEntry = (name: string, reason: string): Entry => ({
  name,
  unreadable: true,
  // biome-ignore lint/correctness/useYield: nothing of it can be read.
  async *chunks() {
    throw new BrokenArchive(name, reason);
  },
});

function refusal({ path, encrypted, method }: ZipMember): string | null {
  if (yauzl.validateFileName(path) !== null) return "its name leads out of the archive";
  if (encrypted) return "it is encrypted";
  return method === stored || method === deflated ? null : `it is packed by method ${method}, which is not read`;
}

async function* unpacked(name: string, member: ZipMember, signal: AbortSignal): Stream<Buffer> {
  try {
    if (member.method === stored) yield* plain(await member.open(), signal);
    else {
      const packed = { name, open: member.open, unpacker: () => createInflateRaw({ chunkSize: chunkBytes }) };
      yield* unpackedChunks(packed, signal, () => undefined);
    }
  } catch (thrown) {
    signal.throwIfAborted();
    throw thrown instanceof LevermapError ? thrown : new BrokenArchive(name, faultOf(thrown));
  }
}

async function* plain(bytes: Readable, signal: AbortSignal): Stream<Buffer> {
  for await (const chunk of bytes) {
    signal.throwIfAborted();
    yield chunk;
  }
}

/** Holds the bytes against the size and the check sum that the archive gives. */
async function* checked(name: string, { size, crc }: ZipMember, chunks: AsyncIterable<Buffer>, most: number, file: string): Stream<Buffer> {
  let [done, sum] = [0, 0];
  for await (const chunk of chunks) {
    if (size !== null && done + chunk.length > size) {
      yield chunk.subarray(0, size - done);
      throw new BrokenArchive(name, `the archive is damaged: more than the ${size} bytes it says`);
    }
    done += chunk.length;
    if (done > most) throw tooLarge(name, file, `more than ${most} bytes`);
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== null && done < size) throw new BrokenArchive(name, endsEarly);
  if (crc !== null && sum !== crc) throw new BrokenArchive(name, "the archive is damaged: incorrect data check");
}

const tooLarge = (name: string, file: string, what: string): LevermapError =>
  new LevermapError("LM_FILE_UNREADABLE", `${name} would unpack to ${what}.`, { file });
