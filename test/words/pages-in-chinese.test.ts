import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../src/library/open.ts";
import type { Address, SiteAsk, SiteRenderer } from "../../src/site/page.ts";
import { pages } from "../../src/site/pages.ts";
import { sentencesIn } from "../../src/words/sentences.ts";
import { wordsIn } from "../../src/words/words-in.ts";
import { siteAskedOnce } from "../answers/asked-once.ts";
import { openBundledMessages } from "../answers/bundled-workspace.ts";
import { some } from "../tiers.ts";
import { englishInCells, englishLeft, recordedNames } from "./names-on-page.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const renderer: string = "../../web/src/site/render.tsx";

let map: Levermap;
let render: SiteRenderer;
const names = recordedNames();
beforeAll(async () => {
  map = await openBundledMessages("2026-11-25");
  render = await import(renderer);
});
afterAll(() => map.close());

const ask: SiteAsk = (name, input) => siteAskedOnce(map, "messages")(name, input);

/** Paths with what is asked of them. */
const all: readonly (readonly [path: string, params: Address["params"], query: Address["query"]])[] = [
  ["/", {}, {}],
  ["/search", {}, {}],
  ["/search", {}, { q: "光刻胶" }],
  ["/economy/:economy", { economy: "DE" }, {}],
  ["/economy/:economy", { economy: "TW" }, { with: "JP" }],
  ["/technology/:technology", { technology: "photoresist" }, { home: "KR" }],
  ["/technology/:technology", { technology: "hybrid-bonding" }, {}],
  ["/technology/:technology", { technology: "euv-lithography" }, {}],
  ["/technology/:technology/history", { technology: "photoresist" }, {}],
  ["/technology/:technology/half-life", { technology: "photoresist" }, {}],
  ["/organisation/:organisation", { organisation: "smic" }, {}],
  ["/scenarios", {}, {}],
  ["/scenarios", {}, { compare: "gallium-stop", with: "germanium-stop" }],
  ["/scenario", {}, {}],
  ["/scenario", {}, { who: "JP", what: "photoresist", on: "KR", months: "12", since: "2026-11-25" }],
  ["/scenario/:id", { id: "gallium-stop" }, {}],
  ["/scenario/:id/plan", { id: "gallium-stop" }, {}],
  ["/plans", {}, {}],
  ["/plan/:id/outline", { id: "kr-memory" }, {}],
  ["/patents", {}, {}],
  ["/patents", {}, { q: "photoresist" }],
  ["/patent/:number", { number: "US10032692" }, {}],
  ["/holder/:name", { name: "nvidia" }, {}],
  ["/controls", {}, {}],
  ["/controls", {}, { from: "2023-01-01", to: "2025-01-01" }],
  ["/control/:id", { id: "jp-meti-2023-05-23" }, {}],
  ["/item/:query", { query: "3B001" }, {}],
  ["/screen", {}, {}],
  ["/screen", {}, { name: "SMIC" }],
  ["/cases", {}, {}],
  ["/published", {}, {}],
  ["/leverage", {}, {}],
  ["/leverage", {}, { from: "US,NL,JP", on: "CN" }],
  ["/clout/:home", { home: "CN" }, {}],
  ["/plan/:id", { id: "resist-start-up" }, {}],
  ["/backtests", {}, {}],
  ["/data", {}, {}],
];
const dear = ["/clout/:home", "/plan/:id/outline", "/published", "/backtests", "/data"];
/** All but the dearest, and of economies and technologies one each. */
const asked = some(
  all,
  all.filter(([path, { economy, technology }]) => !dear.includes(path) && economy !== "TW" && technology !== "euv-lithography"),
);

describe("pages of the bundled data in Chinese", () => {
  it.each(asked)(
    "%s %j %j: all that the interface says and finds is Chinese; names and evidence are marked as English",
    async (path, params, query) => {
      const page = await pages.find((each) => each.path === path)!.page({ params, query }, ask);
      const shell = {
        root: "",
        styles: [],
        scripts: [],
        path: path.slice(1),
        query,
        day: "2026-11-25",
        edition: "e",
        mayKeep: true,
      } as const;
      const words = wordsIn("zh")!;
      const untold = sentencesIn(page.finding, words).flatMap(({ text, said }) => (said === null ? [text] : []));
      expect(untold).toEqual([]);
      const html = render.renderPage(page, { ...shell, language: "zh" });
      expect(html).toMatch(/^<!doctype html><html lang="zh-Hans">/);
      // The title of a rule is data
      const quoted = [...page.title.matchAll(/"(.+?)"/g)].map(([, text = ""]) => text);
      const given = [...Object.values(params), ...Object.values(query), ...quoted];
      expect(englishLeft(html, names, given)).toEqual([]);
      expect(englishInCells(html, names, given)).toEqual([]);
      // Nothing is said otherwise where nobody asked for it
      const english = render.renderPage(page, shell);
      expect(english).not.toMatch(/lang="zh-Hans"(?!>中文)|lang="en"(?![^<]*<head)/);
    },
  );
});
