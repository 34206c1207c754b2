import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { stampOf } from "../../workspace/load-id.ts";
import type { Input } from "../layout/input-format.ts";
import { readInputReceipt } from "./parse-input.ts";

/** Files that are to be parsed, as they lie on the disk. */
export interface ParseSize {
  readonly files: number;
  /** Bytes of files that are not packed. */
  readonly plain: number;
  /** Bytes of files that are. */
  readonly packed: number;
  /** Bytes of the largest file, packed ones apart. */
  readonly largestPlain: number;
  readonly largestPacked: number;
}

interface FoundFile {
  readonly path: string;
  readonly bytes: number;
  /** As in a receipt. */
  readonly stamp: string;
}

const isPacked = (path: string): boolean => /\.(?:gz|tgz|zip)$/i.test(path);

/** What of a list was not parsed into `dir` before, or has changed since. What cannot be read is left out: parsing tells of it. */
export async function parseSize(inputs: readonly Input[], dir: string): Promise<ParseSize> {
  const size = { files: 0, plain: 0, packed: 0, largestPlain: 0, largestPacked: 0 };
  for (const input of inputs) {
    const files = await filesOfAll(input.paths);
    const receipt = await readInputReceipt(dir, input);
    const stamps = new Set(files.map(({ stamp }) => stamp));
    if (receipt !== null && receipt.failures.length === 0 && receipt.stamps.split("\n").every((stamp) => stamps.has(stamp))) continue;
    for (const { path, bytes } of files) {
      size.files += 1;
      const [sum, largest] = isPacked(path) ? (["packed", "largestPacked"] as const) : (["plain", "largestPlain"] as const);
      size[sum] += bytes;
      size[largest] = Math.max(size[largest], bytes);
    }
  }
  return size;
}

/** A file, or all in a folder and below. */
async function filesOf(path: string): Promise<readonly FoundFile[]> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return [{ path, bytes: found.size, stamp: stampOf(found) }];
  const entries = found?.isDirectory() ? await readdir(path, { withFileTypes: true }).catch(() => []) : [];
  const below = entries.flatMap((entry) => (entry.isFile() || entry.isDirectory() ? [join(path, entry.name)] : []));
  return filesOfAll(below);
}

async function filesOfAll(paths: readonly string[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const path of paths) found.push(...(await filesOf(path)));
  return found;
}
