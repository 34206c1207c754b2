import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edition } from "../../../src/screen/lists/editions.ts";
import { type AsOf, partiesOn } from "../../../src/screen/lists/listing-status.ts";
import { withEffect } from "../../../src/screen/rules/timeline.ts";
import { entityList } from "../../../src/sources/controls/entity-list.ts";
import { partyList } from "../../../src/sources/controls/party-list.ts";
import { allRules, controls, load, party } from "../loaded.ts";

const edition = (day: string | null, kind: string): Edition => ({ list: "no-list", origin: "one", day, kind });
const names = (parties: Parameters<typeof partiesOn>[0], editions: readonly Edition[], day: string, by: AsOf["by"] = "effective") =>
  partiesOn(parties, editions, { day, by }).listed.map(({ party: of, standing }) => [
    of.entry,
    standing.status,
    standing.basis,
    standing.since,
  ]);

describe("parties on a day", () => {
  test("the day of effect counts where a list gives it, else that of publication, and the answer says which", () => {
    const rows = [
      party({ entry: "both", published: "2020-12-22", effective: "2020-12-18", edition: "2026-07-09" }),
      party({ entry: "published", published: "2020-12-22", edition: "2026-07-09" }),
      party({ entry: "effect", effective: "2020-12-18", edition: "2026-07-09" }),
      party({ entry: "none", edition: "2026-07-09" }),
    ];
    const editions = [edition("2026-07-09", "snapshot")];
    expect(names(rows, editions, "2020-12-20")).toEqual([
      ["both", "listed", "effective", "2020-12-18"],
      ["effect", "listed", "effective", "2020-12-18"],
      ["none", "listed, start unknown", null, null],
    ]);
    expect(names(rows, editions, "2020-12-20", "publication").map(([entry]) => entry)).toEqual(["effect", "none"]);
    expect(names(rows, editions, "2020-12-22", "publication").map(([entry, , basis]) => [entry, basis])).toEqual([
      ["both", "publication"],
      ["published", "publication"],
      ["effect", "effective"],
      ["none", null],
    ]);
  });

  test("a row without a date is never absent, an end date ends its row on that day", () => {
    const rows = [party({ entry: "none" }), party({ entry: "ended", ended: "2020-01-02" })];
    expect(names(rows, [], "1950-01-01").map(([entry]) => entry)).toEqual(["none", "ended"]);
    expect(names(rows, [], "2020-01-01").map(([entry]) => entry)).toEqual(["none", "ended"]);
    expect(names(rows, [], "2020-01-02").map(([entry]) => entry)).toEqual(["none"]);
  });

  test("a snapshot says what it cannot know of a day before it, and of one after it", () => {
    const rows = [party({ edition: "2026-07-09" })];
    const caveats = (editions: readonly Edition[], day: string): readonly string[] =>
      partiesOn(rows, editions, { day, by: "effective" }).readings.flatMap((reading) => reading.caveats);
    const one = [edition("2026-07-09", "snapshot")];
    expect(caveats(one, "2020-01-01")).toEqual(["at least: later removals are not in the data, which is a copy of 2026-07-09"]);
    expect(caveats(one, "2026-07-09")).toEqual([]);
    expect(caveats(one, "2026-11-01")).toEqual(["the data is a copy of 2026-07-09: later changes are not in it"]);
    expect(caveats([edition(null, "snapshot")], "2020-01-01")[0]).toMatch(/^at least: the day of this copy of the list is not known/);
  });

  test("of two snapshots the last before the day is used, else the first", () => {
    const rows = [party({ entry: "old", edition: "2024-01-01" }), party({ entry: "new", edition: "2026-01-01" })];
    const editions = [edition("2024-01-01", "snapshot"), edition("2026-01-01", "snapshot")];
    expect(["2023-01-01", "2025-12-31", "2026-01-01"].map((day) => names(rows, editions, day).map(([entry]) => entry))).toEqual([
      ["old"],
      ["old"],
      ["new"],
    ]);
  });

  test("a full edition replaces what was there, additions add", () => {
    const rows = [
      party({ entry: "first", edition: "2021-01-01" }),
      party({ entry: "added", edition: "2022-01-01" }),
      party({ entry: "ended", edition: "2021-01-01", ended: "2021-06-01" }),
      party({ entry: "second", edition: "2023-01-01" }),
    ];
    const editions = [edition("2021-01-01", "full"), edition("2022-01-01", "additions"), edition("2023-01-01", "full")];
    const on = (day: string): readonly unknown[] => names(rows, editions, day).map(([entry, , basis]) => `${entry} ${basis}`);
    expect(on("2020-12-31")).toEqual([]);
    expect(on("2021-01-01")).toEqual(["first edition", "ended edition"]);
    expect(on("2022-01-01")).toEqual(["first edition", "added edition"]);
    expect(on("2023-01-01")).toEqual(["second edition"]);
    const caveats = partiesOn(rows, editions, { day: "2024-01-01", by: "effective" }).readings[0]?.caveats;
    expect(caveats).toEqual(["the latest edition in the data is of 2023-01-01"]);
  });

  test("two readings of one list are both kept", () => {
    const rows = [party({ entry: "a" }), party({ entry: "b", origin: "two", edition: "2026-01-01" })];
    const state = partiesOn(rows, [], { day: "2026-01-01", by: "effective" });
    expect(state.listed).toHaveLength(2);
    expect(state.readings.map(({ origin, used }) => [origin, used])).toEqual([
      ["one", null],
      ["two", "2026-01-01"],
    ]);
  });

  test("a party in force on a day started by then and has not ended, whatever the dates", () => {
    const day = fc.integer({ min: 0, max: 3000 }).map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
    const maybe = fc.option(day, { nil: null });
    const rows = fc.array(
      fc.record({ published: maybe, effective: maybe, ended: maybe }).map((dates) => party(dates)),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(rows, day, (parties, on) => {
        const expected = parties.filter(({ published, effective, ended }) => {
          const start = effective ?? published;
          return (start === null || start <= on) && (ended === null || on < ended);
        });
        expect(partiesOn(parties, [], { day: on, by: "effective" }).listed.map(({ party: of }) => of)).toEqual(expected);
      }),
    );
  });
});

describe.skipIf(controls.absent)(`lists in ${controls.path}`, () => {
  test("SMIC: by publication not on 2020-12-21 but on 2020-12-22, by effect from 2020-12-18", async () => {
    const read = await load(entityList, "entity-list");
    const parties = withEffect(read.of("party_entry"), (await allRules()).rules);
    const smic = (day: string, by: AsOf["by"]): boolean =>
      partiesOn(parties, read.of("list_edition"), { day, by }).listed.some(
        ({ party: { name } }) => name === "Semiconductor Manufacturing International Corporation (SMIC)",
      );
    expect([smic("2020-12-21", "publication"), smic("2020-12-22", "publication")]).toEqual([false, true]);
    expect([smic("2020-12-17", "effective"), smic("2020-12-18", "effective")]).toEqual([false, true]);
    expect(parties.filter(({ effectiveBy }) => effectiveBy === "2020-28031")).toHaveLength(75);
    expect(parties.filter(({ effectiveBy }) => effectiveBy === "2024-28267")).toHaveLength(140);
  });

  test("1260H: rows in force on five days and who is among them", async () => {
    const read = await load(partyList, "dod-1260h/editions.csv");
    const days = ["2023-06-01", "2024-06-01", "2025-06-01", "2026-03-01", "2026-07-01"];
    const on = days.map((day) =>
      partiesOn(read.of("party_entry"), read.of("list_edition"), { day, by: "effective" }).listed.map(({ party: { name } }) => name),
    );
    expect(on.map(({ length }) => length)).toEqual([60, 73, 133, 121, 188]);
    const has = (words: string): readonly boolean[] => on.map((listed) => listed.some((name) => name.startsWith(words)));
    expect(has("Huawei Technologies Co., Ltd.")).toEqual([true, true, true, true, true]);
    expect(has("Advanced Micro-Fabrication Equipment")).toEqual([false, true, false, false, false]);
    expect(has("Yangtze Memory")).toEqual([false, true, true, false, true]);
    expect(has("ChangXin Memory")).toEqual([false, false, true, false, true]);
  });
});
