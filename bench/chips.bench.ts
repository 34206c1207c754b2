import { fork } from "node:child_process";
import { once } from "node:events";
import { readdir, rm, stat } from "node:fs/promises";
import { loadavg } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { quietEffects } from "../src/base/effects.ts";
import { sum } from "../src/base/numbers.ts";
import { chipClasses, cutClasses } from "../src/sources/patents/cut/cut-classes.ts";
import { cutTables } from "../src/sources/patents/cut/cut-tables.ts";
import { requireTables } from "../src/sources/patents/tables/patentsview.ts";
import { comparedCitations } from "./chip-citations.ts";
import { measured, option, temporary, textOption } from "./support.ts";
import { ChipOffice, writeChipTables } from "./synthetic-chips.ts";

/**
 * `--patents N` (1,000,000), `--share PART` in the classes (0.07), `--folder DIR` for the files (default temporary; tables there are used again),
 * `--sample N` kept patents whose citations are compared with those of the whole tables (1,000; 0: none).
 */
const patents = option("patents", 1_000_000);
const share = option("share", 0.07);
const folder = textOption("folder") ?? temporary("chips");
const limits = { seconds: 360, memory: 6e9, patents: 9_000_000 };

async function cut(tables: string, out: string): Promise<object> {
  const files = (await readdir(tables)).sort().map((name) => join(tables, name));
  const found = await requireTables(files);
  const effects = { ...quietEffects, log: { ...quietEffects.log, info: console.log } };
  const { result, clock, core } = await measured(() => cutTables(found, cutClasses(chipClasses), out, effects));
  for (const { file, records, kept } of result.tables) console.log(`  ${basename(file)}: ${kept} of ${records} records`);
  const packed = sum(await Promise.all(files.map(async (file) => (await stat(file)).size)));
  const written = sum(await Promise.all(result.tables.map(async ({ path }) => (await stat(path)).size)));
  return {
    documents: result.documents,
    followers: result.followers,
    clock,
    core,
    packed,
    written,
    memory: process.resourceUsage().maxRSS * 1024,
  };
}

interface Figures {
  readonly documents: number;
  readonly followers: number;
  readonly clock: number;
  readonly core: number;
  readonly packed: number;
  readonly written: number;
  readonly memory: number;
}

/** Runs in its own process, to measure its memory. */
async function apart(tables: string, out: string): Promise<Figures> {
  const child = fork(fileURLToPath(import.meta.url), ["--job", tables, out]);
  const [answer] = (await Promise.race([once(child, "message"), once(child, "exit")])) as [Figures | number];
  if (typeof answer !== "object") throw new Error(`the process ended with ${answer}`);
  return answer;
}

async function main(): Promise<void> {
  const [tables, out] = [join(folder, "tables"), join(folder, "cut")];
  try {
    const there = await readdir(tables).catch(() => []);
    const office = { patents, share };
    if (there.length === 0) {
      const { clock } = await measured(() => writeChipTables(tables, office));
      console.log(`${patents} patents, written in ${clock.toFixed(0)} s`);
    }
    await rm(out, { recursive: true, force: true });
    const before = loadavg()[0] ?? 0;
    const found = await apart(tables, out);
    console.log(
      `${found.documents} patents kept, ${found.followers} others that cite them; ${(found.packed / 1e9).toFixed(2)} GB packed cut to ${(found.written / 1e9).toFixed(2)} GB in ${found.clock.toFixed(1)} s (processor ${found.core.toFixed(1)} s), at most ${(found.memory / 1e9).toFixed(2)} GB of memory; load average ${before.toFixed(1)} before`,
    );
    const kept = found.clock <= (limits.seconds * Math.max(patents, 1)) / limits.patents && found.memory <= limits.memory;
    console.log(`Limits for ${limits.patents} patents: ${limits.seconds} s, 6 GB; by size of these: ${kept ? "kept" : "NOT KEPT"}`);
    const sample = option("sample", 1000);
    if (sample > 0) console.log(await comparedCitations(new ChipOffice(office), join(out, "g_us_patent_citation.tsv"), sample));
  } finally {
    if (textOption("folder") === undefined) await rm(folder, { recursive: true, force: true });
  }
}

const at = process.argv.indexOf("--job");
if (at < 0) await main();
else {
  const [tables = "", out = ""] = process.argv.slice(at + 1);
  process.send?.(await cut(tables, out));
  process.disconnect();
}
