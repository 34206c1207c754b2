import { expect, it } from "vitest";
import { partOf, replacedBy, type Successor } from "../../../src/answers/plan/bet-markets.ts";
import type { ReadModel } from "../../../src/answers/shared/read-model.ts";

const ids = ["old", "newer", "newest"];
const map = {
  technologies: ids.map((id) => ({ id })),
  indexOf: new Map(ids.map((id, t) => [id, t])),
} as unknown as ReadModel["map"];
const edge = (technology: string, replaces: string, more: Partial<Successor> = {}): Successor =>
  ({ technology, replaces, from_low: null, from_high: null, part_low: null, part_high: null, ...more }) as Successor;

it("takes the place of what that replaces too, of as much as all edges leave, from the years of the first", () => {
  const edges = [
    edge("newer", "old", { part_low: 0.2, part_high: 0.6, from_low: 2024 }),
    edge("newest", "newer", { part_low: 0.5, part_high: 0.5, from_low: 2030, from_high: 2034 }),
  ];
  const [first, second, ...rest] = replacedBy(map, edges, 2);
  expect(rest).toEqual([]);
  expect(first).toEqual({ of: 1, from: [2030, 2032, 2034], part: [0.5, 0.5, 0.5] });
  expect(second!.from).toEqual([2030, 2032, 2034]);
  expect(second!.part.map((end) => end.toFixed(2))).toEqual(["0.10", "0.20", "0.30"]);
});

it("takes all where no part is named, and one end is a bound", () => {
  const ends = { part_low: null, part_high: null };
  expect(partOf(ends)).toEqual([1, 1, 1]);
  expect(partOf({ ...ends, part_high: 0.4 })).toEqual([0, 0.2, 0.4]);
  expect(partOf({ ...ends, part_low: 0.4 })).toEqual([0.4, 0.7, 1]);
});
