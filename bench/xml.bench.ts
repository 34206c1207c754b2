import { closeSync, existsSync, openSync, readdirSync, readFileSync, writeSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { SaxesParser } from "saxes";
import { quietEffects } from "../src/base/effects.ts";
import { uspto } from "../src/sources/patents/uspto/uspto.ts";
import { exponent, fillWorkspace, measured, option, over, temporary } from "./support.ts";

/** `--grants N`: grants in the weekly file (default 7000); `--mb N`: its size (default 800). */
const grants = option("grants", 7000);
const weekBytes = option("mb", 800) * 1e6;
const limits = { parsing: 0.8, loading: 0.5, seconds: 16, memory: 500 };

const real = join(resolve(process.env.LEVERMAP_TEST_DATA ?? "../shared/data"), "patents/uspto-xml/grant-v4");
const folder = existsSync(real) ? real : resolve("test/fixtures/uspto");
const samples = readdirSync(folder)
  .filter((name) => name.endsWith(".xml"))
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .filter((text) => text.includes("<us-patent-grant "));

function renumbered(sample: string, number: number): string {
  const own = /<publication-reference>[\s\S]*?<doc-number>([^<]+)/.exec(sample)?.[1] ?? "";
  return sample.replace(`<doc-number>${own}<`, `<doc-number>${number}<`);
}

/** Writes `count` grants with descriptions stretched to `bytesOfOne` on average. */
function writeWeek(path: string, count: number, bytesOfOne: number): number {
  const mean = samples.reduce((sum, sample) => sum + Buffer.byteLength(sample), 0) / samples.length;
  const filler = "<p>The layer is bonded to the substrate and split along a plane of hydrogen ions.</p>\n";
  const padding = filler.repeat(Math.max(0, Math.round((bytesOfOne - mean) / filler.length)));
  const padded = samples.map((sample) => sample.replace("</description>", `${padding}</description>`));
  const file = openSync(path, "w");
  let size = 0;
  for (let index = 0; index < count; index++) {
    size += writeSync(file, `${renumbered(padded[index % padded.length]!, 20_000_000 + index)}\n`);
  }
  closeSync(file);
  return size;
}

function plainSaxes(path: string): void {
  for (const text of readFileSync(path, "utf8").split(/(?=<\?xml )/)) new SaxesParser({ position: false }).write(text).close();
}

async function parse(path: string): Promise<number> {
  let count = 0;
  for await (const record of uspto.read([path], quietEffects)) if (record.kind === "row") count += 1;
  return count;
}

const load = async (path: string): Promise<number> => (await fillWorkspace(join(work, "workspace"), uspto, [path])).rows;

const work = temporary("xml");
await mkdir(work, { recursive: true });
try {
  const week = join(work, "week.xml");
  const bytes = writeWeek(week, grants, weekBytes / 7000);
  const whole = await measured(() => load(week));
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${samples.length} samples of ${folder === real ? "real files" : "own fixtures"}; weekly file of ${grants} grants, ${(bytes / 1e6).toFixed(0)} MB: loaded in ${whole.clock.toFixed(1)} s, ${whole.core.toFixed(1)} s of a core (limit ${limits.seconds})${over(whole.core, limits.seconds)}, ${whole.result} rows, peak memory ${memory} MB (limit ${limits.memory})${over(memory, limits.memory)}`,
  );

  const part = join(work, "part.xml");
  const size = writeWeek(part, Math.max(200, Math.round(grants / 7)), 0) / 1e6;
  const speeds = { saxes: 0, parsing: 0, loading: 0 };
  for (let round = 0; round < 3; round++) {
    speeds.saxes = Math.max(speeds.saxes, size / (await measured(() => plainSaxes(part))).core);
    speeds.parsing = Math.max(speeds.parsing, size / (await measured(() => parse(part))).core);
    speeds.loading = Math.max(speeds.loading, size / (await measured(() => load(part))).core);
  }
  const ratio = (speed: number, limit: number): string =>
    `${speed.toFixed(0)} MB/s, ${(speed / speeds.saxes).toFixed(2)} of it (limit ${limit})${speed / speeds.saxes < limit ? " (under)" : ""}`;
  console.log(
    `samples as they are, ${size.toFixed(0)} MB, per second of a core: plain saxes ${speeds.saxes.toFixed(0)} MB/s; parsing alone ${ratio(speeds.parsing, limits.parsing)}; with rows in a workspace ${ratio(speeds.loading, limits.loading)}`,
  );

  const small = join(work, "small.xml");
  writeWeek(small, Math.round(grants / 7), weekBytes / 7000);
  const less = await measured(() => load(small));
  console.log(
    `${Math.round(grants / 7)} grants in ${less.core.toFixed(1)} s of a core: exponent of cost ${exponent(less.core, whole.core, 7).toFixed(2)}`,
  );
} finally {
  await rm(work, { recursive: true, force: true });
}
