import { createWriteStream } from "node:fs";
import { mkdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Effects } from "../base/effects.ts";
import { openEntries } from "../sources/open-entries.ts";
import { temporaryName } from "./database.ts";

/** Writes what a `.gz`, or the first file of a `.zip`, holds to a file in the temporary folder of a workspace. */
export async function unpackInto(dir: string, file: string, effects: Effects): Promise<string> {
  const folder = join(dir, temporaryName);
  const path = join(folder, "unpacked");
  await mkdir(folder, { recursive: true });
  for await (const entry of openEntries(file, effects)) {
    await pipeline(Readable.from(entry.chunks()), createWriteStream(path, { highWaterMark: 1 << 20 }));
    return path;
  }
  await pipeline(Readable.from([]), createWriteStream(path));
  return path;
}

/** Removes an unpacked file, and its folder unless the database keeps something there. */
export async function removeUnpacked(path: string): Promise<void> {
  await rm(path, { force: true });
  await rmdir(dirname(path)).catch(() => undefined);
}
