import { type Effects, quietEffects } from "../../base/effects.ts";
import { BrokenArchive, withEnd } from "./broken-archive.ts";
import { fileSize, firstBytes } from "./list-files.ts";
import { gzipChunks, plainChunks } from "./open-entries.ts";
import type { Stream } from "./records.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

type Encoding = "utf-8" | "utf-16le" | "windows-1252";

/**
 * The text of a file in pieces, in constant memory: gzip is unpacked, a byte order mark is honoured, and a file that is
 * not valid UTF-8 is read as Windows-1252, which is said through the log. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, BrokenArchive after the last sound text.
 */
export async function* textChunks(file: string, effects: Effects): Stream<string> {
  const total = await fileSize(file);
  yield* decodedText(file, ({ signal, progress }) => byteChunks(file, signal, (done) => progress.report(done, total, file)), effects);
}

/** The same of bytes that can be read twice. */
export async function* decodedText(file: string, bytes: (effects: Effects) => AsyncIterable<Buffer>, effects: Effects): Stream<string> {
  const encoding = await detectEncoding(bytes({ ...quietEffects, signal: effects.signal }));
  if (encoding === "windows-1252") effects.log.warn(`${file}: not valid UTF-8, read as Windows-1252`);
  const decoder = encoding === "windows-1252" ? null : new TextDecoder(encoding);
  for await (const chunk of bytes(effects)) yield decoder?.decode(chunk, { stream: true }) ?? decodeWindows1252(chunk);
  yield decoder?.decode() ?? "";
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

async function detectEncoding(chunks: AsyncIterable<Buffer>): Promise<Encoding> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let first = true;
  try {
    for await (const bytes of withEnd(chunks)) {
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

const isGzip = async (file: string): Promise<boolean> => (await firstBytes(file, 2)).equals(Buffer.from([0x1f, 0x8b]));
