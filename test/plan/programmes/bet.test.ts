import { describe, expect, it } from "vitest";
import { type Bet, betsOn } from "../../../src/plan/programmes/bet.ts";
import { claimIncome, claimTerms, claimYears, excludedBy, incomeOf, profitOf, rightsIn } from "../../../src/plan/programmes/bet-worth.ts";
import { presentYears } from "../../../src/plan/worlds/draw-worlds.ts";
import { choices, economics, problem } from "./small-bets.ts";

const same = (value: number): readonly [number, number, number] => [value, value, value];

const betOf = (id = "a/full+plant", given = {}, inputs = {}): Bet =>
  betsOn(problem("a", given), choices(), economics(inputs), 2027).find((bet) => bet.id === id)!;

describe("a bet on a problem", () => {
  it("has sizes with and without a plant, each with what it takes by year", () => {
    const bets = betsOn(problem("a"), choices(), economics(), 2027);
    expect(bets.map(({ id }) => id)).toEqual([
      "a/quarter",
      "a/quarter+plant",
      "a/three-eighths",
      "a/three-eighths+plant",
      "a/half",
      "a/half+plant",
      "a/full",
      "a/full+half-plant",
      "a/full+plant",
      "a/double",
      "a/double+half-plant",
      "a/double+plant",
    ]);
    const [research, plant] = [betOf("a/full"), betOf()];
    // 100 researcher-years at 0.3 and 10 families at 0.05 over two years of research.
    expect(research.reserved).toEqual([15.25, 15.25]);
    expect(plant.reserved).toEqual([15.25, 15.25, 30, 8]);
    expect(plant.capacity).toBeCloseTo(0.8, 12);
    expect(research.capacity).toBe(0);
    expect(plant.works).toBeCloseTo(0.8 * (1 - Math.exp(-1)), 12);
  });

  it("of a design has capacity in place of a plant", () => {
    const ids = betsOn(problem("a", { kind: "design" }), choices(), economics(), 2027).map(({ id }) => id);
    expect(ids).toContain("a/full+half-capacity");
    expect(ids.join()).not.toContain("plant");
  });

  it("counts against what it costs only the part of a plant that its own sales do not earn back", () => {
    const cost = (part: number): number => betOf("a/full+plant", {}, { "earned-back": part }).cost;
    expect(cost(0)).toBeGreaterThan(cost(0.5));
    expect(cost(1)).toBeCloseTo(betOf("a/full+plant", { need: [1e-9, 1e-9, 1e-9] }).cost, 6);
  });

  it("wins against rivals by the effort behind their families, over the years that they are ahead too", () => {
    // 100 families a year x 10 researcher-years x 2 years of research.
    expect(betOf().rivals).toBeCloseTo(2000, 9);
    expect(betOf().wins).toBeCloseTo(100 / 2100, 12);
    expect(betOf("a/full+plant", {}, { "years-ahead": 8 }).wins).toBeCloseTo(100 / 10_100, 12);
    expect(betOf("a/full+plant", { part: 0.5 }).wins).toBeCloseTo(100 / 1100, 12);
    expect(betOf("a/full+plant", {}, { reply: 1 }).wins).toBeCloseTo(100 / 2200, 12);
  });

  it("takes the rivals of a technology without a count from the assumed range", () => {
    expect(betOf("a/full+plant", { families: null }, { "rival-families": 3 }).rivals).toBeCloseTo(20_000, 6);
  });

  it("takes no fewer than those of a count that is only a floor", () => {
    const rivals = (power: number) => betOf("a/full+plant", { isFamiliesFloor: true }, { "rival-families": power }).rivals;
    expect(rivals(3)).toBeCloseTo(20_000, 6);
    expect(rivals(1)).toBeCloseTo(2000, 6);
  });

  it("takes the rivals that a plan gives in the place of any count", () => {
    const given = economics({}, [{ id: "rival-families", scope: problem("a").technology, low: 1, high: 1 }]);
    const [bet] = betsOn(problem("a"), choices(), given, 2027);
    expect(bet!.rivals).toBeCloseTo(200, 9);
  });

  it("is no bet where it does not end within the years, nor a plant where no market is known", () => {
    const ended = betsOn(problem("a"), choices({ years: 3 }), economics(), 2027);
    expect(ended.map(({ id }) => id)).toEqual(["a/quarter", "a/three-eighths", "a/half", "a/full", "a/double"]);
    expect(betsOn(problem("a", { need: null }), choices(), economics(), 2027).every(({ plant }) => plant === 0)).toBe(true);
  });
});

/** The tiny world of the method: works .5, wins .5, v .5, x .4, g .5, u .8, rate 1 %, 50 sold in the jurisdiction. */
describe("what claims bring in the tiny world", () => {
  const adopters = [
    { jurisdiction: "H", usd: same(50), ownPart: 0, isWhole: false, valid: same(0.5), readOn: same(0.4), granted: same(0.8) },
  ];
  const terms = { valid: same(0.5), readOn: same(0.4), designAround: same(0.5) };
  const right = {
    jurisdiction: "H",
    product: "J",
    usd: same(50),
    granted: same(0.8),
    held: same(0),
    technologies: new Map([["A", terms]]),
  };
  const bet: Bet = { ...betOf("a/full", { adopters }), works: 0.5, wins: 0.5, claimsFrom: 0 };
  const years = claimYears(bet, economics());

  it("is 0.025 a year of royalties", () => {
    expect(claimIncome(bet, economics()).royalties / years).toBeCloseTo(0.025, 12);
  });

  it("is spared royalties on what the home sells itself, at the same rate: of a sale never both", () => {
    const [adopter] = adopters;
    const shared = { ...bet, problem: { ...bet.problem, adopters: [{ ...adopter!, ownPart: 0.3 }] } };
    const { royalties, freedom } = claimIncome(shared, economics());
    expect(royalties / years).toBeCloseTo(0.7 * 0.025, 12);
    expect(freedom / years).toBeCloseTo(0.3 * 0.025, 12);
    expect(incomeOf(shared, economics())).toBeCloseTo(incomeOf(bet, economics()), 12);
  });

  it("is 1 a year of exclusion, 4 if the claim were held for sure", () => {
    const all = presentYears({ years: 15, discount: 0.05 });
    const claims = claimTerms([bet], [right], economics());
    expect(excludedBy(claims, () => true) / years).toBeCloseTo(1, 9);
    expect(excludedBy(claims, () => false)).toBe(0);
    const held = claimTerms([{ ...bet, works: 1, wins: 1 }], [right], economics());
    expect(excludedBy(held, () => true) / years).toBeCloseTo(4, 9);
    expect(claims[0]!.value).toBeCloseTo(40 * all, 9);
  });

  it("goes down where the target designs around or invalidates, and never up", () => {
    const wide = { ...terms, valid: [0.3, 0.5, 0.7] as const, designAround: [0.2, 0.5, 0.8] as const };
    const rights = [{ ...right, technologies: new Map([["A", wide]]) }];
    const usd = (reply: object): number => excludedBy(claimTerms([bet], rights, economics(), reply), () => true);
    expect(usd({ designsAround: true }) / usd({})).toBeCloseTo(0.4, 9);
    expect(usd({ invalidates: true }) / usd({})).toBeCloseTo(0.6, 9);
  });

  it("is of claims alone: two on one sale exclude it once", () => {
    const other: Bet = { ...bet, id: "b/full" };
    const both = excludedBy(claimTerms([bet, other], [right], economics()), () => true);
    expect(both / years).toBeLessThan(2);
    expect(both / years).toBeGreaterThan(1.9);
  });

  it("counts by year what is held today, less what lapses, and only what is new on top of it", () => {
    const granted = { ...bet, claimsFrom: 3 };
    const sale = { ...right, held: same(0.1) };
    // 50 x .8 x .1 held; a bet that stops .025 (1 of 40) of what is left.
    expect(rightsIn(0, [granted], [sale], economics()).held).toBeCloseTo(4, 12);
    expect(rightsIn(0, [granted], [sale], economics()).added).toBe(0);
    const left = 0.1 * Math.exp(-0.05 * 5);
    const later = rightsIn(5, [granted], [sale], economics());
    expect(later.held).toBeCloseTo(40 * left, 12);
    const stillHeld = Math.exp(-0.05 * (5 - granted.claimsFrom));
    expect(later.added).toBeCloseTo(40 * (1 - left) * 0.025 * stillHeld, 12);
    expect(rightsIn(5, [granted], [right], economics())).toEqual({ held: 0, added: expect.closeTo(stillHeld, 12) });
  });

  it("is worth by year, discounted, what the whole is said to exclude", () => {
    const granted = { ...betOf("a/full"), works: 0.5, wins: 0.5, claimsFrom: 3.4 };
    const inputs = economics({ "adoption-years": 3 });
    let counted = 0;
    for (let day = 0; day < 15 * 1000; day++) {
      const year = (day + 0.5) / 1000;
      counted += (rightsIn(year, [granted], [right], inputs).added * Math.exp(-0.05 * year)) / 1000;
    }
    expect(excludedBy(claimTerms([granted], [right], inputs), () => true)).toBeCloseTo(counted, 3);
  });
});

describe("a new product that the home sells itself", () => {
  const market = { technology: "A", usd: same(1000), part: same(1), isWhole: false };
  const sold = (given = {}, inputs = {}): Bet => betOf("a/full+sales", { market, ...given }, inputs);

  it("is a size of its own where a market is known; a problem of the next generation may be led in", () => {
    const ids = (given = {}) => betsOn(problem("a", { market, need: null, ...given }), choices(), economics(), 2027).map(({ id }) => id);
    const sizes = (name: string): readonly string[] =>
      ["", "+sixteenth-sales", "+quarter-sales", "+sales"].map((sold) => `a/${name}${sold}`);
    const efforts = ["quarter", "three-eighths", "half", "full", "double"];
    expect(ids()).toEqual(efforts.flatMap(sizes));
    expect(ids({ isNext: true }).slice(20)).toEqual(sizes("eightfold"));
    expect(ids({ market: null })).toEqual(efforts.map((name) => `a/${name}`));
  });

  it("earns what is left of its sales from the plant on to the horizon, as counted day by day", () => {
    const bet = sold({ part: 0.5 }, { "adopted-part": 0.4, "adoption-years": 2 });
    expect(bet.launch).toEqual({ sales: 200, part: 0.2, from: 4 });
    let counted = 0;
    for (let day = 0; day < 15 * 1000; day++) {
      const year = (day + 0.5) / 1000;
      if (year >= 4 + 1) counted += (200 * bet.works * bet.wins * 0.2 * Math.exp(-0.05 * year)) / 1000;
    }
    const at = economics({ "adopted-part": 0.4, "adoption-years": 2 });
    expect(profitOf(bet, at)).toBeCloseTo(counted, 6);
    expect(incomeOf(bet, at)).toBe(profitOf(bet, at));
  });

  it("needs capital for all that it sells once it has won, however likely that is; its sales pay it, and it earns no royalty on them", () => {
    const bet = sold({
      adopters: [{ jurisdiction: "H", usd: same(50), ownPart: 0, isWhole: false, valid: same(0.5), readOn: same(0.4), granted: same(0.8) }],
    });
    const research = betOf("a/full", { market });
    const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);
    // A pilot as dear as the research, and a plant for 1,000 a year.
    expect(sum(bet.reserved) - sum(research.reserved)).toBeCloseTo(30 + 1000, 9);
    expect(sum(bet.sized.plantMoney)).toBeCloseTo(1000 * bet.works * bet.wins, 9);
    expect(sold({}, { "years-ahead": 8 }).reserved).toEqual(sold().reserved);
    expect(bet.cost - research.cost).toBeLessThan(30);
    expect(claimIncome(bet, economics())).toEqual({ royalties: 0, freedom: 0 });
    expect(bet.capacity).toBe(0);
  });

  it("sells a step's part of a market that is that of the whole, later where a clock says so, and nothing beyond the horizon", () => {
    const step = sold({ market: { usd: same(1000), part: same(1), isWhole: true } }).launch!;
    expect([step.sales, step.part]).toEqual([50, 0.05]);
    const third = sold({ market: { ...market, part: same(0.3) } });
    expect([third.launch!.sales, third.launch!.part]).toEqual([0.3 * sold().launch!.sales, 0.3 * sold().launch!.part]);
    const quarter = betOf("a/full+quarter-sales", { market });
    expect(quarter.launch!.sales).toBeCloseTo(250, 12);
    expect(profitOf(quarter, economics())).toBeCloseTo(profitOf(sold(), economics()) / 4, 9);
    expect(sold({ clock: same(2035) }).launch!.from).toBe(8);
    expect(profitOf(sold({ clock: same(2050) }), economics())).toBe(0);
  });
});
