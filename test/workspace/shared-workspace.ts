import { existsSync } from "node:fs";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { inject } from "vitest";
import { temporaryFolder } from "./folder.ts";

/** A copy of a workspace that is made once for a whole run of tests; each name stands for one way to make it. */
export async function sharedWorkspace(name: string, make: (dir: string) => Promise<unknown>): Promise<string> {
  const shared = join(inject("sharedFolder"), name);
  if (!existsSync(shared)) await makeShared(shared, make);
  const dir = join(temporaryFolder(), name);
  await cp(shared, dir, { recursive: true });
  return dir;
}

/** Makes it whole, then gives it its name; another process may have been first. */
async function makeShared(shared: string, make: (dir: string) => Promise<unknown>): Promise<void> {
  const own = join(await mkdtemp(`${shared}-`), "made");
  await make(own);
  await rename(own, shared).catch(async (thrown: unknown) => {
    if (!existsSync(shared)) throw thrown;
    await rm(own, { recursive: true });
  });
}
