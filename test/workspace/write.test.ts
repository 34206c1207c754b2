import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { generationOf } from "../../src/workspace/generation.ts";
import { setMeta } from "../../src/workspace/migrations.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { query } from "../../src/workspace/query.ts";
import type { Workspace } from "../../src/workspace/workspace.ts";
import { writeWorkspace } from "../../src/workspace/write.ts";
import { emptyWorkspace } from "./empty.ts";
import { codeOf, temporaryFolder } from "./folder.ts";

const kills = Number(process.env.LEVERMAP_KILLS ?? 2);
/** Milliseconds after which a writer is done for sure. */
const mostDelay = 400;

const folder = temporaryFolder();
const bundle = fileURLToPath(new URL(`../../node_modules/.cache/levermap-write-${process.pid}/`, import.meta.url));

beforeAll(async () => {
  const entry = fileURLToPath(new URL("./write-child.ts", import.meta.url));
  await build({ configFile: false, logLevel: "error", build: { ssr: entry, outDir: bundle, emptyOutDir: true, target: "node20" } });
});
afterAll(() => rm(bundle, { recursive: true, force: true }));
const readers: Workspace[] = [];
afterEach(() => {
  for (const workspace of readers.splice(0)) workspace.close();
});

let made = 0;
async function fresh(): Promise<string> {
  const dir = join(folder, `workspace-${made++}`);
  await emptyWorkspace(dir);
  return dir;
}

async function reader(dir: string): Promise<Workspace> {
  const workspace = await openWorkspace(dir, { mode: "read" });
  readers.push(workspace);
  return workspace;
}

const put = (text: string) => (workspace: Workspace) => workspace.use((connection) => setMeta(connection, "note", text));

async function noteOf(workspace: Workspace): Promise<string | null> {
  const [row] = await workspace.use((connection) => query<{ value: string }>(connection, "SELECT value FROM meta WHERE key = 'note'"));
  return row?.value ?? null;
}

const now = async (dir: string): Promise<readonly [note: string | null, generation: string]> => {
  const workspace = await reader(dir);
  return [await noteOf(workspace), await workspace.use(generationOf)];
};

describe("writing a workspace", () => {
  it("makes another generation each time, with nothing beside the file", async () => {
    const dir = await fresh();
    const seen: string[] = [];
    for (const text of ["a", "b", "c"]) {
      await writeWorkspace(dir, {}, put(text));
      const [note, generation] = await now(dir);
      expect(note).toBe(text);
      seen.push(generation);
      readers.pop()!.close();
    }
    expect(seen.map((each) => each.split("-")[0])).toEqual(["2", "3", "4"]);
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });

  it("is done beside those who read it: they keep what they opened, and later ones have the new", async () => {
    const dir = await fresh();
    await writeWorkspace(dir, {}, put("old"));
    const before = await reader(dir);
    await writeWorkspace(dir, {}, put("new"));
    expect(await noteOf(before)).toBe("old");
    const after = await reader(dir);
    expect(await noteOf(after)).toBe("new");
    await writeWorkspace(dir, {}, put("newest"));
    expect([await noteOf(before), await noteOf(after), (await now(dir))[0]]).toEqual(["old", "new", "newest"]);
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });

  it("is for one at a time, and never lost for another: a second writer is refused", async () => {
    const dir = await fresh();
    await reader(dir);
    let inside: string | null = null;
    await writeWorkspace(dir, {}, async (workspace) => {
      inside = await codeOf(writeWorkspace(dir, {}, put("second")));
      // All who read it have gone, and it is still not written directly
      for (const each of readers.splice(0)) each.close();
      expect(await codeOf(writeWorkspace(dir, {}, put("third")))).toBe("LM_WORKSPACE_BUSY");
      await put("first")(workspace);
    });
    expect(inside).toBe("LM_WORKSPACE_BUSY");
    expect((await now(dir))[0]).toBe("first");
  });

  it("leaves everything as it was where the work fails, but keeps the files that were loaded before one failed", async () => {
    const dir = await fresh();
    await writeWorkspace(dir, {}, put("old"));
    const [, generation] = await now(dir);
    const failing = (code: "LM_LOAD_INCOMPLETE" | "LM_INTERRUPTED") =>
      writeWorkspace(dir, {}, async (workspace) => {
        await put(code)(workspace);
        throw new LevermapError(code, "So it is.");
      });
    expect(await codeOf(failing("LM_INTERRUPTED"))).toBe("LM_INTERRUPTED");
    expect(await now(dir)).toEqual(["old", generation]);
    expect(await codeOf(failing("LM_LOAD_INCOMPLETE"))).toBe("LM_LOAD_INCOMPLETE");
    expect((await now(dir))[0]).toBe("LM_LOAD_INCOMPLETE");
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });

  it("takes no notice of a lock that was half written when its writer was killed", async () => {
    const dir = await fresh();
    const before = await reader(dir);
    await mkdir(join(dir, ".next"));
    for (const half of ["", "DUCK", "x".repeat(5000)]) {
      await writeFile(join(dir, ".next", "lock"), half);
      await writeWorkspace(dir, {}, put(`after ${half.length}`));
      expect((await now(dir))[0]).toBe(`after ${half.length}`);
      await mkdir(join(dir, ".next"));
    }
    expect(await noteOf(before)).toBe(null);
  });

  it("goes on after a writer beside was killed at any moment", async () => {
    const dir = await fresh();
    await writeWorkspace(dir, {}, put("old"));
    const found: (string | null)[] = [];
    for (let kill = 0; kill < kills; kill++) {
      const before = await reader(dir);
      const child = fork(join(bundle, "write-child.js"), [dir], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
      const over = once(child, "exit");
      await once(child, "message");
      await setTimeout((mostDelay * kill) / kills);
      child.kill("SIGKILL");
      await over;
      const [note] = await now(dir);
      found.push(note);
      expect(["old", "killed"]).toContain(note);
      expect(await noteOf(before)).toBe("old");
      await writeWorkspace(dir, {}, put("old"));
      for (const each of readers.splice(0)) each.close();
    }
    expect(found[0]).toBe("old");
    expect(await readdir(dir)).toEqual(["levermap.duckdb"]);
  });
});
