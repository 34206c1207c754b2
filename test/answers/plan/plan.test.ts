import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planCompareSchema } from "../../../src/answers/plan/explain/plan-compare-report.ts";
import { planExplainSchema } from "../../../src/answers/plan/explain/plan-explain-report.ts";
import { readyPlanIds } from "../../../src/answers/plan/plan-file.ts";
import type { PlanQuestion } from "../../../src/answers/plan/plan-questions.ts";
import { planOutlineSchema, planReportSchema } from "../../../src/answers/plan/plan-report.ts";
import { Style } from "../../../src/cli/page/style.ts";
import { printView } from "../../../src/cli/print-view.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { once } from "../../../src/link/link-table.ts";
import { planView } from "../../../src/report/plan/plan.ts";
import { some } from "../../tiers.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const text = (
  home: string,
  more = "",
  technologies = "abf-film, silicon-wafers, photoresist, metal-oxide-resist, cmp-pads, two-dimensional-channels",
): string =>
  `name: Plan of ${home}\nhome: ${home}\nyears: 12\nmoney: 400\nunspent: 0\nresearchers: { tool: 800, material: 600 }\ntechnologies: [${technologies}]\n${more}`;
const file = (home: string, more = ""): PlanQuestion => ({ place: "mine.yaml", text: text(home, more) });
/** Of two technologies alone, with money for less than all of it. */
const small = (home: string, more = "") => ({
  place: "mine.yaml",
  text: text(home, more, "metal-oxide-resist, two-dimensional-channels").replace("money: 400", "money: 60"),
});
/** Of a home that is not in the atlas, with a problem of its own. */
const startUp = `name: Start-up\nhome: { name: Resist start-up, seat: BE, makes: photoresist, sells_usd_m: 2 }\nyears: 8\nmoney: 5\nunspent: 0\ntechnologies: [photoresist, metal-oxide-resist]\nproblems: [{ id: own-idea, technology: photoresist, name: Resist of our own, need: A resist that nobody has., maturity: research, clock: [2030, 2034] }]\ninputs: [{ id: effort-scale, low: 20, high: 40 }, { id: rival-families, low: 0, high: 1 }]\n`;
const started = (more = ""): PlanQuestion => ({ place: "mine.yaml", text: startUp + more });
const total = (values: readonly number[]): number => values.reduce((sum, each) => sum + each, 0);

/** The plan that most tests look at, solved once. */
const planOfKr = once(() => map.plan(file("KR", "against: JP\n")));

describe("ready plans on the bundled data", () => {
  it.each(some(readyPlanIds(), ["cn-under-controls", "imec-institute", "resist-start-up"]))(
    "%s has problems to choose from, and says what is assumed and unknown",
    async (id) => {
      const outline = await map.planOutline({ id });
      expect(planOutlineSchema.parse(outline)).toEqual(outline);
      expect(outline.programmes.length).toBeGreaterThan(0);
      expect(outline.evidence.limits.join()).toContain("of the last five years that goes beyond one office is published");
      expect(outline.evidence.grade).toBe("assumed");
      for (const { works, wins } of outline.programmes) for (const chance of [works, wins]) expect(chance).toBeLessThan(1);
    },
  );

  it("of economies have at least eight problems of the next generation to value, of different kinds and clocks", async () => {
    const { programmes } = await map.planOutline({ id: "cn-under-controls" });
    const next = programmes.filter(({ nextGeneration }) => nextGeneration);
    expect(new Set(next.map(({ problem }) => problem)).size).toBeGreaterThanOrEqual(8);
    expect(new Set(next.map(({ field }) => field)).size).toBeGreaterThanOrEqual(3);
    expect(new Set(next.map(({ claimsFrom }) => Math.round(claimsFrom))).size).toBeGreaterThanOrEqual(4);
  });
});

describe("a plan", () => {
  it("keeps to money and people, tells how near the best it is, and each kind of worth by itself", async () => {
    const report = await planOfKr();
    expect(planReportSchema.parse(report)).toEqual(report);
    expect(report.programmes.length).toBeGreaterThan(0);
    for (const { used, available } of report.resources)
      if (available !== null)
        for (const [year, each] of used.entries()) expect(each).toBeLessThanOrEqual(available[year]! * (1 + 1e-6) + 1e-6);
    expect(report.bound).toBeGreaterThanOrEqual(report.value - 1e-6);
    expect(report.rights!.mean).toBeGreaterThan(0);
    expect(report.income.mean).toBeCloseTo(total(report.programmes.map(({ royalties, profit }) => royalties! + profit)), 6);
    expect(report.worlds.fresh).toBeGreaterThanOrEqual(2000);
  });

  it("saves no more than is lost without it, on fresh worlds, and about what it was chosen for", async () => {
    const { lost, resilience, sales, programmes, worst, worlds } = await planOfKr();
    expect(lost!.without).toBeLessThan(sales!);
    expect(lost!.without - lost!.with).toBeCloseTo(resilience!.mean, 4);
    expect(resilience!.mean).toBeGreaterThan(0);
    expect(resilience!.mean).toBeLessThanOrEqual(lost!.without);
    expect(worst!.lostWith).toBeLessThanOrEqual(worst!.lostWithout + 1e-6);
    const onChosen = total(programmes.map(({ share }) => share)) - total(programmes.map(({ royalties, profit }) => royalties! + profit));
    expect(onChosen).toBeCloseTo(worlds.saved!.mean, 4);
  });

  it("tells how much of it hangs on the worlds drawn: no plan of all of them has more than the best of each quarter in the mean", async () => {
    const { value, gap, worlds, programmes, out } = await planOfKr();
    const { count, best, least, most } = worlds.quarters;
    expect(best).toBeGreaterThanOrEqual(value * (1 - gap) - 1e-6);
    expect(least).toBeLessThanOrEqual(best);
    expect(most).toBeGreaterThanOrEqual(best);
    for (const { quarters } of [...programmes, ...out]) expect(quarters).toBeLessThanOrEqual(count);
    expect(programmes[0]!.quarters).toBeGreaterThan(0);
  });

  it("has shares that sum to what it is chosen by, and is missed by no more than it adds alone", async () => {
    const { programmes, value } = await planOfKr();
    expect(total(programmes.map(({ share }) => share))).toBeCloseTo(value, 3);
    for (const { missed, alone } of programmes) expect(missed).toBeLessThanOrEqual(alone + 1e-6);
  });

  it("tells why each problem is in or out, those of the next generation too", async () => {
    const { programmes, out } = await planOfKr();
    const taken = new Set(programmes.map(({ problem }) => problem));
    for (const { why } of [...programmes, ...out]) expect(why).toMatch(/USD/);
    for (const { problem } of out) expect(taken.has(problem)).toBe(false);
    expect(
      [...programmes, ...out].some(({ technology, nextGeneration }) => nextGeneration && technology === "two-dimensional-channels"),
    ).toBe(true);
  });

  it("earns and excludes less where others answer", async () => {
    const { replies } = await planOfKr();
    const [usual, none, around, invalid, matched] = replies;
    expect(replies.map(({ move }) => move)).toEqual(["usual", "none", "designs-around", "invalidates", "matches", "withholds"]);
    expect(matched!.income).toBeLessThan(none!.income);
    expect(usual!.rights).toBeLessThan(none!.rights);
    for (const each of [around, invalid, matched]) expect(each!.rights).toBeLessThan(usual!.rights);
  });

  it("excludes by year nothing before claims are granted, and more later", async () => {
    const { byYear } = (await planOfKr()).rights!;
    expect(byYear[0]).toBe(0);
    expect(byYear.at(-1)).toBeGreaterThan(0);
    const granted = byYear.findIndex((usd) => usd > 0);
    expect(granted).toBeGreaterThan(1);
    expect(byYear.slice(granted).every((usd) => usd > 0)).toBe(true);
  });

  it("shows programmes that happened beside what its inputs would have said, the misses too", async () => {
    const { calibration } = await planOfKr();
    expect(calibration.length).toBeGreaterThanOrEqual(6);
    expect(calibration.some(({ holds }) => holds)).toBe(true);
    expect(calibration.find(({ id }) => id === "kr-hf")!.holds).toBe(false);
  });

  it("leaves own losses unknown where it is not known what is needed for what is sold", async () => {
    const report = await map.plan({ id: "tokyo-ohka-materials", frontier: 2 });
    expect([report.plan.lossUnknown, report.lost, report.resilience, report.worst]).toEqual(["needs", null, null, null]);
    expect(report.sales).toBeGreaterThan(0);
    expect(report.frontier!.map(({ resilience }) => resilience)).toEqual([null, null]);
    expect(report.finding).toContain("What Tokyo Ohka Kogyo needs for what it sells is unknown, so that no loss is counted");
    const shown = printView(planView(report), { width: 100, style: new Style(false) }, { details: true });
    expect(shown).not.toMatch(/saves USD 0|lose USD 0|USD 0 lost/);
    expect(shown).toContain("unknown: no source tells what the home needs for what it sells");
  });

  it("counts no resilience where nothing is sold, and says so", async () => {
    const report = await map.plan(file("IN"));
    expect([report.plan.lossUnknown, report.sales, report.lost, report.resilience, report.worst]).toEqual([
      "sales",
      null,
      null,
      null,
      null,
    ]);
    for (const { lost, resilience } of report.replies) expect([lost, resilience]).toEqual([null, null]);
    expect(report.evidence.limits.join()).toContain("What India sells is unknown");
  });

  it("may be of a new home with problems of its own", async () => {
    const report = await map.plan({ place: "mine.yaml", text: startUp });
    const all = [...report.programmes, ...report.out];
    expect(report.plan.homeName).toBe("Resist start-up");
    expect(all.some(({ problem, need }) => problem === "own-idea" && need === "A resist that nobody has.")).toBe(true);
    expect(report.finding).toMatch(/resist of our own/i);
    await expect(map.plan({ place: "mine.yaml", text: startUp.replace("seat: BE", "seat: Xaland") })).rejects.toThrow(
      /home, seat: no economy/,
    );
  });

  it("is empty without money, and is read on the day of its file, which it says", async () => {
    const report = await map.plan({
      place: "mine.yaml",
      text: "name: Mine\nhome: NL\nas_of: 2026-11-24\nyears: 8\nmoney: 0\ntechnologies: [euv-lithography]\n",
    });
    expect(report.evidence.limits[0]).toBe("Read as known on 2026-11-24, as the plan says; the day asked for, 2026-11-25, is not used.");
    expect(report).toMatchObject({ programmes: [], value: 0, gap: 0 });
    expect(report.finding).toContain("Nothing is begun: there is no money.");
    expect(report.advice.filing).toEqual([]);
  });

  it("chooses of the next generation alone where asked", async () => {
    const report = await map.plan(started("generation: next\n"));
    expect([...report.programmes, ...report.out].length).toBeGreaterThan(0);
    for (const { nextGeneration } of [...report.programmes, ...report.out]) expect(nextGeneration).toBe(true);
  });

  it("refuses what is required and cannot be", async () => {
    await expect(map.plan(started("required: [own-idea]\n"))).rejects.toThrow(/no programme "own-idea"/);
    const twice = map.plan(started("required: [own-idea/full, own-idea/half]\n"));
    await expect(twice).rejects.toMatchObject({ code: "LM_PLAN_INFEASIBLE" });
    const dear = map.plan({ place: "mine.yaml", text: `${startUp.replace("money: 5", "money: 0.01")}required: [own-idea/double]\n` });
    await expect(dear).rejects.toThrow(/what is required \(own-idea\/double\) takes more/);
    await expect(map.plan(started("against: samsung-electronics\n"))).rejects.toThrow(/is not an economy or group/);
    await expect(map.plan(file("Xaland"))).rejects.toMatchObject({ code: "LM_PLAN_INVALID" });
  });

  it("tells on request what other budgets are worth, and how often a problem stays", async () => {
    const report = await map.plan({ ...small("KR"), frontier: 3, draws: 2 });
    const values = report.frontier!.map(({ value }) => value);
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    expect(report.frontier![0]).toMatchObject({ money: 0, value: 0, programmes: 0 });
    expect(report.robustness!.draws).toBe(2);
    expect(report.robustness!.stays.filter(({ isIn }) => isIn).length).toBe(report.programmes.length);
  });
});

describe("plans compared and explained", () => {
  it("tells what differs and why", async () => {
    const compared = await map.planCompare({
      first: started(),
      second: { place: "rich.yaml", text: startUp.replace("money: 5", "money: 50") },
    });
    expect(compared.firstOnly.length + compared.secondOnly.length).toBeGreaterThan(0);
    expect(planCompareSchema.parse(compared)).toEqual(compared);
    for (const { why } of [...compared.firstOnly, ...compared.secondOnly]) expect(why).toMatch(/USD/);
    const same = { text: startUp, place: "a.yaml" };
    const { first, second } = await map.planCompare({ first: same, second: { ...same, place: "b.yaml" } });
    expect([first.label, second.label]).toEqual(["Start-up (a.yaml)", "Start-up (b.yaml)"]);
  });

  it("tells why one is in and what the plan would miss, and what one that is out would take", async () => {
    const asked = started();
    const plan = await map.plan(asked);
    const told = await map.planExplain({ ...asked, programme: plan.programmes[0]!.id });
    expect(planExplainSchema.parse(told)).toEqual(told);
    expect(told.isIn).toBe(true);
    expect(told.filing).toEqual(plan.advice.filing.find(({ technology }) => technology.id === told.programme.technology));
    const out = await map.planExplain({ ...asked, programme: plan.out[0]!.id });
    expect(out.isIn).toBe(false);
    expect(out.changes.length).toBeGreaterThan(1);
    await expect(map.planExplain({ id: "resist-start-up", programme: "nothing" })).rejects.toMatchObject({ code: "LM_PROGRAMME_UNKNOWN" });
  });
});
