import { isUtf8 } from "node:buffer";
import { fail, type Stream } from "./records.ts";
import { decodeWindows1252 } from "./windows-1252.ts";

const declarationBytes = 200;
const mostBytes = 1 << 25;
const declared = /^[^<]{0,3}<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']/;

/**
 * The text of an XML record by its byte order mark or the encoding that it declares, UTF-8 where it declares none. Throws BadRow for
 * bytes that this encoding does not have, an encoding that is not known and more than 32 MiB (after cuts).
 */
export function decodeXml(whole: Buffer): string {
  if (whole.length > mostBytes) fail(`more than ${mostBytes} bytes without the long texts`);
  const encoding = encodingOf(whole);
  const bytes = encoding.startsWith("utf-16") ? whole : withoutPadding(whole);
  if (encoding === "utf-8") {
    if (!isUtf8(bytes)) fail(`bytes that are not UTF-8${badByte(bytes)}`);
    return bytes.toString("utf8", hasMark(bytes) ? 3 : 0);
  }
  if (/^(iso-8859-1|latin1|windows-1252|us-ascii)$/.test(encoding)) return decodeWindows1252(bytes);
  return decoded(bytes, encoding);
}

/** UTF-16 (by its mark or first character) as UTF-8, plain text without the mark of UTF-8, other bytes as they are. What is not a character becomes a byte that UTF-8 lacks: a reject. */
export async function* utf8Chunks(chunks: AsyncIterable<Buffer>): Stream<Buffer> {
  let decoder: InstanceType<typeof TextDecoder> | null | undefined;
  for await (const chunk of chunks) {
    if (decoder === undefined) {
      const encoding = markedUtf16(chunk);
      decoder = encoding === null ? null : new TextDecoder(encoding);
      if (markedText(chunk)) {
        yield chunk.subarray(3);
        continue;
      }
    }
    yield decoder === null ? chunk : utf8Of(decoder.decode(chunk, { stream: true }));
  }
  const rest = decoder?.decode() ?? "";
  if (rest !== "") yield utf8Of(rest);
}

/** Without zeros and ends of file (Ctrl-Z) that old systems put behind a file. */
function withoutPadding(bytes: Buffer): Buffer {
  let end = bytes.length;
  while (end > 0 && (bytes[end - 1] === 0x1a || bytes[end - 1] === 0)) end -= 1;
  return bytes.subarray(0, end);
}

function utf8Of(text: string): Buffer {
  if (!text.includes("\ufffd")) return Buffer.from(text);
  return Buffer.concat(text.split("\ufffd").flatMap((part, index) => [noCharacter.subarray(0, index), Buffer.from(part)]));
}

/** Text that is no XML behind the mark of UTF-8; XML tells its encoding itself. */
const markedText = (bytes: Buffer): boolean =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf && /^[A-Z]/.test(bytes.toString("latin1", 3, 4));

const noCharacter = Buffer.from([0xff]);

/** By its mark, or by the zero that stands beside the `<` of a text that begins without one. */
function markedUtf16(bytes: Buffer): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[2] !== 0) return "utf-16le";
  if (bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0) return "utf-16be";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function encodingOf(bytes: Buffer): string {
  const marked = markedUtf16(bytes);
  if (marked !== null) return marked;
  const encoding = declared.exec(bytes.toString("latin1", 0, declarationBytes))?.[1]?.toLowerCase() ?? "utf-8";
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  return /^(utf8|utf-16(le|be)?)$/.test(encoding) ? "utf-8" : encoding;
}

function decoded(bytes: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (thrown) {
    if (thrown instanceof RangeError) fail(`the encoding ${encoding} is not known`);
    return fail(`bytes that are not ${encoding}`);
  }
}

const hasMark = (bytes: Buffer): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Where in the record the first wrong byte is, and what stands before it. */
function badByte(bytes: Buffer): string {
  let [from, to] = [0, bytes.length];
  while (to - from > 1) {
    const middle = (from + to) >> 1;
    if (isUtf8(bytes.subarray(0, wholeCharacters(bytes, middle)))) from = middle;
    else to = middle;
  }
  return ` after "${bytes.toString("latin1", Math.max(0, from - 20), from).replace(/\s+/g, " ")}"`;
}

/** Steps back out of a character that `end` would split. */
function wholeCharacters(bytes: Buffer, end: number): number {
  let whole = end;
  while (whole > 0 && end - whole < 3 && ((bytes[whole] ?? 0) & 0xc0) === 0x80) whole -= 1;
  return whole;
}

/** Cuts the first element of each name, in record order, before decoding. One without an end tag stays, so a torn record is seen. */
export function cutElements(bytes: Buffer, names: readonly string[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const name of names) {
    const from = startOf(bytes, name, at);
    const to = from < 0 ? -1 : bytes.indexOf(`</${name}>`, from);
    if (to < 0) continue;
    parts.push(bytes.subarray(at, from));
    at = to + name.length + 3;
  }
  return at === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(at)]);
}

/** Takes out of a record what follows the `kept`-th element `item` inside `list`, up to the end of that list. */
export function cutRest(bytes: Buffer, list: string, item: string, kept: number): Buffer {
  const end = `</${item}>`;
  let at = startOf(bytes, list, 0);
  for (let count = 0; count < kept && at >= 0; count++) at = bytes.indexOf(end, at + (count === 0 ? 0 : end.length));
  const to = at < 0 ? -1 : bytes.indexOf(`</${list}>`, at);
  return to < 0 ? bytes : Buffer.concat([bytes.subarray(0, at + end.length), bytes.subarray(to)]);
}

/** Where the start tag of an element that is not empty begins, -1 if nowhere. */
function startOf(bytes: Buffer, name: string, from: number): number {
  const start = `<${name}`;
  for (let at = bytes.indexOf(start, from); at >= 0; at = bytes.indexOf(start, at + 1)) {
    if (isNameEnd(bytes[at + start.length] ?? 0)) return at;
  }
  return -1;
}

/** A blank or `>`. */
const isNameEnd = (byte: number): boolean => byte === 0x3e || byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

const longestFrame = 65_536;

/** Parts a piece that begins with one of `names` at its end tag. Around records only `frame` may stand; the rest is `stray`. */
export function splitRecord(
  bytes: Buffer,
  names: readonly string[],
  frame: RegExp,
): { readonly record: Buffer | null; readonly stray: string } {
  const strayOf = (rest: Buffer): string =>
    rest.length > longestFrame ? rest.toString("utf8", 0, 400) : rest.toString("latin1").replace(frame, "").trim();
  const name = names.find((each) => bytes.subarray(0, each.length + 1).toString("latin1") === `<${each}`);
  if (name === undefined) return { record: null, stray: strayOf(bytes) };
  const end = `</${name}>`;
  const at = bytes.indexOf(end);
  if (at < 0) return { record: bytes, stray: "" };
  return { record: bytes.subarray(0, at + end.length), stray: strayOf(bytes.subarray(at + end.length)) };
}
