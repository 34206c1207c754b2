import { describe, expect, it } from "vitest";
import { cardPatents } from "../../../src/answers/card/technology-card-patents.ts";
import { cardPatentSections } from "../../../src/cli/text/technology-card-patents.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { littleKnown, withoutPatents } from "../../web/fixture-patents.ts";

async function told(technology: string) {
  const [holders, measures] = cardPatentSections(cardPatents(await fixtureAsk().technologyPatents({ technology })));
  return { holders, facts: Object.fromEntries((measures?.rows ?? []).map(([fact, value]) => [fact, value])) };
}

describe("the patents of a technology in short", () => {
  it("tell shares with their interval and what they rest on, and the next years one by one", async () => {
    const { holders, facts } = await told("technology-13");
    expect(holders?.rows).toEqual([
      ["Organisation Beta", "BB", "5 of 10", "50% (30 to 70%)", "50% (30 to 70%)", "60% (36 to 84%)", "17 cit."],
      ["Solo Works", "", "5 of 10", "13% (8 to 18%)", "unknown", "unknown", "3 cit."],
    ]);
    expect(facts).toEqual({
      originality: "mean 0.4, median 0.35, of 8 of 12 documents",
      generality: "mean 0.6, median 0.55, of 6 of 12 documents",
      "follow-up": "unknown, 0 known families, 12 unknown",
      "in force 2026-11-20": "3 to 5 expected of 9 granted documents; unknown of 2; 1 not granted",
      "terms end in": "before 2026: 5; 2028: 3 (in force 1 to 2, 1 unknown); later: 1; unknown: 2",
    });
  });

  it("say unknown where nothing is known", async () => {
    const { holders, facts } = await told(littleKnown);
    expect(holders?.rows).toEqual([]);
    expect(facts).toMatchObject({
      originality: "unknown, of none of 12 documents",
      "in force 2026-11-20": "unknown of 12",
      "terms end in": "unknown: 12",
    });
    const none = await told(withoutPatents);
    expect(none.holders?.none).toMatch(/^unknown\. No patent of .* is loaded\./);
  });
});
