import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../cli/run.ts";

/** A program of a Python package, or why there is none. */
export type PythonProgram = { readonly command: string; readonly reason: null } | { readonly command: null; readonly reason: string };

/**
 * A program of a package of PyPI (`name==version`), installed in a virtual environment under `.cache/` the first time. There is none without
 * Python of `least` (3.x) or later, or without a way to the packages.
 */
export function pythonProgram(wanted: string, program: string, least: number): PythonProgram {
  const folder = join(root, ".cache", wanted.split("==")[0] as string);
  const command = join(folder, "bin", program);
  const marks = join(folder, "pyvenv.cfg");
  if (existsSync(command) && existsSync(marks) && isInstalled(folder, wanted)) return { command, reason: null };
  const python = plainPython(least, ", venv");
  if (python.command === null) return python;
  const made = spawnSync("python3", ["-m", "venv", folder]);
  const installed = made.status === 0 ? spawnSync(join(folder, "bin/pip"), ["install", "--quiet", wanted], { encoding: "utf8" }) : made;
  return installed.status === 0 ? { command, reason: null } : { command: null, reason: `${wanted} cannot be installed here` };
}

/** Python 3 of `least` (3.x) or later as it is installed, or why there is none. `needed`: further modules that it has to have. */
export function plainPython(least: number, needed = ""): PythonProgram {
  const { status } = spawnSync("python3", ["-c", `import sys${needed}; sys.exit(sys.version_info < (3, ${least}))`]);
  return status === 0 ? { command: "python3", reason: null } : { command: null, reason: `there is no Python 3.${least} or later` };
}

const isInstalled = (folder: string, wanted: string): boolean =>
  spawnSync(join(folder, "bin/pip"), ["freeze"], { encoding: "utf8" }).stdout.split("\n").includes(wanted);
