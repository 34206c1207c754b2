import { createWriteStream } from "node:fs";
import { mkdir, rm, rmdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Effects } from "../base/effects.ts";
import { BrokenArchive } from "../sources/format/broken-archive.ts";
import { openEntries } from "../sources/format/open-entries.ts";
import { temporaryName } from "./database.ts";
import { PlainText } from "./plain-text.ts";

/** An unpacked file; `plain`: plain text (`PlainText`). */
export interface Unpacked {
  readonly path: string;
  readonly plain: boolean;
}

/** Unpacks a `.gz` or the first file of a `.zip` to the workspace's temporary folder. Throws errors of `openEntries`, leaving nothing. */
export async function unpackInto(dir: string, file: string, effects: Effects): Promise<Unpacked> {
  const folder = join(dir, temporaryName);
  const path = join(folder, "unpacked");
  await mkdir(folder, { recursive: true });
  try {
    return { path, plain: await unpackFirst(file, path, effects) };
  } catch (thrown) {
    await removeUnpacked(path);
    throw thrown;
  }
}

/** Returns whether it is plain text; false for empty and broken archives. */
async function unpackFirst(file: string, path: string, effects: Effects): Promise<boolean> {
  const text = new PlainText();
  for await (const entry of openEntries(file, effects)) {
    try {
      await pipeline(Readable.from(checked(entry.chunks(), text)), createWriteStream(path, { highWaterMark: 1 << 20 }));
      return text.isPlain();
    } catch (thrown) {
      if (thrown instanceof BrokenArchive) return false;
      throw thrown;
    }
  }
  return false;
}

async function* checked(chunks: AsyncIterable<Buffer>, text: PlainText): AsyncGenerator<Buffer, void, undefined> {
  for await (const chunk of chunks) {
    text.push(chunk);
    yield chunk;
  }
}

/** Removes an unpacked file, and its folder if empty. */
export async function removeUnpacked(path: string): Promise<void> {
  await rm(path, { force: true });
  await rmdir(dirname(path)).catch(() => undefined);
}
