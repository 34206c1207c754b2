import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { LevermapError } from "../base/errors.ts";
import type { Source } from "../sources/format/source.ts";
import { PlainText } from "./plain-text.ts";
import { query } from "./query.ts";
import type { Workspace } from "./workspace.ts";

export interface Fingerprint {
  /** First 16 hex digits of SHA-256 over source, data set, edition, names, contents and settings. */
  readonly id: string;
  /** SHA-256 of the file; of several, of their `sha256sum` list. */
  readonly sha256: string;
  readonly bytes: number;
  /** Whether every file is plain text (`PlainText`). */
  readonly plain: boolean;
}

export interface LoadIdentity {
  readonly source: string;
  readonly dataset: string;
  readonly edition: string | null;
  /** Settings that change the meaning of the files. */
  readonly settings: readonly string[];
}

/** Reads every file once. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE or the reason of `signal`. */
export async function fingerprint(
  { source, dataset, edition, settings }: LoadIdentity,
  files: readonly string[],
  signal: AbortSignal,
): Promise<Fingerprint> {
  const contents: { name: string; sha256: string }[] = [];
  let bytes = 0;
  let plain = true;
  for (const file of files) {
    const hashed = await hashFile(file, signal);
    contents.push({ name: basename(file), sha256: hashed.sha256 });
    bytes += hashed.size;
    plain &&= hashed.plain;
  }
  const [only] = contents;
  const list = contents.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join("");
  const sha256 = only !== undefined && contents.length === 1 ? only.sha256 : hash(list);
  return { id: hash(JSON.stringify([source, dataset, edition, list, ...settings])).slice(0, 16), sha256, bytes, plain };
}

/** Size and time of change of a file, as a line. */
export const stampOf = ({ size, mtimeMs }: { readonly size: number; readonly mtimeMs: number }): string => `${size} ${mtimeMs}`;

/** Sizes and times of files, to detect changes while reading. Throws LM_FILE_NOT_FOUND or LM_FILE_UNREADABLE. */
export async function fileStamps(files: readonly string[]): Promise<string> {
  const stamps: string[] = [];
  for (const file of files) {
    const found = await stat(file).catch((thrown) => Promise.reject(fileFault(thrown, file)));
    if (!found.isFile()) throw fileFault(`${file} is not a file.`, file);
    stamps.push(stampOf(found));
  }
  return stamps.join("\n");
}

async function hashFile(file: string, signal: AbortSignal): Promise<{ sha256: string; size: number; plain: boolean }> {
  const digest = createHash("sha256");
  const text = new PlainText();
  let size = 0;
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
      signal.throwIfAborted();
      digest.update(chunk);
      text.push(chunk);
      size += chunk.length;
    }
  } catch (thrown) {
    signal.throwIfAborted();
    throw fileFault(thrown, file);
  }
  return { sha256: digest.digest("hex"), size, plain: text.isPlain() };
}

function fileFault(thrown: unknown, file: string): LevermapError {
  const missing = thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT";
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new LevermapError(missing ? "LM_FILE_NOT_FOUND" : "LM_FILE_UNREADABLE", missing ? `There is no file ${file}.` : reason, { file });
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The files of a source among `paths` as they are loaded: all together, or each one for itself. Throws LM_LOAD_UNRECOGNISED. */
export async function unitsOf(source: Source, paths: readonly string[]): Promise<readonly (readonly string[])[]> {
  const files = await source.files(paths);
  return source.scope === "whole" ? [files] : files.map((file) => [file]);
}

interface UnitIdentity extends Fingerprint {
  /** What a newer load of the same replaces. */
  readonly dataset: string;
  readonly edition: string | null;
}

/** What a load of these files would be known by. `edition`: the one that a user names. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE or the reason of `signal`. */
export async function identifyUnit(
  source: Source,
  files: readonly string[],
  given: string | null,
  signal: AbortSignal,
): Promise<UnitIdentity> {
  const dataset = source.scope === "whole" ? source.name : basename(files[0] ?? "");
  const edition = given ?? (await source.edition(files));
  const settings = files.flatMap((file) => source.settings?.(file) ?? []);
  return { dataset, edition, ...(await fingerprint({ source: source.name, dataset, edition, settings }, files, signal)) };
}

/** Whether a load of these paths would change anything: one of their files is not what is current under its name. */
export async function isNewTo(workspace: Workspace, source: Source, paths: readonly string[], signal: AbortSignal): Promise<boolean> {
  for (const files of await unitsOf(source, paths)) {
    const { id } = await identifyUnit(source, files, null, signal);
    const sql = `SELECT 1 FROM load WHERE id = $1 AND ("current" OR scope = 'whole')`;
    if ((await workspace.use((connection) => query(connection, sql, [id]))).length === 0) return true;
  }
  return false;
}
