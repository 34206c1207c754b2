import { join } from "node:path";
import { create } from "../../src/library/create.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import { temporaryFolder } from "../workspace/folder.ts";

let made: Promise<string> | undefined;

/** The folder of a workspace of the bundled data, measured; made once for each file of tests. */
export function bundledWorkspace(): Promise<string> {
  made ??= make(join(temporaryFolder(), "bundled"));
  return made;
}

async function make(dir: string): Promise<string> {
  await create(dir);
  return dir;
}

/** Opens it for questions; the one who asks closes it. */
export async function openBundled(asOf = "2026-11-25"): Promise<Levermap> {
  return open(await bundledWorkspace(), { asOf });
}
