import { open } from "node:fs/promises";
import type { Effects } from "../../base/effects.ts";
import { BrokenArchive, withEnd } from "./broken-archive.ts";
import { fileSize } from "./list-files.ts";
import { gzipChunks, plainChunks } from "./open-entries.ts";
import type { Stream } from "./records.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

type Encoding = "utf-8" | "utf-16le" | "windows-1252";

/**
 * The text of a file in pieces, in constant memory: gzip is unpacked, a byte order mark is honoured, and a file that is
 * not valid UTF-8 is read as Windows-1252, which is said through the log. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, BrokenArchive after the last sound text.
 */
export async function* textChunks(file: string, effects: Effects): Stream<string> {
  const encoding = await detectEncoding(file, effects.signal);
  if (encoding === "windows-1252") effects.log.warn(`${file}: not valid UTF-8, read as Windows-1252`);
  const total = await fileSize(file);
  const report = (done: number): void => effects.progress.report(done, total, file);
  if (encoding === "windows-1252") {
    for await (const bytes of byteChunks(file, effects.signal, report)) yield decodeWindows1252(bytes);
    return;
  }
  const decoder = new TextDecoder(encoding);
  for await (const bytes of byteChunks(file, effects.signal, report)) yield decoder.decode(bytes, { stream: true });
  yield decoder.decode();
}

/** The first `count` characters of a file. Throws as `textChunks`, but not for an archive that breaks after the first line. */
export async function firstText(file: string, count: number): Promise<string> {
  const stop = new AbortController();
  const kept: Buffer[] = [];
  let size = 0;
  for await (const bytes of withEnd(byteChunks(file, stop.signal, () => undefined))) {
    if (bytes instanceof BrokenArchive && !kept.some((each) => each.includes("\n"))) throw bytes;
    if (bytes === null || bytes instanceof BrokenArchive) break;
    kept.push(bytes);
    size += bytes.length;
    if (size >= count * 4) break;
  }
  const bytes = Buffer.concat(kept).subarray(0, count * 4);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes).slice(0, count);
  const text = new TextDecoder("utf-8").decode(bytes, { stream: true });
  return (text.includes("\ufffd") ? decodeWindows1252(bytes) : text).slice(0, count);
}

async function detectEncoding(file: string, signal: AbortSignal): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const bytes of withEnd(byteChunks(file, signal, () => undefined))) {
      if (bytes === null) break;
      // The end of what can be read may fall within a character.
      if (bytes instanceof BrokenArchive) return "utf-8";
      if (first && bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
      first = false;
      decoder.decode(bytes, { stream: true });
    }
    decoder.decode();
    return "utf-8";
  } catch (error) {
    if (error instanceof TypeError) return "windows-1252";
    throw error;
  }
}

async function* byteChunks(file: string, signal: AbortSignal, report: (done: number) => void): Stream<Buffer> {
  await fileSize(file);
  yield* (await isGzip(file)) ? gzipChunks(file, signal, report) : plainChunks(file, signal, report);
}

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await handle.close();
  }
}
