import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hasWithheld, shareHistory, traitsAt } from "../../../src/answers/half-life/share-history.ts";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";
import { traits } from "../../../src/leverage/halflife/drift-model.ts";
import type { DatedPair } from "../../../src/measure/supply/share-pairs.ts";
import { parameter } from "../../measure/rows.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { type Invented, inventedWorkspace, parameterRows } from "../invented.ts";
import { histories } from "./histories.ts";

describe("the history of shares", () => {
  let invented: Invented;
  let read: ReadModel;
  beforeAll(async () => {
    const late = parameter("scanner", "lead-time", 100, { known: "2022-06-01" });
    invented = await inventedWorkspace(temporaryFolder(), [...histories, ...parameterRows([late])]);
    read = await invented.read("2026-09-01");
  });
  afterAll(() => invented.close());

  const figure = (part: number, year: number, known: string) => ({ low: part, high: part, year, known, source: null });
  const pair: DatedPair = {
    technology: "scanner",
    holder: "DD",
    basis: "headquarters",
    before: figure(0.5, 2012, "2013-01-01"),
    after: figure(0.8, 2016, "2017-01-01"),
    isStep: true,
  };
  const at = (year: number, day: string, dated: readonly DatedPair[] = [pair]) => {
    const scanner = read.map.technologies[read.map.indexOf.get("scanner")!]!;
    const values = traitsAt(read, scanner, "DD", 0.8, { year, day }, dated);
    return Object.fromEntries(traits.map((trait, i) => [trait, values[i]!]));
  };

  it("is of the atlas's rows; editions of a source that is not loaded add nothing", () => {
    const { atlas, all } = shareHistory(read, []);
    expect(atlas).toHaveLength(12);
    expect(all).toEqual(atlas);
    expect(atlas[0]).toMatchObject({ technology: "past-0", holder: "DD", isStep: true });
  });

  it("tells the trend of a step once it is over and known", () => {
    // Odds 1 to 4 in four years
    expect(at(2017, "2017-06-01")["own trend"]).toBeCloseTo(Math.log(4) / 4, 12);
    expect(at(2017, "2016-12-31")["own trend"]).toBeNull();
    expect(at(2015, "2018-01-01")["own trend"]).toBeNull();
    expect(at(2017, "2017-06-01", [{ ...pair, holder: "CC" }])["own trend"]).toBeNull();
  });

  it("tells a control once it has begun, and a lead time once it was known", () => {
    expect([at(2019, "2019-12-31").withheld, at(2020, "2020-12-31").withheld]).toEqual([0, 1]);
    expect(hasWithheld(read, "scanner", "DD", "2026-01-01", "2021")).toBe(false);
    expect(at(2022, "2022-06-01")["lead time"]).toBeCloseTo(Math.log(100), 12);
    expect(at(2022, "2022-05-31")["lead time"]).toBeCloseTo(Math.log(18), 12);
    expect([at(2022, "2022-06-01").capital, at(2022, "2022-06-01").service]).toEqual([1, 0]);
  });
});
