import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root } from "../cli/run.ts";

const wanted = "openapi-python-client==0.29.0";
const folder = join(root, ".cache/openapi-python-client");

/**
 * The generator of Python clients, installed under `.cache/` the first time; or why there is none: no Python of 3.10 or later, or no way to
 * the packages.
 */
export function pythonGenerator():
  | { readonly command: string; readonly reason: null }
  | { readonly command: null; readonly reason: string } {
  const command = join(folder, "bin/openapi-python-client");
  if (existsSync(command)) return { command, reason: null };
  const python = spawnSync("python3", ["-c", "import sys, venv; sys.exit(sys.version_info < (3, 10))"]);
  if (python.status !== 0) return { command: null, reason: "there is no Python 3.10 or later" };
  const made = spawnSync("python3", ["-m", "venv", folder]);
  const installed = made.status === 0 ? spawnSync(join(folder, "bin/pip"), ["install", "--quiet", wanted], { encoding: "utf8" }) : made;
  return installed.status === 0 ? { command, reason: null } : { command: null, reason: `${wanted} cannot be installed here` };
}
