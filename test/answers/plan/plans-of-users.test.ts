import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Style } from "../../../src/cli/page/style.ts";
import { printView } from "../../../src/cli/print-view.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { planView } from "../../../src/report/plan/plan.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

/** Plan files as somebody would write them from the documentation alone. */
describe("a plan file of a user", () => {
  it("on HBM and hybrid bonding for Korea takes up both, within its people, and says what rivals and clocks they have", async () => {
    const text = `name: HBM and hybrid bonding for Korea
home: KR
years: 12
money: 300
unspent: 0
researchers: { process: 900, tool: 600, product: 500, material: 300 }
training: { process: { a_year: 60, after: 3 } }
technologies: [hbm, hybrid-bonding, tc-bonders, dram]
against: JP
problems:
  - { id: hbm-base-die, technology: hbm, name: Base die made in a foundry process, need: A base die on a logic node that several customers can share., maturity: pilot, clock: [2027, 2029] }
`;
    const { programmes, out, clout, resources } = await map.plan({ place: "hbm.yaml", text });
    const all = [...programmes, ...out];
    expect(programmes.some(({ technology }) => technology === "hbm")).toBe(true);
    expect(all.some(({ problem }) => problem === "hbm-base-die")).toBe(true);
    expect(all.some(({ technology }) => technology === "hybrid-bonding")).toBe(true);
    expect(clout!.conditions.length).toBeGreaterThan(0);
    const process = resources.find(({ id }) => id === "process")!.available!;
    expect(process.at(-1)!).toBeGreaterThan(process[0]!);
  });

  it("on compound semiconductors for India takes up what brings next to nothing where its money is lost, and says what is nearest where it is kept", async () => {
    const text = `name: Compound semiconductors for India
home: IN
years: 15
money: [20, 40, 80, 120]
unspent: 0
researchers: { material: 300, process: 300, product: 150 }
technologies: [sic-wafers, gan-wafers, layer-transfer, gallium]
problems:
  - { id: sic-200mm, technology: sic-wafers, name: Silicon carbide wafers of 200 mm with few defects, need: Crystals of 200 mm with as few dislocations as those of 150 mm., maturity: production }
inputs:
  - { id: effort-scale, scope: sic-wafers, low: 100, high: 400 }
`;
    const lost = await map.plan({ place: "in.yaml", text });
    expect(lost.programmes.map(({ problem }) => problem)).toContain("sic-200mm");
    expect(lost.finding).toMatch(/As far as counted it does not pay for itself: what it earns comes to <0\.01% of its cost/);
    expect(lost.finding).toContain("earns next to nothing by claims and new sales");
    const kept = await map.plan({ place: "in.yaml", text: text.replace("unspent: 0", "unspent: 1") });
    expect(kept.finding).toMatch(/Nothing is begun: .* Nearest is [a-z]/);
    expect(kept.finding).toContain("with `unspent: 0` it would be there to be spent");
    for (const { why } of kept.out) expect(why).toMatch(/USD/);
  });

  it("of a start-up takes up the one problem that it has the people for, and names the rivals that its file gives", async () => {
    const report = await map.plan({ id: "resist-start-up" });
    expect(report.programmes).toHaveLength(1);
    expect(report.programmes[0]).toMatchObject({ technology: "metal-oxide-resist", rivalsKnown: false });
    expect(report.programmes[0]!.profit).toBeGreaterThan(0);
    expect(Math.max(...report.programmes[0]!.people)).toBeLessThanOrEqual(14);
    expect(report.evidence.limits.join(" ")).toContain("10 to 100 families a year");
  });
});

/** The same three, written in ten minutes each by somebody who had read nothing but the pages on plans. */
describe("a plan file written in ten minutes", () => {
  it("on HBM and hybrid bonding for Korea begins what brings most, and says what its money leaves to the others", async () => {
    const text = `name: HBM and hybrid bonding for Korea
home: South Korea
years: 10
money: 300
unspent: 0
researchers: { product: 900, tool: 600, process: 500 }
technologies: [HBM, hybrid bonding]
against: Japan
objective: { clout: 0.2 }
`;
    const { plan, programmes, out, resources, clout } = await map.plan({ place: "kr.yaml", text });
    expect(plan.home).toBe("KR");
    expect(programmes.length).toBeGreaterThan(0);
    expect(new Set([...programmes, ...out].map(({ technology }) => technology))).toEqual(new Set(["hbm", "hybrid-bonding"]));
    for (const { used, available } of resources)
      for (const [at, of] of used.entries()) expect(of).toBeLessThanOrEqual(available![at]! * (1 + 1e-6));
    for (const { works, wins, leads, cost, claimsFrom } of programmes) {
      expect(leads[1]).toBeCloseTo(works * wins, 9);
      expect(cost).toBeGreaterThan(50);
      expect(claimsFrom).toBeGreaterThan(2029);
    }
    expect(out.length).toBeGreaterThan(0);
    for (const { why } of out) expect(why).toMatch(/takes USD [\d.]+ M in 2027 \(the others leave USD [\d.]+ M\)/);
    expect(clout!.conditions.length).toBeGreaterThan(0);
  });

  it("of the next generation alone says so where that leaves out all that there is of its technologies", async () => {
    const text = `name: Stacks of memory
home: KR
years: 10
money: 300
generation: next
technologies: [hbm, hybrid-bonding]
problems:
  - { id: hbm-flat, technology: hbm, name: Flatter stacks of twenty dies, need: Dies bend., maturity: pilot }
`;
    const { finding } = await map.plan({ place: "kr.yaml", text });
    expect(finding).toMatch(/Nothing is begun: `generation: next` leaves out all \d+ problems of these technologies/);
    expect(finding).not.toContain("nearest with one");
    expect((await map.planOutline({ place: "kr.yaml", text })).finding).toMatch(/`generation: next` leaves out \d+ other problems/);
  });

  it("on compound semiconductors for India is told what they are called, then begins indium phosphide on silicon", async () => {
    const text = (technologies: string) => `name: Compound semiconductors for India
home: India
years: 12
money: 100
unspent: 0
researchers: { material: 300, process: 250, tool: 100 }
technologies: [${technologies}]
against: China
objective: { clout: 0.2 }
`;
    await expect(map.plan({ place: "in.yaml", text: text("gallium nitride, silicon carbide") })).rejects.toMatchObject({
      message: expect.stringMatching(/"gallium nitride"; did you mean "gan-wafers"\?.*"silicon carbide"; did you mean "sic-wafers"\?/),
    });
    const none = await map.plan({ place: "in.yaml", text: text("gan-wafers, sic-wafers") });
    expect(none.finding).toContain("add your own under `problems`");
    expect(none.finding).toMatch(/nearest with one are [a-z-]+, /);
    const own = `problems:
  - { id: gan-300, technology: gan-wafers, name: Flat GaN layers on 300 mm silicon, need: The two crystals do not fit., maturity: pilot }
  - { id: sic-defects, technology: sic-wafers, name: Fewer defects in 200 mm silicon carbide, need: Large crystals have more., maturity: pilot }
`;
    const report = await map.plan({ place: "in.yaml", text: `${text("gan-wafers, sic-wafers, layer-transfer")}${own}` });
    expect(report.programmes.map(({ problem }) => problem)).toContain("lt-inp");
    const out = new Map(report.out.map(({ problem, why }) => [problem, why]));
    expect(out.get("lt-sic")).toMatch(/would add USD [\d,]+, but takes USD [\d.]+ M in 20\d\d \(the others leave USD [\d.]+ M\)/);
    expect(out.get("gan-300")).toMatch(/takes USD [\d.]+ M in 20\d\d|royalties (unknown, as no market is|USD [\d,.]*[1-9])/);
    expect(report.plan.lossUnknown).toBe("sales");
  });

  it("of a resist start-up says that a problem takes more people than it has, and what it brings once its niche is given", async () => {
    const text = (rest: string) => `name: A resist start-up of 14 people
home: { name: NewResist, seat: Belgium, makes: EUV photoresist }
years: 10
money: [3, 4, 6, 8]
unspent: 0
researchers: { material: 14, process: 0, tool: 0, design: 0, product: 0 }
technologies: [metal-oxide resist, EUV photoresist]
${rest}`;
    const alone = await map.plan({ place: "new.yaml", text: text("") });
    expect(alone.programmes).toEqual([]);
    expect(alone.finding).toMatch(/alone takes .*[\d.]+ researchers of material in 20\d\d where 14 are there/);
    const niche = `inputs:
  - { id: effort-scale, scope: metal-oxide-resist, low: 20, high: 80 }
  - { id: rival-families, scope: metal-oxide-resist, low: 1, high: 2 }
`;
    const begun = await map.plan({ place: "new.yaml", text: text(niche) });
    expect(begun.programmes.length).toBeGreaterThan(0);
    expect(begun.income.mean).toBeLessThan(begun.cost / 1000);
    expect(begun.finding).toContain("NewResist sells nothing yet");
    const richer = await map.plan({ place: "new.yaml", text: text(niche).replace("[3, 4, 6, 8]", "[3, 4, 6, 12]") });
    expect(richer.programmes.map(({ technology }) => technology)).toEqual(["metal-oxide-resist"]);
    expect(richer.programmes[0]!.people.every((people) => people <= 14)).toBe(true);
    expect(richer.finding).toContain("rivals there are assumed, 10 to 100 families a year");
    expect(richer.income.mean).toBeLessThan(richer.cost);
    expect(richer.finding).toMatch(/It does not pay for itself: what it keeps and earns comes to [\d.]+% of its cost/);
  });
});

/** The whole file that the page on plans gives, as it stands there. */
const documentedFile = (): string => {
  const page = readFileSync(new URL("../../../docs/method/plan.md", import.meta.url), "utf8");
  const [, block] = /A whole file:\n\n((?: {6}.*\n|\n)+)/.exec(page)!;
  return block!.replaceAll(/^ {6}/gm, "");
};

describe("the plan file of the documentation", () => {
  it("begins something, and says in its first lines how far it pays", async () => {
    const report = await map.plan({ place: "in.yaml", text: documentedFile() });
    expect(report.programmes.length).toBeGreaterThan(0);
    expect(report.cost).toBeGreaterThan(0);
    expect(report.income.mean).toBeLessThan(report.cost);
    expect(report.finding).toMatch(/^[^.]*\. As far as counted it does not pay for itself: what it earns comes to [\d.<]+% of its cost\./);
    expect(report.finding).toContain("Of silicon carbide wafers there is nothing to choose from");
    // What is unknown of a home is not told as a figure beside.
    const shown = printView(planView(report), { width: 100, style: new Style(false) }, { details: true });
    expect(report.plan.lossUnknown).toBe("sales");
    expect(shown).toContain("Resilience: unknown");
    expect(shown).not.toMatch(/Resilience: USD 0/);
    expect(report.evidence.limits.join(" ")).toContain("another seed (`--seed`) may choose others");
  });

  it("without clout takes up what brings next to nothing, as its money is lost unless it is spent, and says how little that is", async () => {
    const text = documentedFile().replace(/^objective: .*\n/m, "");
    const report = await map.plan({ place: "in.yaml", text });
    expect(report.programmes.length).toBeGreaterThan(0);
    expect(report.income.mean).toBeLessThan(report.cost / 1000);
    expect(report.finding).toMatch(/what it earns comes to (0\.0\d+|<0\.01)% of its cost/);
  });
});

describe("rivals that a file gives for a family of technologies", () => {
  const text = (inputs: string): string =>
    `name: Resists\nhome: KR\nyears: 15\nmoney: 100\nunspent: 0\ntechnologies: [photoresist, metal-oxide-resist]\ninputs:\n${inputs}`;
  const family = "  - { id: rival-families, scope: photoresist, low: 1, high: 2 }\n";

  it("hold for its members, counted or not, unless they have their own, and are told only where they are read", async () => {
    const outline = (inputs: string) => map.planOutline({ place: "resists.yaml", text: text(inputs) });
    const usual = await outline("  - { id: horizon, low: 15, high: 15 }\n");
    const given = await outline(family);
    const own = await outline(`${family}  - { id: rival-families, scope: arf-photoresist, low: 3, high: 3 }\n`);
    const rivals = ({ programmes }: typeof usual, technology: string) =>
      programmes.filter((each) => each.technology === technology).map((each) => each.rivals);
    const members = [...new Set(given.programmes.map(({ technology }) => technology))];
    expect(members.length).toBeGreaterThan(2);
    const moved = members.filter((id) => String(rivals(usual, id)) !== String(rivals(given, id)));
    expect(moved.length).toBeGreaterThan(1);
    for (const id of moved) {
      for (const each of given.programmes.filter(({ technology }) => technology === id)) expect(each.rivalsKnown).toBe(false);
      expect(given.inputs).toContainEqual(expect.objectContaining({ id: "rival-families", scope: id, low: 1, high: 2, given: "file" }));
    }
    expect(moved).toContain("arf-photoresist");
    // 1,000 families a year in place of 10 ** 1.5.
    rivals(own, "arf-photoresist").forEach((each, at) => {
      expect(each / rivals(given, "arf-photoresist")[at]!).toBeGreaterThan(10);
    });
    for (const id of moved.filter((each) => each !== "arf-photoresist")) expect(rivals(own, id)).toEqual(rivals(given, id));
  });

  it("say that nothing reads what no problem takes", async () => {
    const { inputs } = await map.planOutline({
      place: "resists.yaml",
      text: text(
        "  - { id: works-ceiling, scope: arf-photoresist, low: 0.9, high: 0.9 }\n  - { id: effort-scale, scope: dram, low: 9, high: 9 }\n",
      ),
    });
    const givens = inputs.filter(({ given }) => given === "file" || given === "unread").map(({ id, given }) => [id, given]);
    expect(givens).toEqual([
      ["works-ceiling", "unread"],
      ["effort-scale", "unread"],
    ]);
  });
});

it("problems that a plan adds take no rivals from one another, nor from those of the atlas", async () => {
  const outline = (extra: readonly string[]) =>
    map.planOutline({
      place: "own.yaml",
      text: `name: Own\nhome: IN\nyears: 15\nmoney: 100\ntechnologies: [gan-wafers]\nproblems:\n${["one", ...extra].map((id) => `  - { id: own-${id}, technology: gan-wafers, name: Problem ${id}, need: It is not solved., maturity: pilot }\n`).join("")}`,
    });
  const rivals = ({ programmes }: Awaited<ReturnType<typeof outline>>) => programmes.find(({ problem }) => problem === "own-one")!.rivals;
  expect(rivals(await outline(["two", "three", "four"]))).toBe(rivals(await outline([])));
});
