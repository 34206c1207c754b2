import { describe, expect, it } from "vitest";
import type { TechnologyCard } from "../../../src/answers/technology-card.ts";
import { cardControlSections } from "../../../src/cli/text/technology-card-controls.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

const told = (card: TechnologyCard) => cardControlSections(card);

describe("controls on a technology in a terminal", () => {
  it("tell issuer, kind, dates, citation and link of each", async () => {
    const [inForce, toCome, items] = told(await fixtureAsk().technology("technology-9"));
    expect(inForce?.title).toBe("Controls in force on 2026-11-20, at least");
    expect(inForce?.rows).toEqual([
      ["AA", "item", "licence", "AA", "unknown", "unknown", "", "Invented Order 12"],
      ["BB", "listed party", "licence", "org-beta", "2024-02-01", "2024-03-01", "", "Invented Order 13, in force"],
      [
        "CC",
        "direct product",
        "Alpha Works, made in CC; part unknown",
        "AA, not DD",
        "2024-02-01",
        "2024-03-01",
        "2031-01-01",
        "Invented Order 14",
      ],
    ]);
    expect(toCome?.rows.map((row) => row[0])).toEqual(["JJ"]);
    expect(items?.rows).toEqual([
      ["9X001.a", "part", "technology-9", "2026-11-20", "NS: NS Column 9", "invented-1"],
      ["9X002", "covers", "technology-9", "not loaded", "unknown", ""],
    ]);
  });

  it("say that none recorded is no clearance, and what has ended", async () => {
    const card = await fixtureAsk().technology("technology-4");
    const [inForce, ...others] = told({
      ...card,
      controls: [{ issuer: "BB", target: "*", class: "ban", citation: "Order 1", effective: null, until: "2020-01-01", source: null }],
    });
    expect([inForce?.rows, inForce?.none]).toEqual([[], "none recorded, which is no clearance"]);
    const ended = others.find(({ title }) => title === "Controls that have ended");
    expect(ended?.rows).toEqual([["BB", "ban", "everyone", "unknown", "2020-01-01", "Order 1"]]);
  });
});
