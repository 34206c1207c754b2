import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { must, node, root, tool } from "./run.mjs";

/**
 * Compiles a folder of TypeScript, and the sources it imports, to plain JavaScript under `.cache/`; gives the folder of the output.
 * What it imports as `levermap` is the built package, and the threads that it starts are of the build.
 */
export async function compile(folder) {
  const out = `${root}.cache/${folder}`;
  mkdirSync(out, { recursive: true });
  for (const each of ["data", "dist"]) if (!existsSync(`${out}/${each}`)) symlinkSync(`${root}${each}`, `${out}/${each}`, "dir");
  const compilerOptions = {
    outDir: ".",
    rootDir: "../..",
    declaration: false,
    emitDeclarationOnly: false,
    sourceMap: false,
    paths: {},
    incremental: true,
    tsBuildInfoFile: ".tsbuildinfo",
  };
  const config = { extends: "../../tsconfig.build.json", compilerOptions, include: [`../../${folder}`] };
  writeFileSync(`${out}/tsconfig.json`, JSON.stringify(config));
  await must(node([tool("typescript-native/bin/tsc"), "-p", `${out}/tsconfig.json`]));
  return `${out}/${folder}`;
}
