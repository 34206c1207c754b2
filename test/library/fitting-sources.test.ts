import { expect, test } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { fittingSources, withFittingSources } from "../../src/library/load.ts";
import { folderOf } from "../sources/support.ts";

test("a refused file is told the sources that would read it, or that none does", async () => {
  const folder = await folderOf({
    "gazette.xml": '<?xml version="1.0"?><jp-official-gazette kind-of-st16="A"/>',
    "other.xml": "<unheard/>",
  });
  const refused = (file: string) => new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is none`, { file });
  expect(await fittingSources(`${folder}/gazette.xml`)).toEqual(["jpo"]);
  expect(await withFittingSources(refused(`${folder}/gazette.xml`))).toMatchObject({
    message: `${folder}/gazette.xml is none. \`levermap load jpo\` reads it.`,
    details: { sources: ["jpo"] },
  });
  expect(await withFittingSources(refused(`${folder}/other.xml`))).toMatchObject({
    message: `${folder}/other.xml is none. No other source reads it.`,
    details: { sources: [] },
  });
  const other = new LevermapError("LM_USAGE", "x");
  expect(await withFittingSources(other)).toBe(other);
});
