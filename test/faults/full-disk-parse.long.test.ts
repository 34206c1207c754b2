import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { loadLayout } from "../../src/cluster/layout.ts";
import { listOf, loadFiles, writeOfficeFiles } from "../cluster/parse/office-files.ts";
import { loadedRows } from "../cluster/parse/rows.ts";
import { some } from "../tiers.ts";
import { emptyWorkspace } from "../workspace/empty.ts";
import { temporaryFolder } from "../workspace/folder.ts";
import { type SmallDisk, smallDisk } from "./small-disk.ts";

const folder = temporaryFolder();
const disk = await smallDisk(folder, 16);
if (disk === null) console.info("Skipped: a file system cannot be mounted here (unshare -m), so no disk can be filled.");

describe.skipIf(disk === null)("a full disk under a layout", () => {
  const { inside, outside, fill, free, run, stop } = (disk ?? {}) as SmallDisk;
  afterAll(() => stop());

  it("is told as such, leaves what was published, and parse goes on once there is space", async () => {
    const files = await writeOfficeFiles(join(folder, "raw"));
    const [list, first] = [join(folder, "paths.txt"), join(folder, "first.txt")];
    await writeFile(list, listOf(files));
    await writeFile(first, listOf(files.slice(0, 2)));
    const parse = (from: string) => run(["parse", "--list", from, "--out", join(inside, "layout"), "--max-rejects", "100%", "--quiet"]);
    expect((await parse(first)).code).toBe(0);
    const manifest = (): Promise<string> => readFile(`${outside}/layout/manifest.json`, "utf8");
    const before = await manifest();
    for (const left of some([0, 20_000], [0])) {
      await fill(left);
      const { code, stderr } = await parse(list);
      expect([code, stderr], `${left} bytes left`).toEqual([2, expect.stringMatching(/^LM_DISK_SPACE: .+\n.*Free some space/)]);
      expect(await manifest()).toBe(before);
      await free();
    }
    expect((await parse(list)).code).toBe(0);
    await cp(`${outside}/layout`, join(folder, "layout"), { recursive: true });
    for (const name of ["loaded", "there"]) await emptyWorkspace(join(folder, name));
    await loadFiles(join(folder, "loaded"), files);
    await loadLayout(join(folder, "there"), join(folder, "layout"));
    expect(await loadedRows(join(folder, "there"))).toEqual(await loadedRows(join(folder, "loaded")));
  });
});
