import { createWriteStream } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Log } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import type { Tell } from "../server/access-log.ts";

/** Where lines of requests go, until it is closed. */
export interface AccessFile {
  readonly tell: Tell;
  close(): Promise<void>;
}

/**
 * Appends a line of JSON of each request to a file that only its owner can read; `-`: to standard error. A fault while writing is told once and
 * costs lines, never an answer. Throws LM_FILE_UNREADABLE where it cannot be written at all.
 */
export async function openAccessFile(path: string, log: Log): Promise<AccessFile> {
  if (path === "-") return { tell: (line) => void process.stderr.write(`${JSON.stringify(line)}\n`), close: async () => undefined };
  const stream = createWriteStream(path, { fd: await opened(path), autoClose: true });
  let failed = false;
  stream.on("error", (thrown) => {
    if (!failed) log.warn(`${path} cannot be written any more, and requests go on without it: ${thrown.message}`);
    failed = true;
  });
  return {
    tell: (line) => {
      if (!failed) stream.write(`${JSON.stringify(line)}\n`);
    },
    close: () =>
      new Promise((resolve) => {
        if (failed) return resolve();
        stream.once("close", () => resolve());
        stream.end();
      }),
  };
}

const ownerOnly = 0o600;

const opened = (path: string): Promise<FileHandle> =>
  open(path, "a", ownerOnly).catch((thrown: Error) => {
    throw new LevermapError("LM_FILE_UNREADABLE", `Cannot write ${path}: ${thrown.message}`, { path });
  });
