import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Levermap } from "../../../src/library/open.ts";
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
seconds: 1
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
  }, 600_000);

  it("on compound semiconductors for India says what is nearest and why it is not begun", async () => {
    const text = `name: Compound semiconductors for India
home: IN
years: 15
money: [20, 40, 80, 120]
unspent: 0
seconds: 1
researchers: { material: 300, process: 300, product: 150 }
technologies: [sic-wafers, gan-wafers, layer-transfer, gallium]
problems:
  - { id: sic-200mm, technology: sic-wafers, name: Silicon carbide wafers of 200 mm with few defects, need: Crystals of 200 mm with as few dislocations as those of 150 mm., maturity: production }
inputs:
  - { id: effort-scale, scope: sic-wafers, low: 100, high: 400 }
`;
    const report = await map.plan({ place: "in.yaml", text });
    expect(report.finding).toMatch(/Nothing is begun: .* Nearest is silicon carbide wafers of 200 mm/);
    expect(report.finding).toContain("researcher-years of rivals");
    for (const { why } of report.out) expect(why).toMatch(/USD/);
  }, 600_000);

  it("of a start-up takes up the one problem that it has the people for, and names the rivals that its file gives", async () => {
    const report = await map.plan({ id: "resist-start-up", seconds: 1 });
    expect(report.programmes).toHaveLength(1);
    expect(report.programmes[0]).toMatchObject({ technology: "metal-oxide-resist", nextGeneration: true });
    expect(report.programmes[0]!.profit).toBeGreaterThan(0);
    expect(Math.max(...report.programmes[0]!.people)).toBeLessThanOrEqual(14);
    expect(report.finding).toContain("10 to 3,000 families a year");
  }, 600_000);
});
