import { deepestJson, isJsonDeeper } from "../../base/bounded-json.ts";
import { type Effects, quietEffects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { BrokenArchive, breakReject, withEnd } from "./broken-archive.ts";
import { isObject, JsonRecord } from "./json-record.ts";
import { JsonArraySplitter, JsonLineSplitter, type JsonPiece, type JsonSplitter, maxJsonCharacters } from "./json-splitter.ts";
import { openEntries } from "./open-entries.ts";
import { breakingOff, type RejectRecord, reject, type Stream } from "./records.ts";
import { firstText } from "./text-chunks.ts";

/**
 * Streams the objects of a JSON file, of what a `.gz` or the entries of a `.zip` hold: JSON lines, one array, or the array
 * `under` a name of the outermost object. What is no object is a reject, and so is what comes after a break of an archive; `line` counts the records. Stops
 * after `most` characters of a file.
 * Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE.
 */
export async function* jsonRows(
  file: string,
  under: string | null,
  effects: Effects,
  most = Number.POSITIVE_INFINITY,
): Stream<JsonRecord | RejectRecord> {
  for await (const entry of openEntries(file, effects)) {
    const decoder = new TextDecoder("utf-8");
    let splitter: JsonSplitter | null = null;
    let head = "";
    let line = 0;
    let read = 0;
    for await (const bytes of withEnd(entry.chunks())) {
      if (bytes instanceof BrokenArchive) {
        yield breakReject({ file: entry.name, line: line + 1 }, bytes, "");
        break;
      }
      const text = bytes === null ? decoder.decode() : decoder.decode(bytes, { stream: true });
      read += text.length;
      if (read > most) break;
      head = splitter ? text : head + text;
      splitter ??= head.trim() === "" ? null : splitterOf(head, under);
      if (splitter === null) continue;
      for (const piece of splitter.push(head)) yield toRecord(entry.name, ++line, piece);
      for (const piece of bytes === null ? splitter.end() : []) yield lastRecord(toRecord(entry.name, ++line, piece));
    }
  }
}

/** The first object in the beginning of a JSON file; `null` where it holds none that can be read. Throws as `jsonRows`. */
export async function firstJson(file: string, under: string | null): Promise<JsonRecord | null> {
  let tried = 0;
  for await (const record of jsonRows(file, under, quietEffects, maxJsonCharacters)) {
    if (record instanceof JsonRecord) return record;
    if (record.code === "LM_FILE_UNREADABLE") throw new LevermapError("LM_FILE_UNREADABLE", `${record.file}: ${record.reason}`, { file });
    if (++tried >= 3) break;
  }
  return null;
}

const splitterOf = (head: string, under: string | null): JsonSplitter => {
  const array = head.trimStart().startsWith("[");
  return array || under !== null ? new JsonArraySplitter(array ? null : under) : new JsonLineSplitter();
};

/** A record that nothing ends is cut if it cannot be read. */
const lastRecord = (record: JsonRecord | RejectRecord): JsonRecord | RejectRecord =>
  record instanceof JsonRecord ? record : breakingOff(record);

function toRecord(file: string, line: number, piece: JsonPiece): JsonRecord | RejectRecord {
  if ("problem" in piece) return reject({ file, line }, piece.problem, piece.excerpt);
  if (isJsonDeeper(piece.text, deepestJson)) return reject({ file, line }, `nested more than ${deepestJson} deep`, piece.text);
  try {
    const value: unknown = JSON.parse(piece.text);
    return isObject(value) ? new JsonRecord(file, line, value) : reject({ file, line }, "not a JSON object", piece.text);
  } catch {
    return reject({ file, line }, "not valid JSON", piece.text);
  }
}

const headCharacters = 1 << 14;

/** The texts, by name, that stand in the outermost object of a JSON file before its first list or inner object. Throws as `firstText`. */
export async function jsonHead(file: string): Promise<Readonly<Record<string, string | undefined>>> {
  const text = await firstText(file, headCharacters);
  const head: Record<string, string> = {};
  const end = /[[{]/.exec(text.slice(1))?.index ?? text.length;
  if (!text.trimStart().startsWith("{")) return head;
  for (const [, name, value] of text.slice(0, end + 1).matchAll(/"(\w+)"\s*:\s*("(?:[^"\\]|\\.)*")/g)) {
    const parsed = textOf(value ?? "");
    if (name !== undefined && parsed !== undefined) head[name] = parsed;
  }
  return head;
}

function textOf(quoted: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(quoted);
    return typeof parsed === "string" ? parsed : undefined;
  } catch {
    return undefined;
  }
}
