import { describe, expect, test } from "vitest";
import type { HolderLink } from "../../src/corpus/holder-links.ts";
import { type OwnerChoice, ownersOf } from "../../src/corpus/owner-view.ts";

const link = (holder: string, relation: string, other: string, more: Partial<HolderLink> = {}): HolderLink => ({
  ...{ holder, relation, other, other_name: other.toUpperCase(), economy: null },
  ...{ since: null, until: null, rule: "stated", source: null },
  ...more,
});

const owners = (links: readonly HolderLink[], choice: Partial<OwnerChoice>) =>
  Object.fromEntries(
    [...ownersOf(links, { owners: "filing", rollUp: "none", day: "2020-06-30", ...choice })].map(([holder, { owner }]) => [holder, owner]),
  );

describe("who a holder counts as", () => {
  const chain = [link("plant", "unit", "maker"), link("maker", "acquired", "group"), link("old", "merged", "maker")];
  const institute = [link("institute", "belongs", "academy")];

  test("is told by the relations that are asked for, to the end of the way", () => {
    expect(owners(chain, {})).toEqual({});
    expect(owners(chain, { owners: "today" })).toEqual({ old: "maker" });
    expect(owners(chain, { rollUp: "units" })).toEqual({ plant: "maker" });
    expect(owners(chain, { rollUp: "group" })).toEqual({ plant: "group", maker: "group" });
    expect(owners(chain, { owners: "today", rollUp: "group" })).toEqual({ plant: "group", maker: "group", old: "group" });
    expect(ownersOf(chain, { owners: "today", rollUp: "group", day: "2020-06-30" }).get("old")).toMatchObject({
      name: "GROUP",
      rule: "acquired",
    });
  });

  test("of an institute is its academy where groups are rolled up only", () => {
    expect(owners(institute, { owners: "today", rollUp: "units" })).toEqual({});
    expect(owners(institute, { rollUp: "group" })).toEqual({ institute: "academy" });
  });

  test("is the latest that holds on the day, from its first day until the first on which it no longer holds", () => {
    const sold = [
      link("maker", "acquired", "first", { since: "2010-01-01", until: "2018-01-01" }),
      link("maker", "acquired", "second", { since: "2015-01-01" }),
      link("maker", "acquired", "ever"),
    ];
    const on = (day: string) => [sold, [...sold].reverse()].map((links) => owners(links, { rollUp: "group", day }).maker);
    expect(on("2009-12-31")).toEqual(["ever", "ever"]);
    expect(on("2010-01-01")).toEqual(["first", "first"]);
    expect(on("2016-01-01")).toEqual(["second", "second"]);
    const until = [link("maker", "acquired", "first", { until: "2018-01-01" })];
    expect(owners(until, { rollUp: "group", day: "2017-12-31" })).toEqual({ maker: "first" });
    expect(owners(until, { rollUp: "group", day: "2018-01-01" })).toEqual({});
  });

  test("ends where the way would come back", () => {
    const circle = [link("a", "acquired", "b"), link("b", "acquired", "c"), link("c", "acquired", "a")];
    expect(owners(circle, { rollUp: "group" })).toEqual({ a: "c", b: "a", c: "b" });
  });
});
