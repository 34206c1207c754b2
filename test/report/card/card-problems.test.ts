import { describe, expect, it } from "vitest";
import { problemBlocks, problemDetails } from "../../../src/report/card/card-problems.ts";
import { technologyView } from "../../../src/report/card/technology.ts";
import { blockTitle, cellText } from "../../../src/report/cell.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

const card = await fixtureAsk().technology({ technology: "technology-13" });

describe("the problems on a card", () => {
  it("stand by default with name, maturity, clock and source, an unknown clock as unknown", () => {
    const [successors, problems] = problemBlocks(card);
    if (successors?.kind !== "facts" || problems?.kind !== "table") throw new Error("other blocks");
    expect(successors.facts.map(({ label, value }) => `${label}: ${cellText(value)}`)).toEqual([
      `Takes the place of: ${card.replaces[0]!.name} (2026 to 2030)`,
      `Its place is taken by: ${card.replacedBy[0]!.name} (unknown)`,
    ]);
    expect(problems.columns.map(({ title }) => title)).toEqual(["problem", "maturity", "decided by", "years", "source"]);
    expect(problems.rows.map((row) => row.slice(0, 4).map(cellText))).toEqual([
      ["Invented wear of the rollers", "pilot", "rollers that last a month in a plant", "2027 to 2029"],
      ["Invented dust in the product", "research", "a sensor in a plant", "unknown"],
    ]);
    expect(technologyView(card).blocks.map(blockTitle).at(-1)).toBe("To be solved");
  });

  it("have why, where their patents are and who works on them in the details", () => {
    expect(
      problemDetails(card)
        .map(({ title }) => title)
        .slice(0, 2),
    ).toEqual(["Takes the place of", "Its place is taken by"]);
    const [, , why, where, who] = problemDetails(card);
    expect(why!.rows[0]!.map(cellText)).toContain("Organisation Beta");
    expect(why!.rows[1]!.map(cellText)).toContain("Invented: dust is not measured in line");
    expect(where!.rows[1]!.map(cellText)).toEqual(["Invented dust in the product", "B02C23/08, G01N15/06", "dust, in-line"]);
    expect(who!.rows.map((row) => row.slice(0, 3).map(cellText))).toEqual([
      ["Invented wear of the rollers", "Organisation Beta", "published"],
    ]);
  });

  it("have no block where none is known", () => {
    const none = { ...card, problems: [], replaces: [], replacedBy: [] };
    expect([...problemBlocks(none), ...problemDetails(none)]).toEqual([]);
    expect(technologyView(none).blocks.map(blockTitle)).not.toContain("To be solved");
  });
});
