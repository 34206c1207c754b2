import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
import { technologyView as technologyViewSaid } from "../../../src/report/card/technology.ts";
import { isLong } from "../../tiers.ts";
import { english } from "../../words/english.ts";
import { openBundled } from "../bundled-workspace.ts";

const technologyView = english(technologyViewSaid);

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map?.close());

describe("the loss that a card tells of a home", () => {
  it.runIf(isLong)("is that of the home's chokepoints, for each of its first twenty", async () => {
    const { ranked } = await map.chokepoints({ home: "KR", top: 20 });
    for (const { technology, holder, score } of ranked) {
      const card = await map.technology({ technology, home: "KR" });
      expect(card.homeLoss).toMatchObject({ home: "KR", homeName: "South Korea", reason: null });
      expect(card.homeLoss!.most).toMatchObject({ technology, holder: holder!.economy, loss: score });
    }
  });

  it("is not told of a home of whose making no source tells, nor of what it has no use of: the card says why", async () => {
    const unknown = await map.technology({ technology: "silicon-wafers", home: "IN" });
    expect(unknown.homeLoss).toMatchObject({ most: null, reason: "no source says which final products are made there" });
    expect(technologyView(unknown).finding).toContain("would cost India has no figure: no source says which final products are made there");
    const unused = await map.technology({ technology: "euv-photoresist", home: "CN" });
    expect(unused.homeLoss!.most).toBeNull();
    expect(unused.homeLoss!.reason).toContain("of use only with");
  });

  it("is said to be in doubt where it has no place among chokepoints, and nowhere else", async () => {
    const { ranked, unplaced } = await map.chokepoints({ home: "DE", top: 200 });
    expect(unplaced.length).toBeGreaterThan(0);
    for (const { technology } of [...unplaced.slice(0, 3), ...ranked.slice(0, 3)]) {
      const card = await map.technology({ technology, home: "DE" });
      const isUnplaced = unplaced.some((each) => each.technology === card.homeLoss!.most?.technology);
      expect([technology, technologyView(card).finding.includes("That is in doubt")]).toEqual([technology, isUnplaced]);
    }
  });

  it("is none where no home is asked about, and the world's loss stays beside it", async () => {
    const [world, home] = await Promise.all([undefined, "KR"].map((home) => map.technology({ technology: "arf-photoresist", home })));
    expect(world!.homeLoss).toBeNull();
    expect(home!.worldLoss).toEqual(world!.worldLoss);
    expect(technologyView(home!).finding).toContain("of the final chip output of South Korea over 12 months");
    expect(technologyView(world!).finding).toContain("of the final chip output elsewhere over 12 months");
  });
});
