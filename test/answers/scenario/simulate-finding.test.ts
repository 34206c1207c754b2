import { beforeAll, expect, it } from "vitest";
import { simulateFinding as simulateFindingSaid } from "../../../src/answers/scenario/simulate-finding.ts";
import type { Series, SimulateReport } from "../../../src/answers/scenario/simulate-report.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { lowered } from "../../../src/base/words.ts";
import { simulateView as simulateViewSaid } from "../../../src/report/scenario/simulate.ts";
import { printed } from "../../report/printed.ts";
import { english } from "../../words/english.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { inventedWorkspace } from "../invented.ts";

const simulateFinding = english(simulateFindingSaid);
const simulateView = english(simulateViewSaid);

let ask: Ask;
beforeAll(async () => {
  const made = await inventedWorkspace(temporaryFolder());
  ask = made.ask("2026-01-01");
  return () => made.close();
});

const run = (technologies: string, target = "AA"): Promise<SimulateReport> =>
  ask.simulate({
    text: `name: Invented\nmeasures:\n  - withhold: {senders: [CC], targets: [${target}], technologies: [${technologies}], from: 2026-01-01}\n`,
    draws: 20,
  });

const series = (...medians: number[]): Series =>
  medians.map((median) => ({ stockFirst: median, rationed: median, drawn: [median / 2, median, median * 1.5] }));

it("gives a loss and its worth over the first year, as every other question does, then the worst month", async () => {
  const report = await run("resist");
  const [target] = report.targets;
  const moved = {
    ...target!,
    loss: series(0.1, 0.4, 0.2, 0, 0, 0),
    average: series(0, 0.3, 0.25, 0.2, 0.1, 0),
    usdAverage: series(0, 60, 50, 40, 20, 0),
  };
  const { finding } = simulateFinding(report, { ...report, targets: [moved] });
  expect(finding).toContain(
    "20% (10 to 30%) of its running chip output on average over 12 months, worth USD 40 B (20 to 60 B) a year, and 40% (20 to 60%) after 3 months at the worst.",
  );
});

it("gives the use of products over the first year, each with its worst month, and what they are worth together", async () => {
  const report = await run("resist");
  const [target] = report.targets;
  const products = target!.products.map((product, i) => ({
    ...product,
    use: i === 0 ? series(0, 0.4, 0, 0, 0, 0) : series(0, 0, 0.6, 0, 0, 0),
    useAverage: series(0, 0.2, 0.2, 0.1, 0, 0),
  }));
  const { finding } = simulateFinding(report, {
    ...report,
    targets: [{ ...target!, loss: series(0, 0, 0, 0, 0, 0), growth: null, products, useUsdAverage: series(0, 9, 7, 5, 0, 0) }],
  });
  expect(products).toHaveLength(2);
  expect(finding).toContain("on average over 12 months, and 40% (20 to 60%) after 3 months at the worst; 10% (5 to 15%) of its use of");
  expect(finding).toContain("60% (30 to 90%) after 6 months at the worst, worth USD 5 B (2.5 to 7.5 B) a year together in that year.");
});

it("calls the month with the greatest high end the worst where all medians are nothing", async () => {
  const report = await run("resist");
  const none = series(0, 0, 0, 0, 0, 0).map((figure, h) => ({ ...figure, drawn: [0, 0, h === 2 ? 0.2 : 0] as const }));
  const { finding } = simulateFinding(report, { ...report, targets: [{ ...report.targets[0]!, loss: none, usdAverage: null }] });
  expect(finding).toContain(", and 0% (0 to 20%) after 6 months at the worst.");
});

it("takes of months whose medians are shown alike the one with the greatest high end,", async () => {
  const report = await run("resist");
  const told = (...drawn: (readonly [number, number, number])[]) => {
    const loss = drawn.map((ends) => ({ stockFirst: ends[1], rationed: ends[1], drawn: ends }));
    return simulateFinding(report, { ...report, targets: [{ ...report.targets[0]!, loss, usdAverage: null }] }).finding;
  };
  const none = [0, 0, 0] as const;
  expect(told([0, 0.034, 0.12], [0, 0.031, 0.16], none, none, none, none)).toContain("and 3% (0 to 16%) after 3");
  expect(told(none, [0.01, 0.031, 0.161], none, [0.01, 0.034, 0.164], none, none)).toContain("3% (1 to 16%) after 3");
});

it("says of sales that they are at least what is told, or unknown, where nobody gives a market", async () => {
  expect((await run("resist")).finding).toMatch(/Sales lost a year after the start: Land CC USD /);
  expect((await run("resist, gas")).finding).toMatch(/Sales lost a year after the start: Land CC at least USD /);
  const { finding, evidence } = await run("gas");
  expect(evidence.limits).toContain("What Land CC would lose in sales is unknown: no market of it is published.");
  expect(finding).not.toContain("Sales lost a year");
});

it("keeps acronyms in names inside its sentences", async () => {
  const names = [
    "AI accelerators",
    "DRAM",
    "ArF photoresist",
    "NAND flash",
    "Plasma CVD tools",
    "Low-pressure CVD tools",
    "i-line lithography",
  ];
  const inside = [
    "AI accelerators",
    "DRAM",
    "ArF photoresist",
    "NAND flash",
    "plasma CVD tools",
    "low-pressure CVD tools",
    "i-line lithography",
  ];
  expect(names.map(lowered)).toEqual(inside);
  const report = await run("resist");
  const products = report.targets[0]!.products.map((product) => ({ ...product, name: "DRAM", use: series(0.4, 0, 0, 0, 0, 0) }));
  const { finding } = simulateFinding(report, { ...report, targets: [{ ...report.targets[0]!, products }] });
  expect(finding).toMatch(/of its use of DRAM on average over 12 months, and 40% \(20 to 60%\) at once/);
});

it("gives USD as at least what is told where nobody gives the value of all that is touched", async () => {
  const report = await run("resist");
  const [target] = report.targets;
  const usd = series(0, 8.4, 0, 8.4, 0, 0);
  const worth = { loss: series(0, 0.4, 0, 0, 0, 0), usd, usdAverage: usd, gdpShare: series(0, 0.1, 0, 0, 0, 0) };
  const told = (unvalued: readonly string[]) => {
    const targets = [{ ...target!, ...worth, unvalued }];
    return printed(simulateView({ ...report, targets, finding: simulateFinding(report, { ...report, targets }).finding }));
  };
  for (const words of ["worth at least USD 8.4 B (4.2 to 12.6 B) a year", "USD B a year, at least", "part of GDP, at least"]) {
    expect(told(["glass"])).toContain(words);
    expect(told([])).not.toContain(words);
  }
});

it("says of a firm that nobody says what its part is worth", async () => {
  const text = printed(simulateView(await run("gas", "firm-c")));
  expect(text).toContain("Not in USD, since the value of its part is not published: memory.");
  expect(text).not.toContain("its value is not published");
});

it("says that nobody acts where only capacity is lost, and lists nothing that is not in the costs", async () => {
  const report = { ...(await run("gas")), senders: [], otherSales: null };
  const text = printed(simulateView(report));
  expect(report.unpriced).toEqual(["gas"]);
  expect(text).toContain("Cost to those who act, USD B a year\n- In this scenario no one acts.");
  expect(text).not.toContain("Not counted");
});

it("shows what is short at the month in which it is worst, of measures that begin later too", async () => {
  const report = await run("resist");
  const [target] = report.targets;
  const short = (shortfall: Series): string => {
    const technologies = target!.technologies.map((each) => ({ ...each, shortfall }));
    return printed(simulateView({ ...report, targets: [{ ...target!, technologies }] }));
  };
  expect(short(series(0, 0, 0.2, 0.4, 0.3, 0))).toMatch(/short at the worst.*\nresist +40% \(20 to 60%\) at 12 months/);
  expect(short(series(0.4, 0.3, 0.2, 0.1, 0, 0))).toMatch(/\nresist +40% \(20 to 60%\) at once/);
});

it("says that nothing is lost in place of what moves it", async () => {
  const report = await run("resist");
  const [first] = report.sensitivity;
  const told = (loss: Series): string =>
    printed(simulateView({ ...report, targets: [{ ...report.targets[0]!, loss }], sensitivity: [{ ...first!, month: 12, lost: false }] }));
  expect(first!.lost).toBe(true);
  expect(told(series(0.4, 0.2, 0, 0, 0, 0))).toContain("of Land AA at 12 months\n- Nothing is lost any more at 12 months.");
  expect(told(series(0, 0, 0, 0, 0.4, 0.4))).toContain("Nothing is lost yet at 12 months.");
});

it("calls hit hardest who loses most over the first year, which it tells first, whoever loses more in one month", async () => {
  const report = await run("resist");
  const [target] = report.targets;
  const late = { ...target!, name: "Late", loss: series(0, 0, 0, 0, 0.9, 0), average: series(0, 0, 0, 0.1, 0.2, 0.2) };
  const soon = { ...target!, name: "Soon", loss: series(0, 0.4, 0.4, 0, 0, 0), average: series(0, 0.4, 0.4, 0.3, 0.1, 0) };
  for (const targets of [
    [late, soon],
    [soon, late],
  ])
    expect(simulateFinding(report, { ...report, targets }).finding).toContain("Soon, hit hardest of 2 targets, loses 30%");
});
