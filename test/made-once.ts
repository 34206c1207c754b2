import { existsSync } from "node:fs";
import { mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";

/** A folder that is made once for a whole run of tests, whole or not at all: to read or to copy. */
export async function madeOnce(name: string, make: (dir: string) => Promise<unknown>): Promise<string> {
  const shared = join(inject("sharedFolder"), name);
  if (existsSync(shared)) return shared;
  const own = join(await mkdtemp(`${shared}-`), "made");
  await make(own);
  await rename(own, shared).catch(async (thrown: unknown) => {
    // Another process was first
    if (!existsSync(shared)) throw thrown;
    await rm(own, { recursive: true });
  });
  return shared;
}
