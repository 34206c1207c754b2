import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, expect, test } from "vitest";
import { tableNames } from "../../src/base/tables.ts";
import { exportTables } from "../../src/workspace/export.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { zipOf } from "../sources/zip.ts";
import { isLong } from "../tiers.ts";
import { type FakeLine, fakeRow, writeFake } from "./fake-source.ts";
import { contents, temporaryFolder } from "./folder.ts";
import { buildChild, citations, initSteps, load, loadsLeft, removeChild } from "./kill-support.ts";
import { mulberry32 } from "./random.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 1);
const seed = 20261125;
/** A twentieth of the rows in a usual run. */
const part = isLong ? 1 : 1 / 20;

const folder = temporaryFolder();
const input = join(folder, "input");

beforeAll(async () => {
  await buildChild();
  const lines = (from: number, count: number): FakeLine[] =>
    Array.from({ length: count }, (_, index) => {
      const number = from + index;
      return number % 50 === 0 ? "bad" : fakeRow(tableNames[number % tableNames.length] as (typeof tableNames)[number], number);
    });
  for (const name of ["atlas", "whole", "parts", "bulk"]) await mkdir(join(input, name), { recursive: true });
  await writeFake(join(input, "atlas", "a.txt"), "2026", lines(1, 49));
  for (const at of [0, 1]) await writeFake(join(input, "whole", `${at}.txt`), "2026-02", lines(10_000 * at, 10_000 * part));
  for (const at of [0, 1, 2, 3, 4]) await writeFake(join(input, "parts", `${at}.txt`), null, lines(20_000 + 6000 * at, 6000 * part));
  await writeFile(join(input, "bulk", "citations.zip"), zipOf({ "g_us_patent_citation.tsv": citations(200_000 * part) }));
  await writeFile(join(input, "bulk", "citations.tsv"), citations(150_000 * part));
});
afterAll(removeChild);

/** The exported tables, times of loading blanked. */
async function exported(dir: string, out: string): Promise<Record<string, string>> {
  const workspace = await openWorkspace(dir, { mode: "export" });
  await exportTables(workspace, out, { format: "csv", force: true });
  workspace.close();
  const loads: Record<string, string>[] = parse(await readFile(join(out, "load.csv"), "utf8"), { columns: true });
  for (const line of loads) line.loaded_at = "";
  return { ...(await contents(out)), "load.csv": JSON.stringify(loads) };
}

test(`a load killed at ${kills} moments and run again gives the same tables`, async () => {
  const whole = join(folder, "whole");
  const { steps } = await load(whole, input);
  expect(await loadsLeft(whole)).toBe(9);
  expect(await readdir(whole)).toEqual(["levermap.duckdb"]);
  const expected = await exported(whole, join(folder, "expected"));

  const random = mulberry32(seed);
  const step = (last: number) => ({ steps: 1 + Math.floor(random() * last), wait: null });
  const moment = (last: number) => ({ ...step(last), wait: random() * 30 });
  const left: number[] = [];
  let killed = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const dir = join(folder, "killed");
    await rm(dir, { recursive: true, force: true });
    expect(await load(dir, input, step(kill % 2 === 0 ? initSteps : steps))).toMatchObject({ killed: true });
    left.push(await loadsLeft(dir));
    const second = await load(dir, input, moment(steps));
    left.push(await loadsLeft(dir));
    killed += Number(second.killed);
    expect(await load(dir, input)).toMatchObject({ killed: false });
    expect(await readdir(dir)).not.toContain(".temporary");
    expect(await exported(dir, join(folder, "again"))).toEqual(expected);
  }
  console.info(`${killed} kills between steps took effect; loads left after each run: ${left.join(" ")}`);
  expect(left).toContain(0);
  expect(new Set(left).size).toBeGreaterThan(1);
});
