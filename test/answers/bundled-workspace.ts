import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { create } from "../../src/library/create.ts";
import { type Levermap, mapInEnglish, openMessages } from "../../src/library/open.ts";
import { madeOnce } from "../made-once.ts";
import { withSolved } from "../solved/solved.ts";
import { temporaryFolder } from "../workspace/folder.ts";

/** The folder of a workspace of the bundled data, measured, with the answers that are kept in it: one for a whole run of tests, to read alone. */
export const bundledWorkspace = (): Promise<string> => madeOnce("bundled", create);

/** A copy of its data to write to, without kept answers; removed after the tests of the file. */
export async function bundledCopy(): Promise<string> {
  const dir = join(temporaryFolder(), "workspace");
  await mkdir(dir);
  await copyFile(join(await bundledWorkspace(), databaseFile), join(dir, databaseFile));
  return dir;
}

const databaseFile = "levermap.duckdb";

/** Opens it for questions, the dearest of which are answered by what was worked out before; the one who asks closes it. */
export const openBundled = async (asOf?: string): Promise<Levermap> => mapInEnglish(await openBundledMessages(asOf));

/** The same with answers that say messages. */
export const openBundledMessages = async (asOf = "2026-11-25"): Promise<Levermap> =>
  withSolved(await openMessages(await bundledWorkspace(), { asOf }));
