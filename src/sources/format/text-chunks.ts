import { type Effects, quietEffects } from "../../base/effects.ts";
import { BrokenArchive, withEnd } from "./broken-archive.ts";
import { fileSize, firstBytes } from "./list-files.ts";
import { gzipChunks, plainChunks } from "./open-entries.ts";
import type { Stream } from "./records.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * The text of a file in pieces, in constant memory: gzip is unpacked, UTF-16 is told by its byte order mark or its zero bytes, and another file
 * that is not valid UTF-8 is read as Windows-1252, which is said through the log. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, BrokenArchive after the last sound text.
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
  const wide = utf16Of(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes).slice(0, count);
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
      const wide = first ? utf16Of(bytes) : null;
      if (wide !== null) return wide;
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

const looked = 512;
/** Part of every other byte that is zero at least: separators and digits alone make more. A stray zero is none. */
const leastZeros = 1 / 8;

/** Whether a text begins as UTF-16, as spreadsheets save "Unicode text": with its mark, or with many zeros, in every other byte alone, as UTF-8 never has. */
function utf16Of(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, looked).entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const least = (Math.min(bytes.length, looked) / 2) * leastZeros;
  if (Math.min(even, odd) > 0 || Math.max(even, odd) < least || bytes.length < 2) return null;
  return odd > 0 ? "utf-16le" : "utf-16be";
}

async function* byteChunks(file: string, signal: AbortSignal, report: (done: number) => void): Stream<Buffer> {
  await fileSize(file);
  yield* (await isGzip(file)) ? gzipChunks(file, signal, report) : plainChunks(file, signal, report);
}

const isGzip = async (file: string): Promise<boolean> => (await firstBytes(file, 2)).equals(Buffer.from([0x1f, 0x8b]));
