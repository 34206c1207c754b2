import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planCompareSchema } from "../../../src/answers/plan/explain/plan-compare-report.ts";
import { planExplainSchema } from "../../../src/answers/plan/explain/plan-explain-report.ts";
import { readyPlanIds } from "../../../src/answers/plan/plan-file.ts";
import { programmeName } from "../../../src/answers/plan/plan-labels.ts";
import type { PlanQuestion } from "../../../src/answers/plan/plan-questions.ts";
import { planOutlineSchema, planReportSchema } from "../../../src/answers/plan/plan-report.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { once } from "../../../src/link/link-table.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const file = (home: string, more = ""): PlanQuestion => ({
  place: "mine.yaml",
  text: `name: Plan of ${home}\nhome: ${home}\nyears: 5\nmoney: 60\nunspent: 0\nresearchers: { tool: 200, material: 100 }\ntechnologies: [lithography, photoresist, euv-optics, layer-transfer]\n${more}`,
});

/** The plan that most tests look at, solved once. */
const planOfNl = once(() => map.plan(file("NL")));

describe("ready plans on the bundled data", () => {
  it.each(readyPlanIds())(
    "%s has programmes to choose from, each with a reason for it, and says what is assumed and left out",
    async (id) => {
      const outline = await map.planOutline({ id });
      expect(planOutlineSchema.parse(outline)).toEqual(outline);
      expect(outline.programmes.length).toBeGreaterThan(0);
      for (const { reasons } of outline.programmes) expect(reasons.some(({ speaks }) => speaks === "for")).toBe(true);
      expect(outline.inputs.find(({ id }) => id === "own-part")).toMatchObject({ low: 0, grade: "assumed" });
      expect(outline.evidence.limits.join()).toContain("What the home holds beyond it is assumed too");
      expect(outline.left.bargainingNoMarket.length).toBeGreaterThan(0);
      expect(outline.evidence.grade).toBe("assumed");
    },
  );
});

describe("a plan", () => {
  it("keeps to money and people, tells how near the best it is, and never does worse than the plain way", async () => {
    const report = await map.plan({ ...file("NL"), gap: 0.01, frontier: 3, regrets: true, draws: 2 });
    expect(planReportSchema.parse(report)).toEqual(report);
    for (const { used, available } of report.resources)
      if (available !== null) for (const [year, each] of used.entries()) expect(each).toBeLessThanOrEqual(available[year]! * (1 + 1e-6));
    expect(report.gap).toBeLessThanOrEqual(0.01);
    expect(report.value).toBeGreaterThanOrEqual(report.greedy!);
    expect(report.bound).toBeGreaterThanOrEqual(report.value);
    expect(report.programmes.length).toBeGreaterThan(0);
    expect(report.frontier!.map(({ value }) => value)).toEqual(report.frontier!.map(({ value }) => value).toSorted((a, b) => a! - b!));
    expect(report.frontier![0]).toMatchObject({ money: 0, value: 0, programmes: 0 });
    for (const { regret } of report.regrets!) expect(regret).toBeGreaterThanOrEqual(0);
    expect(report.robustness).toMatchObject({ draws: 2, seed: 1 });
    const names = new Map(report.programmes.map((each) => [each.id, programmeName(each)]));
    for (const { programme, name, isIn } of report.robustness!.stays) if (isIn) expect(name).toBe(names.get(programme));
  });

  it("differs by home in ways that are told: who sells tools protects what goes into them, who makes chips what these need", async () => {
    const compared = await map.planCompare({ first: file("NL"), second: file("CN") });
    expect(planCompareSchema.parse(compared)).toEqual(compared);
    expect(compared.firstOnly.length + compared.secondOnly.length).toBeGreaterThan(0);
    const whys = [...compared.firstOnly, ...compared.secondOnly].map(({ why }) => why);
    for (const why of whys) expect(why).not.toMatch(/^$|home would/);
    for (const { id, name } of compared.both) expect(name).not.toContain(id);
  });

  it("tells worth and cost on one basis: parts sum to the worth, weights of the objective apart", async () => {
    const plain = await planOfNl();
    const sum = (terms: readonly { readonly worth: number }[]) => terms.reduce((total, { worth }) => total + worth, 0);
    expect(sum(plain.targets)).toBeCloseTo(plain.worth, 6);
    expect(plain.worth).toBeCloseTo(plain.value, 1);
    for (const { adds, presentCost, lessCost, spent } of plain.programmes) {
      expect(lessCost).toBeCloseTo(sum(adds) - presentCost, 6);
      expect(presentCost).toBeGreaterThan(0);
      expect(presentCost).toBeLessThan(spent);
    }
    const weighed = await map.plan(file("NL", "objective: { option: 3 }\n"));
    expect(weighed.value).toBeGreaterThan(weighed.worth);
    expect(weighed.plan.objective.option).toBe(3);
    const wary = await map.plan(file("NL", "risk: { weight: 0.5 }\n"));
    expect(wary.value).toBeLessThan(wary.worth);
    expect(wary.plan.risk).toEqual({ weight: 0.5, level: 0.8 });
  });

  it("takes what brings less than it costs where money left over is lost, and marks it; where it is kept it leaves that out", async () => {
    const rich = (unspent: number) => ({
      ...file("CN"),
      text: (file("CN") as { text: string }).text.replace("money: 60\nunspent: 0", `money: 2000\nunspent: ${unspent}`),
    });
    const [lost, kept] = [await map.plan(rich(0)), await map.plan(rich(1))];
    const poor = ({ programmes }: typeof lost) => programmes.filter(({ lessCost }) => lessCost < -1e-6).length;
    expect(poor(lost)).toBeGreaterThan(0);
    expect(kept.programmes.length).toBeGreaterThan(0);
    expect(poor(kept)).toBe(0);
    expect(kept.value).toBeCloseTo(kept.worth - kept.presentCost, 6);
    expect(kept.value).toBeGreaterThan(lost.worth - lost.presentCost);
    const told = await map.planExplain({ ...rich(1), programme: lost.programmes.find(({ lessCost }) => lessCost < 0)!.id });
    expect(told.prices!.charge).toBeGreaterThan(0);
    expect(told.prices!.net).toBeLessThan(1e-6);
  });

  it("is worth something in every draw, also where its programmes take longer than it has room for", async () => {
    const text = "name: x\nhome: cea\nyears: 4\nmoney: 60\nunspent: 0\ntechnologies: [layer-transfer]\n";
    const { programmes, worth, interval, evidence } = await map.plan({ place: "mine.yaml", text });
    expect(evidence.limits.join()).toContain("The sales of CEA are unknown");
    expect(programmes.length).toBeGreaterThan(0);
    expect(interval.worth.low).toBeGreaterThan(0);
    expect(interval.worth.low).toBeLessThan(worth);
    expect(interval.worth.high).toBeGreaterThan(worth);
  });

  it("says of a home of which nothing is known that the plan is generic, and which jurisdictions are left out", async () => {
    const [unknown, known] = [await map.plan(file("VN")), await planOfNl()];
    expect(unknown.plan.homeKnown).toBe(false);
    expect(unknown.evidence.limits.join()).toContain("this plan is generic");
    expect(known.plan.homeKnown).toBe(true);
    expect(known.plan.unknownJurisdictions).toContain("KR");
    expect(known.plan.unknownJurisdictions.filter((id) => ["US", "JP", "CN", "TW"].includes(id))).toEqual([]);
    expect(known.evidence.limits.join()).not.toContain("generic");
  });

  it("tells two plans of one name apart", async () => {
    const first = { ...file("NL"), place: "a.yaml" };
    const { first: one, second: other, finding } = await map.planCompare({ first, second: { ...first, place: "b.yaml" } });
    expect([one.label, other.label]).toEqual(["Plan of NL (a.yaml)", "Plan of NL (b.yaml)"]);
    expect(finding).toContain('"Plan of NL (b.yaml)"');
  });

  it("is empty without money, and is read on the day of its file, which it says", async () => {
    const report = await map.plan({ place: "mine.yaml", text: "name: Mine\nhome: NL\nas_of: 2026-11-24\nyears: 5\nmoney: 0\n" });
    expect(report.evidence.limits[0]).toBe("Read as known on 2026-11-24, as the plan says; the day asked for, 2026-11-25, is not used.");
    expect(report).toMatchObject({ programmes: [], value: 0, gap: 0, finding: "Nothing is begun: there is no money." });
  });

  it("names the bounds that bind where nothing keeps to them", async () => {
    const [first] = (await map.planOutline(file("NL"))).programmes;
    const plan = file("NL", `required: ["${first!.id}"]\n`);
    const poor = { ...plan, text: (plan as { text: string }).text.replace("money: 60", "money: 0.1") };
    const refused = await map.plan(poor).catch((thrown) => thrown);
    expect(refused).toMatchObject({ code: "LM_PLAN_INFEASIBLE", exitCode: 2 });
    const bounds = `that programme ${first!.id} (${programmeName(first!)}) is required and money of 20`;
    expect(refused.message).toContain(`One set of bounds that cannot all hold: ${bounds}`);
    expect(refused.message).toMatch(/There may be others\.$/);
  });

  it("refuses what is required and cannot be: longer than the plan, or one cell twice", async () => {
    const short = (years: number, more: string) =>
      map.plan({ place: "mine.yaml", text: `name: x\nhome: NL\nmoney: 500\nyears: ${years}\n${more}` });
    const long = short(2, "required: [lithography/G03F7]\n");
    await expect(long).rejects.toMatchObject({ code: "LM_PLAN_INFEASIBLE" });
    await expect(long).rejects.toThrow("programme lithography/G03F7 is required and takes 4 years, the plan has 2");
    const both = short(8, "partners: [DE]\nrequired: [euv-drive-laser/G03F7, euv-drive-laser/G03F7+DE]\n");
    await expect(both).rejects.toThrow("euv-drive-laser/G03F7+DE is one more programme of the cell euv-drive-laser/G03F7");
    expect(await short(1, "")).toMatchObject({
      programmes: [],
      finding: "Nothing is begun: a programme takes 4 years, the plan has 1.",
    });
  });

  it("counts no royalties in the economy of an organisation's own seat, unless its file names it", async () => {
    const planned = (more: string) =>
      map.plan({
        place: "mine.yaml",
        text: `name: x\nhome: tsmc\nmoney: 500\nunspent: 0\ntechnologies: [deposition]\ndependencies: true\n${more}`,
      });
    const from = ({ targets }: Awaited<ReturnType<typeof planned>>) =>
      new Set(targets.filter(({ kind }) => kind === "bargaining").map(({ jurisdiction }) => jurisdiction));
    const usual = await planned("");
    expect(from(usual).size).toBeGreaterThan(0);
    expect(from(usual)).not.toContain("TW");
    expect(usual.evidence.limits.join()).toMatch(/cannot do without ha(s|ve) no programme to choose from/);
    expect(from(await planned("jurisdictions: [TW, US]\n"))).toContain("TW");
  });

  it("says what it does not know", async () => {
    await expect(map.plan(file("Xaland"))).rejects.toMatchObject({ code: "LM_PLAN_INVALID" });
    await expect(map.plan(file("NL", "against: asml\n"))).rejects.toThrow(/asml is not an economy or group/);
    await expect(map.plan(file("NL", "partners: [EU]\n"))).rejects.toThrow(/EU is the home, or a part of it/);
    await expect(map.plan(file("NL", "required: [lithography]\n"))).rejects.toThrow(/no programme "lithography"/);
  });
});

describe("advice on filing and licences", () => {
  const soitec: PlanQuestion = {
    place: "mine.yaml",
    text: "name: Mine\nhome: soitec\nyears: 6\nmoney: 60\nunspent: 0\ntechnologies: [layer-transfer]\n",
  };
  const planned = once(() => map.plan(soitec));

  it("is that of the portfolio where the home is one holder", async () => {
    const { advice, programmes, evidence } = await planned();
    expect(programmes.length).toBeGreaterThan(0);
    const portfolio = await map.portfolio({ holder: "soitec", top: 10 });
    expect(advice.filing).toEqual(portfolio.filing.filter(({ technology }) => technology.id === "layer-transfer"));
    expect(advice.filing[0]!.offices.some(({ families, verdict }) => families > 0 && verdict !== "unknown")).toBe(true);
    expect(advice.crossLicences).toEqual(portfolio.crossLicences);
    expect(advice.lettingGo).toEqual(portfolio.lettingGo);
    expect(evidence.documents.map(({ id }) => id)).toContain("f-uspto-2025");
  });

  it("asks about families of others in the cells that are in, and about none of the home's own", async () => {
    const { advice, programmes } = await planned();
    const holders = (await map.portfolio({ holder: "soitec" })).holder;
    const families = programmes.reduce((sum, { known }) => sum + known!, 0);
    expect(advice.waiting.inAll).toBeGreaterThan(0);
    expect(advice.waiting.of).toBeLessThanOrEqual(families);
    for (const { holders: of, question } of advice.waiting.families) {
      expect(of).not.toContain(holders.name);
      expect(question).toMatch(/^Does a claim of .*\?/);
    }
  });

  it("takes the holders of an economy together", async () => {
    const france: PlanQuestion = { place: "mine.yaml", text: (soitec as { text: string }).text.replace("home: soitec", "home: FR") };
    const [one, all] = [await planned(), await map.plan(france)];
    const us = (report: typeof one) => report.advice.filing[0]!.offices.find(({ office }) => office === "US")!;
    expect(us(all).families).toBeGreaterThan(us(one).families);
    const own = new Set(all.advice.crossLicences.pairs.map((pair) => pair.own));
    for (const { holder } of all.advice.crossLicences.pairs) expect(own.has(holder)).toBe(false);
  });

  it("takes the royalty and the discount of the plan's own file", async () => {
    const usual = (await map.portfolio({ holder: "soitec", technology: "layer-transfer" })).filing[0]!;
    const { low, high } = (await map.planOutline(soitec)).inputs.find(({ id }) => id === "royalty")!;
    const inputs = `inputs:\n  - { id: royalty, low: ${2 * low}, high: ${2 * high} }\n  - { id: discount, low: 0.08, high: 0.08 }\n`;
    const told = { ...soitec, text: (soitec as { text: string }).text + inputs, programme: "layer-transfer/H01L21" };
    const us = ({ offices }: typeof usual) => offices.find(({ office }) => office === "US")!;
    const [own, other] = [us((await map.planExplain(told)).filing), us(usual)];
    expect(own.cost!.high).toBeLessThan(other.cost!.high);
    expect(own.value!.high).toBeGreaterThan(1.2 * other.value!.high);
    expect(own.value!.high).toBeLessThan(2 * other.value!.high);
  });

  it("is none without a programme", async () => {
    const { advice } = await map.plan({ ...soitec, text: (soitec as { text: string }).text.replace("money: 60", "money: 0") });
    expect([advice.filing, advice.waiting.of]).toEqual([[], 0]);
  });
});

describe("a programme explained", () => {
  it("tells why it is in, and what the plan is worth without it", async () => {
    const plan = await planOfNl();
    const [first] = plan.programmes;
    const told = await map.planExplain({ ...file("NL"), programme: first!.id });
    expect(planExplainSchema.parse(told)).toEqual(told);
    expect(told.filing).toEqual(plan.advice.filing.find(({ technology }) => technology.id === first!.technology));
    expect(told.part).toBeGreaterThan(0);
    expect(told.otherwise.change).toBeLessThanOrEqual(0);
    expect(told.prices!.net).toBeCloseTo(first!.net!, 6);
    const { gains, costs, limits, charge, sameCell, net } = told.prices!;
    const sum = (terms: typeof gains) => terms.reduce((total, { value }) => total + value, 0);
    expect(sum(gains) - sum(costs) - sum(limits) - charge - sameCell).toBeCloseTo(net, 6);
    const { change, brings } = told.otherwise;
    expect(-change!).toBeLessThanOrEqual(brings! + 1e-6);
    for (const { of } of [...gains, ...costs, ...limits]) expect(of).not.toContain(":");
  });

  it("tells what would take one in that is out", async () => {
    const plan = await planOfNl();
    const [out] = plan.next;
    const told = await map.planExplain({ ...file("NL"), programme: out!.id });
    expect(told.part).toBe(0);
    expect(told.changes.length).toBeGreaterThan(0);
    expect(told.otherwise.change).toBeLessThanOrEqual(1e-3 * plan.bound);
  });

  it("is in since another stands on its cell, with a partner too; where there is no money for both that is told", async () => {
    const asked = (money: number): PlanQuestion => ({
      place: "mine.yaml",
      text: `name: x\nhome: NL\nyears: 4\nmoney: ${money}\npartners: [DE]\ndependencies: true\ntechnologies: [euv-lithography, euv-optics]\nrequired: [euv-lithography/G03F7]\n`,
    });
    const told = await map.planExplain({ ...asked(10), programme: "euv-optics/G02B17+DE" });
    expect(told.changes[0]).toContain("It is selected because euv-lithography/G03F7 needs it");
    await expect(map.plan(asked(7))).rejects.toThrow("EUV lithography stands on EUV optics, G02B 17");
  });

  it("is out since its cell is in with a partner, or alone: that is told, and it is not next", async () => {
    const shared = file("NL", "partners: [JP, US]\n");
    const plan = await map.plan(shared);
    const { programmes } = await map.planOutline(shared);
    const cell = ({ id }: { readonly id: string }): string => id.split("+")[0]!;
    const twice = programmes.find((each) => plan.programmes.some((one) => cell(one) === cell(each) && one.id !== each.id))!;
    const cellsIn = plan.programmes.map(cell);
    expect(plan.next.every((each) => !cellsIn.includes(cell(each)))).toBe(true);
    const told = await map.planExplain({ ...shared, programme: twice.id });
    const other = plan.programmes.find((one) => cell(one) === cell(twice))!.id;
    expect(told.inAnotherWay).toBe(other);
    expect(told.changes[0]).toBe(`It is not selected because its cell is already taken by ${other}.`);
  });

  it("is found by its id, of a technology without a known approach by that alone", async () => {
    await expect(map.planExplain({ ...file("NL"), programme: "nothing" })).rejects.toMatchObject({ code: "LM_PROGRAMME_UNKNOWN" });
    const told = await map.planExplain({ ...file("NL"), programme: "arf-dry-lithography" });
    expect(told.programme).toMatchObject({ id: "arf-dry-lithography/", group: "" });
    expect(told.finding).toContain("no approach known");
  });
});
