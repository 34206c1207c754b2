import { randomUUID } from "node:crypto";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

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
