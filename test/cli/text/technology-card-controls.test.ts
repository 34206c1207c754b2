import { describe, expect, it } from "vitest";
import type { TechnologyCard } from "../../../src/answers/card/technology-card.ts";
import { cardControlSections } from "../../../src/cli/text/technology-card-controls.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

const told = (card: TechnologyCard) => cardControlSections(card.controlsInForce);

describe("controls on a technology in a terminal", () => {
  it("tell issuer, kind, dates, citation and link of each", async () => {
    const [inForce, toCome, suspended, ended, items] = told(await fixtureAsk().technology({ technology: "technology-9" }));
    expect(inForce?.title).toBe("Controls in force on 2026-11-20, at least");
    expect(inForce?.rows).toEqual([
      ["AA", "item rule", "licence", "Aland", "unknown", "unknown", "", "Invented Order 12"],
      ["BB", "listed party", "licence", "Beta International", "2024-02-01", "2024-03-01", "", "Invented Order 13, in force"],
      [
        "CC",
        "direct product rule",
        "Alpha Works, made in CC; part unknown",
        "Aland, except Dalmark",
        "2024-02-01",
        "2024-03-01",
        "2031-01-01",
        "Invented Order 14",
      ],
    ]);
    expect(toCome?.rows.map((row) => row[0])).toEqual(["JJ"]);
    expect(suspended?.rows).toEqual([
      [
        "HH",
        "item rule",
        "licence",
        "Aland",
        "unknown",
        "unknown",
        "ended unless extended, last day 2026-11-09, by order-20",
        "Invented Order 12, suspension ended unless extended",
      ],
    ]);
    expect(ended?.rows).toEqual([
      ["GG", "item rule", "licence", "everyone", "2024-02-01", "2024-03-01", "2025-01-01", "Invented Order 15", "all technologies"],
    ]);
    expect(items?.rows).toEqual([
      ["9X001.a", "part", "technology-9", "2026-11-20", "NS", "NS Column 9", ""],
      ["9X002", "covers", "technology-9", "not loaded", "unknown", "", ""],
    ]);
  });

  it("tell of listed parties, or that no list is loaded", async () => {
    const parties = async (technology: string) => told(await fixtureAsk().technology({ technology })).at(-1);
    expect((await parties("technology-9"))?.rows).toEqual([
      ["Beta International", "40% of supply by sales", "Invented List", "AA", "2020-01-02 (day of effect)", "Order 3", "same-name"],
      ["", "", "Other List", "BB", "unknown", "", "same-name"],
    ]);
    expect((await parties("technology-4"))?.none).toBe("unknown, no list of parties is loaded");
    expect((await parties("technology-1"))?.none).toBe("none found among those known to, which is no clearance");
  });

  it("say that none recorded is no clearance", async () => {
    const [inForce, ...others] = told(await fixtureAsk().technology({ technology: "technology-4" }));
    expect([inForce?.rows, inForce?.none]).toEqual([[], "none recorded, which is no clearance"]);
    expect(others.map(({ rows }) => rows)).toEqual([[], []]);
  });
});
