import { describe, expect, it } from "vitest";
import { controlTables as controlTablesSaid, endedControls as endedControlsSaid } from "../../../src/report/card/card-controls.ts";
import { cellText } from "../../../src/report/cell.ts";
import type { TableBlock } from "../../../src/report/view.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { english } from "../../words/english.ts";

const controlTables = english(controlTablesSaid);
const endedControls = english(endedControlsSaid);

const byId = (id: string): string => id;

/** Cells of rows by the title of their column. */
const named = ({ columns, rows }: TableBlock): readonly Readonly<Record<string, string>>[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ title }, at) => [title, cellText(row[at] ?? "")])));

async function tables(technology: string) {
  const { controlsInForce, documents } = await fixtureAsk().technology({ technology });
  return [...controlTables(controlsInForce, documents, byId), ...endedControls(controlsInForce, documents, byId)];
}

describe("controls on a technology", () => {
  it("show issuer, kind, dates, citation and link of each", async () => {
    const [inForce, toCome, suspended, items, , ended] = await tables("technology-9");
    expect(inForce?.title).toBe("Controls in force on 2026-11-20, at least");
    expect(named(inForce!)).toMatchObject([
      { issuer: "AA", kind: "item rule", what: "licence", against: "Aland", published: "unknown", effective: "unknown" },
      { issuer: "BB", kind: "listed party", effective: "2024-03-01", "citation, state of its rule": "Invented Order 13, in force" },
      { issuer: "CC", what: "Alpha Works, made in CC; part unknown", against: "Aland, except Dalmark", until: "2031-01-01" },
    ]);
    expect(named(toCome!).map(({ issuer }) => issuer)).toEqual(["JJ"]);
    expect(named(suspended!)).toMatchObject([{ issuer: "HH", suspended: "ended unless extended, last day 2026-11-09, by order-20" }]);
    expect(named(items!)).toMatchObject([
      { entry: "9X001.a", reason: "NS", "where it needs a licence": "NS Column 9", edition: "2026-11-20" },
      { entry: "9X002", reason: "unknown", edition: "not loaded" },
    ]);
    expect(named(ended!)).toMatchObject([{ issuer: "GG", against: "everyone", until: "2025-01-01", through: "all technologies" }]);
  });

  it("name listed parties, or say that no list is loaded", async () => {
    const parties = async (technology: string) => (await tables(technology)).find(({ title }) => title.startsWith("Listed parties"))!;
    expect(named(await parties("technology-9"))).toMatchObject([
      { party: "Beta International", list: "Invented List", issuer: "AA", since: "2020-01-02 (day of effect)", citation: "Order 3" },
      { party: "Beta International", list: "Other List", issuer: "BB", since: "unknown", "listed as": "Beta, by rule same-name" },
    ]);
    expect((await parties("technology-4")).none).toBe("unknown, no list of parties is loaded");
    expect((await parties("technology-1")).none).toBe("none found among those known to, which is not clearance");
  });

  it("say that none recorded is not clearance", async () => {
    const [inForce, ...others] = await tables("technology-4");
    expect([inForce?.rows, inForce?.none]).toEqual([[], "none recorded, which is not clearance"]);
    expect(others.map(({ rows }) => rows)).toEqual([[], []]);
  });
});
