import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { must, node, root, tool } from "./run.mjs";

/** Started by its file name, not imported. */
const workers = ["../../src/corpus/kernel-worker.ts", "../../src/plan/solver/solver-worker.ts"];

/**
 * Compiles a folder of TypeScript, and the sources it imports, to plain JavaScript under `.cache/`; gives the folder of the output.
 * What it imports as `levermap` is the built package.
 */
export async function compile(folder) {
  const out = `${root}.cache/${folder}`;
  mkdirSync(out, { recursive: true });
  if (!existsSync(`${out}/data`)) symlinkSync(`${root}data`, `${out}/data`, "dir");
  const compilerOptions = {
    outDir: ".",
    rootDir: "../..",
    declaration: false,
    sourceMap: false,
    paths: {},
    incremental: true,
    tsBuildInfoFile: ".tsbuildinfo",
  };
  const config = { extends: "../../tsconfig.build.json", compilerOptions, include: [`../../${folder}`, ...workers] };
  writeFileSync(`${out}/tsconfig.json`, JSON.stringify(config));
  await must(node([tool("typescript/bin/tsc"), "-p", `${out}/tsconfig.json`]));
  return `${out}/${folder}`;
}
