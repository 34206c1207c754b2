import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MapView } from "../../src/answers/card/map-view.ts";
import { mapChoice } from "../../src/site/map/choice.ts";
import { foldMark, foldText } from "../../src/site/map/fold.ts";
import { visibleMap } from "../../src/site/map/visible.ts";
import { spread } from "../../web/src/map/columns.ts";
import { ringDashes } from "../../web/src/map/curve.ts";
import { bandHead, layoutMap, lineHeight } from "../../web/src/map/layout.ts";
import { classOf, scale } from "../../web/src/map/scale.ts";
import { walk } from "../../web/src/map/walk.ts";
import { radiusScale } from "../../web/src/map/widths.ts";
import { wrap } from "../../web/src/picture/wrap.ts";
import { fixtureAsk } from "./fixture-ask.ts";
import { atlasTechnologies } from "./fixture-technologies.ts";

const map: MapView = await fixtureAsk().map({ home: "AA" });
const large: MapView = await fixtureAsk(atlasTechnologies()).map({ home: "AA" });
const measure = (text: string): number =>
  [...text].reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) > 0x2e80 ? 14 : 7.1), 0);

const place = (view: MapView, unfold: "all" | readonly string[], width = 1248, height = 620) => {
  const visible = visibleMap(view, { ...mapChoice({}), unfold });
  const suffix = (id: string): string => foldText(foldMark(visible.folding, id));
  return { visible, layout: layoutMap(view.stages, visible.nodes, visible.links, { width, height, measure, suffix }) };
};

describe("layout", () => {
  it.each([
    ["folded", []],
    ["unfolded", "all"],
  ] as const)("puts no two of 148 technologies on one another, %s", (_, unfold) => {
    const { layout, visible } = place(large, unfold);
    expect(layout.nodes).toHaveLength(visible.nodes.length);
    for (const [index, a] of layout.nodes.entries()) {
      expect(a.box.y).toBeGreaterThanOrEqual(bandHead);
      expect(a.lines.length * lineHeight).toBeLessThanOrEqual(a.box.height);
      expect(a.radius * 2).toBeLessThanOrEqual(a.box.height);
      expect(a.box.x + a.box.width).toBeLessThanOrEqual(layout.width + 0.01);
      expect(a.box.y + a.box.height).toBeLessThanOrEqual(layout.height);
      for (const b of layout.nodes.slice(index + 1)) {
        const apart =
          a.box.x + a.box.width <= b.box.x + 0.01 ||
          b.box.x + b.box.width <= a.box.x + 0.01 ||
          a.box.y + a.box.height <= b.box.y + 0.01 ||
          b.box.y + b.box.height <= a.box.y + 0.01;
        expect(apart, `${a.node.id} and ${b.node.id}`).toBe(true);
      }
    }
  });

  it("fits the folded map of 148 technologies into 1280 by 800, no name cut", () => {
    const { layout } = place(large, []);
    expect(layout.width).toBeLessThanOrEqual(1248.01);
    expect(layout.height).toBeLessThanOrEqual(640);
    expect(layout.nodes.flatMap((node) => node.lines).filter((line) => line.includes("…"))).toEqual([]);
  });

  it("gives the same picture for the same answer", () => expect(place(large, []).layout).toEqual(place(large, []).layout));

  it("crosses fewer lines than the order of the data", () => {
    const { layout, visible } = place(large, []);
    const at = new Map(layout.nodes.map((entry, index) => [entry.node.id, { x: entry.x, y: entry.y, index }]));
    const given = new Map<string, number>();
    for (const entry of layout.nodes) {
      const column = layout.nodes.filter((other) => other.column === entry.column);
      const order = column
        .map((other) => other.node.id)
        .sort((a, b) => large.nodes.findIndex((node) => node.id === a) - large.nodes.findIndex((node) => node.id === b));
      given.set(entry.node.id, column[order.indexOf(entry.node.id)]?.y ?? 0);
    }
    const lengths = (y: (id: string) => number): number =>
      visible.links.reduce((sum, link) => sum + Math.abs(y(link.from) - y(link.to)), 0);
    expect(lengths((id) => at.get(id)?.y ?? 0)).toBeLessThan(lengths((id) => given.get(id) ?? 0));
  });

  it("keeps technologies without a stage", () => {
    const [first] = map.nodes;
    if (!first) throw new Error("no nodes");
    const { layout } = place(
      {
        ...map,
        nodes: [
          { ...first, stage: null },
          { ...first, id: "other", stage: "not a stage" },
        ],
        edges: [],
      },
      [],
    );
    expect(layout.bands.map((band) => [band.name, band.count])).toEqual([["No stage", 2]]);
  });

  it("draws an empty map", () => expect(place({ ...map, nodes: [], edges: [] }, []).layout.nodes).toEqual([]));
});

describe("spread", () => {
  it("keeps order, loses nothing, and is no higher than any other cut", () => {
    const blocks = fc.array(
      fc.integer({ min: 1, max: 40 }).map((height) => ({ height })),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(blocks, fc.integer({ min: 1, max: 3 }), (given, count) => {
        const columns = spread(given, count);
        expect(columns.flat()).toEqual(given);
        expect(columns.length).toBeLessThanOrEqual(count);
        const high = Math.max(...columns.map((column) => column.reduce((sum, block) => sum + block.height, 0)));
        expect(high).toBeLessThanOrEqual(
          best(
            given.map((block) => block.height),
            count,
          ) + 1,
        );
      }),
    );
  });
});

function best(heights: readonly number[], count: number): number {
  if (count === 1 || heights.length <= 1) return heights.reduce((sum, height) => sum + height, 0);
  const cuts = heights.map((_, cut) => {
    const head = heights.slice(0, cut + 1).reduce((sum, height) => sum + height, 0);
    return Math.max(head, best(heights.slice(cut + 1), count - 1));
  });
  return Math.min(...cuts);
}

describe("labels", () => {
  it("lose no letter while four lines are enough", () => {
    const text = fc.array(fc.stringMatching(/^[a-zA-Z-]{1,14}$/), { minLength: 1, maxLength: 5 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(text, fc.integer({ min: 80, max: 160 }), (given, width) => {
        const lines = wrap(given, width, measure);
        expect(lines.length).toBeLessThanOrEqual(4);
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
        if (!lines.some((line) => line.endsWith("…"))) expect(lines.join("").replaceAll(" ", "")).toBe(given.replaceAll(" ", ""));
      }),
    );
  });

  it("never hang on a width too small for a letter", () => expect(wrap("東京エレクトロン", 1, measure).length).toBeLessThanOrEqual(4));
});

describe("keys", () => {
  const { layout, visible } = place(map, []);
  const places = layout.nodes.map(({ node: { id }, ...point }) => ({ ...point, id }));

  it("reach every technology from any other", () => {
    const start = layout.nodes[0]?.node.id ?? "";
    const seen = new Set([start]);
    const open = [start];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      for (const key of ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"]) {
        const next = walk(key, at, places, visible.links);
        if (next === null || seen.has(next)) continue;
        seen.add(next);
        open.push(next);
      }
    }
    expect(seen.size).toBe(layout.nodes.length);
  });

  it("go right to a user and left to an input", () => {
    const link = visible.links.find((entry) => entry.relation === "requires");
    if (!link) throw new Error("no link");
    const right = walk("ArrowRight", link.from, places, visible.links);
    expect(visible.links.some((entry) => entry.from === link.from && entry.to === right)).toBe(true);
    const left = walk("ArrowLeft", link.to, places, visible.links);
    expect(visible.links.some((entry) => entry.to === link.to && entry.from === left)).toBe(true);
  });

  it("lead nowhere from the ends of a column or by other keys", () => {
    const top = layout.nodes.find((entry) => entry.row === 0)?.node.id ?? "";
    expect(walk("ArrowUp", top, places, visible.links)).toBeNull();
    expect(walk("a", top, places, visible.links)).toBeNull();
    expect(walk("ArrowUp", "nobody", places, visible.links)).toBeNull();
  });
});

describe("marks", () => {
  it("have the class of their loss, of the issuers or of the move; what is unknown is none of them", () => {
    const node = map.nodes[0]!;
    const lost = (middle: number) => classOf({ ...node, notApplicable: null, score: [0, middle, 1] }, "score");
    expect([0, 0.0099, 0.01, 0.05, 0.12, 1].map(lost)).toEqual([0, 0, 1, 2, 4, 4]);
    const issued = (count: number) =>
      classOf({ ...node, controls: { issuers: Array.from({ length: count }, String), entriesUnknown: false } }, "controls");
    expect([1, 2, 3, 7].map(issued)).toEqual([1, 3, 4, 4]);
    expect(classOf({ ...node, notApplicable: null, score: null }, "score")).toBeNull();
    expect(classOf({ ...node, controls: null }, "controls")).toBeNull();
    expect(classOf({ ...node, change: "none" }, "change")).toBe("none");
    expect(scale.map(({ below }) => below)).toEqual(scale.map(({ below }) => below).toSorted((a, b) => a - b));
  });

  it("grow in area with the logarithm of market size", () => {
    const radius = radiusScale([0.1, 1, 10, null]);
    const area = (size: number | null): number => radius(size) ** 2;
    expect(area(1) - area(0.1)).toBeCloseTo(area(10) - area(1));
    expect(radius(null)).toBe(radius(0.1));
    expect(radiusScale([null])(null)).toBeGreaterThan(0);
    expect(Number.isFinite(radiusScale([3])(3))).toBe(true);
  });

  it("hatch as much of the ring as is unknown", () => {
    for (const part of [0, 0.01, 0.04, 0.07, 0.5, 0.98, 1]) {
      const numbers = ringDashes(part).split(" ").map(Number);
      const end = numbers.slice(0, -1).reduce((sum, length) => sum + length, 0);
      expect(numbers.length % 2).toBe(0);
      expect(Math.abs(end - part * 100)).toBeLessThanOrEqual(3);
    }
  });
});
