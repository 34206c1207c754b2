import { access, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { readLayout } from "../src/cluster/layout/layout-files.ts";
import { layoutManifest } from "../src/cluster/layout/layout-format.ts";
import { writeMadeUpGraph } from "./made-up-graph.ts";
import { type Spent, spentBy, told } from "./spent.ts";
import { option, temporary, textOption } from "./support.ts";

/**
 * Measures on citations of a made-up graph: all in one process and slice by slice. `--keep DIR` takes the graph that is there, or makes it there and leaves it;
 * `--memory 6GB` is handed to each process.
 *
 *     npm run bench -- slices [--documents N] [--citations EACH] [--slices N, 0: none] [--memory SIZE] [--keep DIR]
 */
const [documents, each, slices] = [option("documents", 300_000), option("citations", 12), option("slices", 8)];
const [kept, memory] = [textOption("keep"), textOption("memory")];
const dir = kept === undefined ? temporary("slices") : resolve(kept);

const measure = (words: readonly string[]): Promise<Spent> =>
  spentBy(["measure", "--layout", dir, ...words, ...(memory === undefined ? [] : ["--memory", memory])]);

const isThere = await access(join(dir, layoutManifest)).then(
  () => true,
  () => false,
);

try {
  const graph = isThere ? (await readLayout(dir)).graph : await writeMadeUpGraph(dir, { documents, each });
  console.log(`  ${graph?.documents} documents, ${graph?.citations} citations`);
  for (const threads of ["1", "2"]) told(`one process, ${threads} threads`, await measure(["--slice", "1/1", "--threads", threads]));
  if (slices > 0) {
    const parts: Spent[] = [];
    for (let slice = 1; slice <= slices; slice++) parts.push(await measure(["--slice", `${slice}/${slices}`, "--threads", "1"]));
    const sum = (of: (part: Spent) => number): number => parts.map(of).reduce((a, b) => a + b, 0);
    told(`${slices} slices one after the other, sum and largest`, {
      clock: sum(({ clock }) => clock),
      core: sum(({ core }) => core),
      peak: Math.max(...parts.map(({ peak }) => peak)),
      before: null,
      load: parts.at(-1)!.load,
    });
  }
  told("joining them", await measure(["--merge", String(slices || 1)]));
} finally {
  if (kept === undefined) await rm(dir, { recursive: true, force: true });
}
