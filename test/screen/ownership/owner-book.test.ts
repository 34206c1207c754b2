import { describe, expect, it } from "vitest";
import { ownerKey } from "../../../src/link/owner-key.ts";
import { createOwnerBook, type OwnerRow } from "../../../src/screen/ownership/owner-book.ts";

interface Side {
  readonly id?: string;
  readonly name?: string;
  readonly economy?: string;
}

function row(owned: Side, owner: Side, over: Partial<OwnerRow> = {}): OwnerRow {
  const side = ({ id, name, economy }: Side) => ({
    id: id ?? ownerKey(name ?? "", economy ?? null),
    name: name ?? null,
    economy: economy ?? null,
  });
  const [of, by] = [side(owned), side(owner)];
  return {
    owned: of.id,
    owned_name: of.name,
    owned_economy: of.economy,
    owner: by.id,
    owner_name: by.name,
    owner_economy: by.economy,
    owner_kind: null,
    relation: "share",
    low: 0.5,
    high: 0.5,
    since: null,
    until: null,
    source: null,
    file: "owners.csv",
    line: 2,
    ...over,
  };
}

const nord = { name: "Nord Works Ltd" };

describe("parties of tables of owners", () => {
  it("are one by a name alone and by an id with that name, unless there are two or their economies differ", () => {
    const withId = { id: "LEI1", name: "NORD WORKS LTD.", economy: "NO" };
    const of = (...rows: readonly OwnerRow[]) =>
      createOwnerBook(rows)
        .find("nord works ltd")
        .map(({ party }) => party.id);
    expect(of(row(nord, { name: "A" }), row(withId, { name: "B" }))).toEqual(["LEI1"]);
    expect(of(row({ ...nord, economy: "NO" }, { name: "A" }), row(withId, { name: "B" }), row(nord, { name: "C" }))).toEqual(["LEI1"]);
    expect(of(row({ ...nord, economy: "SE" }, { name: "A" }), row(withId, { name: "B" }))).toEqual(["name:nordworksltd/se", "LEI1"]);
    expect(of(row(nord, { name: "A" }), row(withId, { name: "B" }), row({ ...withId, id: "LEI2" }, { name: "B" }))).toHaveLength(3);
    expect(of(row({ ...nord, economy: "SE" }, { name: "A" }), row(nord, { name: "B" }))).toEqual(["name:nordworksltd/se"]);
  });

  it("are found by id, by the letters of a name, else without its legal form", () => {
    const book = createOwnerBook([row({ id: "LEI1", name: "Nordvind Works Ltd" }, { id: "LEI9" })]);
    expect(
      ["LEI1", "nordvind works LTD", "Nordvind Works GmbH", "LEI9", "Sydvind"].map((asked) => book.find(asked).map(({ by }) => by)),
    ).toEqual([["id"], ["name"], ["name without legal form"], ["id"], []]);
    expect(book.party("LEI9")).toMatchObject({ name: null });
  });
});

describe("what rows say together on a day", () => {
  const holdings = (day: string, ...rows: readonly OwnerRow[]) =>
    createOwnerBook(rows)
      .holdings(ownerKey("Nord Works Ltd", null), day)
      .map(({ owner, low, high, stated, differs }) => ({ owner, low, high, stated, differs }));

  it("holds from its first day to the day before its last", () => {
    const rows = [row(nord, { id: "A" }, { since: "2020-01-02", until: "2021-01-02" })];
    expect(["2020-01-01", "2020-01-02", "2021-01-01", "2021-01-02"].map((day) => holdings(day, ...rows).length)).toEqual([0, 1, 1, 0]);
  });

  it("takes in what sources say of one owner, and bounds what none states by what the others leave", () => {
    expect(
      holdings(
        "2024-01-01",
        row(nord, { id: "A" }, { low: 0.3, high: 0.3 }),
        row(nord, { id: "A" }, { low: 0.4, high: 0.4 }),
        row(nord, { id: "A" }, { low: null, high: null, relation: "consolidated" }),
        row(nord, { id: "B" }, { low: null, high: null }),
        row(nord, { id: "C" }, { low: 0.2, high: null }),
      ),
    ).toEqual([
      { owner: "A", low: 0.3, high: 0.4, stated: true, differs: true },
      { owner: "B", low: 0, high: 0.5, stated: false, differs: false },
      { owner: "C", low: 0.2, high: 0.7, stated: true, differs: false },
    ]);
  });

  it("takes a branch as the firm itself", () => {
    expect(holdings("2024-01-01", row(nord, { id: "A" }, { low: null, high: null, relation: "branch" }))).toMatchObject([
      { low: 1, high: 1 },
    ]);
  });
});
