import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A question, or what decides its answer beside it. */
type Json = string | number | boolean | null | readonly Json[];

/** Answers on disk that spare computing them again. Never a reason for an error: what cannot be read or kept is computed. */
export interface KeptAnswers {
  /** `null` if there is none, or its file is not whole. */
  read(question: Json): Promise<unknown>;
  /** Keeps an answer of plain JSON; one with a number that JSON cannot hold is not kept. */
  write(question: Json, answer: unknown): Promise<void>;
}

/** Files of one version that stay; the oldest go first. */
const mostFiles = 300;

/** After so many milliseconds the writer of an unfinished file is taken to be gone. */
const longestWrite = 60_000;

/**
 * Answers kept in a folder, one file each. Whatever else decides them is in `version`: writing one removes the files of other versions.
 * @param most files to stay; for tests
 */
export function keptAnswers(folder: string, version: Json, most: number = mostFiles): KeptAnswers {
  const prefix = hash(JSON.stringify(version)).slice(0, 12);
  const nameOf = (question: Json): string => `${prefix}-${hash(JSON.stringify(question)).slice(0, 20)}.json`;
  return {
    async read(question) {
      const name = nameOf(question);
      const text = await readFile(join(folder, name), "utf8").catch(() => "");
      const end = text.indexOf("\n");
      const body = text.slice(end + 1);
      return text.slice(0, end) === hash(name + body) ? JSON.parse(body) : null;
    },
    async write(question, answer) {
      const body = exactJson(answer);
      if (body === null) return;
      const name = nameOf(question);
      const part = join(folder, `${name}.${randomUUID()}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(part, `${hash(name + body)}\n${body}`, { flag: "wx" });
        await rename(part, join(folder, name));
        await tidy(folder, prefix, most);
      } catch (thrown) {
        if (!isOfFiles(thrown)) throw thrown;
        await rm(part, { force: true }).catch(() => undefined);
      }
    },
  };
}

const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

const isOfFiles = (thrown: unknown): boolean => thrown instanceof Error && "syscall" in thrown;

/** `null` if a number would not come back. */
function exactJson(value: unknown): string | null {
  let exact = true;
  const body = JSON.stringify(value, (_, each) => {
    if (typeof each === "number" && !Number.isFinite(each)) exact = false;
    return each;
  });
  return exact ? body : null;
}

/** Own files: `version-question.json`; unfinished ones with a further part. */
const ownName = /^([0-9a-f]{12})-[0-9a-f]{20}\.json(?:\.([0-9a-f-]{36}))?$/;

/** Removes files of other versions, unfinished files nobody writes any more, and the oldest over `most`. */
async function tidy(folder: string, prefix: string, most: number): Promise<void> {
  const names = (await readdir(folder)).map((name) => ({ name, found: ownName.exec(name) }));
  const finished = names.filter(({ found }) => found !== null && found[2] === undefined);
  const [current, old] = [finished.filter(({ found }) => found![1] === prefix), finished.filter(({ found }) => found![1] !== prefix)];
  const left = (
    await datedOf(
      folder,
      names.filter(({ found }) => found?.[2] !== undefined),
    )
  ).filter(({ written }) => written < Date.now() - longestWrite);
  const over = current.length > most ? (await datedOf(folder, current)).slice(0, current.length - most) : [];
  await Promise.all([...old, ...left, ...over].map(({ name }) => rm(join(folder, name), { force: true })));
}

/** When files were written, the oldest first; those that are gone meanwhile are left out. */
async function datedOf(folder: string, files: readonly { readonly name: string }[]) {
  const dated = await Promise.all(
    files.map(async ({ name }) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return found === null ? [] : [{ name, written: found.mtimeMs }];
    }),
  );
  return dated.flat().sort((a, b) => a.written - b.written);
}
