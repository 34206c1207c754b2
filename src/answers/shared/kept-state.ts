import { realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { buildId } from "../../base/build-id.ts";
import type { KeptState } from "../../workspace/data-kinds.ts";
import { databaseName } from "../../workspace/database.ts";
import { keptAnswers } from "../../workspace/kept-answers.ts";

/** States that stay beside that of now: those of a file that was put back. */
const most = 4;

const statesIn = (folder: string, build: string) => keptAnswers(join(folder, "answers", "state"), ["state", build], most);

/** What tells the content of a database file from any other; `null`: there is none, or its last writer was stopped or is at work. */
async function contentOf(folder: string): Promise<string | null> {
  const path = join(folder, databaseName);
  if ((await stat(`${path}.wal`).catch(() => null)) !== null) return null;
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found && `${found.dev}:${found.ino}:${found.size}:${found.mtimeNs}:${found.ctimeNs}`;
}

/** The state that was kept for the database as it is, and its folder; `null`: none was by this build. */
export async function readKeptState(dir: string): Promise<{ readonly folder: string; readonly state: KeptState } | null> {
  if (buildId === null) return null;
  const folder = await realpath(resolve(dir)).catch(() => null);
  const content = folder && (await contentOf(folder));
  const state = content && ((await statesIn(folder, buildId).read(content)) as KeptState | null);
  return state ? { folder, state } : null;
}

/**
 * Keeps what is told of the data. Nobody writes to the file while it is open here for reading, and one that took its place or was written before is another:
 * nothing is kept then, and the next who asks does it.
 * @param read opens the database, reads and closes it
 */
export async function keepState(dir: string, read: () => Promise<KeptState>): Promise<void> {
  if (buildId === null || (await readKeptState(dir)) !== null) return;
  const folder = await realpath(resolve(dir));
  const content = await contentOf(folder);
  if (content === null) return;
  const state = await read();
  if ((await contentOf(folder)) === content) await statesIn(folder, buildId).write(content, state as never);
}
