import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { partsSource, tableLayout } from "../../../src/sources/format/parts-source.ts";
import { temporaryFolder } from "../../workspace/folder.ts";

const layouts = [{ columns: ["colour", "weight"] }];
const stones = partsSource({
  name: "stones",
  what: "table of stones",
  notice: "Of nobody.",
  layoutOf: (file) => tableLayout(file, layouts),
  async *rows() {},
});

let folder: string;
const folderOf = (name: string, files: Readonly<Record<string, string>>): string => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, text] of Object.entries(files)) writeFileSync(join(path, file), text);
  return path;
};

beforeEach(() => {
  folder = temporaryFolder();
});

test("other files of a folder are passed over", async () => {
  const path = folderOf("mixed", { "a.csv": "colour,weight\n", "b.csv": "name,age\n" });
  expect(await stones.files([`${path}/`])).toEqual([join(path, "a.csv")]);
});

test("a folder that has none is refused, beside one that has some too, with what its first file is", async () => {
  const some = folderOf("some", { "a.csv": "colour,weight\n" });
  const none = folderOf("none", { "b.csv": "name,age\n", "c.csv": "name\n" });
  const file = join(none, "b.csv");
  for (const paths of [[none], [some, none], [join(some, "a.csv"), none]])
    await expect(stones.files(paths)).rejects.toMatchObject({
      code: "LM_LOAD_UNRECOGNISED",
      message: expect.stringMatching(
        /^No table of stones among .*none\. .*b\.csv is not a table of stones in a known layout: .*"name" and "age"/,
      ),
      details: { file, paths: [none] },
    });
});

test("an empty folder is refused, one beside it whose name begins alike not taken for it", async () => {
  const empty = folderOf("stone", {});
  const some = folderOf("stones", { "a.csv": "colour,weight\n" });
  await expect(stones.files([some, empty])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED", details: { paths: [empty] } });
  await expect(stones.files([])).rejects.toMatchObject({ code: "LM_LOAD_UNRECOGNISED" });
});
