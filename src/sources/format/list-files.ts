import type { Dirent, Stats } from "node:fs";
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { LevermapError } from "../../base/errors.ts";

/** Names of delimited text, as it lies in a folder. */
const delimited = /\.(csv|tsv|dat|txt)(\.gz)?$/i;
const deepest = 4;

/** A file, and whether it was given itself rather than found in a folder. */
export interface FoundFile {
  readonly file: string;
  readonly named: boolean;
}

/** The files of `paths`, folders opened to four levels, each once, in a fixed order. Throws LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE. */
export async function listFiles(paths: readonly string[], fitting: RegExp = delimited): Promise<readonly FoundFile[]> {
  const found = new Map<string, boolean>();
  for (const path of paths) {
    if ((await status(path)).isDirectory())
      for (const file of await filesUnder(path, fitting, 1)) found.set(file, found.get(file) ?? false);
    else found.set(path, true);
  }
  return [...found].map(([file, named]) => ({ file, named })).sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}

/** Size of a file in bytes. Throws LM_FILE_NOT_FOUND, or LM_FILE_UNREADABLE if it is not a file. */
export async function fileSize(file: string): Promise<number> {
  const found = await status(file);
  if (!found.isFile()) throw new LevermapError("LM_FILE_UNREADABLE", `${file} is not a file`, { file });
  return found.size;
}

/** The first `count` bytes of a file, or all of a shorter one. */
export async function firstBytes(file: string, count: number): Promise<Buffer> {
  const handle = await open(file, "r");
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function filesUnder(folder: string, fitting: RegExp, depth: number): Promise<string[]> {
  const entries = await accessible(folder, () => readdir(folder, { withFileTypes: true }));
  const files: string[] = [];
  for (const entry of entries.filter((each: Dirent) => !each.name.startsWith("."))) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < deepest) files.push(...(await filesUnder(path, fitting, depth + 1)));
    else if (fitting.test(entry.name) && (await status(path)).isFile()) files.push(path);
  }
  return files;
}

const status = (path: string): Promise<Stats> => accessible(path, () => stat(path));

async function accessible<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const missing = error instanceof Error && "code" in error && (error.code === "ENOENT" || error.code === "ENOTDIR");
    if (missing) throw new LevermapError("LM_FILE_NOT_FOUND", `No file or folder ${path}`, { path });
    throw new LevermapError("LM_FILE_UNREADABLE", `${path}: ${error instanceof Error ? error.message : String(error)}`, { path });
  }
}
