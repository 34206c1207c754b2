import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { LevermapError } from "../base/errors.ts";

const chunk = 65_536;

export interface WholeFileOptions {
  /** Replaces an existing file. */
  readonly force: boolean;
  readonly signal: AbortSignal;
}

/**
 * Writes lines or bytes to a file that appears whole or not at all; returns its path. Throws LM_EXPORT_EXISTS, LM_FILE_NOT_FOUND for a missing
 * folder, or the reason of `signal`.
 */
export async function writeWholeFile(
  path: string,
  content: Iterable<string> | Buffer,
  { force, signal }: WholeFileOptions,
): Promise<string> {
  const target = resolve(path);
  await requireFree(target, force);
  const part = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  try {
    await pipeline(Readable.from(Buffer.isBuffer(content) ? [content] : chunks(content)), createWriteStream(part, { flags: "wx" }), {
      signal,
    });
    await rename(part, target);
  } catch (thrown) {
    await rm(part, { force: true });
    signal.throwIfAborted();
    throw (thrown as NodeJS.ErrnoException).code === "ENOENT" ? missingFolder(target) : thrown;
  }
  return target;
}

/** Writes a folder beside its place, and puts it there, for what was, when all is written. Throws what `write` does, and the reason of `signal`. */
export async function wholeFolder<T>(target: string, signal: AbortSignal, write: (staging: string) => Promise<T>): Promise<T> {
  const staging = join(dirname(target), `.${basename(target)}-${randomUUID()}`);
  await mkdir(staging, { recursive: true });
  try {
    const written = await write(staging);
    signal.throwIfAborted();
    await rm(target, { recursive: true, force: true });
    await rename(staging, target);
    return written;
  } catch (thrown) {
    await rm(staging, { recursive: true, force: true });
    throw thrown;
  }
}

/** Throws LM_EXPORT_EXISTS where a file may not be written, LM_FILE_NOT_FOUND for a missing folder. */
export async function requireFree(target: string, force: boolean): Promise<void> {
  const found = await stat(target).catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === "ENOENT") return null;
    throw thrown.code === "ENOTDIR" ? missingFolder(target) : thrown;
  });
  if (found === null && !(await isFolder(dirname(target)))) throw missingFolder(target);
  if (found === null || (force && found.isFile())) return;
  const what = found.isFile() ? "already exists" : "is not a file";
  throw new LevermapError("LM_EXPORT_EXISTS", `${target} ${what}.`, { path: target });
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const missingFolder = (target: string): LevermapError =>
  new LevermapError("LM_FILE_NOT_FOUND", `There is no folder ${dirname(target)}.`, { path: dirname(target) });

function* chunks(lines: Iterable<string>): Generator<string> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length < chunk) continue;
    yield text;
    text = "";
  }
  yield text;
}
