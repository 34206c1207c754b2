import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Row } from "../../../src/base/tables.ts";
import { chooseCopies, type ListLoad } from "../../../src/screen/lists/copies.ts";
import { partiesOn } from "../../../src/screen/lists/listing-status.ts";
import { party } from "../loaded.ts";

/** A copy of a list as it was loaded: its own day, that which its user gave, and its parties with their days of publication. */
interface Given {
  readonly day?: string | null;
  readonly edition?: string | null;
  readonly rows: Readonly<Record<string, string | null>>;
  readonly kind?: string;
  /** The load that has it, where one load has several. */
  readonly load?: number;
}

function chosen(given: readonly Given[]) {
  const loads = given.map(({ edition = null }, at): ListLoad => ({ id: `load-${at}`, edition, dataset: `file-${at}.csv` }));
  const stored = <T extends object>(row: T, at: number): T & { readonly load_id: string } => ({ ...row, load_id: `load-${at}` });
  const parties = given.flatMap(({ day = null, rows, load }, at) =>
    Object.entries(rows).map(([name, published]) => stored(party({ entry: name, name, published, edition: day }), load ?? at)),
  );
  const editions = given.map(({ day = null, kind = "snapshot", load }, at) =>
    stored<Row<"list_edition">>({ list: "no-list", origin: "one", day, kind, note: null }, load ?? at),
  );
  return chooseCopies(parties, editions, loads);
}

const on = (given: readonly Given[], day: string): readonly string[] => {
  const { parties, editions } = chosen(given);
  return partiesOn(parties, editions, { day, by: "effective" }).listed.map(({ party: { name } }) => name);
};
const caveats = (given: readonly Given[], day: string): string => {
  const { parties, editions } = chosen(given);
  return partiesOn(parties, editions, { day, by: "effective" })
    .readings.flatMap((reading) => reading.caveats)
    .join("; ");
};

describe("copies of one list", () => {
  test("of days that their user gave: a newer one takes the place of the older from its day on", () => {
    const copies = [
      { edition: "2026-08", rows: { Stays: null, Goes: null } },
      { edition: "2026-10-02", rows: { Stays: null, Comes: null } },
    ];
    expect(on(copies, "2026-09-30")).toEqual(["Stays", "Goes"]);
    expect(on(copies, "2026-10-01")).toEqual(["Stays", "Goes"]);
    expect(on(copies, "2026-10-02")).toEqual(["Stays", "Comes"]);
    expect([...on([...copies].reverse(), "2026-11-01")].sort()).toEqual(["Comes", "Stays"]);
    expect(caveats(copies, "2026-11-01")).toBe("the data is a copy of 2026-10-02: later changes are not in it");
  });

  test("what their user says of the day counts before what the file says", () => {
    const copies = [
      { day: "2026-12-01", edition: "2020-01", rows: { Old: null } },
      { day: "2021-01-01", rows: { New: null } },
    ];
    expect(on(copies, "2026-12-31")).toEqual(["New"]);
  });

  test("without days: the one loaded last, and the other is reported as left out", () => {
    const copies = [{ rows: { Stays: null, Goes: null } }, { rows: { Stays: null } }];
    expect(on(copies, "2026-09-30")).toEqual(["Stays"]);
    expect(caveats(copies, "2026-09-30")).toContain(
      "another copy of it (file-0.csv, 2 rows, its day not known) is left out: file-1.csv is taken for the newer one",
    );
  });

  test("an old extract that is loaded later hides nothing: what it tells is years old", () => {
    const copies = [{ rows: { Whole: "2026-07-01", Also: "2020-01-01" } }, { rows: { Extract: "2019-03-01" } }];
    expect(on(copies, "2026-09-30")).toEqual(["Whole", "Also"]);
    expect(caveats(copies, "2026-09-30")).toContain("(file-1.csv, 1 row, its day not known) is left out");
  });

  test("one without a day that was loaded last stands after the dated ones", () => {
    const copies = [{ day: "2026-07-31", rows: { Dated: null } }, { rows: { Undated: null } }];
    expect(on(copies, "2026-07-31")).toEqual(["Dated"]);
    expect(on(copies, "2026-08-01")).toEqual(["Undated"]);
    expect(on([...copies].reverse(), "2026-08-01")).toEqual(["Dated"]);
  });

  test("of one day: the one loaded last", () => {
    const copies = [
      { day: "2026-07-31", rows: { First: null } },
      { edition: "2026-07-31", rows: { Second: null } },
    ];
    expect(on(copies, "2026-08-01")).toEqual(["Second"]);
    expect(caveats(copies, "2026-08-01")).toContain("(file-0.csv, 1 row, of 2026-07-31) is left out");
    const editions = [
      { day: "2024-01-31", kind: "full", rows: { First: null } },
      { day: "2024-01-31", kind: "full", rows: { Second: null } },
    ];
    expect(on(editions, "2025-01-01")).toEqual(["Second"]);
  });

  test("whose rows were checked on several days are one copy, of the last of these", () => {
    const copies = [
      { load: 0, day: "2026-05-01", rows: { Early: null } },
      { load: 0, day: "2026-07-20", rows: { Late: null } },
      { load: 0, rows: { Never: null } },
    ];
    for (const day of ["2026-04-01", "2026-06-01", "2026-09-30"]) expect(on(copies, day)).toEqual(["Early", "Late", "Never"]);
    expect(caveats(copies, "2026-09-30")).toBe("the data is a copy of 2026-07-20: later changes are not in it");
    const newer = [...copies, { day: "2026-08-01", rows: { Early: null } }];
    expect(on(newer, "2026-07-31")).toEqual(["Early", "Late", "Never"]);
    expect(on(newer, "2026-08-01")).toEqual(["Early"]);
  });

  test("of editions: rows without one stay beside those of the same file", () => {
    const copies = [
      { load: 0, day: "2024-01-31", kind: "full", rows: { Dated: null } },
      { load: 0, kind: "additions", rows: { Undated: null } },
    ];
    expect(on(copies, "2025-01-01")).toEqual(["Dated", "Undated"]);
  });

  test("of a month and of its first day are of one day", () => {
    const copies = [
      { edition: "2026-08-01", rows: { First: null } },
      { edition: "2026-08", rows: { Second: null } },
    ];
    expect(on(copies, "2026-09-01")).toEqual(["Second"]);
    expect(on([...copies].reverse(), "2026-09-01")).toEqual(["First"]);
  });

  test("that are left out name the copy that took their place", () => {
    const copies = [
      { edition: "2026-08", rows: { First: null } },
      { edition: "2026-08-01", rows: { Second: null } },
      { edition: "2026-10", rows: { Third: null } },
    ];
    expect(caveats(copies, "2026-11-01")).toContain("(file-0.csv, 1 row, of 2026-08) is left out: file-1.csv is taken for the newer one");
  });

  test("of editions have keys with one day", () => {
    const copies = chosen([
      { day: "2024-01-31", kind: "full", rows: { "nord/2024-01-31": null } },
      { day: "2025-01-07", kind: "full", rows: { "nord/2025-01-07": null } },
    ]);
    expect(copies.parties.map(({ entry }) => entry)).toEqual(["nord/2024-01-31", "nord/2025-01-07"]);
  });

  test("have entries of their own, the newest under the plain key", () => {
    const copies = chosen([
      { edition: "2026-08", rows: { nord: null } },
      { edition: "2026-10-02", rows: { nord: null } },
    ]);
    expect(copies.parties.map(({ entry, edition }) => [entry, edition])).toEqual([
      ["nord/2026-08-01", "2026-08"],
      ["nord", "2026-10-02"],
    ]);
    expect(copies.of([0, 1, 2].map((at) => ({ load_id: `load-${at}`, entry: "nord" }))).map(({ entry }) => entry)).toEqual([
      "nord/2026-08-01",
      "nord",
    ]);
  });

  test("are never pooled, and never all left out, whatever their days and order", () => {
    const day = fc.option(fc.constantFrom("2020", "2024-05", "2026-07-31"), { nil: null });
    const told = fc.option(fc.constantFrom("2015-01-01", "2016-06-01", "2017-01-01", "2026-01-01"), { nil: null });
    const copy = fc.record({ day: fc.option(fc.constantFrom("2024-05-01", "2026-07-31"), { nil: null }), edition: day, told });
    fc.assert(
      fc.property(
        fc.array(copy, { minLength: 1, maxLength: 6 }),
        fc.constantFrom("2019-01-01", "2025-01-01", "2027-01-01"),
        (copies, asked) => {
          const given = copies.map(({ day: own, edition, told: published }, at) => ({ day: own, edition, rows: { [`${at}`]: published } }));
          const listed = chosen(given);
          const state = partiesOn(listed.parties, listed.editions, { day: asked, by: "effective" });
          const seen = listed.parties.filter((row) => state.standing(row) !== null);
          expect(new Set(seen.map(({ load_id }) => load_id)).size).toBe(1);
        },
      ),
    );
  });
});
