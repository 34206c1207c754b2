import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LevermapError } from "../../src/base/errors.ts";
import { unload } from "../../src/library/load.ts";
import { measure } from "../../src/library/measure.ts";
import { type Levermap, open } from "../../src/library/open.ts";
import type { SiteAsk } from "../../src/site/page.ts";
import { pages } from "../../src/site/pages.ts";
import { toldInEnglish } from "../../src/words/tell.ts";
import { bundledCopy } from "../answers/bundled-workspace.ts";

const params: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/economy/:economy": { economy: "DE" },
  "/clout/:home": { home: "CN" },
  "/technology/:technology": { technology: "photoresist" },
  "/technology/:technology/history": { technology: "photoresist" },
  "/technology/:technology/half-life": { technology: "photoresist" },
  "/organisation/:organisation": { organisation: "tokyo-electron" },
  "/scenario/:id": { id: "taiwan-outage" },
  "/scenario/:id/plan": { id: "taiwan-outage" },
  "/plan/:id": { id: "kr-memory" },
  "/plan/:id/outline": { id: "kr-memory" },
  "/patent/:number": { number: "US12191231" },
  "/holder/:name": { name: "soitec" },
  "/control/:id": { id: "jp-meti-2023-05-23" },
  "/item/:query": { query: "3B001" },
};

/** What is asked of a page beside nothing. */
const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "/search": { q: "photoresist" },
  "/economy/:economy": { with: "JP" },
  "/scenarios": { compare: "gallium-stop", with: "germanium-stop" },
  "/scenario": { who: "JP", what: "photoresist", on: "KR", months: "12", since: "2026-11-25" },
  "/leverage": { from: "US,NL,JP", on: "CN" },
  "/patents": { q: "bonding" },
  "/controls": { from: "2023-01-01", to: "2025-01-01" },
  "/screen": { name: "SMIC" },
};

describe("pages of a workspace from which all was unloaded", () => {
  let map: Levermap;
  beforeAll(async () => {
    const folder = await bundledCopy();
    const full = await open(folder);
    const { loads } = await full.status();
    await full.close();
    for (const { id } of loads) await unload(folder, id);
    await measure(folder);
    map = await open(folder, { asOf: "2026-11-25" });
  });
  afterAll(() => map.close());

  const ask: SiteAsk = (name, input) => (map[name] as (asked: unknown) => Promise<never>)(input ?? {});

  it.each(pages.map((each) => [each.path, each] as const))("%s says so in a sentence, or what is not there", async (path, { page }) => {
    for (const query of [{}, ...(queries[path] === undefined ? [] : [queries[path]])]) {
      try {
        const { title, finding } = toldInEnglish(await page({ params: params[path] ?? {}, query }, ask));
        expect(title).toMatch(/\w{3}/);
        expect(finding).toMatch(/\w{3}.*\.$/);
        expect(`${title} ${finding}`).not.toMatch(/undefined|null|NaN|Infinity/);
      } catch (thrown) {
        // What has no code is a fault of ours, which a reader meets as error 500
        if (!(thrown instanceof LevermapError)) throw thrown;
        expect(thrown.code).not.toBe("LM_INTERNAL");
      }
    }
  });
});
