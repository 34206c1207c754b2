import { describe, expect, it } from "vitest";
import { fixtureAsk } from "./fixture-ask.ts";

/** Under a name that is no literal, as only the page is compiled for a browser. */
const drawing: string = "../../web/src/site/map-file.tsx";
const shell = { path: "map", query: { home: "AA" }, edition: "e", day: "2026-11-29" };

describe("the map as a card", () => {
  it("fits 1,200 by 630 pixels in letters of 14 px and more, and names the most coloured alone", async () => {
    const { renderMap } = await import(drawing);
    const map = await fixtureAsk().map({ home: "AA" });
    const figure = { kind: "map", title: "A map", map, query: {} };
    const card: string = renderMap(figure, {}, shell, 630 / 1200);
    const [, width = "", height = ""] = /width="([\d.]+)" height="([\d.]+)"/.exec(card) ?? [];
    expect(Number(height) / Number(width)).toBeCloseTo(630 / 1200, 3);
    const scale = 1200 / Number(width);
    for (const [, size] of card.matchAll(/font-size="([\d.]+)"/g)) expect(Number(size) * scale).toBeGreaterThanOrEqual(14);
    const named = (svg: string): number => [...svg.matchAll(/lang="en"/g)].length;
    expect(named(card)).toBeGreaterThan(0);
    expect(named(card)).toBeLessThan(named(renderMap(figure, {}, shell)));
    const strongest = map.nodes.filter(({ parent }) => parent === null).sort((a, b) => (b.score?.[1] ?? 0) - (a.score?.[1] ?? 0))[0]!;
    expect(card).toContain(strongest.name.split(" ")[0]);
  });
});
