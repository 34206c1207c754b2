import { readFile, stat } from "node:fs/promises";
import { type ErrorCode, LevermapError } from "./errors.ts";

const mostBytes = 1 << 20;

/** Reads a file of at most 1 MB. `missing`: called before LM_FILE_NOT_FOUND. */
export async function readSmallFile(path: string, noun: string, invalid: ErrorCode, missing = (): unknown => null): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found === null) {
    missing();
    throw new LevermapError("LM_FILE_NOT_FOUND", `No ${noun} file ${path}`, { path });
  }
  if (!found.isFile()) throw new LevermapError("LM_FILE_UNREADABLE", `${path} is not a file`, { path });
  if (found.size > mostBytes) throw new LevermapError(invalid, `${path} is larger than 1 MB`, { path });
  return readFile(path, "utf8").catch((thrown: Error) => {
    throw new LevermapError("LM_FILE_UNREADABLE", `Cannot read ${path}: ${thrown.message}`, { path });
  });
}
