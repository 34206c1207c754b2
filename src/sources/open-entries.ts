import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { ZipFile } from "yauzl";
import yauzl from "yauzl";
import type { Effects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { fileSize } from "./list-files.ts";

/** A data file: the file itself, what a `.gz` holds, or one entry of a `.zip`. */
export interface Entry {
  /** Name for people: the file, and in an archive the entry after `!`. */
  readonly name: string;
  /** Its bytes in pieces, in constant memory. Throws LM_FILE_UNREADABLE. */
  chunks(): AsyncIterable<Buffer>;
}

const chunkBytes = 1 << 18;
const deepestZip = 10_000;
const largestEntry = 64 * 2 ** 30;
/** No text of an office packs better than this; a bomb does. */
const largestRatio = 1000;

/**
 * The entries of a file in the order of the archive; folders and names that lead out of the archive are passed over.
 * Progress counts the bytes of the file on disk. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 */
export async function* openEntries(file: string, effects: Effects): AsyncGenerator<Entry, void, undefined> {
  const total = await fileSize(file);
  const report = (done: number): void => effects.progress.report(done, total, basename(file));
  if (/\.zip$/i.test(file)) yield* zipEntries(file, effects.signal, report);
  else yield { name: file, chunks: () => fileChunks(file, effects.signal, report) };
}

async function* fileChunks(file: string, signal: AbortSignal, report: (done: number) => void): AsyncGenerator<Buffer, void, undefined> {
  const bytes = createReadStream(file, { highWaterMark: chunkBytes });
  let done = 0;
  const counted = (chunk: Buffer): void => {
    done += chunk.length;
    report(done);
  };
  const packed = /\.gz$/i.test(file);
  if (packed) bytes.on("data", (chunk) => counted(chunk as Buffer));
  const source: Readable = packed ? bytes.pipe(createGunzip({ chunkSize: chunkBytes })) : bytes;
  bytes.on("error", (fault) => source.destroy(fault));
  for await (const chunk of guarded(source, file, signal)) {
    if (!packed) counted(chunk);
    yield chunk;
  }
  bytes.destroy();
}

async function* guarded(source: Readable, file: string, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  try {
    for await (const chunk of source) {
      signal.throwIfAborted();
      yield chunk as Buffer;
    }
  } catch (thrown) {
    signal.throwIfAborted();
    throw unreadable(file, thrown);
  } finally {
    source.destroy();
  }
}

async function* zipEntries(file: string, signal: AbortSignal, report: (done: number) => void): AsyncGenerator<Entry, void, undefined> {
  const zip = await openZip(file);
  try {
    let done = 0;
    for await (const entry of entriesOf(zip, file)) {
      signal.throwIfAborted();
      const name = `${file}!${entry.fileName}`;
      if (/\/$/.test(entry.fileName)) continue;
      const tooLarge =
        entry.uncompressedSize > largestEntry || entry.uncompressedSize > largestRatio * Math.max(entry.compressedSize, 1024);
      if (tooLarge) throw new LevermapError("LM_FILE_UNREADABLE", `${name} would unpack to ${entry.uncompressedSize} bytes.`, { file });
      yield { name, chunks: () => unpacked(zip, entry, name, signal) };
      done += entry.compressedSize;
      report(done);
    }
  } finally {
    zip.close();
  }
}

const openZip = (file: string): Promise<ZipFile> =>
  new Promise((resolve, refuse) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false }, (fault, zip) => (fault ? refuse(unreadable(file, fault)) : resolve(zip)));
  });

async function* entriesOf(zip: ZipFile, file: string): AsyncGenerator<yauzl.Entry, void, undefined> {
  for (let count = 0; count < zip.entryCount; count++) {
    if (count >= deepestZip) throw new LevermapError("LM_FILE_UNREADABLE", `${file} has more than ${deepestZip} entries.`, { file });
    const entry = await new Promise<yauzl.Entry | null>((resolve, refuse) => {
      const settle = (act: () => void): void => {
        zip.removeAllListeners();
        act();
      };
      zip.once("entry", (found: yauzl.Entry) => settle(() => resolve(found)));
      zip.once("end", () => settle(() => resolve(null)));
      zip.once("error", (fault: Error) => settle(() => refuse(unreadable(file, fault))));
      zip.readEntry();
    });
    if (entry === null) return;
    yield entry;
  }
}

async function* unpacked(zip: ZipFile, entry: yauzl.Entry, name: string, signal: AbortSignal): AsyncGenerator<Buffer, void, undefined> {
  const stream = await new Promise<Readable>((resolve, refuse) => {
    zip.openReadStream(entry, (fault, opened) => (fault ? refuse(unreadable(name, fault)) : resolve(opened)));
  });
  yield* guarded(stream, name, signal);
}

function unreadable(file: string, thrown: unknown): LevermapError {
  const missing = thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new LevermapError(missing ? "LM_FILE_NOT_FOUND" : "LM_FILE_UNREADABLE", `${file}: ${reason}`, { file });
}
