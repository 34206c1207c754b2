import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { LevermapError } from "../../../src/base/errors.ts";
import { sources } from "../../../src/sources/index.ts";
import { readAll, realData } from "../support.ts";

const patents = realData("patents");

const names = [
  ...["uspto", "uspto-citations", "patentsview", "maintenance", "docdb", "ops", "fulltext", "st96", "cnipa", "jpo", "kipo"],
  ...["google-patents", "patent-table", "cpc", "litigation", "holder-joins"],
];

/** Files that hold no patents, or none in a layout that is read. */
const unread: readonly RegExp[] = [
  /^epo-ops\/(number_service_|.*_(description|images)_)/,
  /^hbm\/HBM_Gemini_With_Abstract\.csv$/,
  /^kipo-semiconductor\/(LICENSE\.txt|b_layer_cited_population|ksia_members|legal_events|patents|qrel_\w+|split)/,
  /^uspto-api\//,
  /^wipo35\//,
];

/** What every refusal tells: the outermost element, keys, header or kind of the file, or the columns that it lacks. */
const telling =
  /outermost element is <[\w:.-]+>|it is JSON, (?:an object|a list of objects) with "|of .*, which is nearest, it lacks "|it (?:is a table of \d+ columns|has no column of a known layout); it begins with "|it is text without columns|it is a zip archive of other files/;

interface Tried {
  readonly file: string;
  readonly read: readonly string[];
  readonly refusals: readonly string[];
}

async function tried(file: string): Promise<Tried> {
  const read: string[] = [];
  const refusals: string[] = [];
  for (const name of names) {
    try {
      await sources.get(name)?.files([file]);
      read.push(name);
    } catch (error) {
      if (!(error instanceof LevermapError) || error.code !== "LM_LOAD_UNRECOGNISED") throw error;
      refusals.push(error.message);
    }
  }
  return { file: relative(patents.path, file), read, refusals };
}

describe.skipIf(patents.absent)(`all files of ${patents.path}`, () => {
  test("give rows, or are refused by every source with what they seem to be", async () => {
    const files = readdirSync(patents.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const all: Tried[] = [];
    for (const file of files) all.push(await tried(file));
    const refused = all.filter(({ read }) => read.length === 0).map(({ file }) => file);
    expect(refused.filter((file) => !unread.some((each) => each.test(file)))).toEqual([]);
    expect(all.filter(({ file, read }) => read.length > 0 && unread.some((each) => each.test(file)))).toEqual([]);
    expect(all.flatMap(({ refusals }) => refusals.filter((message) => !telling.test(message)))).toEqual([]);
    for (const { file, read } of all) {
      const source = sources.get(read[0] ?? "");
      if (source === undefined) continue;
      const { rows, rejects } = await readAll(source, [join(patents.path, file)]);
      expect([file, rows.length > 0, rejects.length <= rows.length / 20]).toEqual([file, true, true]);
    }
    console.info(`${files.length} files: ${files.length - refused.length} load, ${refused.length} are refused in words`);
  });
});
