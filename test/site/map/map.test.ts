import { describe, expect, it } from "vitest";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import { changesSince } from "../../../src/site/map/changes-since.ts";
import { mapChoice, mapPath, toggleFold } from "../../../src/site/map/choice.ts";
import { fold } from "../../../src/site/map/fold.ts";
import { moved } from "../../../src/site/map/moves.ts";
import { nodeWords } from "../../../src/site/map/node-words.ts";
import { reachFinder } from "../../../src/site/map/reach.ts";
import { technologyTable } from "../../../src/site/map/tables.ts";
import { visibleMap } from "../../../src/site/map/visible.ts";
import { inEnglish, toldInEnglish } from "../../../src/words/tell.ts";
import { fixtureAsk } from "../../web/fixture-ask.ts";

const ask = fixtureAsk();
const map: MapView = await ask.map({ home: "AA" });
const noChoice = mapChoice({});

describe("folding", () => {
  it("lets a technology stand for the varieties folded into it", () => {
    const { folding, nodes, links } = visibleMap(map, noChoice);
    expect(folding.standsIn.get("technology-6")).toBe("technology-5");
    expect(nodes.some((node) => node.id === "technology-6")).toBe(false);
    for (const link of links) for (const end of [link.from, link.to]) expect(nodes.some((node) => node.id === end)).toBe(true);
    expect(links.every((link) => link.from !== link.to)).toBe(true);
  });

  it("hides nothing when all is unfolded", () =>
    expect(visibleMap(map, { ...noChoice, unfold: "all" }).nodes).toHaveLength(map.nodes.length));

  it("ends where varieties run in a circle, and keeps them in sight", () => {
    const [first, second] = map.nodes;
    if (!first || !second) throw new Error("no nodes");
    const ring = [
      { ...first, parent: second.id },
      { ...second, parent: first.id },
      { ...first, id: "self", parent: "self" },
      { ...first, id: "orphan", parent: "nowhere" },
    ];
    expect([...fold(ring, []).standsIn]).toEqual(ring.map((node) => [node.id, node.id]));
  });

  it("unfolds what the words match and what is chosen", () => {
    expect(visibleMap(map, { ...noChoice, q: "technology-6" }).nodes.some((node) => node.id === "technology-6")).toBe(true);
    expect(visibleMap(map, { ...noChoice, technology: "technology-6" }).nodes.some((node) => node.id === "technology-6")).toBe(true);
  });
});

describe("filters", () => {
  const ids = (change: object) => visibleMap(map, { ...noChoice, ...change }).matches;

  it("finds an organisation by its name in any script", () => {
    const expected = map.nodes.filter((node) => node.organisations.includes("org-beta")).map((node) => node.id);
    expect(expected.length).toBeGreaterThan(0);
    for (const q of ["中芯國際", "贝塔", "beta INTER", "org-beta"]) expect([...ids({ q })], q).toEqual(expected);
  });

  it("takes every filter together", () => {
    const some = ids({ stage: "tools", economy: "BB" });
    expect(some.size).toBeGreaterThan(0);
    for (const node of map.nodes.filter((entry) => some.has(entry.id))) {
      expect(node.stage).toBe("tools");
      expect(node.economies.some((entry) => entry.economy === "BB")).toBe(true);
    }
    expect(ids({ kind: "none such" }).size).toBe(0);
  });
});

describe("reach", () => {
  const links = [
    ["a", "b"],
    ["b", "c"],
    ["c", "a"],
    ["c", "d"],
    ["x", "d"],
  ].map(([from = "", to = ""]) => ({ from, to, relation: "requires" as const }));

  it("follows links both ways and stops in circles", () => {
    const reach = reachFinder(links)("b");
    expect([[...reach.needs], [...reach.neededBy]]).toEqual([["a"], ["c"]]);
    expect([...reach.upstream].sort()).toEqual(["a", "c"]);
    expect([...reach.downstream].sort()).toEqual(["a", "c", "d"]);
  });
});

describe("what the address chooses", () => {
  it("is nothing where it is not known", () => {
    expect(mapChoice({ x: "1", view: "globe", colour: "red", home: "", unfold: ",,", on: "yesterday" })).toEqual(noChoice);
    // Since no day nothing has changed
    expect(mapChoice({ colour: "change" }).colour).toBe("score");
    expect(mapChoice({ colour: "change", on: "2020-12-31" }).colour).toBe("change");
  });

  it("is handed on with one choice more or less, readable", () => {
    expect(mapPath({ home: "AA", unfold: "a,b" }, { view: "list" })).toBe("map?home=AA&unfold=a,b&view=list");
    expect(mapPath({ home: "AA", q: "x y" }, { home: "" })).toBe("map?q=x+y");
  });

  it("folds one of all, and shows it again", () => {
    expect(toggleFold("all", "a", ["a", "b"])).toBe("b");
    expect(toggleFold(["b"], "a", ["a", "b"])).toBe("a,b");
  });
});

describe("a map of two days", async () => {
  const [now, before] = [await ask.map({}), await ask.map({ asOf: "2020-12-31" })];

  it("tells what differs, those that moved most first, and an unknown as no move", () => {
    const [half, fresh, ...others] = changesSince(before, now);
    const was = (id: string) => before.nodes.find((node) => node.id === id);
    expect(others).toEqual([]);
    expect(moved(was(half!.node.id), half!.node)).toBeCloseTo(half!.node.score![1] / 2, 12);
    expect(fresh!.score[0]).toBeNull();
    expect(moved(was(fresh!.node.id), fresh!.node)).toBeNull();
    expect(fresh!.added).toEqual(fresh!.node.controls?.issuers ?? []);
    expect(changesSince(now, now)).toEqual([]);
  });
});

describe("controls in words", () => {
  const node = (issuers: readonly string[] | null, entriesUnknown = false) => ({
    ...map.nodes[0]!,
    controls: issuers && { issuers, entriesUnknown },
    controlsUnknown: issuers ? null : ("none recorded as in force" as const),
  });
  const told = (given: ReturnType<typeof node>): string =>
    inEnglish(nodeWords(given, new Map([["AA", "Aland"]]), { count: 0, folded: false }, reachFinder([])(given.id), "controls"));

  it("say at least, whose they are and what is not loaded; none recorded is unknown", () => {
    expect(told(node(["AA", "BB"], true))).toContain(
      "controls of at least 2 issuers: Aland and BB; entries of a control list linked to it are not loaded",
    );
    expect(told(node(null))).toContain("controls unknown: none recorded as in force, which is not clearance");
  });

  it("stand in order of issuers, the unknown last", () => {
    const all = new Set(map.nodes.map(({ id }) => id));
    const [, table] = toldInEnglish(technologyTable(map, all, { ...noChoice, colour: "controls" }));
    if (table?.kind !== "table") throw new Error("no table");
    const counts = table.rows.map(([count]) => (count === "–" ? -1 : Number(count)));
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(counts.at(-1)).toBe(-1);
  });
});
