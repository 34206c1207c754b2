import { describe, expect, it } from "vitest";
import { bareFigure as bareFigureSaid, countFigure as countFigureSaid } from "../../../src/answers/shared/published-count-words.ts";
import { publishedCounts, technologyCounts } from "../../../src/answers/shared/published-counts.ts";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";
import { english } from "../../words/english.ts";
import { count, publishedRows } from "../patents/published-counts.ts";

const bareFigure = english(bareFigureSaid);
const countFigure = english(countFigureSaid);

const read = {
  map: { indexOf: new Map(), technologies: [] },
  organisations: new Map([["aster", { name: "Aster Works" }]]),
  economies: [{ id: "XA", name: "Aland" }],
  knownSince: () => "2011-02-01",
} as unknown as ReadModel;

describe("published counts", () => {
  it("come most telling first: holders before ranks, the surest and newest of them, what is of the technology itself", () => {
    const lines = technologyCounts(read, publishedRows, ["unheard-of", "bonding"]);
    expect(lines.map(({ technology, holder, counted, low }) => `${technology} ${holder} ${counted} ${low}`)).toEqual([
      "unheard-of aster grants 99",
      "unheard-of world grants 120",
      "unheard-of birch grants 50",
      "unheard-of aster grants 30",
      "unheard-of aster applications 900",
      "unheard-of XA share-of-families 0.4",
      "unheard-of world families 5000",
      "unheard-of birch rank 1",
      "unheard-of aster rank 2",
      "bonding aster grants 7",
    ]);
    expect(technologyCounts(read, publishedRows, ["bonding"])).toHaveLength(1);
  });

  it("name holders, also joint ones, and the years", () => {
    const [joint, open, single, none] = publishedCounts(read, [
      count("aster;XA", 1),
      count("world", 1, { year_from: null }),
      count("oak", 1, { year_from: 2010 }),
      count("oak", 1, { year_from: null, year_to: null }),
    ]);
    expect(joint).toMatchObject({ holderName: "Aster Works and Aland", years: "2001 to 2010", year: 2010, known: "2011-02-01" });
    expect([open?.years, single?.years, none?.years]).toEqual(["to 2010", "2010", "unknown"]);
  });

  it("have exact figures with their unit, one-sided ones as such", () => {
    const figure = (low: number | null, high: number | null, unit = "grants"): string => countFigure({ low, high, unit });
    expect(figure(14_387, 14_387, "papers")).toBe("14,387 papers");
    expect(figure(840, null, "families")).toBe("at least 840 families");
    expect(figure(1, null)).toBe("at least 1 grant");
    expect(figure(3, 5)).toBe("3 to 5 grants");
    expect(figure(null, 0.05, "fraction")).toBe("at most 5%");
    expect(figure(2, 2, "rank")).toBe("no. 2");
    expect(bareFigure({ low: 1500, high: 1500, unit: "documents" })).toBe("1,500");
  });
});
