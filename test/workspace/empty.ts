import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { createWorkspace } from "../../src/workspace/create.ts";
import { databaseName } from "../../src/workspace/database.ts";
import { madeOnce } from "../made-once.ts";

/** Makes a workspace without data in a folder: a copy of one that is made once for a whole run of tests. */
export async function emptyWorkspace(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await copyFile(join(await madeOnce("empty", createWorkspace), databaseName), join(dir, databaseName));
}
