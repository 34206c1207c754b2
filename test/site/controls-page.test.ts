import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../src/library/open.ts";
import type { SiteAsk, SitePage } from "../../src/site/page.ts";
import { controlsPage } from "../../src/site/pages/controls.ts";
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
  toldInEnglish(await controlsPage.page({ params: {}, query }, ask));

describe("the page of controls", () => {
  it("tells what changed between two days, and from one day until now", async () => {
    const { asOf } = await map.map({});
    expect((await shown({ from: "2022-01-01", to: "2025-01-31" })).title).toBe("What changed in controls from 2022-01-01 to 2025-01-31?");
    expect((await shown({ from: "2022-01-01" })).title).toBe(`What changed in controls from 2022-01-01 to ${asOf}?`);
  });

  it("leaves out what is no day, and says so", async () => {
    const { title, notes } = await shown({ from: "2026-13-40", to: "soon" });
    expect(title).toBe("Which controls on chipmaking are in force?");
    expect(notes).toEqual([
      "This address asks for from “2026-13-40”, which is none that there is: it was left out.",
      "This address asks for to “soon”, which is none that there is: it was left out.",
    ]);
    expect((await shown({})).notes).toEqual([]);
  });
});
