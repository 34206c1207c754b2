import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeAll } from "vitest";
import { checkWorkspace } from "../../src/library/upkeep.ts";
import { bin } from "../cli/run.ts";
import { temporaryFolder } from "./folder.ts";
import { startHolder } from "./holder.ts";
import { history, madeOf } from "./past.ts";

/** A workspace of an earlier version, and a server of then that has it open until the test ends. */
export function servedWorkspace() {
  const folder = temporaryFolder();
  const dir = join(folder, "served");
  let template = "";
  let holder: Awaited<ReturnType<typeof startHolder>> | null = null;
  const stop = async (): Promise<void> => {
    await holder?.stop();
    holder = null;
  };
  beforeAll(async () => {
    template = await madeOf(folder, history.workspaces.find(({ version }) => version === 9)!);
  });
  afterEach(stop);
  return {
    dir,
    /** Makes it anew. */
    async serve(access: "READ_ONLY" | "READ_WRITE" = "READ_ONLY"): Promise<void> {
      await stop();
      await rm(dir, { recursive: true, force: true });
      await cp(template, dir, { recursive: true });
      holder = await startHolder(dir, access);
    },
    /** Loads of the fixture have fewer rows than they say. */
    problems: async () => (await checkWorkspace(dir)).problems.filter(({ about }) => about !== "rows"),
    fileOf: async (): Promise<number> => (await stat(join(dir, "levermap.duckdb"))).ino,
    /** Opens it in a process of its own, which is killed when what is awaited has happened; gives its exit code. */
    async run(killed?: Promise<unknown>): Promise<number | null> {
      const child = spawn(process.execPath, [bin, "status", "-w", dir], { stdio: "ignore" });
      const ended = once(child, "close");
      if (killed !== undefined) {
        await Promise.race([ended, killed]);
        child.kill("SIGKILL");
      }
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}
