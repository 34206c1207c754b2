import { rm } from "node:fs/promises";
import { LevermapError } from "../base/errors.ts";
import { type Database, fileIdentity, openDatabase } from "./database.ts";

/** Losing a lock file to the one who removes it, so often in a row, is no chance. */
const mostTries = 20;

/**
 * Takes a lock that the system gives up with the process. The file is there only while it is held: its holder removes it, so that whoever opened it
 * before takes another. Throws LM_WORKSPACE_BUSY where it is held.
 */
export async function takeLock(path: string, tries = mostTries): Promise<{ release(): Promise<void> }> {
  const before = await fileIdentity(path);
  const lock: Database | null = await openDatabase(path, "write").catch((thrown: unknown) => {
    if (tries > 0 && thrown instanceof LevermapError && thrown.code === "LM_WORKSPACE_DAMAGED") return null;
    throw thrown;
  });
  if (lock === null) {
    // Nobody holds it: whoever began to write it was stopped
    if (before === (await fileIdentity(path))) await rm(path, { force: true });
    return takeLock(path, tries - 1);
  }
  const after = await fileIdentity(path);
  if (tries > 0 && (after === null || (before !== null && after !== before))) {
    lock.close();
    return takeLock(path, tries - 1);
  }
  return {
    async release() {
      await rm(path, { force: true });
      lock.close();
      await rm(`${path}.wal`, { force: true });
    },
  };
}
