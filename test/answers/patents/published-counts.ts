import type { Row } from "../../../src/base/tables.ts";

type Count = Row<"patent_count">;

/** Invented counts of one technology: tables of several sources, kinds and dates. */
export const count = (holder: string, low: number, more: Partial<Count> = {}): Count => ({
  technology: "unheard-of",
  holder,
  holder_kind: holder === "world" ? "world" : "organisation",
  scope: "KIPO",
  counted: "grants",
  low,
  high: low,
  unit: "grants",
  year_from: 2001,
  year_to: 2010,
  known: null,
  source: "register",
  grade: "published",
  note: null,
  ...more,
});

export const publishedRows: readonly Count[] = [
  count("aster", 2, { counted: "rank", unit: "rank", source: "ranking", year_to: 2012 }),
  count("birch", 1, { counted: "rank", unit: "rank", source: "ranking", year_to: 2012 }),
  count("aster", 30),
  count("birch", 50, { note: "its own account" }),
  count("world", 120),
  count("aster", 900, { counted: "applications", unit: "applications" }),
  count("world", 5000, { counted: "families", unit: "families", source: "late", year_from: 2018, year_to: 2018 }),
  count("aster", 99, { source: "late", year_to: 2018 }),
  count("XA", 0.4, { counted: "share-of-families", unit: "fraction", holder_kind: "economy", grade: "derived", year_to: 2011 }),
  count("aster", 7, { technology: "bonding" }),
];

export const publishedDocuments = [
  ["register", "Register of grants", "2011-02-01"],
  ["ranking", "Ranking of holders", "2013"],
  ["late", "A later register", "2019-01-15"],
].map(([id, title, published]) => ({
  id: id!,
  title: title!,
  publisher: "Example Press",
  published: published!,
  url: null,
  locator: null,
  class: "press",
  access: "direct",
  note: null,
}));
