import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { load } from "../../../src/library/load.ts";
import { madeOnce } from "../../made-once.ts";
import { controlsFixtures } from "../../sources/controls/fixtures-controls.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { smallCopy } from "../small-workspace.ts";

/** A workspace of the invented atlas with these files, to write to; removed after the tests of the file. */
export async function inventedControls(): Promise<string> {
  const dir = join(temporaryFolder(), "workspace");
  const made = await madeOnce("small-controls", async (folder) => {
    cpSync(await smallCopy(), join(folder, "workspace"), { recursive: true });
    await loadInventedControls(join(folder, "workspace"), join(folder, "lists"));
  });
  cpSync(join(made, "workspace"), dir, { recursive: true });
  return dir;
}

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
