import { readdirSync, readFileSync } from "node:fs";
import { bundledFile } from "../../base/built-file.ts";
import { LevermapError } from "../../base/errors.ts";
import { nearNames } from "../../link/near-name.ts";
import { meant } from "./names.ts";

/** A ready scenario or plan by its id, or the text of one of one's own. */
export interface FileAsked {
  readonly id?: string | undefined;
  readonly text?: string | undefined;
  readonly place?: string | undefined;
}

/** What was asked for, read, and where it is from. */
export interface AskedFile<File> {
  /** `null`: a file of one's own. */
  readonly id: string | null;
  /** Where it stands, for messages. */
  readonly place: string;
  readonly file: File;
  /** The day asked for, where the file says another; `null`: none. */
  readonly dayNotUsed: string | null;
}

/** How files of a kind are found: the ready ones by id, the text of others. */
interface FileKind<File> {
  readonly noun: "scenario" | "plan";
  readonly ready: (id: string) => File;
  readonly read: (place: string, text: string) => File;
}

/** Throws LM_USAGE unless exactly one of id and text is given, and what the kind throws. `askedDay`: `null` where no day was asked for. */
export function askedFile<File extends { readonly as_of?: string | undefined }>(
  { id, text, place }: FileAsked,
  { noun, ready, read }: FileKind<File>,
  askedDay: string | null,
): AskedFile<File> {
  if ((id === undefined) === (text === undefined))
    throw new LevermapError("LM_USAGE", `Give either the id of a ready ${noun} or the text of a file.`);
  const where = id ?? place ?? `The ${noun}`;
  const file = id === undefined ? read(where, text!) : ready(id);
  const dayNotUsed = file.as_of !== undefined && askedDay !== file.as_of ? askedDay : null;
  return { id: id ?? null, place: where, file, dayNotUsed };
}

const ending = ".yaml";

/** The ready files in a folder of the bundled data: their names in alphabetical order, and one of them by its name, read or as its text. */
export function readyFiles<File>(
  folder: "scenarios" | "plans",
  read: (id: string, text: string) => File,
  unknown: (id: string, hint: string, near: readonly string[]) => LevermapError,
): { readonly ids: () => readonly string[]; readonly ready: (id: string) => File; readonly text: (id: string) => string } {
  const ids = (): readonly string[] =>
    readdirSync(bundledFile(folder))
      .filter((name) => name.endsWith(ending))
      .map((name) => name.slice(0, -ending.length))
      .sort();
  const text = (id: string): string => {
    if (!ids().includes(id)) {
      const near = nearNames(id, ids(), 2);
      throw unknown(id, meant(near) || ".", near);
    }
    return readFileSync(bundledFile(`${folder}/${id}${ending}`), "utf8");
  };
  return { ids, text, ready: (id) => read(id, text(id)) };
}
