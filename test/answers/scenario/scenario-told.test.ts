import { beforeAll, describe, expect, it } from "vitest";
import { compareReportSchema } from "../../../src/answers/scenario/scenario-questions.ts";
import { simulateReportSchema } from "../../../src/answers/scenario/simulate-report.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { organisation, parameter, place, share } from "../../measure/rows.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { inventedWorkspace, parameterRows } from "../invented.ts";

let ask: Ask;
beforeAll(async () => {
  const lands = ["NN", "QQ"].map((id) => ({
    table: "economy" as const,
    row: { id, name: `Land ${id}`, gdp: 100, gdp_year: 2024, source: "s-one" },
  }));
  const none = [place("logic", "NN", "make", 0), place("memory", "NN", "make", 0)].map((row) => ({
    table: "product_place" as const,
    row: { ...row },
  }));
  const { dataset: _, ...part } = share("cleaner", "firm-d", 0.3, { holder_kind: "organisation", basis: "sales" });
  const firm = [
    { table: "organisation" as const, row: { ...organisation("firm-d", "DD") } },
    { table: "share" as const, row: part },
    ...parameterRows([parameter("cleaner", "market-size", 10)]),
  ];
  const made = await inventedWorkspace(temporaryFolder(), [...lands, ...none, ...firm]);
  ask = made.ask();
  return () => made.close();
});

const scenario = (...measures: string[]): { text: string; place: string } => ({
  text: `name: Invented\nmeasures:\n${measures.join("")}`,
  place: "s.yaml",
});
const ban = (senders: string, targets: string, technologies: string): string =>
  `  - withhold: {senders: [${senders}], targets: [${targets}], technologies: [${technologies}], from: 2026-01-01}\n`;
const denial = "  - patents: {holders: [AA], jurisdictions: [BB], from: 2026-01-01}\n";

const run = async (...measures: string[]) => {
  const report = await ask.simulate({ ...scenario(...measures), draws: 20, seed: 3 });
  expect(simulateReportSchema.parse(report)).toEqual(report);
  return report;
};
const compare = async (first: readonly string[], second: readonly string[]) => {
  const report = await ask.compare({ first: scenario(...first), second: scenario(...second), draws: 20, seed: 3 });
  expect(compareReportSchema.parse(report)).toEqual(report);
  return report;
};

describe("what a scenario cannot tell", () => {
  it("is the loss of a target of which all that is kept from it is unknown, whatever hits another", async () => {
    const { targets, unknownTargets, evidence, senders, sensitivity } = await run(ban("CC", "AA", "resist"), ban("BB", "DD", "mystery"));
    expect(targets.map(({ code }) => code)).toEqual(["AA"]);
    expect(unknownTargets).toMatchObject([{ code: "DD", name: "Land DD" }]);
    expect(evidence.limits.join(" ")).toContain("What Land DD loses is unknown");
    expect(sensitivity.every(({ target }) => target === "AA")).toBe(true);
    expect(senders.map(({ code, sales, downstream }) => [code, sales === null, downstream === null])).toEqual([
      ["CC", false, false],
      ["BB", true, true],
    ]);
  });

  it("is what somebody may hold whom the share row does not name, where it leaves a part to nobody: left out and bounded, never nothing", async () => {
    const alone = await run(ban("QQ", "DD", "resist"));
    expect(alone.measures[0]!.technologies.map(({ state, partUnknown }) => [state, partUnknown])).toEqual([["shares unknown", true]]);
    expect(alone.unknownTargets).toMatchObject([{ code: "DD", name: "Land DD" }]);
    expect(Math.max(...alone.unknownTargets[0]!.withUnknown!.map(([, , high]) => high))).toBeGreaterThan(0);
    expect(alone.finding).toMatch(
      /^What Land DD loses is unknown: .* If all that may be theirs stopped, and nothing that a rule of theirs may reach elsewhere, it would lose .+ of its/,
    );
    const beside = await run(ban("CC", "DD", "gas"), ban("QQ", "DD", "resist"));
    expect(beside.evidence.limits).toContain("Left out, since no share of those who act was known: resist.");
    expect(beside.targets[0]!.withUnknown!.at(-1)![1]).toBeGreaterThan(beside.targets[0]!.loss!.at(-1)!.drawn[1]);
    const both = await run(ban("CC, QQ", "DD", "resist"));
    expect(both.evidence.limits).toContain("Counted only as far as shares of those who act were known: resist.");
    expect(both.targets[0]!.withUnknown!.at(-1)![1]).toBeGreaterThan(both.targets[0]!.loss!.at(-1)!.drawn[1]);
    const apart = await run(ban("CC", "DD", "resist"), ban("QQ", "DD", "resist"));
    expect(apart.evidence.limits).toContain("Left out, since no share of those who act was known: resist by QQ.");
  });

  it("is nothing where the row names all holders and whoever acts is none of them, and the answer says so", async () => {
    const { measures, targets, evidence } = await run(ban("CC", "AA", "scanner"), ban("CC", "AA", "resist"));
    expect(measures[0]!.technologies.map(({ state, partUnknown }) => [state, partUnknown])).toEqual([["not held", false]]);
    expect(targets[0]!.withUnknown).toBeNull();
    expect(evidence.limits).toContain("Nothing known is kept back of: light scanner.");
  });

  it("are sales of what nobody gives the market of, and of a firm of whose part no source tells", async () => {
    const { senders } = await run(ban("CC", "AA", "gas"), ban("firm-c", "DD", "resist"));
    expect(senders.map(({ code, sales }) => [code, sales])).toEqual([
      ["CC", null],
      ["firm-c", null],
    ]);
  });

  it("is what a firm would use of chips itself, though its sales are told: half of those of its economy, of which it is half", async () => {
    const [firm] = (await run(ban("firm-d", "AA", "cleaner"))).senders;
    const [economy] = (await run(ban("DD", "AA", "cleaner"))).senders;
    expect([firm!.downstream, economy!.downstream === null]).toEqual([null, false]);
    const at = (series: NonNullable<typeof firm>["sales"]) => series!.map(({ stockFirst }) => stockFirst);
    expect(at(firm!.sales)[0]).toBeGreaterThan(0);
    expect(at(firm!.sales)[0]).toBeCloseTo(at(economy!.sales)[0]! / 2, 9);
    expect(firm!.lasting).not.toBeNull();
    const both = (await run(ban("firm-d", "AA", "cleaner"), ban("firm-d", "BB", "mystery"))).senders;
    expect(both[0]!.sales).not.toBeNull();
    expect((await run(ban("firm-c", "AA", "cleaner, resist"))).senders[0]!.sales).toBeNull();
  });

  it("is the worth of what nobody says that a target makes, and of what it does not make, each told as what it is", async () => {
    const { targets } = await run(ban("CC", "AA, NN, QQ", "resist"));
    expect(targets.map(({ code, gap, usd, gdpShare, cheaper }) => [code, gap, usd === null, gdpShare === null, cheaper])).toEqual([
      ["AA", null, false, false, null],
      ["NN", "makes-nothing", true, true, null],
      ["QQ", "making-unknown", true, true, null],
    ]);
    const plan = await ask.scenarioPlan(scenario(ban("CC", "AA, NN, QQ", "resist")));
    expect(plan.targets.map(({ gap }) => gap)).toEqual([null, "makes-nothing", "making-unknown"]);
    expect(plan.finding).toBe("1 technology would be run.");
  });

  it("is a mean before the start, and the growth of capacity where no tool is touched", async () => {
    const [consumable] = (await run(ban("CC", "AA", "resist"))).targets;
    expect(consumable!.mean!.map((figure) => figure === null)).toEqual([true, false, false, false, false, false]);
    expect([consumable!.growth, ...consumable!.products.map(({ growth }) => growth)]).toEqual([null, null, null]);
    const [tool] = (await run(ban("DD", "AA", "scanner"))).targets;
    expect([tool!.growth === null, ...tool!.products.map(({ growth }) => growth === null)]).not.toContain(true);
  });

  it("is what the denial of licences does where no patents are measured", async () => {
    const why = /is not computed: the patents .* not measured/;
    expect((await run(denial)).finding).toMatch(/^Nothing in it acts on supply\. /);
    expect((await run(denial)).finding).toMatch(why);
    expect((await run(ban("CC", "AA", "resist"), denial)).evidence.limits.join(" ")).toMatch(why);
    const plan = await ask.scenarioPlan(scenario(denial));
    expect(plan.finding).toBe("Nothing in it acts on supply. The patents, where measured, would answer 1 denial of licences.");
  });
});

describe("two scenarios", () => {
  it("are not compared where one is unknown, or leaves supply alone", async () => {
    for (const [other, words] of [
      [ban("CC", "AA", "mystery"), /is unknown, since no share is known/],
      [denial, /acts on supply, so there is nothing to compare\. What the denial of licences does is not compared\./],
    ] as const) {
      const { targets, senders, usd, sales, finding } = await compare([ban("CC", "AA", "resist")], [other]);
      expect([targets, senders, usd, sales]).toEqual([[], [], null, null]);
      expect(finding).toMatch(words);
      expect(finding).not.toContain("no more and no less");
    }
  });

  it("leave out a target that is unknown in one of them", async () => {
    const known = [ban("CC", "AA", "resist")];
    const { targets, usd, finding, evidence } = await compare(
      [...known, ban("BB", "DD", "mystery")],
      [...known, ban("BB", "DD", "cleaner")],
    );
    expect(targets.map(({ code, loss }) => [code, loss === null])).toEqual([
      ["AA", false],
      ["DD", true],
    ]);
    expect(usd).toBeNull();
    expect([finding, ...evidence.limits].join(" ")).toContain("What Land DD loses is unknown in one of them.");
  });

  it("tell no USD of a firm or of what nobody says that it makes, though it is in one of them only", async () => {
    const { targets, usd } = await compare(
      [ban("CC", "AA", "resist")],
      [ban("CC", "AA, QQ, firm-c", "resist")].map((text) => text.replace("CC", "BB")),
    );
    expect(targets.map(({ code, inBoth, usd: own }) => [code, inBoth, own === null])).toEqual([
      ["AA", true, false],
      ["QQ", false, true],
      ["firm-c", false, true],
    ]);
    expect(usd).toEqual(targets[0]!.usd);
  });

  it("tell no sales of a firm of whose part no source tells, nor a sum that lacks them", async () => {
    const { senders, sales } = await compare([ban("CC", "AA", "resist")], [ban("BB", "AA", "resist"), ban("firm-c", "DD", "resist")]);
    expect(senders.map(({ code, sales: own }) => [code, own === null])).toEqual([
      ["CC", false],
      ["BB", false],
      ["firm-c", true],
    ]);
    expect(sales).toBeNull();
  });
});
