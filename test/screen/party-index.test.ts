import { expect, test } from "vitest";
import { createPartyIndex } from "../../src/screen/party-index.ts";
import type { Lists } from "../../src/screen/read-lists.ts";
import { party } from "./loaded.ts";

const atlas = { byEntry: new Map(), names: new Map(), organisations: new Map() };

/** Lists of invented rows, each with the name that it has. */
const listsOf = (rows: readonly { readonly entry: string; readonly name: string }[]): Lists =>
  ({
    parties: rows.map((row) => party(row)),
    names: new Map(rows.map(({ entry, name }) => [entry, [{ entry, name }]])),
  }) as unknown as Lists;

/** A word of three syllables, another one for each number. */
const word = (at: number): string => [at % 12, Math.floor(at / 12) % 12, Math.floor(at / 144)].map((part) => syllables[part]).join("");
const syllables = "ba du fo ge hi ko lu ma ne pi ro su".split(" ");

/** Rows of other names, as a list has them: only among such does a word tell anything. */
const others = Array.from({ length: 1500 }, (_, at) => ({ entry: `other/${at}`, name: `${word(at)} ${word(1500 - at)}` }));
/** Far more rows than the index lays beside a name, all of them nearer to it than the one that is asked about. */
const crowd = Array.from({ length: 150 }, (_, at) => ({ entry: `crowd/${at}`, name: `Zorbtek Quillon ${word(at)}` }));
const asked = { entry: "asked/1", name: "Zorbtek Quillon Merganser Yarrow Marsh" };
const isAsked = (entry: string): boolean => entry.startsWith("asked/");
const isCrowd = (entry: string): boolean => entry.startsWith("crowd/");
const entries = (hits: readonly { readonly entry: string }[]): readonly string[] => hits.map(({ entry }) => entry);

test("a row that is asked about is found whatever else is loaded", () => {
  const [alone, crowded] = [
    [...others, asked],
    [...others, ...crowd, asked],
  ].map((rows) => createPartyIndex(listsOf(rows), atlas));
  const question = { least: 0.01, groups: [isAsked] };
  expect(entries(alone?.find("Zorbtek Quillon", question) ?? [])).toEqual(["asked/1"]);
  expect(entries(crowded?.find("Zorbtek Quillon", question) ?? [])).toEqual(["asked/1"]);
});

test("no group of rows crowds out another, and rows of none are not reported", () => {
  const index = createPartyIndex(listsOf([...others, ...crowd, asked]), atlas);
  expect(entries(index.find("Zorbtek Quillon", { least: 0.01 }))).not.toContain("asked/1");
  const both = entries(index.find("Zorbtek Quillon", { least: 0.01, groups: [isAsked, isCrowd] }));
  expect(both).toContain("asked/1");
  expect(both.length).toBeGreaterThan(30);
  expect(entries(index.find("Zorbtek Quillon", { least: 0.01, groups: [() => false] }))).toEqual([]);
});

test("a list that was taken apart by machine may have a bare legal form among its names: nothing is found by it", () => {
  const forms = ["有限公司", "株式会社", "주식회사", "（株）"].map((name, at) => ({ entry: `form/${at}`, name }));
  const index = createPartyIndex(listsOf([...others, ...forms]), atlas);
  for (const name of [...forms.map((form) => form.name), "佐博集成电路制造有限公司", "株式会社ゾルブ電機"])
    expect([name, entries(index.find(name))]).toEqual([name, []]);
});
