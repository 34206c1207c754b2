import { beforeAll, describe, expect, it } from "vitest";
import type { SimulateReport } from "../../../src/answers/scenario/simulate-report.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { inventedWorkspace } from "../invented.ts";

let ask: Ask;
beforeAll(async () => {
  const made = await inventedWorkspace(temporaryFolder());
  ask = made.ask("2026-01-01");
  return () => made.close();
});

const run = (targets: string, technologies: string): Promise<SimulateReport> =>
  ask.simulate({
    text: `name: Invented\nmeasures:\n  - withhold: {senders: [BB], targets: [${targets}], technologies: [${technologies}], from: 2026-01-01}\n`,
    place: "s.yaml",
    draws: 400,
    seed: 3,
  });
const medians = (series: SimulateReport["targets"][number]["loss"]) => series!.map(({ drawn }) => drawn[1]);

describe("what a firm loses", () => {
  it("is told over the final products that rest on what is kept from it, not over all there are", async () => {
    const { targets, finding } = await run("firm-c", "gas");
    const [firm] = targets;
    expect(firm!.mix).toEqual(["memory"]);
    expect(medians(firm!.loss).at(-1)).toBeGreaterThan(0);
    expect(firm!.loss).toEqual(firm!.products.find(({ product }) => product === "memory")!.loss);
    expect(finding).toMatch(/of what it has made of memory on average over 12 months, and .+ at once at the worst/);
  });

  it("may be that of any mix of them: each is none to all of what it has made", async () => {
    const { targets, finding, sensitivity } = await run("firm-c", "resist");
    const [firm] = targets;
    expect(firm!.mix).toEqual(["logic", "memory"]);
    expect(finding).toContain("of what it has made of logic and memory (in an unknown mix)");
    const [logic, memory] = firm!.products.map(({ loss }) => loss.at(-1)!);
    const all = firm!.loss!.at(-1)!;
    expect(all.stockFirst).toBeCloseTo((logic!.stockFirst + memory!.stockFirst) / 2);
    expect(all.drawn[1]).toBeGreaterThan(memory!.drawn[1]);
    expect(all.drawn[1]).toBeLessThan(logic!.drawn[1]);
    // An interval that follows the mix reaches nearer to both than one of a fixed mix could.
    expect(all.drawn[2] - all.drawn[0]).toBeGreaterThan((logic!.drawn[2] - logic!.drawn[0] + memory!.drawn[2] - memory!.drawn[0]) / 2);
    expect(sensitivity.some(({ inputs }) => inputs.some(({ input }) => input === "part of what firm-c has made"))).toBe(true);
  });

  it("is of no known worth, and neither are the sales lost to it: no amount stands for what it buys", async () => {
    const alone = await run("firm-c", "resist");
    expect(alone.senders.map(({ sales, downstream, lasting }) => [sales, downstream, lasting])).toEqual([[null, null, null]]);
    expect(alone.finding).not.toContain("Sales lost");
    expect(alone.targets[0]!.technologies.map(({ price }) => price?.paidUsdBn ?? null)).toEqual([null]);
    const [both, other] = [await run("firm-c, AA", "resist"), await run("AA", "resist")];
    const sales = (report: SimulateReport) => report.senders[0]!.sales!.map(({ drawn }) => drawn[1]);
    expect(sales(other)[0]).toBeGreaterThan(0);
    for (const [h, usd] of sales(both).entries()) expect(usd).toBeCloseTo(sales(other)[h]!, 5);
  });
});
