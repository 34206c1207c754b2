import { describe, expect, it } from "vitest";
import { Style } from "../../../src/cli/page/style.ts";
import { mostLines, printView } from "../../../src/cli/print-view.ts";
import { technologyView } from "../../../src/report/card/technology.ts";
import { blockTitle, cellText } from "../../../src/report/cell.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

describe("the card of a technology", () => {
  it("has published counts of patents and papers in short, and all of them in the details", async () => {
    const view = technologyView(await fixtureAsk().technology({ technology: "technology-13" }));
    const told = view.blocks.flatMap((block) =>
      block.kind === "facts" ? block.facts.map(({ label, value }) => `${label}: ${cellText(value)}`) : [],
    );
    expect(told).toContain("Published patent counts: Organisation Beta 659 (grants, world, 2020 to 2024; Nobody); 1 more");
    expect(told).toContain("Published counts of papers and money: Organisation Beta 11 (papers, world, 2020 to 2024; Nobody)");
    const titles = view.details.map(blockTitle);
    expect(titles).toContain("Published patent counts (not from the patents loaded)");
    expect(titles).toContain("Published counts of papers and public money");
    expect(printView(view, { width: 100, style: new Style(false) }).split("\n").length).toBeLessThanOrEqual(mostLines);
  });

  it("says nothing of them where none is known", async () => {
    const card = await fixtureAsk().technology({ technology: "technology-13" });
    const { blocks, details } = technologyView({ ...card, publishedCounts: [], science: [] });
    expect(JSON.stringify([blocks, details])).not.toContain("Published counts of");
    expect(JSON.stringify(blocks)).not.toContain("Published patent counts");
  });

  it("tells what is doubtful about its shares right below them, and nothing where nothing is", async () => {
    const card = await fixtureAsk().technology({ technology: "technology-13" });
    const notesOf = (doubts: readonly string[]) =>
      technologyView({ ...card, doubts }).blocks.flatMap((block) => (block.kind === "note" ? block.text : []));
    expect(notesOf(["the newest shares are of 2012", "one document of 2012"])).toEqual([
      `Doubtful shares of ${card.name}: the newest shares are of 2012; one document of 2012.`,
    ]);
    expect(notesOf([])).toEqual([]);
  });
});
