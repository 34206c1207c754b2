import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { besideName, takeLock } from "../../src/workspace/beside.ts";
import { createWorkspace } from "../../src/workspace/create.ts";
import { setMeta } from "../../src/workspace/migrations.ts";
import { writeWorkspace } from "../../src/workspace/write.ts";
import { temporaryFolder } from "./folder.ts";

const note = (dir: string): Promise<void> =>
  writeWorkspace(dir, {}, (workspace) => workspace.use((connection) => setMeta(connection, "note", "written")));

it("what a stopped writer left beside a database is removed by the next, what one at work has is not", async () => {
  const dir = join(temporaryFolder(), "data");
  await createWorkspace(dir);
  const beside = join(dir, besideName);
  await mkdir(join(beside, "copy-x"), { recursive: true });
  await writeFile(join(beside, "copy-x", "levermap.duckdb"), "half of it");
  const lock = await takeLock(join(beside, "lock"));
  await note(dir);
  expect(await readdir(beside)).toContain("copy-x");
  await lock.release();
  await note(dir);
  expect(await readdir(dir)).not.toContain(besideName);
});
