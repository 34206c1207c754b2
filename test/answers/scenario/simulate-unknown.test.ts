import { beforeAll, describe, expect, it } from "vitest";
import { scenarioPlanSchema, simulateReportSchema } from "../../../src/answers/scenario/simulate-report.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { scenarioPlanView as scenarioPlanViewSaid } from "../../../src/report/scenario/scenario-plan.ts";
import { simulateView as simulateViewSaid } from "../../../src/report/scenario/simulate.ts";
import { organisation, parameter, plant } from "../../measure/rows.ts";
import { printed } from "../../report/printed.ts";
import { english } from "../../words/english.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { inventedWorkspace, parameterRows } from "../invented.ts";

const scenarioPlanView = english(scenarioPlanViewSaid);
const simulateView = english(simulateViewSaid);

let ask: Ask;
beforeAll(async () => {
  const firms = [organisation("firm-d", "DD"), organisation("firm-e", "AA")].map((row) => ({
    table: "organisation" as const,
    row: { ...row },
  }));
  const made = await inventedWorkspace(temporaryFolder(), [
    ...firms,
    ...[plant("plant-d", "firm-d", "DD", "memory"), plant("plant-e", "firm-e", "DD", "cleaner")].map((row) => ({
      table: "plant" as const,
      row: { ...row },
    })),
    { table: "economy", row: { id: "QQ", name: "Land QQ", gdp: 100, gdp_year: 2024, source: "s-one" } },
    ...parameterRows([parameter("exposure", "market-size", [3, 4], { unit: "USD bn" })]),
  ]);
  ask = made.ask();
  return () => made.close();
});

async function answers(measure: string) {
  const question = { text: `name: Invented\nmeasures:\n  - ${measure}\n`, place: "s.yaml" };
  const [plan, report] = [await ask.scenarioPlan(question), await ask.simulate({ ...question, draws: 20, seed: 3 })];
  expect(scenarioPlanSchema.parse(plan)).toEqual(plan);
  expect(simulateReportSchema.parse(report)).toEqual(report);
  return { plan, report, texts: [printed(scenarioPlanView(plan)), printed(simulateView(report))] };
}

const ban = (senders: string, targets: string, technologies: string): string =>
  `withhold: {senders: [${senders}], targets: [${targets}], technologies: [${technologies}], from: 2026-01-01}`;

describe("what no source tells is said", () => {
  it("is the part of its economy's capacity that a firm loses: drawn from none to all, and named", async () => {
    const { plan, report, texts } = await answers(
      "capacity: {of: {organisation: firm-d}, technologies: [cleaner], lost: [1, 1], from: 2026-01-01}",
    );
    const words = "The part of FIRM-D in the cleaner of Land DD is unknown: it is drawn from none to all.";
    for (const { untoldParts } of [plan, report])
      expect(untoldParts).toEqual([{ holder: "firm-d", name: "FIRM-D", of: "Land DD", technologies: ["cleaner"] }]);
    expect(report.evidence.limits).toContain(words);
    for (const text of texts) expect(text).toContain(`- ${words}`);
  });

  it("is nothing of the kind where the economy loses it", async () => {
    const { report } = await answers("capacity: {of: {economy: DD}, technologies: [cleaner], lost: [1, 1], from: 2026-01-01}");
    expect([report.untoldParts, report.measures[0]!.technologies[0]!.partDrawn]).toEqual([[], false]);
  });

  it("is the loss over all products of a target of which no source says that it makes any", async () => {
    const { report, texts } = await answers(ban("CC", "QQ, AA", "resist"));
    expect(report.evidence.limits.join(" ")).toContain("How much of which final products Land QQ makes, no source says");
    expect(report.finding).toContain("hit hardest of 2 targets, loses");
    const land = report.targets.find(({ code }) => code === "QQ")!;
    expect([land.loss, land.mean, land.average, land.growth]).toEqual([null, null, null, null]);
    expect(land.products.some(({ loss }) => loss.some(({ drawn }) => drawn[2] > 0))).toBe(true);
    expect(texts[1]).toMatch(/Land QQ: running output, %\s+unknown/);
  });

  it("is the market of varieties where that of their family alone is known, in the plan as in the run", async () => {
    const { plan, report, texts } = await answers(ban("DD", "AA", "exposure"));
    for (const { measures } of [plan, report])
      expect(measures[0]!.technologies[0]).toMatchObject({ marketKnown: false, familyMarket: { low: 3e9, high: 4e9 } });
    expect(texts[0]).toContain("unknown; at most its family's USD 3 to 4 B");
    expect(report.evidence.limits.join(" ")).toContain(
      "no market of it is published. It is at most that of all exposure, USD 3 to 4 B a year.",
    );
    const known = await answers(ban("CC", "AA", "resist"));
    expect(known.plan.measures[0]!.technologies[0]).toMatchObject({ marketKnown: true, familyMarket: null });
  });
});

describe("a firm whose plants the atlas lists", () => {
  it("is told over what these make, and not as one that has all made by others", async () => {
    const { report, texts } = await answers(ban("CC", "firm-d", "resist"));
    expect(report.targets[0]).toMatchObject({ mix: ["memory"], mixOf: "plants" });
    expect(report.targets[0]!.products.map(({ product }) => product)).toEqual(["memory"]);
    expect(report.finding).toContain("of what its plants make of memory");
    expect(texts[1]).not.toContain("A firm without plants");
  });

  it("is told over all that is touched where its plants make nothing of that, as a firm without plants is", async () => {
    const { report } = await answers(ban("DD", "firm-c, AA", "cleaner, scanner"));
    expect(report.targets.map(({ code, mixOf }) => [code, mixOf])).toEqual([
      ["firm-c", "touched"],
      ["AA", null],
    ]);
    const other = await answers(ban("CC", "firm-e", "resist"));
    expect(other.report.targets[0]).toMatchObject({ mix: ["logic", "memory"], mixOf: "touched" });
  });
});
