import { join } from "node:path";
import { bundledAtlas } from "../../../src/library/create.ts";
import { load } from "../../../src/library/load.ts";
import { namedSource } from "../../../src/library/named-source.ts";
import { initWorkspace } from "../../../src/workspace/init.ts";
import { madeOnce } from "../../made-once.ts";
import { realData } from "../../sources/support.ts";

/** The folder of real data on controls, and whether it is there. */
export const controls = realData("controls");

const files: readonly (readonly [source: string, ...paths: string[]])[] = [
  ["csl", "csl/consolidated.csv"],
  ["entity-list", "entity-list"],
  ["party-list", "lists", "dod-1260h", "cn", "jp"],
  ["ccl", "ccl"],
  ["rules", "fr-timeline"],
];

/** The folder of a workspace of the bundled atlas, not measured, and the real lists: one for a whole run of tests, to read alone. */
export const controlsWorkspace = (): Promise<string> => madeOnce("controls", make);

async function make(dir: string): Promise<void> {
  await initWorkspace(dir, namedSource("atlas"), [bundledAtlas], () => []);
  for (const [source, ...paths] of files) {
    await load(
      dir,
      source,
      paths.map((path) => join(controls.path, path)),
    );
  }
}
