import { existsSync } from "node:fs";
import { join } from "node:path";
import { create } from "../../src/library/create.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import { temporaryFolder } from "../workspace/folder.ts";

/** The temporary folder that it stands in. */
let dir = "";
let made: Promise<string> | undefined;

/** The folder of a workspace of the bundled data, measured; made once for each file of tests, also where files share this module. */
export function bundledWorkspace(): Promise<string> {
  if (made !== undefined && existsSync(dir)) return made;
  const folder = temporaryFolder();
  dir = folder;
  made = make(join(folder, "bundled"));
  return made;
}

async function make(workspace: string): Promise<string> {
  await create(workspace);
  return workspace;
}

/** Opens it for questions; the one who asks closes it. */
export async function openBundled(asOf = "2026-11-25"): Promise<Levermap> {
  return open(await bundledWorkspace(), { asOf });
}
