import { describe, expect, it } from "vitest";
import { placesOf } from "../../../src/leverage/rank/places.ts";

describe("placesOf", () => {
  it("tells apart what keeps its place in two thirds of the draws", () => {
    expect(
      placesOf([
        [3, 3, 1],
        [2, 2, 2],
        [0, 0, 0],
      ]),
    ).toEqual([
      { first: 1, last: 1 },
      { first: 2, last: 2 },
      { first: 3, last: 3 },
    ]);
    expect(
      placesOf([
        [3, 3, 1, 1, 9],
        [2, 2, 2, 2, 2],
      ]),
    ).toEqual([
      { first: 1, last: 2 },
      { first: 1, last: 2 },
    ]);
  });

  it("gives equals all places of theirs, whatever their number", () => {
    expect(
      placesOf([
        [0, 0],
        [0, 0],
        [5, 5],
        [0, 0],
      ]),
    ).toEqual([
      { first: 2, last: 4 },
      { first: 2, last: 4 },
      { first: 1, last: 1 },
      { first: 2, last: 4 },
    ]);
    expect(placesOf([])).toEqual([]);
  });

  it("lets the ranges of two that are not told apart overlap, in any ranking", () => {
    const drawn = Array.from({ length: 12 }, (_, i) =>
      Array.from({ length: 30 }, (__, draw) => ((i * 7 + draw * 13 + i * draw) % 17) - i / 3),
    );
    const places = placesOf(drawn);
    for (let a = 0; a < drawn.length; a++)
      for (let b = 0; b < drawn.length; b++) {
        const behind = drawn[a]!.filter((value, draw) => value < drawn[b]![draw]!).length / 30;
        if (behind > 1 / 3 && behind < 2 / 3) {
          expect(places[a]!.first).toBeLessThanOrEqual(places[b]!.last);
          expect(places[b]!.first).toBeLessThanOrEqual(places[a]!.last);
        }
      }
  });
});
