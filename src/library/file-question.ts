import { readFile, stat } from "node:fs/promises";
import { LevermapError } from "../base/errors.ts";

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
  const found = await stat(idOrPath).catch(() => null);
  if (found === null) {
    if (!/[/\\]|\.ya?ml$/.test(idOrPath)) require(idOrPath);
    throw new LevermapError("LM_FILE_NOT_FOUND", `No ${noun} file ${idOrPath}`, { path: idOrPath });
  }
  if (!found.isFile()) throw new LevermapError("LM_FILE_UNREADABLE", `${idOrPath} is not a file`, { path: idOrPath });
  if (found.size > mostBytes) throw new LevermapError(invalid, `${idOrPath} is larger than 1 MB`, { path: idOrPath });
  const text = await readFile(idOrPath, "utf8").catch((thrown: Error) => {
    throw new LevermapError("LM_FILE_UNREADABLE", `Cannot read ${idOrPath}: ${thrown.message}`, { path: idOrPath });
  });
  return { text, place: idOrPath };
}
