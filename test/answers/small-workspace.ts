import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { create } from "../../src/library/create.ts";
import { madeOnce } from "../made-once.ts";
import { temporaryFolder } from "../workspace/folder.ts";

/** Folder of the invented atlas. */
export const smallAtlas = fileURLToPath(new URL("../fixtures/atlas", import.meta.url));

/** A workspace of the invented atlas, to write to; removed after the tests of the file. */
export async function smallCopy(): Promise<string> {
  const dir = join(temporaryFolder(), "workspace");
  cpSync(await madeOnce("small", (made) => create(made, { atlas: smallAtlas })), dir, { recursive: true });
  return dir;
}
