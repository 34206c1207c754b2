import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { createGunzip } from "node:zlib";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import type { Entry } from "./broken-archive.ts";
import { fileSize } from "./list-files.ts";
import type { Stream } from "./records.ts";
import { chunkBytes, unpackedChunks } from "./unpack.ts";
import { zipEntries } from "./zip-entries.ts";

/**
 * The entries of a file in the order of the archive, without folders. One that cannot be unpacked, or whose name leads out of the archive,
 * breaks when its bytes are asked for; so does a last one that stands for the rest of a broken directory. Progress counts the bytes of the
 * file on disk. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 */
export async function* openEntries(file: string, effects: Effects): Stream<Entry> {
  const total = await fileSize(file);
  const report = (done: number): void => effects.progress.report(done, total, basename(file));
  if (/\.zip$/i.test(file)) yield* zipEntries(file, effects.signal, report);
  else if (/\.gz$/i.test(file)) yield { name: file, chunks: () => gzipChunks(file, effects.signal, report) };
  else yield { name: file, chunks: () => plainChunks(file, effects.signal, report) };
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
