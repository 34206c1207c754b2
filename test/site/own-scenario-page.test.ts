import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../src/library/open.ts";
import type { SiteAsk, SitePage } from "../../src/site/page.ts";
import { ownScenarioPage } from "../../src/site/pages/own-scenario.ts";
import { technologyPage } from "../../src/site/pages/technology.ts";
import { toldInEnglish } from "../../src/words/tell.ts";
import { siteAskedOnce } from "../answers/asked-once.ts";
import { openBundled } from "../answers/bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const ask: SiteAsk = (name, input) => siteAskedOnce(map)(name, input);
const shown = async (query: Record<string, string>): Promise<SitePage> =>
  toldInEnglish(await ownScenarioPage.page({ params: {}, query }, ask));

describe("the page of a scenario of one's own", () => {
  it("says what is still to be chosen", async () => {
    expect((await shown({ who: "JP" })).finding).toBe("Still to be chosen: what is withheld, from whom.");
    expect((await shown({ who: "JP", what: "photoresist" })).finding).toBe("Still to be chosen: from whom.");
    expect((await shown({})).finding).toMatch(/^Choose who withholds what from whom/);
  });

  it("stands beside a ready one, on the same draws", async () => {
    const own = { who: "JP", what: "photoresist", on: "KR", since: "2027-01-01", months: "12", compare: "gallium-stop" };
    const { title, finding, picture, form, steps } = await shown(own);
    expect(title).toContain("Japan withholds Photoresists from South Korea");
    expect(title).toContain((await map.scenarios()).scenarios.find(({ id }) => id === "gallium-stop")!.name);
    expect(finding).toMatch(/\d/);
    if (picture?.kind !== "drawn" || picture.shape.kind !== "fans") throw new Error("no fans");
    expect(picture.shape.panels).toHaveLength(2);
    expect(form?.choices.find(({ name }) => name === "compare")?.value).toBe("gallium-stop");
    expect(steps?.map(({ path }) => path)).toContain("scenario/gallium-stop");
  });

  it("asks for the day again where it is none, and for nothing else", async () => {
    for (const since of ["soon", "2026-02-30", "<b>", "1066-01-01", "2999-01-01"]) {
      const { finding, title } = await shown({ who: "JP", what: "photoresist", on: "KR", since });
      expect(finding).toBe("From which day it is withheld cannot be read. Choose a day from 1990-01-01 to 2060-12-31.");
      expect(title).not.toContain(since);
    }
  });

  it("leaves out months that are none, and says so", async () => {
    for (const months of ["-5", "100000", "many"]) {
      const { title, notes } = await shown({ who: "JP", what: "photoresist", on: "KR", since: "2027-01-01", months });
      expect(title).not.toContain("months");
      expect(notes?.join(" ")).toContain(`This address asks for months “${months}”`);
    }
  });

  it("says first where those who act hold none of it", async () => {
    const { finding } = await shown({ who: "JP", what: "euv-lithography", on: "TW", since: "2027-01-01" });
    expect(finding).toMatch(/^Nothing known is kept back of: EUV lithography\./);
  });
});

describe("the picture of who supplies a technology", () => {
  it("has what no holder is known of as far as its share reaches", async () => {
    const { picture } = toldInEnglish(await technologyPage.page({ params: { technology: "photoresist" }, query: {} }, ask));
    if (picture?.kind !== "figure" || picture.shape.kind !== "bars") throw new Error("no bars");
    const rest = picture.shape.bars.find(({ label }) => label === "no known holder");
    expect(rest?.interval).toBeNull();
    expect(rest?.text).toBe(`up to ${Math.round((rest?.most ?? 1) * 100)}%`);
    expect(rest?.most).toBeLessThan(0.5);
  });
});
