import { describe, expect, it } from "vitest";
import { Style } from "../../../src/cli/page/style.ts";
import { mostLines, printView } from "../../../src/cli/print-view.ts";
import { technologyView as technologyViewSaid } from "../../../src/report/card/technology.ts";
import { blockTitle, cellText } from "../../../src/report/cell.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { english } from "../../words/english.ts";

const technologyView = english(technologyViewSaid);

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

  it("tells of capital goods what they come to over five years, new capacity where any is lost, and what is in doubt", async () => {
    const card = await fixtureAsk().technology({ technology: "technology-13" });
    const most = { technology: card.id, holder: "NL", holderName: "the Netherlands", loss: [0, 0.004, 0.01], of: "output" } as const;
    const later = { months: 60, loss: [0.02, 0.03, 0.07], growth: [0.14, 0.2, 0.25] } as const;
    const findingOf = (more: Partial<NonNullable<typeof card.worldLoss>>): string =>
      technologyView({ ...card, homeLoss: null, worldLoss: { ...most, later: null, inDoubt: false, ...more } }).finding.split("it.")[1]!;
    expect(findingOf({})).toBe("");
    expect(findingOf({ later })).toBe(
      " Over 60 months it would be 3% (2 to 7%), and new capacity of 20% (14 to 25%) of present output would not be added.",
    );
    expect(findingOf({ later: { ...later, growth: [0, 0, 0] }, inDoubt: true })).toBe(
      " Over 60 months it would be 3% (2 to 7%). That is in doubt: its shares rest on one document older than five years.",
    );
  });

  it("tells who has all of it without a part that is unknown", async () => {
    const card = await fixtureAsk().technology({ technology: "technology-13" });
    const toldOf = (low: number, high: number, unknownShare: number): string => {
      const economies = { ...card.concentration.economies, top: { holder: "NL", name: "the Netherlands", low, high }, unknownShare };
      return technologyView({ ...card, concentration: { ...card.concentration, economies } }).finding;
    };
    expect(toldOf(1, 1, 0)).toContain("the Netherlands has 100% of supply. ");
    expect(toldOf(0.7, 1, 0.3)).toContain("the Netherlands has at least 70% of supply, up to 30% is unknown. ");
  });
});
