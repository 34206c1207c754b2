import { describe, expect, test } from "vitest";
import { listDifference, rowsDifference, type TextsOf } from "../../../src/screen/lists/difference.ts";
import { entityList } from "../../../src/sources/controls/entity-list.ts";
import { partyList } from "../../../src/sources/controls/party-list.ts";
import { controls, load, party } from "../loaded.ts";

describe("difference between two days", () => {
  test("rows added, removed and changed; undated ones counted, not taken for either", () => {
    const rows = [
      party({ entry: "a", name: "Stays Ltd", edition: "2021-01-01", footnotes: null }),
      party({ entry: "b", name: "Goes", edition: "2021-01-01" }),
      party({ entry: "c", name: "STAYS LTD.", edition: "2023-01-01", footnotes: "5" }),
      party({ entry: "d", name: "Comes", edition: "2023-01-01" }),
      party({ entry: "e", name: "Ever", origin: "two" }),
    ];
    const editions = ["2021-01-01", "2023-01-01"].map((day) => ({ list: "no-list", origin: "one", day, kind: "full" }));
    const found = listDifference(rows, editions, "2022-01-01", "2024-01-01", "effective");
    expect(found.added.map(({ entry }) => entry)).toEqual(["d"]);
    expect(found.removed.map(({ entry }) => entry)).toEqual(["b"]);
    expect(found.changed.map(({ before, after, columns }) => [before.entry, after.entry, columns])).toEqual([
      ["a", "c", ["name", "footnotes"]],
    ]);
    expect(found.undated).toBe(1);
    expect(found.caveats.some((caveat) => caveat.startsWith("no-list (two): at least"))).toBe(true);
  });

  const between = (old: readonly string[], now: readonly string[], names: Readonly<Record<string, readonly string[]>> = {}) => {
    const rows = (all: readonly string[], economy: string | null = null) => all.map((name) => party({ entry: name, name, economy }));
    const texts: TextsOf = ({ name }) => ({ names: [name, ...(names[name] ?? [])], addresses: [], links: [], facts: [] });
    return rowsDifference(rows(old), rows(now), { before: texts, after: texts });
  };

  test.each([
    ["Dawning Information Industry Co., Ltd.", "Dawning Information Industry Co., Ltd. (Sugon)"],
    ["China SpaceSat Co.", "China SpaceSat Co., Ltd."],
    ["China SpaceSat Co.", "China SpaceSat"],
    ["Nordmark Oil (NMOC)", "Nordmark Oil Limited"],
    ["China Unicom Group (BVI) Co., Ltd.", "China Unicom Group Corporation (BVI) Co., Ltd."],
  ])("a party that is printed otherwise is changed, not removed: %s, %s", (before, after) => {
    expect(between([before], [after])).toMatchObject({ added: [], removed: [], changed: [{ columns: ["name"] }] });
    expect(between([after], [before])).toMatchObject({ added: [], removed: [], changed: [{ columns: ["name"] }] });
  });

  test("a party under a new name is the same by another of its names", () => {
    const names = { "Vest Computer Co.": ["Vest Digital"], "Vest Digital Technology": ["Vest Digital"] };
    expect(between(["Vest Computer Co."], ["Vest Digital Technology"], names).changed).toHaveLength(1);
    expect(between(["Vest Computer Co."], ["Vest Digital Technology"])).toMatchObject({ changed: [], removed: [{}], added: [{}] });
  });

  test("a party without a name in common is the same by the number that its list gives it", () => {
    const before = party({ entry: "a", name: "Nordmark", native: "7" });
    const after = party({ entry: "b", name: "Bolt Steel", native: "7" });
    expect(rowsDifference([before], [after])).toMatchObject({ added: [], removed: [], changed: [{ columns: ["name"] }] });
    const another = { ...after, native: "8" };
    expect(rowsDifference([before], [another])).toMatchObject({ added: [another], removed: [before], changed: [] });
  });

  test("an alias, an address and a link that came or went are a change", () => {
    const [before, after] = [party({ entry: "a" }), party({ entry: "b" })];
    const found = rowsDifference([before], [after], {
      before: () => ({ names: ["Nord", "Old Nord"], addresses: ["Oslo, NO"], links: [], facts: [] }),
      after: () => ({ names: ["Nord", "Nordlys", "N.O.R.D."], addresses: ["Oslo, NO"], links: ["owner Sund AS"], facts: [] }),
    });
    expect(found).toMatchObject({
      added: [],
      removed: [],
      changed: [
        {
          changes: [
            { column: "alias removed", before: "Old Nord", after: null },
            { column: "alias added", before: null, after: "Nordlys; N.O.R.D." },
            { column: "link added", before: null, after: "owner Sund AS" },
          ],
        },
      ],
    });
  });

  test.each([
    ["firms of two places", ["Nord Mill (Oslo) Ltd"], ["Nord Mill (Bergen) Ltd"]],
    ["a firm and one of a place", ["Nord Mill (Oslo) Ltd"], ["Nord Mill Ltd"]],
    ["numbers", ["Nord Institute No. 11"], ["Nord Institute No. 12"]],
    ["several that would fit", ["Nord Ltd"], ["Nord Inc.", "Nord GmbH"]],
    ["short initials", ["ABC Ltd"], ["ABC Inc."]],
  ])("no party is taken for another: %s", (_, before, after) => {
    const { changed, removed, added } = between(before, after);
    expect([changed.length, removed.length, added.length]).toEqual([0, before.length, after.length]);
  });

  test("a party of another economy is another", () => {
    const [before, after] = [party({ name: "Nord Ltd", economy: "NO" }), party({ name: "Nord Inc.", economy: "CN" })];
    expect(rowsDifference([before], [after])).toMatchObject({ changed: [], removed: [before], added: [after] });
  });

  test("the same day twice shows nothing", () => {
    const rows = [party({}), party({ entry: "f", name: "Nord" })];
    expect(listDifference(rows, [], "2022-01-01", "2022-01-01", "effective")).toMatchObject({ added: [], removed: [], changed: [] });
  });
});

describe.skipIf(controls.absent)(`differences in ${controls.path}`, () => {
  test("140 rows were added to the Entity List on 2024-12-05", async () => {
    const read = await load(entityList, "entity-list");
    const found = listDifference(read.of("party_entry"), read.of("list_edition"), "2024-12-04", "2024-12-05", "publication");
    expect([found.added.length, found.removed.length, found.changed.length]).toEqual([140, 0, 0]);
    expect(found.caveats.join()).toMatch(/at least: later removals are not in the data/);
  });

  test("1260H between two editions", async () => {
    const read = await load(partyList, "dod-1260h/editions.csv");
    const found = listDifference(read.of("party_entry"), read.of("list_edition"), "2024-06-01", "2025-06-01", "publication");
    expect(found.removed.some(({ name }) => name.startsWith("Advanced Micro-Fabrication"))).toBe(true);
    expect(found.added.some(({ name }) => name.startsWith("ChangXin"))).toBe(true);
    expect(133 - 73).toBe(found.added.length - found.removed.length);
    expect(found.removed.filter(({ name }) => /Dawning|SpaceSat|Inner Mongolia|CH UAV/.test(name))).toEqual([]);
    const renamed = found.changed.map(({ before, after }) => [before.name, after.name]);
    expect(renamed).toContainEqual(["China SpaceSat Co.", "China SpaceSat Co., Ltd."]);
    expect(renamed).toContainEqual(["Dawning Information Industry Co., Ltd.", "Dawning Information Industry Co., Ltd. (Sugon)"]);
  });
});
