import { open, rename, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { digestFile } from "../files/file-digest.ts";
import { Part, request, stalled } from "./part-file.ts";

/** Bounds of one download. */
export interface DownloadLimits {
  readonly maxBytes: number;
  /** How often a broken attempt is repeated. */
  readonly retries: number;
  /** Pause before the first repetition, in milliseconds; it doubles each time. */
  readonly retryDelay: number;
  /** Silence after which an attempt counts as broken, in milliseconds. */
  readonly stallTimeout: number;
}

/** What a download may take unless it is said. */
export const downloadLimits: DownloadLimits = { maxBytes: 16 * 2 ** 30, retries: 4, retryDelay: 1_000, stallTimeout: 60_000 };

/** Something that may go away by trying again. */
class Broken extends Error {}

/** Downloads `url` through `path.part`, which a later try continues. Gives the bytes. Throws LM_FETCH_FAILED, LM_FETCH_CHECKSUM. */
export async function download(
  url: string,
  path: string,
  options: Partial<DownloadLimits> & { readonly sha256?: string | undefined },
  effects: Effects,
): Promise<number> {
  const limits: DownloadLimits = {
    maxBytes: options.maxBytes ?? downloadLimits.maxBytes,
    retries: options.retries ?? downloadLimits.retries,
    retryDelay: options.retryDelay ?? downloadLimits.retryDelay,
    stallTimeout: options.stallTimeout ?? downloadLimits.stallTimeout,
  };
  const part = new Part(path, url);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await receive(url, part, limits, effects);
      break;
    } catch (error) {
      effects.signal.throwIfAborted();
      if (!(error instanceof Broken)) throw error;
      if (attempt >= limits.retries) throw new LevermapError("LM_FETCH_FAILED", `${url}: ${error.message}`, { url, attempts: attempt + 1 });
      effects.log.warn(`${url}: ${error.message}; trying again`);
      await sleep(limits.retryDelay * 2 ** attempt, undefined, { signal: effects.signal });
    }
  }
  return keep(url, part, path, options.sha256);
}

async function receive(url: string, part: Part, limits: DownloadLimits, effects: Effects): Promise<void> {
  const { size: offset, headers } = await part.resume();
  const watch = stalled(limits.stallTimeout, effects.signal);
  try {
    const response = await request(url, headers, watch.signal).catch((error: unknown) => {
      throw error instanceof LevermapError ? error : new Broken(reasonOf(error));
    });
    const start = await startOf(response, offset, part, url);
    const length = lengthOf(response.headers);
    const total = length === null ? null : start + length;
    await tooBig(total ?? 0, limits, part, url);
    if (start === 0) await part.begin(response.headers);
    const size = await write(response, part, start, total, limits, effects, watch.touch, url);
    if (total !== null && size < total) throw new Broken(`connection cut after ${size} of ${total} bytes`);
  } finally {
    watch.stop();
  }
}

/** Where the bytes of a response go: after those we have, or to the start of the file. */
async function startOf(response: Response, offset: number, part: Part, url: string): Promise<number> {
  const { status } = response;
  if (status === 206 && offset > 0) {
    const range = /^bytes (\d+)-/.exec(response.headers.get("content-range") ?? "");
    if (Number(range?.[1]) === offset) return offset;
  }
  if (status === 200) return 0;
  await response.body?.cancel();
  if (status === 206 || status === 416) {
    await part.discard();
    throw new Broken("the server gave another range than was asked for");
  }
  if (status === 408 || status === 429 || status >= 500) throw new Broken(`the server answered ${status}`);
  throw new LevermapError("LM_FETCH_FAILED", `${url}: the server answered ${status}`, { url, status });
}

async function write(
  response: Response,
  part: Part,
  start: number,
  total: number | null,
  limits: DownloadLimits,
  effects: Effects,
  touch: () => void,
  url: string,
): Promise<number> {
  const handle = await open(part.path, start === 0 ? "w" : "r+");
  let size = start;
  try {
    const reader = response.body?.getReader();
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      touch();
      await tooBig(size + next.value.length, limits, part, url);
      await handle.write(next.value, 0, next.value.length, size);
      size += next.value.length;
      effects.progress.report(size, total ?? 0, url);
    }
  } catch (error) {
    throw error instanceof LevermapError ? error : new Broken(reasonOf(error));
  } finally {
    await handle.close();
  }
  return size;
}

async function tooBig(size: number, limits: DownloadLimits, part: Part, url: string): Promise<void> {
  if (size <= limits.maxBytes) return;
  await part.discard();
  throw new LevermapError("LM_FETCH_FAILED", `${url}: more than ${limits.maxBytes} bytes`, { url, maxBytes: limits.maxBytes });
}

async function keep(url: string, part: Part, path: string, sha256: string | undefined): Promise<number> {
  const { bytes, sha256: found } = await digestFile(part.path);
  if (sha256 !== undefined && found !== sha256) {
    await part.discard();
    throw new LevermapError("LM_FETCH_CHECKSUM", `${url}: SHA-256 is ${found}, announced was ${sha256}`, { url, found, announced: sha256 });
  }
  await rename(part.path, path);
  await rm(part.notePath, { force: true });
  return bytes;
}

/** The announced length of the body; `null` where none is, or where it is that of a packed body. */
function lengthOf(headers: Headers): number | null {
  const length = headers.get("content-length");
  return length === null || headers.has("content-encoding") || !/^\d+$/.test(length) ? null : Number(length);
}

const reasonOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : "";
  return `${error instanceof Error ? error.message : String(error)}${cause ? ` (${cause})` : ""}`;
};
