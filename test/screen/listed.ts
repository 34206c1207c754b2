import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import type { BearerKind } from "../../src/screen/names/name-word.ts";
import { createNameIndex, type ListedName, type NameIndex } from "../../src/screen/search/name-index.ts";
import { realData } from "../sources/support.ts";

const { path: file, absent } = realData("controls/csl/consolidated.csv");
export const hasScreeningList = !absent;

const kindOf = (type: string | undefined): BearerKind =>
  type === "Individual" ? "person" : type === "Vessel" || type === "Aircraft" ? "vessel" : "organisation";

export interface ListedParty {
  readonly source: string;
  readonly names: readonly ListedName[];
}

/** The parties of the Consolidated Screening List with all their names; the id of a party is its row. */
export function screeningList(): readonly ListedParty[] {
  const rows: readonly Readonly<Record<string, string>>[] = parse(readFileSync(file, "utf8"), {
    columns: true,
    bom: true,
    relax_column_count: true,
  });
  return rows.map(({ source = "", type, name = "", alt_names = "" }, row) => ({
    source,
    names: [name, ...alt_names.split(";")]
      .map((each) => each.trim())
      .filter((each) => each !== "")
      .map((each) => ({ party: String(row), name: each, kind: kindOf(type) })),
  }));
}

/** An index of all their names; for all files of tests that share their modules. */
export function screeningIndex(): NameIndex {
  made ??= createNameIndex(screeningList().flatMap(({ names }) => names));
  return made;
}
let made: NameIndex | undefined;

/** Pseudo-random numbers from 0 to 1, the same on every run. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A name as people miswrite it: a letter lost, two exchanged, the words turned, or as it is. */
export function miswritten(name: string, turn: number, random: () => number): string {
  const letters = [...name];
  const at = Math.floor(random() * Math.max(1, letters.length - 1));
  if (turn % 4 === 0) letters.splice(at, 1);
  if (turn % 4 === 1) [letters[at], letters[at + 1]] = [letters[at + 1] ?? "", letters[at] ?? ""];
  return turn % 4 === 2 ? name.split(" ").reverse().join(" ") : letters.join("");
}
