import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { derivedTableNames } from "../../../src/base/derived-tables.ts";
import { measure } from "../../../src/library/measure.ts";
import { exportTables } from "../../../src/workspace/export.ts";
import { openWorkspace } from "../../../src/workspace/open.ts";
import { isLong } from "../../tiers.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { type Moment, runKilled } from "../../workspace/kill-support.ts";
import { mulberry32 } from "../../workspace/random.ts";
import { cites, corpusWorkspace, holds, into, patent, symbol, words } from "../invented-corpus.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 2);
const seed = 20_261_126;
const folder = temporaryFolder();
/** As deep as a file of the build, from which the data folder is found. */
const cache = fileURLToPath(new URL("../../../node_modules/.cache/", import.meta.url));
const script = `levermap-measure-kill-${process.pid}.mjs`;
const loaded = join(folder, "loaded");

beforeAll(async () => {
  const entry = fileURLToPath(new URL("./measure-kill-child.ts", import.meta.url));
  const output = { entryFileNames: script, codeSplitting: false };
  const options = { ssr: entry, outDir: cache, emptyOutDir: false, target: "node20", rollupOptions: { output } };
  await build({ configFile: false, logLevel: "error", build: options });
  const random = mulberry32(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const n = isLong ? 3000 : 1000;
  const key = (i: number): string => `US${10_000 + i}`;
  const all = Array.from({ length: n }, (_, i) => i);
  await corpusWorkspace(loaded, [
    ...into(
      "patent",
      all.map((i) => patent(key(i), `${1990 + Math.floor((30 * i) / n)}-03-04`)),
    ),
    ...into(
      "patent_citation",
      all.flatMap((i) => (i === 0 ? [] : Array.from({ length: 6 }, () => cites(key(i), key(below(i)))))),
    ),
    ...into(
      "patent_class",
      all.map((i) => symbol(key(i), ["H01L21/02", "G03F7/20", "C30B29/06"][i % 3] ?? "")),
    ),
    ...into("patent_rule", [
      {
        id: "film",
        technology: "film",
        symbols: "H01L21/02",
        words: null,
        without_symbols: null,
        without_words: null,
        source: null,
        note: null,
      },
    ]),
    ...into(
      "patent_holder",
      all.map((i) => holds(key(i), i % 50 === 7 ? "Company 8 (Suzhou) Inc." : `Company ${i % 50} ${i % 2 === 0 ? "Inc." : "Corporation"}`)),
    ),
    ...into("patent_transfer", [
      { document: key(3), date: "2015-02-03", role: "assignee", name: "OTHER LLC", conveyance: "MERGER", record: "reel 1/2" },
    ]),
    ...into(
      "patent_text",
      all.flatMap((i) => [
        words(key(i), "title", `Title ${i % 40}`),
        words(key(i), "abstract", `word${i % 90} word${i % 70} word${i % 11}`),
      ]),
    ),
  ]);
});
afterAll(() => rm(join(cache, script), { force: true }));

/** Runs the measuring child. */
const run = (dir: string, killAt?: Moment): ReturnType<typeof runKilled> => runKilled(join(cache, script), [dir], killAt);

async function exported(dir: string, out: string): Promise<readonly string[]> {
  const workspace = await openWorkspace(dir, { mode: "export" });
  await exportTables(workspace, out, { format: "csv", force: true, tables: derivedTableNames });
  workspace.close();
  return Promise.all(derivedTableNames.map((table) => readFile(join(out, `${table}.csv`), "utf8")));
}

test(`measuring killed at ${kills} moments and run again gives the same tables`, async () => {
  const whole = join(folder, "whole");
  await cp(loaded, whole, { recursive: true });
  const { steps } = await run(whole);
  const expected = await exported(whole, join(folder, "expected"));
  expect(expected.every((text) => text.split("\n").length > 2)).toBe(true);

  const random = mulberry32(seed + 1);
  const left: number[] = [];
  let killed = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const dir = join(folder, "killed");
    await rm(dir, { recursive: true, force: true });
    await cp(loaded, dir, { recursive: true });
    const wait = kill % 2 === 0 ? null : random() * 40;
    killed += Number((await run(dir, { steps: 1 + Math.floor(random() * (steps - 1)), wait })).killed);
    const again = await measure(dir, { threads: 1 });
    left.push(again.filter(({ already }) => already).length);
    expect(await exported(dir, join(folder, "again"))).toEqual(expected);
  }
  console.info(`${killed} kills took effect; steps left done after each: ${left.join(" ")}`);
  expect(killed).toBeGreaterThanOrEqual(kills / 2);
  if (kills > 5) expect(new Set(left).size).toBeGreaterThan(1);
});
