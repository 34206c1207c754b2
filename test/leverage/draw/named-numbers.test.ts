import { expect, it } from "vitest";
import { namedNumbers } from "../../../src/leverage/draw/named-numbers.ts";

it("numbers of a run are found by the name of their group, in the order in which the groups were named", () => {
  const layout = namedNumbers({ all: 1, none: 0, each: 3 });
  const row = layout.rowOf({ each: [7, 8, 9], all: [5], none: [] });
  expect(layout.size).toBe(4);
  expect(row).toEqual([5, 7, 8, 9]);
  expect(layout.placesOf("each").map((at) => row[at])).toEqual([7, 8, 9]);
  expect(layout.placesOf("none")).toEqual([]);
  expect(() => layout.rowOf({ all: [5], none: [], each: [7] })).toThrow("1 of each, not 3");
});
