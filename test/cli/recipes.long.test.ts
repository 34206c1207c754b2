import { execFileSync } from "node:child_process";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { writeChipTables } from "../../bench/synthetic-chips.ts";
import { exportLayout, loadLayout } from "../../src/cluster/layout.ts";
import { load } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { loadedRows } from "../cluster/parse/rows.ts";
import { citationMeasures } from "../cluster/spark/citation-measures.ts";
import { some } from "../tiers.ts";
import { emptyWorkspace } from "../workspace/empty.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { bin, root } from "./run.ts";

const folder = temporaryFolder();
const files = ["one", "two", "three"].map((name) => join(folder, "raw", `${name} '$(x)'.csv`));
let recipes: readonly string[] = [];

/** Runs lines of docs/layout.md in bash, where their folder is `DIR`; `--array` as Slurm does, one task after the other. */
function follow(lines: readonly string[], cwd: string): void {
  const path = `${join(folder, "bin")}:${process.env.PATH}`;
  for (const line of lines) {
    const [, last = "0", wrapped] = /^sbatch .*--array=1-(\d+) .*--wrap '(.*)'$/.exec(line) ?? [];
    const turns =
      wrapped === undefined ? [line] : Array.from({ length: Number(last) }, (_, at) => `SLURM_ARRAY_TASK_ID=${at + 1}; ${wrapped}`);
    for (const turn of turns)
      execFileSync("/bin/bash", ["-c", turn], { cwd, env: { ...process.env, PATH: path }, stdio: ["ignore", "ignore", "pipe"] });
  }
}

/** Recipes of one scheduler and command, with fewer parts than the docs name, and other than docdb. */
const recipe = (scheduler: string, command: string): readonly string[] => {
  const first = recipes.findIndex((line) => line.startsWith(scheduler) && line.includes(`levermap ${command}`));
  expect(first, `a recipe of ${command} for ${scheduler}`).toBeGreaterThanOrEqual(0);
  const own = recipes.slice(first, first + 2).filter((line, at) => at === 0 || line.startsWith("levermap"));
  return own.map((line) =>
    line
      .replaceAll("docdb", "holder-joins")
      .replaceAll("64", "3")
      .replace("seq 8", "seq 3")
      .replaceAll("/8", "/3")
      .replace("--merge 8", "--merge 3"),
  );
};

describe("recipes of docs/layout.md", () => {
  beforeAll(async () => {
    recipes = (await readFile(join(root, "docs/layout.md"), "utf8"))
      .split("\n")
      .flatMap((line) => /^ {4}((?:seq|sbatch|levermap) .*)$/.exec(line)?.[1] ?? []);
    await mkdir(join(folder, "bin"));
    await writeFile(join(folder, "bin", "levermap"), `#!/bin/sh\nexec "${process.execPath}" "${bin}" "$@"\n`);
    await chmod(join(folder, "bin", "levermap"), 0o755);
    await mkdir(join(folder, "raw"));
    for (const [at, file] of files.entries()) await writeFile(file, `name,relation,other,note\nCo ${at},together,Other Co,\n`);
  });

  test.each(some(["seq", "sbatch"], ["sbatch"]))("parse as `load` does, by %s", async (scheduler) => {
    const cwd = join(folder, `parse ${scheduler}`);
    await mkdir(cwd);
    await writeFile(join(cwd, "paths.txt"), files.map((file) => `${file}\n`).join(""));
    follow(recipe(scheduler, "parse"), cwd);
    for (const name of ["loaded", "there"]) await emptyWorkspace(join(cwd, name));
    for (const file of files) await load(join(cwd, "loaded"), "holder-joins", [file]);
    await loadLayout(join(cwd, "there"), join(cwd, "DIR"));
    expect(await loadedRows(join(cwd, "there"))).toEqual(await loadedRows(join(cwd, "loaded")));
  });

  test.each(some(["seq", "sbatch"], ["seq"]))("measure as one machine does, by %s", async (scheduler) => {
    const cwd = join(folder, `measure ${scheduler}`);
    await emptyWorkspace(cwd);
    await writeChipTables(join(cwd, "tables"), { patents: 400, share: 0.3 });
    await load(cwd, "patentsview", [join(cwd, "tables")], { classes: ["H", "G03F", "G11C"] });
    await measure(cwd);
    await exportLayout(cwd, join(cwd, "DIR"));
    const before = await citationMeasures(join(cwd, "DIR"));
    await rm(join(cwd, "DIR", "measure", "citation_measure.parquet"));
    follow([...recipe(scheduler, "measure"), ...(scheduler === "seq" ? ["levermap measure --layout DIR --merge 3"] : [])], cwd);
    expect(await citationMeasures(join(cwd, "DIR"))).toEqual(before);
  });
});
