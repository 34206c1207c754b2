import { describe, expect, it } from "vitest";
import { cardPatents as cardPatentsSaid } from "../../../src/answers/card/technology-card-patents.ts";
import { patentBlocks as patentBlocksSaid } from "../../../src/report/card/card-patents.ts";
import { cellText } from "../../../src/report/cell.ts";
import type { Block } from "../../../src/report/view.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { littleKnown, withoutPatents } from "../../web/fixture-patents.ts";
import { english } from "../../words/english.ts";

const cardPatents = english(cardPatentsSaid);
const patentBlocks = english(patentBlocksSaid);

const blocksOf = async (technology: string) => patentBlocks(cardPatents(await fixtureAsk().technologyPatents({ technology })));

const rowsOf = (block: Block | undefined) => (block?.kind === "table" ? block.rows.map((row) => row.map(cellText)) : null);

const factsOf = (block: Block | undefined) =>
  block?.kind === "facts" ? Object.fromEntries(block.facts.map(({ label, value }) => [label, cellText(value)])) : {};

describe("the patents of a technology in short", () => {
  it("show shares with their interval and what they rest on, and the years one by one", async () => {
    const [holders, measures, expiry] = await blocksOf("technology-13");
    expect(rowsOf(holders)).toEqual([
      ["Organisation Beta", "BB", "5 of 10", "50% (30 to 70%)", "50% (30 to 70%)", "60% (36 to 84%)", "17"],
      ["Solo Works", "", "5 of 10", "13% (8 to 18%)", "unknown", "unknown", "3"],
    ]);
    expect(factsOf(measures)).toMatchObject({
      Originality: "mean 0.4, median 0.35, of 8 of 12 documents",
      Generality: "mean 0.6, median 0.55, of 6 of 12 documents",
      "Follow-up": "unknown, 0 known families, 12 unknown",
    });
    expect(rowsOf(expiry)?.map(([year]) => year)).toContain("2028");
    expect(rowsOf(expiry)?.find(([year]) => year === "year unknown")?.[1]).toBe("2");
  });

  it("say unknown where nothing is known", async () => {
    const [holders, measures] = await blocksOf(littleKnown);
    expect(rowsOf(holders)).toEqual([]);
    expect(factsOf(measures).Originality).toBe("unknown for all of 12 documents");
    const [none] = await blocksOf(withoutPatents);
    expect(factsOf(none).Patents).toMatch(/^unknown\. No patent of .* is loaded\./);
  });
});
