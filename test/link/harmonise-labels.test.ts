import { describe, expect, test } from "vitest";
import { acrossScripts, labelled, said, score } from "./pair-score.ts";

describe("pairs of names labelled by reading", () => {
  const us = labelled("us-holders.csv");
  const chips = labelled("chip-holders.csv");

  test("there are enough of both kinds", () => {
    const all = [...us, ...chips];
    expect(all.length).toBeGreaterThanOrEqual(400);
    expect(all.filter(({ same }) => same).length).toBeGreaterThanOrEqual(120);
    expect(all.filter(({ same }) => !same).length).toBeGreaterThanOrEqual(200);
    expect(new Set(all.map(({ a, b }) => [a, b].sort().join("\n"))).size).toBe(all.length);
  });

  test.each([
    ["holders of US patents", us, 1, 0.75],
    ["chip firms, one script", chips.filter((pair) => !acrossScripts(pair)), 1, 0.85],
    ["chip firms, two scripts (known to the atlas or not at all)", chips.filter(acrossScripts), 1, 0.85],
  ])("%s", (name, pairs, precision, recall) => {
    const result = score(pairs);
    console.info(said(name, result));
    for (const { a, b, reason } of [...result.wrong, ...result.missed]) console.info(`    ${a} | ${b}: ${reason}`);
    expect(result.precision).toBeGreaterThanOrEqual(precision);
    expect(result.recall).toBeGreaterThanOrEqual(recall);
  });
});
