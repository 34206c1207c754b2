import { describe, expect, test } from "vitest";
import { listDifference } from "../../../src/screen/lists/difference.ts";
import { entityList } from "../../../src/sources/entity-list.ts";
import { partyList } from "../../../src/sources/party-list.ts";
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
  });
});
