import { readdir } from "node:fs/promises";
import { fileIdentity } from "./database.ts";

const handles = "/proc/self/fd";

/**
 * A path to a file that this process has open, by which its other processes may open it also after another file has taken its place; `null`: it is not open,
 * or the system has no such paths, as only Linux does. It holds for as long as the file is open here.
 * @param identity of the file, as `fileIdentity` gives it
 */
export async function heldPath(identity: string): Promise<string | null> {
  for (const name of await readdir(handles).catch(() => []))
    if ((await fileIdentity(`${handles}/${name}`)) === identity) return `/proc/${process.pid}/fd/${name}`;
  return null;
}
