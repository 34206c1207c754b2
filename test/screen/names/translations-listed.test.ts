import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { readLinkTable } from "../../../src/link/link-table.ts";
import { folded } from "../../../src/screen/names/folded.ts";
import { realData } from "../../sources/support.ts";

const { path, absent } = realData("controls/csl/consolidated.csv");
if (absent) console.warn("Translated words are not looked up on the list: controls/csl is not here; set LEVERMAP_TEST_DATA.");

const words = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^a-z0-9]+/);

test.skipIf(absent)("a word cited by a listed party stands in one of its names, and its English in another", () => {
  const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(path, "utf8"), {
    columns: true,
    bom: true,
    relax_column_count: true,
  });
  const byNumber = new Map(rows.map((row) => [row.entity_number ?? "", row]));
  const wrong = readLinkTable("name-translations").flatMap(({ stem = "", english = "", source = "" }) => {
    const [, number] = /^us-sdn (\d+)$/.exec(source) ?? [];
    if (number === undefined) return [];
    const { name = "", alt_names = "" } = byNumber.get(number) ?? {};
    const names = [name, ...alt_names.split(";")].map(words);
    const has = (wanted: string) => (own: readonly string[]) =>
      own.some((word) => folded(word).startsWith(folded(wanted))) || own.join("").includes(wanted);
    const said = english.split(" ").some((word) => names.some(has(word)));
    return names.some(has(stem)) && said ? [] : [`${stem} ${english} ${source}`];
  });
  expect(wrong).toEqual([]);
});
