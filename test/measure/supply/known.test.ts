import { describe, expect, it } from "vitest";
import { bundledFile } from "../../../src/base/built-file.ts";
import { createKnownBy, createKnownSince, createOutBy, createToldBy } from "../../../src/measure/supply/known.ts";
import { atlas } from "../../../src/sources/supply/atlas/atlas.ts";
import { readAll } from "../../sources/support.ts";
import { document } from "../rows.ts";

const known = createKnownBy([document("undated", null), document("later", "2025-08")], "2015-06-30");

describe("a row as it is told on a day", () => {
  const told = createToldBy(createOutBy([document("undated", null), document("later", "2015-07")], "2015-06-30"));

  it("has no document and no note of a later day", () => {
    expect(told({ source: "later", note: "as of July" })).toEqual({ source: null, note: null });
    expect(told({ source: "later", note: "as of July", known: "2014" })).toEqual({ source: null, note: null, known: "2014" });
    expect(told({ source: "undated", note: "of any day" })).toEqual({ source: "undated", note: "of any day" });
  });

  it("stays as it is where it was not known yet", () => {
    expect(told({ source: "later", note: null, known: null })).toEqual({ source: "later", note: null, known: null });
  });
});

describe("a fact of a document without a date", () => {
  const fact = { known: null, source: "undated" };

  it("counts from the last day of what it is of, a count over several years from the last of them", () => {
    expect([2016, 2015, 2014].map((year) => known({ ...fact, year }))).toEqual([false, false, true]);
    expect([2025, 2014].map((year_to) => known({ ...fact, year: 2005, year_to }))).toEqual([false, true]);
    expect(["2015-07", "2015-06"].map((date) => known({ ...fact, date }))).toEqual([false, true]);
  });

  it("that tells no year counts from the newest document", () => {
    expect(known(fact)).toBe(false);
    const newest = createKnownBy([document("undated", null), document("newest", "2015-06-30")], "2015-06-30");
    expect([newest(fact), newest({ ...fact, year: 2015 })]).toEqual([true, true]);
  });

  it("counts from its own day where it has one", () => {
    expect(known({ ...fact, year: 2010, known: "2015" })).toBe(false);
    expect(known({ ...fact, year: 2025, known: "2014" })).toBe(true);
  });
});

describe("a fact without a document", () => {
  it("counts from the year that it is of", () => {
    const fact = { known: null, source: null };
    expect([2016, 2015, null].map((year) => known({ ...fact, year }))).toEqual([false, true, true]);
  });
});

describe("what the atlas shows beside the model", () => {
  it("has a day since which it is known, its own, that of its document, or that of what happened", async () => {
    const files = ["sources", "patent-counts", "science", "licences", "users", "effects", "flows", "self-supply"];
    const { of } = await readAll(
      atlas,
      files.map((name) => bundledFile(`atlas/${name}.csv`)),
    );
    const since = createKnownSince(of("document"));
    const tables = ["patent_count", "science_count", "licence", "chip_user", "control_effect", "trade_flow", "self_supply"] as const;
    const undated = tables.flatMap((table) => of(table).filter((row) => since(row) === null));
    expect(undated.map(({ source }) => source)).toEqual(["hi-iedm-2025", "hi-amd-samsung-2010"]);
    expect(of("patent_count").filter((row) => row.source === "hi-litho-race" && (since(row) ?? "") < "2025-12-31")).toEqual([]);
  });
});
