import { describe, expect, it } from "vitest";
import { betsOn } from "../../../src/plan/programmes/bet.ts";
import { claimYears } from "../../../src/plan/programmes/bet-worth.ts";
import { familyWorth, winOfFamily } from "../../../src/plan/programmes/family-worth.ts";
import { choices, economics, problem } from "./small-bets.ts";

const same = (value: number): readonly [number, number, number] => [value, value, value];
const adopter = { jurisdiction: "H", usd: same(50), isWhole: false, valid: same(0.5), readOn: same(0.4), granted: same(0.8) };
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
    expect(familyWorth(bet, adopter, economics())).toBeCloseTo(all, 6);
    expect(familyWorth(bet, { ...adopter, isWhole: true }, economics())).toBeCloseTo(all * 0.05, 6);
    expect(familyWorth(bet, { ...adopter, granted: same(0) }, economics())).toBe(0);
  });
});
