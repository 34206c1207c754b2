import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LevermapError } from "../base/errors.ts";

const configFiles = ["levermap.config.json", ".levermaprc.json"] as const;
const defaultDir = "levermap-data";

/**
 * The workspace folder: what `--workspace` says, else LEVERMAP_WORKSPACE, else `workspace` in a config file of the current folder,
 * else `./levermap-data`. Throws LM_USAGE for a config file that is not understood.
 */
export function workspaceDir(option: string | undefined, env: NodeJS.ProcessEnv, folder: string): string {
  return option ?? (env.LEVERMAP_WORKSPACE || undefined) ?? configured(folder) ?? defaultDir;
}

function configured(folder: string): string | undefined {
  for (const name of configFiles) {
    const text = readIfThere(join(folder, name));
    if (text === null) continue;
    const dir = parse(text, name).workspace;
    if (dir === undefined) continue;
    if (typeof dir !== "string" || dir === "") throw notUnderstood(name, "workspace must be the path of a folder");
    return dir;
  }
  return undefined;
}

function parse(text: string, name: string): { readonly workspace?: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch (thrown) {
    throw notUnderstood(name, (thrown as Error).message);
  }
  throw notUnderstood(name, 'it must be an object such as {"workspace": "levermap-data"}');
}

const notUnderstood = (file: string, reason: string): LevermapError =>
  new LevermapError("LM_USAGE", `${file} is not understood: ${reason}.`, { file, reason });

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw new LevermapError("LM_FILE_UNREADABLE", `${path} cannot be read: ${(thrown as Error).message}`, { path });
  }
}
