import { describe, expect, it } from "vitest";
import type { PublishedCount } from "../../src/answers/shared/published-counts.ts";
import { cellText } from "../../src/report/cell.ts";
import {
  publishedLine as publishedLineSaid,
  publishedSources as publishedSourcesSaid,
  publishedTable as publishedTableSaid,
} from "../../src/report/published-table.ts";
import { english } from "../words/english.ts";

const publishedLine = english(publishedLineSaid);
const publishedSources = english(publishedSourcesSaid);
const publishedTable = english(publishedTableSaid);

const line = (holder: string, low: number, more: Partial<PublishedCount> = {}): PublishedCount => ({
  technology: "bonding",
  name: "Wafer bonding",
  holder,
  holderName: `${holder} Works`,
  scope: "KIPO",
  counted: "in-force",
  low,
  high: low,
  unit: "documents",
  year: 2019,
  years: "to 2019",
  known: "2019-08-11",
  grade: "published",
  source: "register",
  note: "about",
  ...more,
});

const sources = [
  {
    id: "register",
    title: "Register",
    publisher: "Example Press",
    year: 2019,
    published: "2019-08-11",
    url: null,
    locator: null,
    class: null,
    access: null,
  },
];
const lines = [line("world", 9400), line("aster", 1500), line("XA", 0.28, { counted: "share-of-families", unit: "fraction", note: null })];

describe("the table of published counts", () => {
  it("has holder, what is counted, figure, scope, years, source, note, date and grade", () => {
    const { columns, rows } = publishedTable("Published counts", lines, sources);
    expect(columns.map(({ title }) => title)).toEqual([
      "holder",
      "counted",
      "figure",
      "scope",
      "years",
      "source",
      "note",
      "known since",
      "grade",
    ]);
    expect(rows.map((row) => row.map(cellText).slice(0, 6).join(" | "))).toEqual([
      "world Works | in force | 9,400 documents | KIPO | to 2019 | Register",
      "aster Works | in force | 1,500 documents | KIPO | to 2019 | Register",
      "XA Works | share of families | 28% | KIPO | to 2019 | Register",
    ]);
    expect(rows[1]!.slice(6).map(cellText)).toEqual(["about", "2019-08-11", "published"]);
    expect(rows.map(([holder]) => (typeof holder === "object" ? holder.link?.to : null))).toEqual([null, "organisation", "economy"]);
  });

  it("tells technologies where they differ, and first for one holder", () => {
    const two = [line("aster", 1), line("aster", 2, { technology: "etch", name: "Etching" })];
    const titles = (by: "holder" | "technology"): readonly string[] =>
      publishedTable("", two, [], { by }).columns.map(({ title }) => title);
    expect(titles("holder").slice(0, 3)).toEqual(["holder", "technology", "counted"]);
    expect(titles("technology").slice(0, 2)).toEqual(["technology", "counted"]);
  });

  it("has its sources and notes once for all holders of one count", () => {
    const { rows } = publishedSources([...lines, line("birch", 3, { years: "2018" })], sources);
    expect(rows.map((row) => row.map(cellText).join(" | "))).toEqual([
      "in force | KIPO | to 2019, 2018 | 2019-08-11 | published | Register | about",
      "share of families | KIPO | to 2019 | 2019-08-11 | published | Register | ",
    ]);
  });
});

describe("published counts in one line", () => {
  it("are those of the first table alone, five at most, with what is counted and by whom", () => {
    expect(publishedLine(lines, sources)).toBe("all 9,400, aster Works 1,500 (documents, in force, KIPO, to 2019; Example Press); 1 more");
    expect(publishedLine(lines.slice(2), sources)).toBe("XA Works 28% (share of families, KIPO, to 2019; Example Press)");
    const many = Array.from({ length: 7 }, (_, at) => line(`h${at}`, 9 - at));
    expect(publishedLine(many, sources)).toMatch(/^h0 Works 9, .*h4 Works 5 \(.*\); 2 more$/);
    expect(publishedLine([], sources)).toBeNull();
  });
});
