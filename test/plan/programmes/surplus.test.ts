import { describe, expect, it } from "vitest";
import { drawnNumbers } from "../../../src/leverage/draw/world-numbers.ts";
import { hurdle } from "../../../src/plan/effort/success.ts";
import { betsOn } from "../../../src/plan/programmes/bet.ts";
import type { BetFacts } from "../../../src/plan/programmes/bet-facts.ts";
import { planJoint } from "../../../src/plan/programmes/plan-joint.ts";
import { servedBy, supplyClout, surplusOf } from "../../../src/plan/programmes/surplus.ts";
import { choices, economics, facts, problem } from "./small-bets.ts";

const plants = (ids: readonly string[]) =>
  ids.map((id) => betsOn(problem(id), choices(), economics(), 2027).find((bet) => bet.id === `${id}/full+plant`)!);
const firm = facts([]);

describe("supply beyond the own need", () => {
  it("is what plants make above it, and nothing while the home lacks some itself", () => {
    const [bet] = plants(["a"]) as [ReturnType<typeof plants>[0]];
    const at = (own: number) =>
      surplusOf([bet], { ...firm, balances: new Map([["A", { own, need: 0.5 }]]) }, economics())(null).get("A")!(15);
    // 0.8 of a need of 0.5, times the chance that it works.
    const made = bet.works * 0.4;
    expect(at(0)).toBe(0);
    expect(at(0.5)).toBeCloseTo(made, 12);
    expect(at(0.7)).toBeCloseTo(made, 12);
    expect(at(0.4)).toBeCloseTo(Math.max(0, made - 0.1), 12);
    expect(surplusOf([bet], { ...firm, balances: new Map([["A", { own: 0.5, need: 0.5 }]]) }, economics())(null).get("A")!(1)).toBe(0);
  });

  it("is in a draw that of the programmes that work in it, counted one by one", () => {
    const bets = plants(["a", "b"]);
    const surplus = surplusOf(bets, { ...firm, balances: new Map([["A", { own: 0.3, need: 0.5 }]]) }, economics());
    for (let draw = 0; draw < 50; draw++) {
      const work = bets.filter(({ works, problem: of }) => hurdle(drawnNumbers(1), draw, of.kind, of.id, 0.3) < works);
      expect(surplus({ seed: 1, draw }).get("A")!(15)).toBeCloseTo(Math.max(0, 0.3 + 0.4 * work.length - 0.5), 12);
    }
  });

  it("is of the technology that a node stands for, and of none without a plant", () => {
    expect(
      servedBy({
        serves: [
          { makes: "J>A", serves: "J>A", from: null, part: [1, 1, 1] },
          { makes: "A", serves: "A", from: null, part: [1, 1, 1] },
        ],
      }),
    ).toEqual(["A"]);
    const research = betsOn(problem("a"), choices(), economics(), 2027).find(({ id }) => id === "a/full")!;
    expect(surplusOf([research], { ...firm, balances: new Map([["A", { own: 1, need: 0.5 }]]) }, economics())(null).size).toBe(0);
  });
});

describe("what others buy of a new product", () => {
  const given = { market: { technology: "A", usd: [1000, 1000, 1000], part: [1, 1, 1], isWhole: false } } as const;
  const launched = betsOn(problem("a", given), choices(), economics(), 2027).find(({ id }) => id === "a/full+sales")!;
  const balances = new Map([["A", { own: 0.1, need: 0.4 }]]);

  it("is what is sold less the own need, once it is adopted, by the chances to work and to win", () => {
    const at = surplusOf([launched], { ...firm, balances }, economics())(null).get("A")!;
    expect(launched.launch!.part).toBe(1);
    expect(at(launched.launch!.from - 0.1)).toBe(0);
    expect(at(launched.launch!.from + 0.1)).toBeCloseTo(launched.works * launched.wins * 0.6, 12);
  });

  it("is in a draw there or not, as often as it works and wins", () => {
    const surplus = surplusOf([launched], { ...firm, balances }, economics());
    const draws = Array.from({ length: 4000 }, (_, draw) => surplus({ seed: 1, draw }).get("A")!(15) / 0.6);
    expect(new Set(draws)).toEqual(new Set([0, 1]));
    const part = draws.reduce((sum, each) => sum + each, 0) / draws.length;
    expect(Math.abs(part - launched.works * launched.wins)).toBeLessThan(4 * Math.sqrt((part * (1 - part)) / draws.length));
  });

  it("counts for clout what the target would lose of it, discounted over the years in which it is sold, and nothing where no loss is known", () => {
    const lossy = facts([], { balances, supplyLoss: (technology, part) => (technology === "A" ? 500 * part : Number.NaN) });
    const part = launched.works * launched.wins * 0.6;
    let expected = 0;
    for (let year = 0; year < 15; year++) if (year + 0.5 >= launched.launch!.from) expected += (500 * part) / 1.05 ** (year + 0.5);
    expect(supplyClout(launched, lossy, economics())).toBeCloseTo(expected, 6);
    expect(supplyClout(launched, facts([], { balances }), economics())).toBe(0);
  });

  it("counts a plant that has a surplus only if it works, by the mean over draws and not by the mean of its output", () => {
    const [bet] = plants(["a"]) as [ReturnType<typeof plants>[0]];
    // Of a need of 0.5 it makes 0.4 if it works, which is 0.2 more than is lacking; in the mean it makes less than that.
    const held = new Map([["A", { own: 0.3, need: 0.5 }]]);
    const lossy = facts([], { balances: held, supplyLoss: (_, part) => 500 * part });
    expect(surplusOf([bet], { ...firm, balances: held }, economics())(null).get("A")!(15)).toBeLessThan(0.2 * bet.works);
    const surplus = surplusOf([bet], { ...firm, balances: held }, economics());
    const draws = Array.from({ length: 3000 }, (_, draw) => {
      const at = surplus({ seed: 3, draw }).get("A")!;
      return Array.from({ length: 15 }, (__, year) => (500 * at(year + 0.5)) / 1.05 ** (year + 0.5)).reduce((sum, each) => sum + each, 0);
    });
    const mean = draws.reduce((sum, each) => sum + each, 0) / draws.length;
    const most = Math.max(...draws);
    expect(mean).toBeGreaterThan(0);
    expect(Math.abs(supplyClout(bet, lossy, economics()) - mean)).toBeLessThan((4 * most * 0.5) / Math.sqrt(draws.length));
  });

  it("makes a plan for clout take up what it would not for its income, where that is more than its claims exclude", () => {
    const weights = { resilience: 0, income: 0, clout: 1 };
    const bets = (supplyLoss: BetFacts["supplyLoss"]) =>
      planJoint(facts([problem("a", given)], { balances, supplyLoss }), choices({ weights }), economics(), [0.2, 0.3, 0.5], {
        worlds: 10,
        seed: 1,
      }).bets;
    expect(bets(null)).toEqual([]);
    expect(bets((_, part) => 5000 * part).map(({ id }) => id)).toContain("a/full+sales");
  });
});
