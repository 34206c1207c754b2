import { spawn } from "node:child_process";
import { once } from "node:events";
import { access, rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { readLayout } from "../src/workspace/layout/layout-files.ts";
import { layoutManifest } from "../src/workspace/layout/layout-format.ts";
import { writeMadeUpGraph } from "./made-up-graph.ts";
import { familyOf, megabytes, secondsOfAll } from "./processes.ts";
import { option, temporary, textOption } from "./support.ts";

/**
 * Measures on citations of a made-up graph: all in one process, slice by slice, and with `--spark HOME --master ADDRESS` on that cluster. `--keep DIR` takes the graph that is there,
 * or makes it there and leaves it; `--memory 6GB` is handed to each process.
 *
 *     npm run bench -- slices [--documents N] [--citations EACH] [--slices N, 0: none] [--memory SIZE] [--keep DIR] [--spark HOME --master ADDRESS]
 */
const [documents, each, slices] = [option("documents", 300_000), option("citations", 12), option("slices", 8)];
const [kept, memory] = [textOption("keep"), textOption("memory")];
const dir = kept === undefined ? temporary("slices") : resolve(kept);

interface Spent {
  readonly clock: number;
  readonly core: number;
  /** The largest process, in MB. */
  readonly peak: number;
}

/** Runs the built command line to its end, with an eye on its processes. */
async function spent(words: readonly string[]): Promise<Spent> {
  const start = performance.now();
  const given = ["bin/levermap.js", ...words, "--quiet", ...(memory === undefined ? [] : ["--memory", memory])];
  const child = spawn(process.execPath, given, { stdio: ["ignore", "ignore", "inherit"] });
  let [core, peak] = [0, 0];
  const look = setInterval(() => {
    core = Math.max(core, secondsOfAll(child.pid!));
    peak = Math.max(peak, ...familyOf(child.pid!).map(megabytes));
  }, 50);
  const [code] = await once(child, "close");
  clearInterval(look);
  if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}`);
  return { clock: (performance.now() - start) / 1000, core, peak };
}

const told = (what: string, { clock, core, peak }: Spent): void =>
  console.log(
    `  ${what}: ${clock.toFixed(1)} s, ${core.toFixed(1)} s of a core, ${peak.toFixed(0)} MB (load average ${loadavg()[0]?.toFixed(1)})`,
  );

const isThere = await access(join(dir, layoutManifest)).then(
  () => true,
  () => false,
);

try {
  const graph = isThere ? (await readLayout(dir)).graph : await writeMadeUpGraph(dir, { documents, each });
  console.log(`  ${graph?.documents} documents, ${graph?.citations} citations`);
  const measure = ["measure", "--layout", dir];
  for (const threads of ["1", "2"])
    told(`one process, ${threads} threads`, await spent([...measure, "--slice", "1/1", "--threads", threads]));
  if (slices > 0) {
    const parts: Spent[] = [];
    for (let slice = 1; slice <= slices; slice++) parts.push(await spent([...measure, "--slice", `${slice}/${slices}`, "--threads", "1"]));
    const sum = (of: (part: Spent) => number): number => parts.map(of).reduce((a, b) => a + b, 0);
    told(`${slices} slices one after the other, sum and largest`, {
      clock: sum(({ clock }) => clock),
      core: sum(({ core }) => core),
      peak: Math.max(...parts.map(({ peak }) => peak)),
    });
  }
  told("joining them", await spent([...measure, "--merge", String(slices || 1)]));
  const [home, master] = [textOption("spark"), textOption("master")];
  if (home !== undefined && master !== undefined) {
    const words = ["--slices", String(slices || 8), "--spark-home", home, "--master", master, "--conf", "spark.driver.host=127.0.0.1"];
    told(
      `${slices || 8} slices on ${master}, joined (core and memory: of the driver)`,
      await spent(["cluster", "measure", "--layout", dir, ...words]),
    );
  }
} finally {
  if (kept === undefined) await rm(dir, { recursive: true, force: true });
}
