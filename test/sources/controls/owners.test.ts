import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { owners } from "../../../src/sources/controls/owners.ts";
import { shareCell } from "../../../src/sources/controls/share-cell.ts";
import { faults, folderOf, type Read, readAll } from "../support.ts";

async function load(files: Readonly<Record<string, string>>): Promise<Read> {
  const folder = await folderOf(files);
  const read = await readAll(
    owners,
    Object.keys(files).map((file) => join(folder, file)),
  );
  expect(read.rows.flatMap(faults)).toEqual([]);
  return read;
}

describe("a share in words of a table", () => {
  test.each<[string, number | null, number | null]>([
    ["", null, null],
    ["51", 0.51, 0.51],
    ["51.5 %", 0.515, 0.515],
    ["33,3", 0.333, 0.333],
    ["25-50", 0.25, 0.5],
    ["25% to 50%", 0.25, 0.5],
    [">50", 0.5, null],
    ["≥ 25 %", 0.25, null],
    ["<= 10", 0, 0.1],
    ["0", 0, 0],
  ])("%s", (text, low, high) => {
    expect(shareCell(text, 100)).toEqual({ low, high });
  });

  it("is a fraction where the table says so", () => {
    expect(shareCell("0.5", 1)).toEqual({ low: 0.5, high: 0.5 });
    expect(shareCell("0.5", 100)).toEqual({ low: 0.005, high: 0.005 });
  });

  test.each(["101", "-5", "50-25", "most", "1e2", ">120"])("refuses %s", (text) => {
    expect(() => shareCell(text, 100)).toThrow();
  });

  it("reads back any bounds that are written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (a, b) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        expect(shareCell(`${low}-${high}`, 100)).toEqual({ low: low / 100, high: high / 100 });
      }),
    );
  });
});

describe("a table of owners", () => {
  it("gives a row a stake; what cannot be one is a reject", async () => {
    const { of, rejects } = await load({
      "owners.csv": [
        "owned,owner,owner_id,owner_kind,owned_country,share,share_low,share_high,from,to,source",
        "Nord Works Ltd,Sund Holding,SH1,company,Norway,60,,,2020-01-02,,register",
        "Nord Works Ltd,Ola Nord,,Person,NO,,25,30,,2024-05-06,",
        "Nord Works Ltd,Vest Fund,,mystery,,,,,,,",
        "Nord Works Ltd,,,,,5,,,,,",
        "Nord Works Ltd,Øst,,,,105,,,,,",
        "Nord Works Ltd,NORD WORKS LTD.,,,,5,,,,,",
        "Nord Works Ltd,Aust,,,,5,,,2024-01-02,2023-01-02,",
        "Nord Works Ltd,Midt,,,,5,,,soon,,",
      ].join("\n"),
    });
    expect(of("ownership")).toEqual([
      {
        owned: "name:nordworksltd/no",
        owned_name: "Nord Works Ltd",
        owned_economy: "NO",
        owner: "SH1",
        owner_name: "Sund Holding",
        owner_economy: null,
        owner_kind: "organisation",
        relation: "share",
        low: 0.6,
        high: 0.6,
        since: "2020-01-02",
        until: null,
        source: "register",
      },
      expect.objectContaining({ owner: "name:olanord", owner_kind: null, low: 0.25, high: 0.3, since: null, until: "2024-05-06" }),
      expect.objectContaining({ owner: "name:vestfund", owner_kind: null, low: null, high: null }),
    ]);
    expect(rejects.map(({ line, reason }) => [line, reason])).toEqual([
      [5, "owner has neither id nor name"],
      [6, "share is more than all: 105"],
      [7, "a party owns itself"],
      [8, "a period ends before it begins"],
      [9, "since is not a date: soon"],
    ]);
  });

  it("takes GLEIF's relationship records: parents that consolidate, without a share, and their own period", async () => {
    const periods = [1, 2].flatMap((at) => ["startDate", "endDate", "periodType"].map((name) => `Relationship.Period.${at}.${name}`));
    const { of, rejects } = await load({
      "rr.csv": [
        ["Relationship.StartNode.NodeID", "Relationship.EndNode.NodeID", "Relationship.RelationshipType", ...periods].join(","),
        "LEI0CHILD,LEI0PARENT,IS_DIRECTLY_CONSOLIDATED_BY,2023-01-01T00:00:00.000Z,2023-12-31T00:00:00.000Z,ACCOUNTING_PERIOD,2012-11-29T00:00:00.000Z,,RELATIONSHIP_PERIOD",
        "LEI0FUND,LEI0MANAGER,IS_FUND-MANAGED_BY,,,,,,",
      ].join("\n"),
    });
    expect(rejects).toEqual([]);
    expect(of("ownership")).toEqual([
      expect.objectContaining({
        owned: "LEI0CHILD",
        owner: "LEI0PARENT",
        relation: "consolidated",
        low: null,
        high: null,
        since: "2012-11-29",
        until: null,
        source: "GLEIF",
      }),
    ]);
  });

  it("leaves out GLEIF's annulled and duplicate records, and inactive ones without a last day", async () => {
    const period = ["periodType", "startDate", "endDate"].map((name) => `Relationship.Period.1.${name}`);
    const head = ["StartNode.NodeID", "EndNode.NodeID", "RelationshipType", "RelationshipStatus"].map((name) => `Relationship.${name}`);
    const row = (owned: string, status: string, registration: string, until = "") =>
      `${owned},P,IS_DIRECTLY_CONSOLIDATED_BY,${status},${registration},RELATIONSHIP_PERIOD,2020-01-01,${until}`;
    const { of, rejects } = await load({
      "rr.csv": [
        [...head, "Registration.RegistrationStatus", ...period].join(","),
        row("KEPT", "ACTIVE", "LAPSED"),
        row("ANNULLED", "ACTIVE", "ANNULLED"),
        row("TWICE", "ACTIVE", "DUPLICATE"),
        row("ENDED", "INACTIVE", "PUBLISHED", "2024-05-06"),
        row("GONE", "INACTIVE", "PUBLISHED"),
      ].join("\n"),
    });
    expect(rejects).toEqual([]);
    expect(of("ownership")).toMatchObject([
      { owned: "KEPT", until: null },
      { owned: "ENDED", until: "2024-05-06" },
    ]);
  });

  it("takes any layout by a mapping of one's own", async () => {
    const { of } = await load({
      "mine.yaml":
        "title: Mine\nneeds: [Firm, Holder]\nowned: { name: Firm }\nowner: { name: Holder }\nshare: Part\nunit: fraction\nrelation: { constant: share }\nsource: { constant: mine }\n",
      "mine.csv": "Firm;Holder;Part\nNord;Sund;0,25\n",
    });
    expect(of("ownership")).toMatchObject([{ owned: "name:nord", low: 0.25, high: 0.25, source: "mine" }]);
  });
});

describe("ownership in FtM JSON", () => {
  it("gives a stake an edge, its words for a share left unknown, and leaves other entities out", async () => {
    const edge = (percentage: string) =>
      JSON.stringify({
        id: "e",
        schema: "Ownership",
        properties: { owner: ["NK-1"], asset: ["NK-2"], percentage: [percentage], startDate: ["2020-01-02"] },
      });
    const { of, rejects } = await load({
      "entities.ftm.json": [
        edge("51"),
        edge("more than half"),
        JSON.stringify({ id: "NK-1", schema: "Company", properties: { name: ["A"] } }),
      ].join("\n"),
    });
    expect(of("ownership")).toEqual([
      expect.objectContaining({ owned: "NK-2", owner: "NK-1", low: 0.51, high: 0.51, since: "2020-01-02", source: "OpenSanctions" }),
      expect.objectContaining({ low: null, high: null }),
    ]);
    expect(rejects).toEqual([]);
  });
});
