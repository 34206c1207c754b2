import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { load } from "../../src/library/load.ts";
import { openWorkspace } from "../../src/workspace/open.ts";
import { emptyWorkspace } from "./empty.ts";
import { temporaryFolder } from "./folder.ts";

const folder = temporaryFolder();

test("rows with one of many texts are those that a scan finds, of current loads or of those named", async () => {
  const dir = join(folder, "w");
  mkdirSync(`${dir}-files`);
  await emptyWorkspace(dir);
  const names = [`It's "here"`, "蓝狐", "a,b\\c", "plain", "$1; DROP TABLE load"];
  const file = join(`${dir}-files`, "register.csv");
  const row = (name: string, at: number): string => `${at},"${name.replaceAll('"', '""')}"`;
  writeFileSync(file, `${["id,name", ...names.map(row)].join("\n")}\n`);
  await load(dir, "names", ["register", file]);
  writeFileSync(file, `${["id,name", ...names.slice(1).map(row), row("newer", 9)].join("\n")}\n`);
  await load(dir, "names", ["register", file]);
  const workspace = await openWorkspace(dir, { mode: "read" });
  try {
    const all = await workspace.rows("record_name");
    for (const texts of [[], names, ["none"], [...names, "newer", ...Array.from({ length: 20_000 }, (_, at) => `x${at}`)]]) {
      const found = await workspace.rowsWith("record_name", "name", texts);
      expect(found).toEqual(all.filter(({ name }) => texts.includes(name)));
    }
    const [before] = await workspace.status();
    const former = await workspace.rowsWith("record_name", "name", names, [before?.id ?? ""]);
    expect(former.map(({ name }) => name)).toEqual(names);
    await expect(workspace.rowsWith("record_name", "nothing" as "name", ["a"])).rejects.toThrow(TypeError);
  } finally {
    workspace.close();
  }
});
