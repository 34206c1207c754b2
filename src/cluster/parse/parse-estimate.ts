import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Estimate } from "../../base/estimate.ts";
import { stampOf } from "../../workspace/load-id.ts";
import type { Input } from "../layout/input-format.ts";
import { readInputReceipt } from "./parse-input.ts";

/** What a byte that is read takes. */
interface ParseCost {
  /** Of a core. */
  readonly seconds: number;
  /** Of a core, for each file. */
  readonly opening: number;
  /** Bytes, of the largest file alone. */
  readonly memory: number;
  readonly disk: number;
  readonly diskOfFile: number;
  /** Bytes that come out of a packed one. */
  readonly unpacked: number;
}

/** Most is passed over. */
const fullTexts: ParseCost = { seconds: 0.0127e-6, opening: 0.083, memory: 0.65, disk: 0.0004, diskOfFile: 12_000, unpacked: 4.9 };
/** Nearly every element becomes a row. Rows of made-up records repeat and pack too well: disk is what gzip makes of real ones. */
const bibliographies: ParseCost = { seconds: 0.067e-6, opening: 0.1, memory: 1.9, disk: 0.11, diskOfFile: 20_000, unpacked: 9 };
const started = { memory: 2.08e8, seconds: 1.2 };

/**
 * The least and the most that parsing takes: a byte of a bibliography becomes many times the rows of a byte of a full text, and how far packed files grow is not known before.
 * From runs on three sizes of either (30 November 2026, docs/scale.md).
 * @param processes that share the files: memory is that of the one which has the largest file, all else of all together
 */
export const estimateParse = (size: ParseSize, processes = 1): readonly [least: Estimate, most: Estimate] => [
  estimate(size, processes, fullTexts),
  estimate(size, processes, bibliographies),
];

function estimate(size: ParseSize, processes: number, { seconds, opening, memory, disk, diskOfFile, unpacked }: ParseCost): Estimate {
  const read = size.plain + unpacked * size.packed;
  return {
    memory: started.memory + memory * Math.max(size.largestPlain, unpacked * size.largestPacked),
    disk: diskOfFile * size.files + disk * read,
    seconds: started.seconds * processes + opening * size.files + seconds * read,
  };
}

/** Files that are to be parsed, as they lie on the disk. */
interface ParseSize {
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
