import { statfs } from "node:fs/promises";
import { LevermapError } from "../../base/errors.ts";
import { number } from "../../base/format.ts";

const gigabyte = 1e9;

/** Bytes that may still be written to the disk of a folder. */
export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Throws LM_DISK_SPACE where the disk of a folder has less than `bytes` left; `what` names what needs them. */
export async function requireSpace(folder: string, bytes: number, what: string): Promise<void> {
  const free = await freeBytes(folder);
  if (free >= bytes) return;
  const message = `${what} may take ${gigabytes(bytes)} GB, and the disk of ${folder} has ${gigabytes(free)} GB left.`;
  throw new LevermapError("LM_DISK_SPACE", message, { folder, bytes, free });
}

/** Gigabytes as they are said. */
export const gigabytes = (bytes: number): string => number(bytes / gigabyte);
