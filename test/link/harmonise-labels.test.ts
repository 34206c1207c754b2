import { describe, expect, test } from "vitest";
import { acrossScripts, figures, labelled, printed, said, score } from "./pair-score.ts";

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
    ["strings of US records, labelled by reading", us],
    ["chip firms, one script (development set)", chips.filter((pair) => !acrossScripts(pair))],
    ["chip firms, two scripts (development set)", chips.filter(acrossScripts)],
  ])("%s are reported as well as the method prints", (name, pairs) => {
    const result = score(pairs);
    console.info(said(name, result));
    for (const { a, b, reason } of [...result.wrong, ...result.missed]) console.info(`    ${a} | ${b}: ${reason}`);
    expect(figures(result)).toEqual(printed(name));
  });
});
