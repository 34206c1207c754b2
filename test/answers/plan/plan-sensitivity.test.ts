import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withTrained } from "../../../src/answers/plan/prepared-plan.ts";
import type { Levermap } from "../../../src/library/open.ts";
import { openBundled } from "../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

const few = "technologies: [abf-film, photoresist, metal-oxide-resist, two-dimensional-channels, nanoimprint-lithography]\n";

const plan = (objective: string) =>
  map.plan({
    place: "mine.yaml",
    sensitivity: true,
    rounds: 1,
    text: `name: Mine\nhome: CN\nagainst: US\nyears: 14\nmoney: 150\nunspent: 0\nobjective: ${objective}\nresearchers: { tool: 900, material: 900, process: 900, product: 900, design: 900 }\n${few}`,
  });

describe("a plan with one thing changed", () => {
  it("has more clout with ten times the money, and less with a tenth of the people, the next generation alone or twice the rivals", async () => {
    const { sensitivity, plan: head } = await plan("{ resilience: 0, income: 0, clout: 1 }");
    const of = (change: string) => sensitivity!.find((each) => each.change === change)!;
    const base = of("none");
    expect(sensitivity!.map(({ change }) => change)).toEqual([
      "none",
      "money-times-ten",
      "tenth-of-people",
      "other-generation",
      "other-target",
      "twice-the-rivals",
    ]);
    expect(base.rights).toBeGreaterThan(0);
    // By what it is chosen by: clout is of rights and of supply, and money may go from one to the other.
    expect(of("money-times-ten").value).toBeGreaterThan(1.5 * base.value);
    expect(of("tenth-of-people").value).toBeLessThan(0.6 * base.value);
    expect(of("other-generation")).toMatchObject({ to: "next" });
    // The next generation alone is a part of what there is to choose from.
    expect(of("other-generation").value).toBeLessThanOrEqual(base.value * (1 + 1e-9));
    expect(of("twice-the-rivals").value).toBeLessThan(0.8 * base.value);
    expect(of("twice-the-rivals").value).toBeGreaterThan(0.3 * base.value);
    // Somebody else sells other things elsewhere.
    const other = of("other-target");
    expect(other.to).not.toBe(head.against);
    expect(head.jurisdictions).toContain(other.to);
    expect(Math.abs(other.rights - base.rights)).toBeGreaterThan(0.01 * base.rights);
    for (const { added, dropped } of sensitivity!) expect(added.some((id) => dropped.includes(id))).toBe(false);
  });

  it("earns and saves no less with ten times the money, and no more with a tenth of the people or twice the rivals", async () => {
    const report = await plan("{ resilience: 1, income: 1 }");
    const of = (change: string) => report.sensitivity!.find((each) => each.change === change)!.value;
    // One number for one question: as it is, it is the plan.
    const [asItIs, , few] = report.sensitivity!;
    expect(asItIs).toMatchObject({ value: report.value, resilience: report.resilience!.mean, income: report.income.mean });
    expect(asItIs).toMatchObject({ rights: report.rights!.mean, programmes: report.programmes.length, added: [], dropped: [] });
    expect(asItIs).toMatchObject({ cost: report.cost, net: expect.closeTo(report.resilience!.mean + report.income.mean, 6) });
    // With ten times the money more is begun, which costs more.
    expect(report.sensitivity![1]!.cost).toBeGreaterThan(report.cost);
    for (const { resilience } of report.sensitivity!) expect(resilience).toBeLessThanOrEqual(report.lost!.without * 1.1);
    expect(few!.resilience).toBeLessThanOrEqual(asItIs!.resilience! * 1.05 + 3 * report.resilience!.error);
    expect(of("money-times-ten")).toBeGreaterThanOrEqual(of("none"));
    expect(of("tenth-of-people")).toBeLessThanOrEqual(of("none") * 1.001);
    expect(of("twice-the-rivals")).toBeLessThanOrEqual(of("none") * 1.001);
  });
});

describe("people who are trained", () => {
  it("work from their years of training on and leave by a part a year, as counted one intake by one", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 8 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (begin, after, lost) => {
          const own = Array.from({ length: 12 }, (_, year) => 10 + year);
          const counted = own.map((each, year) => {
            let sum = each;
            for (let intake = 0; intake + after <= year; intake++) sum += begin * (1 - lost) ** (year - intake - after);
            return sum;
          });
          withTrained(own, { a_year: begin, after, lost }).forEach((each, year) => {
            expect(each).toBeCloseTo(counted[year]!, 6);
          });
        },
      ),
    );
  });

  it("let a plan take up what it has too few people for today", async () => {
    const text = (more: string): string =>
      `name: Mine\nhome: KR\nyears: 14\nmoney: 400\nunspent: 0\nresearchers: { material: 20, tool: 0, process: 0, design: 0, product: 0 }\ntechnologies: [abf-film, photoresist]\n${more}`;
    const without = await map.plan({ place: "mine.yaml", rounds: 1, text: text("") });
    const trained = await map.plan({ place: "mine.yaml", rounds: 1, text: text("training: { material: { a_year: 100, after: 0 } }\n") });
    expect(trained.resources.find(({ id }) => id === "material")!.available!.at(-1)!).toBeGreaterThan(500);
    expect(trained.value).toBeGreaterThan(without.value);
  });
});
