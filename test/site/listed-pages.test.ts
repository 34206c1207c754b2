import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { load } from "../../src/library/load.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import { inventedList, inventedParties } from "../../src/link/party-lists.ts";
import type { SiteAsk, SitePage } from "../../src/site/page.ts";
import { pages } from "../../src/site/pages.ts";
import { toldInEnglish } from "../../src/words/tell.ts";
import { bundledCopy } from "../answers/bundled-workspace.ts";

describe("pages on who is listed, with the list of parties that do not exist", () => {
  let map: Levermap;
  beforeAll(async () => {
    const dir = await bundledCopy();
    await load(dir, "party-list", [inventedList, inventedParties]);
    map = await open(dir, { asOf: "2026-11-25" });
  });
  afterAll(() => map.close());

  const shown = async (path: string, query: Readonly<Record<string, string>>, refused: readonly string[] = []): Promise<SitePage> => {
    const ask: SiteAsk = async (name, input) => {
      if (refused.includes(name)) throw new LevermapError("LM_SERVER_ROLE", "This is for the role officer.");
      return (map[name] as (asked: unknown) => Promise<never>)(input ?? {});
    };
    return toldInEnglish(await pages.find((each) => each.path === path)!.page({ params: {}, query }, ask));
  };

  it("search among listed parties too, for whoever may ask for names", async () => {
    const { finding, blocks } = await shown("/search", { q: "Нигде Микроэлектроника" });
    expect(finding).toMatch(/^Nothing here is called .* On an invented list, to try this with: .*1 possible match/);
    expect(JSON.stringify(blocks)).toContain("On lists of parties");
    const refused = await shown("/search", { q: "Нигде Микроэлектроника" }, ["screen"]);
    expect(JSON.stringify(refused)).not.toContain("On lists of parties");
  });

  it("say of a name on no list what is known, and never that it is on none", async () => {
    const nobody = await shown("/screen", { name: "Acme Bonding" });
    expect(nobody.finding).toContain("No list of parties that exist is loaded");
    const listed = await shown("/screen", { name: "YMTC" });
    expect(listed.finding).toMatch(/on record names YMTC/);
    expect(`${nobody.finding} ${listed.finding}`).not.toContain("no possible match");
  });
});
