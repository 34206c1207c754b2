import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { technologyCardSchema } from "../../../src/answers/card/technology-card.ts";
import { cardPatents as cardPatentsSaid, knownPatents } from "../../../src/answers/card/technology-card-patents.ts";
import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { LevermapError } from "../../../src/base/errors.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";
import { withoutPatents } from "../../web/fixture-patents.ts";
import { english } from "../../words/english.ts";
import { openBundled } from "../bundled-workspace.ts";

const cardPatents = english(cardPatentsSaid);

const report = (technology: string): Promise<TechnologyPatents> => fixtureAsk().technologyPatents({ technology });

describe("the patents part of a card", () => {
  it("has what the report has, of the first five holders", async () => {
    const given = await report("technology-13");
    const six = Array.from({ length: 6 }, (_, at) => ({ ...given.holders[0]!, holder: `key:${at}` }));
    const { patents, patentsReason } = cardPatents({ ...given, holders: six });
    expect(patentsReason).toBeNull();
    expect(patents?.holders.map(({ holder }) => holder)).toEqual(["key:0", "key:1", "key:2", "key:3", "key:4"]);
    expect(patents?.originality).toEqual(given.originality);
    expect(patents?.expiry).toEqual(given.expiry);
    expect(patents?.documents).toBe(given.coverage.documents);
  });

  it("is unknown with a reason where no patent is loaded", async () => {
    const { patents, patentsReason } = cardPatents(await report(withoutPatents));
    expect(patents).toBeNull();
    expect(patentsReason).toContain("is loaded.");
  });

  it("is unknown with a reason where nothing was measured; other errors pass", async () => {
    const fail = (code: "LM_NOT_MEASURED" | "LM_TECHNOLOGY_UNKNOWN") => async () => Promise.reject(new LevermapError(code, "No."));
    expect(await knownPatents(fail("LM_NOT_MEASURED"))).toEqual({ patents: null, patentsReason: "No. Run `levermap measure`." });
    await expect(knownPatents(fail("LM_TECHNOLOGY_UNKNOWN"))).rejects.toMatchObject({ code: "LM_TECHNOLOGY_UNKNOWN" });
  });
});

describe("cards of the bundled data", () => {
  let map: Levermap;
  beforeAll(async () => {
    map = await openBundled();
  });
  afterAll(() => map?.close());

  it("names the holders of layer transfer, and says that nothing of gallium is loaded", async () => {
    const card = await map.technology({ technology: "layer-transfer" });
    const whole = await map.technologyPatents({ technology: "layer-transfer" });
    expect(technologyCardSchema.safeParse(card).error).toBeUndefined();
    expect(card.patents?.holders.map(({ name }) => name)).toEqual(whole.holders.slice(0, 5).map(({ name }) => name));
    expect(card.patents?.holders.map(({ name }) => name)).toContain("Silicon Genesis");
    expect(card.patents?.originality).toEqual(whole.originality);
    expect((await map.technology({ technology: "gallium" })).patents).toBeNull();
  });

  it("have the published counts of patents and papers that the report has, with their sources", async () => {
    const card = await map.technology({ technology: "dram" });
    const { publishedCounts } = await map.technologyPatents({ technology: "dram" });
    expect(publishedCounts.length).toBeGreaterThan(0);
    expect(card.publishedCounts).toEqual(publishedCounts);
    expect(card.science.map(({ counted }) => counted)).toContain("papers");
    const documents = new Set(card.documents.map(({ id }) => id));
    for (const { source } of [...card.publishedCounts, ...card.science]) expect(documents).toContain(source);
    expect((await map.technology({ technology: "gallium" })).publishedCounts).toEqual([]);
  });
});
