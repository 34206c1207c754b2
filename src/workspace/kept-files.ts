import { createHash, randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What decides a file beside its question, or a question. */
export type Json = string | number | boolean | null | readonly Json[];

/** Bytes on disk that spare computing them again. Never a reason for an error: what cannot be read or kept is computed. */
export interface KeptFiles {
  /** `null` if there is none, or its file is not whole. */
  read(question: Json): Promise<Buffer | null>;
  /** Whether there is one, whole or not. */
  has(question: Json): Promise<boolean>;
  /** `null` where it is kept, or what hindered it. */
  write(question: Json, body: Buffer): Promise<Error | null>;
}

/** After so many milliseconds the writer of an unfinished file is taken to be gone. */
const longestWrite = 60_000;

/** For so many milliseconds the files of one version stay beside those of another: both are asked for while a server moves from one to the next. */
const longestMove = 600_000;

/**
 * A folder of files, one a question. Whatever else decides them is in `version`: writing one removes those of other versions, once they are old.
 * @param most files to stay, the oldest go first; a twentieth more may be there between two looks
 * @param beside other versions whose files are still asked for
 */
export function keptFiles(folder: string, version: Json, most: number, beside: readonly Json[] = []): KeptFiles {
  const prefix = prefixOf(version);
  const stay = [version, ...beside].map(prefixOf);
  const nameOf = (question: Json): string => `${prefix}-${hash(JSON.stringify(question)).slice(0, 20)}.json`;
  const betweenLooks = Math.max(1, Math.floor(most / 20));
  let written = 0;
  return {
    async read(question) {
      const name = nameOf(question);
      const bytes = await readFile(join(folder, name)).catch(() => Buffer.alloc(0));
      const end = bytes.indexOf("\n");
      const body = bytes.subarray(end + 1);
      return end >= 0 && bytes.toString("latin1", 0, end) === hash(name, body) ? body : null;
    },
    has: (question) =>
      stat(join(folder, nameOf(question))).then(
        () => true,
        () => false,
      ),
    async write(question, body) {
      const name = nameOf(question);
      const part = join(folder, `${name}.${randomUUID()}`);
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(part, Buffer.concat([Buffer.from(`${hash(name, body)}\n`), body]), { flag: "wx" });
        await rename(part, join(folder, name));
        if (written++ % betweenLooks === 0) await tidy(folder, stay, most);
        return null;
      } catch (thrown) {
        if (!isOfFiles(thrown)) throw thrown;
        await rm(part, { force: true }).catch(() => undefined);
        return thrown;
      }
    },
  };
}

const prefixOf = (version: Json): string => hash(JSON.stringify(version)).slice(0, 12);

function hash(text: string, body: Buffer | null = null): string {
  const sum = createHash("sha256").update(text);
  return (body === null ? sum : sum.update(body)).digest("hex");
}

const isOfFiles = (thrown: unknown): thrown is Error => thrown instanceof Error && "syscall" in thrown;

/** Own files: `version-question.json`; unfinished ones with a further part. */
const ownName = /^([0-9a-f]{12})-[0-9a-f]{20}\.json(?:\.([0-9a-f-]{36}))?$/;

interface Dated {
  readonly name: string;
  readonly written: number;
}

/** Removes old files of versions that do not begin with one of `prefixes`, unfinished files nobody writes any more, and the oldest over `most`. */
async function tidy(folder: string, prefixes: readonly string[], most: number): Promise<void> {
  const names = await readdir(folder);
  const [finished, parts]: [string[], string[]] = [[], []];
  for (const name of names) {
    const found = ownName.exec(name);
    if (found !== null) (found[2] === undefined ? finished : parts).push(name);
  }
  const isOther = (name: string): boolean => !prefixes.some((prefix) => name.startsWith(prefix));
  const [now, others] = [Date.now(), finished.filter(isOther)];
  const left = (await datedOf(folder, parts)).filter(({ written }) => written < now - longestWrite);
  const old = (await datedOf(folder, others)).filter(({ written }) => written < now - longestMove);
  const stay = finished.length - old.length;
  const gone = new Set(old.map(({ name }) => name));
  const over = stay > most ? (await datedOf(folder, finished)).filter(({ name }) => !gone.has(name)).slice(0, stay - most) : [];
  await Promise.all([...old, ...left, ...over].map(({ name }) => rm(join(folder, name), { force: true })));
}

/** When files were written, the oldest first; those that are gone meanwhile are left out. */
async function datedOf(folder: string, names: readonly string[]): Promise<readonly Dated[]> {
  const dated = await Promise.all(
    names.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => null);
      return found === null ? [] : [{ name, written: found.mtimeMs }];
    }),
  );
  return dated.flat().sort((a, b) => a.written - b.written);
}
