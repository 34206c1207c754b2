import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { auditTrail } from "../../src/library/audit-trail.ts";
import { checkWorkspace } from "../../src/library/upkeep.ts";
import { caseRows } from "../../src/workspace/cases/case-rows.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { some } from "../tiers.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { furnishedDesk, listedEntry, person } from "./cases/furnished-desk.ts";

/** Of each operation, alone and while the workspace is being read. */
const kills = Number(process.env.LEVERMAP_KILLS ?? 1);
const folder = temporaryFolder();
const program = fileURLToPath(new URL("../../bin/levermap.js", import.meta.url));

interface Operation {
  /** Of the command line, without program and workspace. */
  readonly words: (dir: string) => readonly string[];
  /** What can be seen of it in a workspace that is whole. */
  readonly seen: (workspace: Workspace) => Promise<unknown>;
  /** Exit codes of doing it once more, beside 0: nothing is left to do. */
  readonly again?: number;
}

const count = async (workspace: Workspace, sql: string): Promise<number> => {
  const [row] = await workspace.use((connection) => query<{ n: number }>(connection, sql));
  return row!.n;
};

const operations: Readonly<Record<string, Operation>> = {
  purge: {
    words: () => ["purge", "--customer", person.id, "--user", "ben"],
    seen: async (workspace) => (await caseRows(workspace, "customer", { id: person.id })).length,
    again: 2,
  },
  decide: {
    words: () => ["screen", "decide", "Acme", listedEntry, "false", "--note", "another Acme"],
    seen: (workspace) => count(workspace, "SELECT least(count(*), 1)::INTEGER AS n FROM decision"),
  },
  "cases run": {
    words: () => ["cases", "run", "--user", "anna", "--as-of", "2026-06-03"],
    seen: async (workspace) => {
      const runs = await count(workspace, "SELECT count(*)::INTEGER AS n FROM case_run");
      const results = await count(workspace, "SELECT count(*)::INTEGER AS n FROM case_result WHERE run = 1");
      return [Math.min(2, runs), results];
    },
  },
  unload: {
    words: () => ["unload", "last"],
    seen: (workspace) => count(workspace, "SELECT count(*)::INTEGER AS n FROM load"),
    again: 2,
  },
  restore: {
    words: (dir) => ["restore", join(dir, "backups", "kept.duckdb")],
    seen: (workspace) => count(workspace, "SELECT count(*)::INTEGER AS n FROM meta WHERE key = 'later'"),
  },
  load: {
    words: () => ["load", "csl", newerList],
    seen: (workspace) => count(workspace, `SELECT count(*)::INTEGER AS n FROM load WHERE source = 'csl'`),
  },
  update: {
    words: () => ["update", "--no-fetch"],
    // Both lists or none, though each is a load of its own
    seen: (workspace) => count(workspace, `SELECT count(*)::INTEGER AS n FROM load WHERE source IN ('csl', 'party-list')`),
  },
};

/** One that writes a new database, and one of two loads. */
const shown = Object.entries(operations).filter(([name]) => name === "purge" || name === "update");

/** Runs `levermap`, killed after a while; gives the milliseconds it took and its exit code. */
async function run(
  dir: string,
  words: readonly string[],
  killAfter?: number,
): Promise<{ readonly took: number; readonly code: number | null }> {
  const begun = performance.now();
  const child = spawn(process.execPath, [program, ...words, "-w", dir, "--quiet"], { stdio: "ignore" });
  const ended = once(child, "close");
  if (killAfter !== undefined) {
    await Promise.race([ended, setTimeout(killAfter)]);
    child.kill("SIGKILL");
  }
  const [code] = (await ended) as [number | null];
  return { took: performance.now() - begun, code };
}

async function seenIn(dir: string, { seen }: Operation): Promise<string> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    return JSON.stringify(await seen(workspace));
  } finally {
    workspace.close();
  }
}

let template = "";
let newerList = "";

beforeAll(async () => {
  const made = await furnishedDesk(folder);
  [template, newerList] = [made.dir, made.newer.list];
});

describe("operations that are killed", () => {
  const tally: string[] = [];
  afterAll(() => console.info(tally.join("; ")));

  it.each(some(Object.entries(operations), shown))(
    `%s, at ${kills} moments: done or not begun, and done when it is begun again`,
    async (name, operation) => {
      const words = (dir: string): readonly string[] => operation.words(dir).map((word) => (word === "last" ? loads.at(-1)! : word));
      const loads = await loadIds(template);
      const dir = join(folder, name.replace(" ", "-"));
      const fresh = async (): Promise<void> => {
        await rm(dir, { recursive: true, force: true });
        await cp(template, dir, { recursive: true });
      };
      await fresh();
      const before = await seenIn(dir, operation);
      const whole = await run(dir, words(dir));
      expect(whole.code).toBe(0);
      const after = await seenIn(dir, operation);
      expect(after).not.toBe(before);
      const left = { before: 0, after: 0 };
      for (const isRead of some([false, true], [name === "purge"]))
        for (let kill = 0; kill < kills; kill++) {
          await fresh();
          const reader = isRead ? await openWorkspace(dir, { mode: "read" }) : null;
          await run(dir, words(dir), momentOf(kill) * whole.took * (isRead ? 1.3 : 1));
          const found = await seenIn(dir, operation);
          expect([before, after]).toContain(found);
          left[found === before ? "before" : "after"]++;
          if (reader !== null) expect(JSON.stringify(await operation.seen(reader))).toBe(before);
          const { code } = await run(dir, words(dir));
          expect([0, ...(found === after && operation.again !== undefined ? [operation.again] : [])]).toContain(code);
          reader?.close();
          expect(await seenIn(dir, operation)).toBe(after);
          expect((await checkWorkspace(dir)).problems).toEqual([]);
          const { writes } = await auditTrail(dir);
          expect(writes.filter(({ state }) => state === "unfinished").length).toBeLessThan(2);
          if (found === before) expect(writes.at(-1)!.state).toBe("done");
          expect((await readdir(dir)).filter((each) => each.startsWith("."))).toEqual([]);
        }
      tally.push(`${name}: ${left.before} not begun, ${left.after} done`);
    },
  );
});

/** Part of the time that an operation takes alone: a process begins with reading its own code. */
const momentOf = (kill: number): number => 0.4 + (0.7 * (kill + 1)) / (kills + 1);

async function loadIds(dir: string): Promise<readonly string[]> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    return (await workspace.status()).map(({ id }) => id);
  } finally {
    workspace.close();
  }
}
