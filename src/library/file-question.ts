import { readFile, stat } from "node:fs/promises";
import { type ErrorCode, LevermapError } from "../base/errors.ts";

const mostBytes = 1 << 20;

export interface FileKind {
  /** `scenario` */
  readonly noun: string;
  readonly ready: () => readonly string[];
  /** Throws for an unknown name. */
  readonly require: (id: string) => unknown;
  readonly invalid: "LM_SCENARIO_INVALID" | "LM_PLAN_INVALID";
}

export type FileQuestion = { readonly id: string } | { readonly text: string; readonly place: string };

/**
 * A bundled question by name, else a file. Throws what `require` throws for neither, LM_FILE_NOT_FOUND, LM_FILE_UNREADABLE, and `invalid`
 * for a file over 1 MB.
 */
export async function fileQuestion(idOrPath: string, { noun, ready, require, invalid }: FileKind): Promise<FileQuestion> {
  if (ready().includes(idOrPath)) return { id: idOrPath };
  const unknown = (): unknown => (/[/\\]|\.ya?ml$/.test(idOrPath) ? null : require(idOrPath));
  return { text: await readSmallFile(idOrPath, noun, invalid, unknown), place: idOrPath };
}

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
