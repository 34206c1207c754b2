import { describe, expect, it } from "vitest";
import { betsOn } from "../../../src/plan/programmes/bet.ts";
import type { RightsFacts } from "../../../src/plan/programmes/bet-facts.ts";
import { claimTerms, claimYears, excludedBy } from "../../../src/plan/programmes/bet-worth.ts";
import { createFamilyExcludes, familyEarns, winOfFamily } from "../../../src/plan/programmes/family-worth.ts";
import { choices, economics, problem } from "./small-bets.ts";

const same = (value: number): readonly [number, number, number] => [value, value, value];
const adopter = { jurisdiction: "H", usd: same(50), ownPart: 0, isWhole: false, valid: same(0.5), readOn: same(0.4), granted: same(0.8) };
const bet = betsOn(problem("a", { adopters: [adopter] }), choices(), economics(), 2027).find(({ id }) => id === "a/full")!;

describe("one more family of a programme", () => {
  it("brings the chance to win that its effort does, for any decisiveness", () => {
    // 100 researcher-years in 10 families against 2,000 of five rivals.
    expect(winOfFamily(bet, 1)).toBeCloseTo(100 / 2100 - 90 / 2090, 12);
    const share = (own: number): number => own ** 2 / (own ** 2 + 5 * 400 ** 2);
    expect(winOfFamily({ ...bet, wins: share(100) }, 2)).toBeCloseTo(share(100) - share(90), 12);
    expect(winOfFamily({ ...bet, families: 1 }, 1)).toBe(bet.wins);
  });

  it("is worth the royalty that it adds where it holds, reads on and is enforced", () => {
    const years = claimYears(bet, economics());
    const all = 50e6 * 0.01 * bet.works * (100 / 2100 - 90 / 2090) * 0.5 * 0.4 * 0.8 * years;
    expect(familyEarns(bet, adopter, economics())).toBeCloseTo(all, 6);
    expect(familyEarns(bet, { ...adopter, isWhole: true }, economics())).toBeCloseTo(all * 0.05, 6);
    expect(familyEarns(bet, { ...adopter, granted: same(0) }, economics())).toBe(0);
  });

  it("of a home that sells itself is worth its margin on its own sales there, and no royalty", () => {
    const market = { technology: "a", usd: same(1000), part: same(1), isWhole: false };
    const sold = betsOn(problem("a", { adopters: [adopter], market }), choices(), economics(), 2027).find(
      ({ id }) => id === "a/full+sales",
    )!;
    const { launch } = sold;
    const years = claimYears({ ...sold, claimsFrom: Math.max(sold.claimsFrom, launch!.from) }, economics());
    const all = 50e6 * launch!.part * economics().of("margin") * sold.works * winOfFamily(sold, 1) * 0.5 * 0.4 * 0.8 * years;
    expect(all).toBeGreaterThan(0);
    expect(familyEarns(sold, adopter, economics())).toBeCloseTo(all, 6);
  });

  it("keeps a target from selling the difference that its effort makes to what the plan excludes", () => {
    const terms = { valid: same(0.5), readOn: same(0.4), designAround: same(0.5) };
    const sale = (jurisdiction: string, held: number): RightsFacts => ({
      jurisdiction,
      product: "p",
      usd: same(100),
      granted: same(0.8),
      held: same(held),
      technologies: new Map([[bet.problem.technology, terms]]),
    });
    const sales = [sale("B", 0), sale("C", 0.3)];
    const other = betsOn(problem("b"), choices(), economics(), 2027).find(({ id }) => id === "b/full")!;
    const beside = { ...other, problem: { ...other.problem, technology: bet.problem.technology }, works: 0.5, wins: 0.9 };
    const excluded = (wins: number): number =>
      excludedBy(claimTerms([{ ...bet, wins }, beside], sales, economics()), () => true) -
      excludedBy(claimTerms([beside], sales, economics()), () => true);
    const family = excluded(bet.wins) - excluded(bet.wins - winOfFamily(bet, 1));
    expect(family).toBeGreaterThan(0);
    expect(createFamilyExcludes([bet, beside], sales, economics())(bet)).toBeCloseTo(1e6 * family, 4);
    expect(createFamilyExcludes([bet], [sale("B", 1)], economics())(bet)).toBe(0);
    expect(createFamilyExcludes([bet], [], economics())(bet)).toBe(0);
  });
});
