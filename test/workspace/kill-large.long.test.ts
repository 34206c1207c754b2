import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tableNames } from "../../src/base/tables.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import { zipOf } from "../sources/zip.ts";
import { fakeRow, writeFake } from "./fake-source.ts";
import { temporaryFolder } from "./folder.ts";
import { buildChild, citations, initSteps, load, loadsLeft, removeChild } from "./kill-support.ts";
import { mulberry32 } from "./random.ts";

const kills = Math.ceil(Number(process.env.LEVERMAP_KILLS ?? 4) / 2);
const seed = 20261125;
const folder = temporaryFolder();

beforeAll(buildChild);
afterAll(removeChild);

/** How many rows each table has, and a sum over what they hold, in whatever order. */
async function sums(dir: string): Promise<unknown> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  const of = (table: string) =>
    workspace.use((connection) => query(connection, `SELECT count(*)::INTEGER AS n, bit_xor(hash(t))::VARCHAR AS sum FROM "${table}" t`));
  const found: unknown[] = [];
  for (const table of [...tableNames, "reject"]) found.push(table, ...(await of(table)));
  workspace.close();
  return found;
}

test(`a load of large tables killed at ${kills} times within it and run again gives the same tables`, async () => {
  const large = join(folder, "large");
  for (const name of ["atlas", "whole", "parts", "bulk"]) await mkdir(join(large, name), { recursive: true });
  for (const name of ["atlas", "whole"]) await writeFake(join(large, name, "a.txt"), "2026", [fakeRow("stage", 1)]);
  await writeFile(join(large, "bulk", "1.zip"), zipOf({ "g_us_patent_citation.tsv": citations(700_000) }));
  await writeFile(join(large, "bulk", "2.tsv"), citations(500_000));
  const whole = join(folder, "large-whole");
  const start = performance.now();
  await load(whole, large);
  const duration = performance.now() - start;
  const expected = await sums(whole);

  const random = mulberry32(seed);
  const left: number[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const dir = join(folder, "large-killed");
    await rm(dir, { recursive: true, force: true });
    await load(dir, large, { steps: initSteps, wait: ((kill + random()) / kills) * duration });
    left.push(await loadsLeft(dir));
    expect(await load(dir, large)).toMatchObject({ killed: false });
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
    expect(await sums(dir)).toEqual(expected);
  }
  console.info(`loads left after each kill: ${left.join(" ")}`);
  // A few kills may all fall between the same two loads on a busy machine.
  if (kills >= 20) expect(new Set(left).size).toBeGreaterThan(1);
});
