import { existsSync } from "node:fs";
import { create } from "../../src/library/create.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import { sharedWorkspace } from "../workspace/shared-workspace.ts";

let made: Promise<string> | undefined;
/** Where it is, once it is made. */
let dir = "";

/** The folder of a workspace of the bundled data, measured; one for each file of tests, also where files share this module. */
export function bundledWorkspace(): Promise<string> {
  if (made === undefined || (dir !== "" && !existsSync(dir))) made = copied();
  return made;
}

async function copied(): Promise<string> {
  dir = "";
  try {
    dir = await sharedWorkspace("bundled", create);
  } catch (thrown) {
    made = undefined;
    throw thrown;
  }
  return dir;
}

/** Opens it for questions; the one who asks closes it. */
export async function openBundled(asOf = "2026-11-25"): Promise<Levermap> {
  return open(await bundledWorkspace(), { asOf });
}
