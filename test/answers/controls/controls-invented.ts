import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../../src/library/load.ts";
import { controlsFixtures } from "../../sources/controls/fixtures-controls.ts";

/** Writes the small invented files of lists, items and rules below a folder and loads each into a workspace. */
export async function loadInventedControls(workspace: string, folder: string): Promise<void> {
  for (const [at, { source, files }] of controlsFixtures.entries()) {
    for (const [name, text] of Object.entries(files)) {
      const file = join(folder, String(at), name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
      await load(workspace, source, [file]);
    }
  }
}
