import { beforeAll, describe, expect, it } from "vitest";
import { compareReportSchema } from "../../../src/answers/scenario/scenario-questions.ts";
import { scenarioPlanSchema, simulateReportSchema } from "../../../src/answers/scenario/simulate-report.ts";
import type { Ask } from "../../../src/ask/ask.ts";
import { quietEffects } from "../../../src/base/effects.ts";
import { LevermapError } from "../../../src/base/errors.ts";
import { compareView as compareViewSaid } from "../../../src/report/scenario/compare.ts";
import { shortMeasures as shortMeasuresSaid } from "../../../src/report/scenario/measure-words.ts";
import { simulateView as simulateViewSaid } from "../../../src/report/scenario/simulate.ts";
import { parameter } from "../../measure/rows.ts";
import { printed } from "../../report/printed.ts";
import { english } from "../../words/english.ts";
import { temporaryFolder } from "../../workspace/folder.ts";
import { defaultRows, type Invented, inventedWorkspace, parameterRows } from "../invented.ts";

const compareView = english(compareViewSaid);
const shortMeasures = english(shortMeasuresSaid);
const simulateView = english(simulateViewSaid);

let made: Invented;
let ask: Ask;
beforeAll(async () => {
  const times = defaultRows({
    stock: [0, 2],
    "notice-purchases": [0, 1],
    "recovery-ceiling": [0.3, 0.8],
    "recovery-chance": [0.2, 0.8],
    "service-life": [5, 20],
    "service-factor": [2, 4],
    additions: [0.05, 0.1],
    renewal: [3, 12],
  });
  const elasticities = parameterRows([parameter("resist", "supply-elasticity", 0.5), parameter("resist", "demand-elasticity", -0.5)]);
  made = await inventedWorkspace(temporaryFolder(), [...times, ...elasticities]);
  ask = made.ask("2026-01-01");
  return () => made.close();
});

const scenario = (measures: string, more = ""): { text: string; place: string } => ({
  text: `name: Invented\n${more}\nmeasures:\n${measures}`,
  place: "s.yaml",
});

const ban = (senders: string, targets: string, technologies: string, more = ""): string =>
  `  - withhold: {senders: [${senders}], targets: [${targets}], technologies: [${technologies}], from: 2026-01-01${more}}\n`;

const run = (measures: string, more = "", draws = 200) => ask.simulate({ ...scenario(measures, more), draws, seed: 3 });
const losses = (report: Awaited<ReturnType<typeof run>>, code: string) =>
  report.targets.find((target) => target.code === code)!.loss!.map(({ drawn }) => drawn[1]);

describe("a scenario", () => {
  it("answers in the form of its schema, the same for the same seed", async () => {
    const report = await run(ban("CC", "AA", "resist, gas"));
    expect(simulateReportSchema.parse(report)).toEqual(report);
    expect(await run(ban("CC", "AA", "resist, gas"))).toEqual(report);
    expect(report.targets.map(({ code }) => code)).toEqual(["AA"]);
    expect(losses(report, "AA").at(-1)).toBeGreaterThan(0);
    expect(report.evidence.documents.map(({ id }) => id)).toContain("s-three");
  });

  it("with several measures hits each target with its own, from its own day", async () => {
    const report = await run(`${ban("CC", "AA", "resist")}${ban("DD", "CC", "scanner").replace("2026-01-01", "2027-02-01")}`);
    expect(report.start).toBe("2026-01-01");
    expect(report.targets.map(({ code }) => code)).toEqual(["AA", "CC"]);
    const growth = report.targets[1]!.growth!.map(({ drawn }) => drawn[2]);
    expect(growth.slice(0, 4)).toEqual([0, 0, 0, 0]);
    expect(losses(report, "AA").at(-1)).toBeGreaterThan(0);
    const alone = await run(ban("CC", "AA", "resist"));
    expect(report.targets[0]!.loss).toEqual(alone.targets[0]!.loss);
  });

  it("of buyers that refuse is as if it were withheld without reach; the words name who refuses", async () => {
    const refused = await run("  - refuse: {buyers: [AA], sellers: [CC], technologies: [resist], from: 2026-01-01}\n");
    const withheld = await run(ban("CC", "AA", "resist", ", reach: false"));
    expect(refused.targets).toEqual(withheld.targets);
    expect(refused.senders).toEqual(withheld.senders);
    expect(shortMeasures(refused).items).toEqual(["Land AA refuses to buy 1 technology from Land CC from 2026-01-01"]);
    const following = "outsiders: following";
    const alone = await run("  - refuse: {buyers: [AA], sellers: [CC], technologies: [resist], from: 2026-01-01}\n", following);
    expect(alone.senders.map(({ code }) => code)).toEqual(["CC"]);
    const self = run("  - refuse: {buyers: [AA], sellers: [AA], technologies: [resist], from: 2026-01-01}\n");
    await expect(self).rejects.toThrow("AA cannot refuse to buy from itself");
  });

  it("against the world hits all but the senders, and a target of its own beside them", async () => {
    const world = await run(ban("CC", "world", "resist"));
    expect(world.targets.map(({ code }) => code)).toEqual(["world"]);
    const both = await run(`${ban("CC", "world", "resist")}${ban("DD", "AA", "cleaner")}`);
    expect(both.targets.map(({ code, name }) => [code, name])).toEqual([
      ["AA", "Land AA"],
      ["world", "everybody else"],
    ]);
    expect(losses(both, "AA").at(-1)).toBeGreaterThan(0);
  });

  it("loses more where outsiders keep still, and most where they follow", async () => {
    const of = async (outsiders: string) => losses(await run(ban("BB", "AA", "resist"), `outsiders: ${outsiders}`), "AA").at(-1)!;
    const [backfilling, neutral, following] = [await of("backfilling"), await of("neutral"), await of("following")];
    expect(neutral).toBeGreaterThanOrEqual(backfilling);
    expect(following).toBeGreaterThan(neutral);
    const report = await run(ban("BB", "AA", "resist"), "outsiders: following");
    expect(report.senders.map(({ code, follows }) => [code, follows])).toEqual([
      ["BB", false],
      ["CC", true],
    ]);
  });

  it("ends where it is eased to nothing", async () => {
    const eased = await run(ban("CC", "AA", "resist", ", easing: [{date: 2026-02-01, left: 0}]"));
    expect(losses(eased, "AA").slice(1)).toEqual([0, 0, 0, 0, 0]);
    expect(eased.targets[0]!.technologies[0]!.shortfall.map(({ stockFirst }) => stockFirst > 0)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
  });

  it("reads what a control says: technologies, class, targets and days", async () => {
    const plan = await ask.scenarioPlan(scenario('  - withhold: {control: "2 Gazette 2", senders: [CC]}'));
    expect(scenarioPlanSchema.parse(plan)).toEqual(plan);
    const [measure] = plan.measures;
    expect(measure!.control?.citation).toBe("2 Gazette 2");
    expect(measure!.technologies.map(({ technology, class: of, from }) => [technology, of, from])).toContainEqual([
      "resist",
      "licence",
      "2020-02-01",
    ]);
  });

  it("says where it departs from the control that it cites: who acts by it, and from when", async () => {
    const limits = async (more: string) => {
      const of = scenario(`  - withhold: {control: "2 Gazette 2", technologies: [resist], targets: [AA], ${more}}\n`);
      const [plan, answer] = [await ask.scenarioPlan(of), await ask.simulate({ ...of, draws: 10 })];
      expect(answer.evidence.limits.slice(0, plan.evidence.limits.length)).toEqual(plan.evidence.limits);
      return plan.evidence.limits.filter((limit) => !limit.startsWith("The map is that of"));
    };
    expect(await limits("senders: [CC]")).toEqual([]);
    expect(await limits("senders: [firm-c]")).toEqual([]);
    expect(await limits("senders: [BB]")).toEqual([
      "2 Gazette 2 is a rule of DD and CC; here BB would act by it, which the rule does not say.",
    ]);
    expect(await limits("senders: [CC], from: 2019-03-01")).toEqual([
      "2 Gazette 2 takes effect on 2020-02-01 for resist; here from 2019-03-01 on.",
    ]);
  });

  it("says that a day asked for is not used where the file says another", async () => {
    const of = (more: string) => ask.scenarioPlan(scenario(ban("CC", "AA", "resist"), more));
    expect((await of("as_of: 2026-01-01")).evidence.limits).toEqual([]);
    expect((await of("")).evidence.limits).toEqual([]);
    expect((await of("as_of: 2025-06-30")).evidence.limits).toEqual([
      "The data are those of 2025-06-30, as the scenario says; the day asked for, 2026-01-01, is not used.",
    ]);
  });

  it("eases by the days of easing, in whatever order they stand, and refuses one before the effect or two of a day", async () => {
    const eased = (...steps: string[]) => scenario(ban("CC", "AA", "resist", `, easing: [${steps.join(", ")}]`));
    const [first, second] = ["{date: 2027-01-01, left: 0.5}", "{date: 2028-01-01, left: 0}"];
    const { measures } = await ask.scenarioPlan(eased(second, first));
    expect(measures[0]!.easing.map(({ date }) => date)).toEqual(["2027-01-01", "2028-01-01"]);
    const refused = ask.scenarioPlan(eased(first, "{date: 2025-12-31, left: 0.5}", "{date: 2027-01-01, left: 0}"));
    await expect(refused).rejects.toMatchObject({
      code: "LM_SCENARIO_INVALID",
      details: {
        problems: [
          "measure 1, withhold, easing 2, date: 2025-12-31 is before the effect, 2026-01-01",
          "measure 1, withhold, easing 3, date: two of 2027-01-01",
        ],
      },
    });
  });

  it("loses capacity by nobody's act: of the holder too, and back after its repair", async () => {
    const report = await run(
      "  - capacity: {of: {economy: CC}, technologies: [resist], lost: [0.5, 1], repair: [6, 12], from: 2026-01-01}\n",
    );
    expect(report.targets.map(({ code }) => code)).toEqual(["CC", "world"]);
    expect(report.senders).toEqual([]);
    expect(losses(report, "CC")[5]).toBeCloseTo(0, 3);
    expect(losses(report, "CC").some((loss) => loss > 0)).toBe(true);
  });

  it("are back in the time that plants took before, where the file gives no months of repair", async () => {
    const lost = "  - capacity: {of: {economy: CC}, technologies: [resist], lost: [0.5, 1], from: 2026-01-01";
    const [told, usual] = [scenario(`${lost}, repair: [2, 10]}\n`), scenario(`${lost}}\n`)];
    const [measure] = (await ask.scenarioPlan(usual)).measures;
    // One plant that took 2 to 10 months: the next may take less or more.
    const [low, high] = measure!.repairMonths!;
    expect([low < 2, high > 10, measure!.repairAssumed]).toEqual([true, true, true]);
    expect((await ask.scenarioPlan(told)).measures[0]).toEqual({ ...measure, repairMonths: [2, 10], repairAssumed: false });
  });

  it("never come back where they are given up, and spoiled batches are lost in the first month alone", async () => {
    const given = (more: string): string => `  - capacity: {of: {economy: CC}, technologies: [resist], from: 2026-01-01, ${more}}\n`;
    const total = given("lost: [1, 1], total: true");
    expect((await ask.scenarioPlan(scenario(total))).measures[0]).toMatchObject({ repairMonths: null, repairAssumed: false });
    expect(losses(await run(total), "CC")[5]).toBeGreaterThan(0);
    const [spoiled] = (await ask.scenarioPlan(scenario(given("lost: [0, 0], cause: power, spoiled: [0.1, 0.2]")))).measures;
    expect(spoiled).toMatchObject({ lost: [0, 0], cause: "power", spoiled: [0.1, 0.2] });
    await expect(run(given("lost: [1, 1], total: true, repair: [1, 2]"))).rejects.toThrow(/capacity: is a total loss and has no `repair`/);
  });

  it("of a firm takes its part of its economy's supply, and anything up to all where nothing tells it", async () => {
    const of = async (technology: string) => {
      const { measures } = await ask.scenarioPlan(
        scenario(
          `  - capacity: {of: {organisation: firm-c}, technologies: [${technology}], lost: [1, 1], repair: [1, 2], from: 2026-01-01}\n`,
        ),
      );
      return measures[0]!.technologies[0]!.state;
    };
    expect([await of("resist"), await of("gas"), await of("cleaner")]).toEqual(["modelled", "modelled", "shares unknown"]);
  });

  it("leaves out technologies without known shares, names them, and bounds what they could add", async () => {
    const report = await run(ban("CC", "AA", "mystery, resist"));
    expect(report.measures[0]!.technologies.map(({ technology, state }) => [technology, state])).toEqual([
      ["mystery", "shares unknown"],
      ["resist", "modelled"],
    ]);
    const [target] = report.targets;
    expect(target!.withUnknown!.at(-1)![1]).toBeGreaterThan(target!.loss!.at(-1)!.drawn[1]);
    expect(report.evidence.limits.join()).toContain("Its greatest effect is given for running output alone");
    expect(report.evidence.limits).toContain("Left out, since no share of those who act was known: mystery.");
    const unknown = await run(ban("CC", "AA", "mystery"));
    expect(unknown.finding).toMatch(/unknown/);
  });

  it("tells what the price would cost where elasticities are known, and which is cheaper", async () => {
    const report = await run(ban("CC", "AA", "resist"));
    const { price, felt } = report.targets[0]!.technologies[0]!;
    // Δln P = x / (0.5 + 0.5)
    expect(price!.rise[1]).toBeCloseTo(Math.exp(felt[3]!.drawn[1]) - 1, 2);
    // AA needs at most three tenths of a market of USD 2 bn
    expect(price!.paidUsdBn![2]).toBeLessThan(0.6 * (Math.E - 1));
    const { cheaper } = report.targets[0]!;
    expect(cheaper!.by).toBe(cheaper!.priceUsdBn < cheaper!.outputUsdBn ? "price" : "output");
    const both = await run(ban("CC", "AA", "resist, gas"));
    expect(both.targets[0]!.cheaper).toBeNull();
  });

  it("names inputs that move the answer, assumed ones among them", async () => {
    const report = await run(ban("CC", "AA", "resist", ", class: licence"), "", 2_000);
    const last = report.sensitivity.find(({ month }) => month === 60)!;
    expect(last.inputs.length).toBeGreaterThan(0);
    expect(last.inputs.map(({ part }) => part)).toEqual([...last.inputs.map(({ part }) => part)].sort((a, b) => b - a));
    expect(["assumed", "unknown"]).toContain(last.narrows?.basis);
  });

  it("stops when it is told to", async () => {
    const controller = new AbortController();
    const progress = { report: () => controller.abort(new LevermapError("LM_INTERRUPTED", "Stopped.")) };
    const stopped = made.ask("2026-01-01", { ...quietEffects, progress, signal: controller.signal });
    const endless = { ...scenario(ban("CC", "AA", "resist")), draws: 1_000_000 };
    await expect(stopped.simulate(endless)).rejects.toMatchObject({ code: "LM_INTERRUPTED" });
  });

  it("says all that it does not know of, with what is near", async () => {
    const bad = scenario(
      `${ban("CC", "AA, ZZ", "resits")}${ban("UU", "UU, AA", "gas")}  - withhold: {control: "2 Gazete 2"}\n  - capacity: {of: {plant: mill}, technologies: [gas], lost: [1, 1], from: 2026-01-01}\n`,
    );
    const error = await ask.simulate(bad).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(LevermapError);
    const { code, details } = error as LevermapError;
    expect(code).toBe("LM_SCENARIO_INVALID");
    const told = details.problems as string[];
    expect(told).toContain('measure 1, withhold, technologies: no technology "resits"; did you mean "resist"?');
    expect(told.some((each) => each.startsWith('measure 1, withhold, targets: no economy, group or organisation "ZZ"'))).toBe(true);
    expect(told).toContain('measure 3, withhold, control: no control "2 Gazete 2"; did you mean "2 Gazette 2" or "1 Gazette 1"?');
    expect(told.some((each) => each.startsWith('measure 4, capacity, of: no plant "mill"'))).toBe(true);
    expect(told).toContain("AA and UU overlap; name one of them");
    expect(told).toContain("UU cannot withhold from itself");
    await expect(ask.simulate({ id: "japan-korea" })).rejects.toThrow(/japan-korea-2019/);
  });

  it("of a loss of capacity tells apart whom the file names, once, and nobody twice", async () => {
    const outage = (apart: string): string =>
      `  - capacity: {of: {economy: CC}, technologies: [resist], lost: [0.5, 0.9], from: 2026-01-01, apart: [${apart}]}\n`;
    const report = await run(outage("AA, BB, AA"));
    expect(report.targets.map(({ code }) => code)).toEqual(expect.arrayContaining(["AA", "BB", "world"]));
    await expect(run(outage("ZZ"))).rejects.toThrow(/measure 1, capacity, apart: no economy, group or organisation "ZZ"/);
    await expect(run(outage("AA, UU"))).rejects.toThrow(/AA and UU overlap/);
  });
});

describe("two scenarios", () => {
  it("differ by what their draws differ by: nothing where they are the same", async () => {
    const one = scenario(ban("CC", "AA", "resist"));
    const report = await ask.compare({ first: one, second: one, draws: 200, seed: 5 });
    expect(compareReportSchema.parse(report)).toEqual(report);
    for (const { difference, more } of report.targets[0]!.loss!) expect([difference, more]).toEqual([[0, 0, 0], 0]);
    expect(report.targets[0]!.loss!.at(-1)!.first![1]).toBeGreaterThan(0);
  });

  it("has an interval of the difference that is narrower than both where they share what is drawn", async () => {
    const first = scenario(ban("CC", "AA", "resist"));
    const second = scenario(ban("CC", "AA", "resist, gas"));
    const { targets } = await ask.compare({ first, second, draws: 500, seed: 5 });
    const { first: a, second: b, difference } = targets[0]!.loss!.at(-1)!;
    expect(difference![0]).toBeGreaterThanOrEqual(0);
    expect(b![1]).toBeGreaterThanOrEqual(a![1]);
  });

  it("does not say of who is in one of them only that it changes by what it loses there", async () => {
    const report = await ask.compare({
      first: scenario(ban("CC", "AA", "resist")),
      second: scenario(ban("DD", "CC", "scanner")),
      draws: 50,
    });
    const { targets, senders, usd, sales, finding, evidence } = report;
    expect(targets.map(({ code, inBoth }) => [code, inBoth])).toEqual([
      ["AA", false],
      ["CC", false],
    ]);
    expect(senders.map(({ code }) => code)).toEqual(["CC", "DD"]);
    const { first, ...other } = targets[0]!.loss!.at(-1)!;
    expect(first![1]).toBeGreaterThan(0);
    expect(other).toEqual({ second: null, difference: null, more: null });
    expect([usd, sales]).toEqual([null, null]);
    expect([finding, ...evidence.limits].join(" ")).toMatch(
      /^"Invented" and "Invented" have no target in common\. .* asked in one of them only, and not compared\./,
    );
    const text = printed(compareView(report));
    expect(text).toMatch(/^running output of Land AA +12 +\S+%.* not asked$/m);
    expect(compareReportSchema.parse(report)).toEqual(report);
  });

  it("names the technologies whose capacity is lost", async () => {
    const lost = "  - capacity: {of: {economy: DD}, technologies: [scanner, resist], lost: [0.5, 1], repair: [1, 2], from: 2026-01-01}\n";
    const plan = await ask.simulate({ ...scenario(lost), draws: 2 });
    const [words] = shortMeasures(plan).items;
    expect(words).toContain("DD loses 50 to 100% of its capacity for light scanner and ");
  });

  it("tells technologies by name in its text and by id in its JSON", async () => {
    const made = await inventedWorkspace(temporaryFolder(), defaultRows({ stock: [0, 1], fungibility: [0, 1], spare: [0, 0.5] }));
    const report = await made.ask("2026-01-01").simulate({ ...scenario(ban("DD", "AA", "resist, scanner")), draws: 200 });
    made.close();
    expect(Object.keys(report.names)).toEqual(expect.arrayContaining([...report.unpriced]));
    expect(report.unpriced).toContain("scanner");
    const text = printed(simulateView(report));
    expect(text).toMatch(/Not counted, since their market is not published: .*Light scanner/);
    expect(text).not.toMatch(/\bscanner\b(?<!Light scanner)(?<!light scanner)/);
  });
});
