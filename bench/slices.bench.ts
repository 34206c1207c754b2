import { spawn } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { loadavg } from "node:os";
import { join } from "node:path";
import { quietEffects } from "../src/base/effects.ts";
import { openScratch } from "../src/workspace/database.ts";
import { replaceJson, writeParquet } from "../src/workspace/layout/layout-files.ts";
import {
  type GraphFile,
  graphFiles,
  graphPath,
  type LayoutGraph,
  layoutFormat,
  layoutManifest,
  layoutVersion,
} from "../src/workspace/layout/layout-format.ts";
import { familyOf, megabytes, secondsOfAll } from "./processes.ts";
import { option, temporary, textOption } from "./support.ts";

/**
 * Measures on citations of a made-up graph: all in one process, slice by slice, and with `--spark HOME --master ADDRESS` on that cluster.
 *
 *     npm run bench -- slices [--documents N] [--slices N] [--spark HOME --master ADDRESS]
 */
const documents = option("documents", 300_000);
const slices = option("slices", 8);
const citationsEach = 12;
const dir = temporary("slices");

/** Twelve citations a document, to earlier ones, near ones more often; 35 fields and 600 subclasses. */
const tables: Readonly<Record<GraphFile, string>> = {
  document: `SELECT i::INTEGER AS number, 'XX' || i AS document, (i * 18000.0 / ${documents})::INTEGER AS day FROM range(${documents}) t(i) ORDER BY 1`,
  citation: `SELECT DISTINCT i::INTEGER AS citing, (i - 1 - floor(pow((hash(i * 16 + j) % 1000003) / 1000003.0, 3) * i))::INTEGER AS cited
    FROM range(1, ${documents}) t(i), range(${citationsEach}) u(j) ORDER BY 1, 2`,
  subclass: `SELECT i::INTEGER AS number, (hash(i) % 600)::INTEGER AS value FROM range(${documents}) t(i) ORDER BY 1, 2`,
  field: `SELECT i::INTEGER AS number, (hash(i + 7) % 35 + 1)::INTEGER AS value FROM range(${documents}) t(i) ORDER BY 1, 2`,
};

async function writeGraph(): Promise<LayoutGraph> {
  const { connection, close } = await openScratch();
  try {
    const files: LayoutGraph["files"] = [];
    for (const file of graphFiles)
      files.push({ file, ...(await writeParquet(connection, tables[file], graphPath(dir, file), quietEffects)) });
    return { documents, citations: files[1]?.rows ?? 0, inputs: "0".repeat(16), files };
  } finally {
    close();
  }
}

interface Spent {
  readonly clock: number;
  readonly core: number;
  /** The largest process, in MB. */
  readonly peak: number;
}

/** Runs the built command line to its end, with an eye on its processes. */
async function spent(words: readonly string[]): Promise<Spent> {
  const start = performance.now();
  const child = spawn(process.execPath, ["bin/levermap.js", ...words, "--quiet"], { stdio: ["ignore", "ignore", "inherit"] });
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

try {
  const graph = await writeGraph();
  const manifest = { format: layoutFormat, version: layoutVersion, levermap: "bench", loads: [], measures: [], graph };
  await replaceJson(join(dir, layoutManifest), manifest);
  console.log(`  ${documents} documents, ${graph.citations} citations`);
  const measure = ["measure", "--layout", dir];
  for (const threads of ["1", "2"])
    told(`one process, ${threads} threads`, await spent([...measure, "--slice", "1/1", "--threads", threads]));
  const parts: Spent[] = [];
  for (let slice = 1; slice <= slices; slice++) parts.push(await spent([...measure, "--slice", `${slice}/${slices}`, "--threads", "1"]));
  const sum = (of: (part: Spent) => number): number => parts.map(of).reduce((a, b) => a + b, 0);
  told(`${slices} slices one after the other, sum and largest`, {
    clock: sum(({ clock }) => clock),
    core: sum(({ core }) => core),
    peak: Math.max(...parts.map(({ peak }) => peak)),
  });
  told("joining them", await spent([...measure, "--merge", String(slices)]));
  const [home, master] = [textOption("spark"), textOption("master")];
  if (home !== undefined && master !== undefined) {
    const words = ["--slices", String(slices), "--spark-home", home, "--master", master, "--conf", "spark.driver.host=127.0.0.1"];
    told(
      `${slices} slices on ${master}, joined (core and memory: of the driver)`,
      await spent(["cluster", "measure", "--layout", dir, ...words]),
    );
  }
} finally {
  await rm(dir, { recursive: true, force: true });
}
