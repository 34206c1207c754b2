import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/** No input may keep a processor busy for longer, in milliseconds. */
export const mostTime = 1000;

/**
 * Does something and gives its outcome with the milliseconds of processor time of this process. What took too long is done again, twice at most: a
 * collection of garbage, or the compiler, would not fall on the same input again and again.
 */
export async function timed<T>(work: () => Promise<T>): Promise<{ readonly outcome: T; readonly took: number }> {
  let [outcome, took] = await once(work);
  for (let again = 0; again < 2 && took > mostTime; again++) {
    const [other, time] = await once(work);
    [outcome, took] = [other, Math.min(took, time)];
  }
  return { outcome, took };
}

/** Bytes of a table that is read within `mostTime`, with much to spare; an archive of a few kilobytes may hold many times that. */
const readInTime = 3e6;

/** How long files may take: longer where they are archives that hold more than the bytes that are worked through within `mostTime`. */
export async function allowedTime(contents: readonly (string | Buffer)[], inTime = readInTime): Promise<number> {
  let bytes = 0;
  for (const content of contents)
    if (typeof content !== "string" && content[0] === 0x1f && content[1] === 0x8b) bytes += await unpackedBytes(content);
  return mostTime * Math.max(1, bytes / inTime);
}

async function unpackedBytes(content: Buffer): Promise<number> {
  let bytes = 0;
  try {
    for await (const chunk of Readable.from([content]).pipe(createGunzip())) bytes += (chunk as Buffer).length;
  } catch {
    // A broken one holds what came until then
  }
  return bytes;
}

async function once<T>(work: () => Promise<T>): Promise<[T, number]> {
  const before = process.cpuUsage();
  const outcome = await work();
  const { user, system } = process.cpuUsage(before);
  return [outcome, (user + system) / 1000];
}
