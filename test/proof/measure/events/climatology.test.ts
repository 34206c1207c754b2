import { describe, expect, it } from "vitest";
import { withClimatology } from "../../../../src/proof/measure/events/act-totals.ts";
import { lossRow } from "./loss-row.ts";

const climatologyOf = (rows: Parameters<typeof withClimatology>[0]) => withClimatology(rows).map(({ score }) => score.crpsClimatology);

describe("withClimatology", () => {
  it("forecasts with the other acts of the kind, each of one weight however many rows it has", () => {
    // For A: 1 with weight 1/2 (act B), 0 and 0.5 with 1/4 each (act C): E|X - 0| = 0.625, E|X - X'| = 0.4375.
    const rows = [
      lossRow("A", "outage", 0),
      lossRow("B", "outage", 1),
      lossRow("C", "outage", 0),
      lossRow("C", "outage", 0.5),
      lossRow("D", "measure", 0.7),
    ];
    expect(climatologyOf(rows)[0]).toBeCloseTo(0.625 - 0.4375 / 2, 12);
  });

  it("never uses the own act or the other kind, and is unknown without another act", () => {
    const rows = [lossRow("A", "outage", 0.2), lossRow("A", "outage", 0.4), lossRow("B", "measure", 0.9)];
    expect(climatologyOf(rows)).toEqual([null, null, null]);
    expect(climatologyOf([...rows, lossRow("C", "measure", 0.9)]).slice(2)).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
  });
});
