import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readyScenarioIds } from "../../../src/answers/scenario/ready-scenarios.ts";
import { compareReportSchema } from "../../../src/answers/scenario/scenario-questions.ts";
import { type SimulateReport, scenarioPlanSchema, simulateReportSchema } from "../../../src/answers/scenario/simulate-report.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { isLong, some } from "../../tiers.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const run = (id: string, draws = 300): Promise<SimulateReport> => map.simulate({ id, draws, seed: 1 });
const target = (report: SimulateReport, code: string) => report.targets.find((each) => each.code === code)!;

/** All numbers of an answer, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

describe("ready scenarios", () => {
  it.each(some(readyScenarioIds(), ["gallium-stop", "huawei-foundry-2020", "taiwan-outage", "us-nl-jp-2023"]))(
    "%s is planned and run",
    async (id) => {
      const plan = await map.scenarioPlan({ id });
      expect(scenarioPlanSchema.parse(plan)).toEqual(plan);
      const report = await run(id, 50);
      expect(simulateReportSchema.safeParse(report).error).toBeUndefined();
      expect(numbersIn(report).every(Number.isFinite)).toBe(true);
      // What is left out is between nothing and its bound: of the same draws, end by end.
      for (const { loss, withUnknown } of report.targets)
        for (const [h, bound] of (withUnknown ?? []).entries())
          for (const end of [0, 1, 2] as const) expect(bound[end]).toBeGreaterThanOrEqual(loss![h]!.drawn[end] - 1e-12);
      for (const { loss, mean, products } of report.targets)
        for (const { stockFirst, rationed, drawn } of [
          ...(loss ?? []),
          ...(mean ?? []).flatMap((figure) => figure ?? []),
          ...products.flatMap((product) => [...product.loss, ...product.use]),
        ])
          for (const value of [stockFirst, rationed, ...drawn]) expect([value >= 0, value <= 1]).toEqual([true, true]);
      for (const { growth } of report.targets) for (const { drawn } of growth ?? []) expect(drawn[0]).toBeGreaterThanOrEqual(0);
      const told = report.targets.length > 0 || report.patents.length > 0;
      expect(told || /is unknown/.test(report.finding)).toBe(true);
    },
  );

  it("do not tell an unknown as nothing: no figure of the plant that burnt", async () => {
    const report = await run("naka-fire-2021", 20);
    expect([report.targets, report.measures[0]!.technologies[0]!.state]).toEqual([[], "shares unknown"]);
  });

  it("deny licences by patents, with what that could exclude", async () => {
    const report = await run("layer-transfer-us-denies");
    expect(report.targets).toEqual([]);
    expect(report.patents.map(({ report: denial }) => denial !== null)).toEqual([true]);
  });
});

describe("Japan on South Korea, 2019", () => {
  it("loses memory within a year, with its interval and width", async () => {
    const report = await run("japan-korea-2019", 2_000);
    const technologies = report.measures[0]!.technologies;
    expect(technologies.map(({ technology, class: of, state }) => [technology, of, state])).toEqual([
      ["hydrogen-fluoride", "licence", "modelled"],
      ["photoresist", "licence", "modelled"],
      ["fluorinated-polyimide", "licence", "modelled"],
    ]);
    const dram = target(report, "KR").products.find(({ product }) => product === "dram")!;
    const year = dram.loss.slice(0, 4).map(({ drawn: [low, mid, high] }) => ({ low, mid, high, width: high - low }));
    for (const { low, mid, high } of year) {
      expect(low).toBeLessThanOrEqual(mid);
      expect(mid).toBeLessThanOrEqual(high);
    }
    // Lots in process are finished first, for three and a half months: until then nothing is lost, however stock is used
    expect([dram.loss[0]!.stockFirst, year[0]!.high]).toEqual([0, 0]);
    expect(year[3]!.width).toBeGreaterThan(0);
    expect(dram.loss[5]!.drawn[2]).toBeLessThan(0.05);
  });
});

describe("the foundry rule of 2020", () => {
  const reached = (report: SimulateReport) =>
    report.measures[0]!.technologies.flatMap(({ reaches }) => reaches.map(({ provider }) => provider));

  it("reaches TSMC's plants in Taiwan, and Huawei loses", async () => {
    const report = await run("huawei-foundry-2020");
    expect(reached(report)).toContain("TW");
    const huawei = target(report, "huawei");
    expect(huawei.kind).toBe("organisation");
    expect(huawei.usd).toBeNull();
    const chips = huawei.products.find(({ product }) => product === "advanced-logic")!;
    expect(chips.loss.some(({ drawn }) => drawn[1] > 0)).toBe(true);
    expect(chips.loss.some(({ stockFirst }) => stockFirst > 0)).toBe(true);
  });

  it.each(["huawei-foundry-2020-before", "huawei-foundry-2020-no-reach"])(
    "%s: nothing is reached, and what the US itself made was not known",
    async (id) => {
      const report = await run(id);
      expect(reached(report)).toEqual([]);
      expect(report.measures[0]!.technologies.map(({ state }) => state)).toEqual(["shares unknown"]);
      expect(report.targets).toEqual([]);
      expect(report.finding).toContain("is unknown");
    },
  );

  it("is worth its reach: with the shares that are known today the difference is the whole loss", async () => {
    const today = (reach: boolean) => ({
      place: `${reach}.yaml`,
      text: `name: Reach ${reach}\nas_of: 2026-11-25\nmeasures:\n  - foundry: {class: ban, senders: [US], targets: [huawei], node: 7, reach: ${reach}, from: 2026-12-15}\n`,
    });
    const report = await map.compare({ first: today(false), second: today(true), draws: 300 });
    expect(compareReportSchema.parse(report)).toEqual(report);
    expect(report.targets[0]!.loss!.length).toBeGreaterThan(0);
    for (const { first, second, difference } of report.targets[0]!.loss!) {
      expect(second![1]).toBeGreaterThanOrEqual(first![1]);
      if (first![2] === 0) expect(difference).toEqual(second);
    }
  });
});

describe("other scenarios", () => {
  it.each(some(["gallium-germanium-stop", "gallium-stop", "taiwan-outage"], ["gallium-stop"]))(
    "%s: lists every document that what moves it was read in",
    async (id) => {
      const { sensitivity, evidence } = await run(id, 2_000);
      const listed = new Set(evidence.documents.map((document) => document.id));
      const sources = sensitivity.flatMap(({ inputs }) => inputs.flatMap(({ source }) => source ?? []));
      expect(sources.length).toBeGreaterThan(0);
      expect(sources.filter((source) => !listed.has(source))).toEqual([]);
    },
  );

  it.runIf(isLong)("name no fact as one that would narrow an answer of which it explains next to nothing", async () => {
    const narrowing: number[] = [];
    for (const id of readyScenarioIds())
      for (const { narrows, inputs } of (await run(id)).sensitivity) {
        const open = inputs.filter(({ basis }) => basis !== "published" && basis !== "given");
        if (narrows !== null) narrowing.push(narrows.part);
        else expect(open.every(({ part }) => part < 0.05)).toBe(true);
      }
    expect(narrowing.length).toBeGreaterThan(0);
    expect(narrowing.filter((part) => part < 0.05)).toEqual([]);
  });

  it("an outage in Taiwan takes its own output as soon as finished wafers are used up", async () => {
    const report = await run("taiwan-outage");
    expect(report.targets.map(({ code }) => code)).toEqual(["TW", "US", "CN", "world"]);
    const { loss } = target(report, "TW");
    expect(loss![0]!.drawn[1]).toBeLessThan(0.2);
    expect(loss![1]!.drawn[0]).toBeGreaterThan(0.5);
    expect(report.senders).toEqual([]);
  });

  it("the Netherlands and Japan add to what the United States do alone", async () => {
    const report = await map.compare({ first: { id: "us-alone-2022" }, second: { id: "us-nl-jp-2023" }, draws: 300 });
    expect(report.targets.map(({ code, inBoth }) => [code, inBoth])).toEqual([["CN", true]]);
    expect(report.targets[0]!.growth!.at(-1)!.difference![1]).toBeGreaterThan(0);
    expect(report.senders.map(({ code, inBoth }) => [code, inBoth])).toEqual([
      ["US", true],
      ["JP", false],
      ["NL", false],
    ]);
  });
});
