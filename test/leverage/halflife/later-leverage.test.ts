import { describe, expect, it } from "vitest";
import { createLeverageMatrix, leverageMatrix } from "../../../src/leverage/game/leverage-matrix.ts";
import { type AddedSupply, laterLeverage } from "../../../src/leverage/halflife/later-leverage.ts";
import { defaults, parameter, place, product, requirement, rigid, share, technology } from "../../measure/rows.ts";
import { still } from "../course/by-hand.ts";
import { gameOf } from "../game/game-of.ts";

/** BB makes all of 100 bn a year of chips, which need a gas that AA and CC hold. */
const rows = (held: number) => ({
  technology: [technology("gas"), product("chip")],
  requirement: [requirement("chip", "gas", "blocking")],
  share: [share("gas", "AA", held), share("gas", "CC", 1 - held)],
  product_place: [place("chip", "BB", "make", 1)],
  parameter: [parameter("chip", "market-size", 100)],
  default_parameter: [...rigid, ...defaults(still)],
});
const [none, middle]: [AddedSupply, { draws: number; seed: number }] = [() => new Map(), { draws: 0, seed: 1 }];

const gas = gameOf(rows(0.4)).model.map.indexOf.get("gas")!;

function later(held: number, added = none, walk: { drift: number } | null = null) {
  const { question, space } = gameOf(rows(held), { target: "BB", members: ["AA"] });
  const walks = new Map(
    walk === null
      ? []
      : [[gas, { technology: "gas", share: held, walk: { drift: walk.drift, driftVariance: 0, variance: 0, noise: 0 } }] as const],
  );
  return laterLeverage({ ...question, holder: "AA", years: [0, 5, 10], walks, added }, space, middle);
}
const adds =
  (part: number, from = 0): AddedSupply =>
  () =>
    new Map([[gas, (year: number) => (year >= from ? part : 0)]]);

describe("what one could take in some years", () => {
  it("is, from today, what the leverage matrix says, draw by draw", async () => {
    const { question, space, model } = gameOf(
      { ...rows(0.4), default_parameter: [...rigid, ...defaults({ ...still, stock: [1, 6] })] },
      { target: "BB", members: ["AA"] },
    );
    const asked = {
      model,
      technologies: question.technologies,
      senders: ["AA"],
      targets: ["BB"],
      outsiders: "backfilling",
      months: 12,
      parties: question.parties,
    } as const;
    const [cell] = await leverageMatrix(createLeverageMatrix(asked), space, { draws: 20, seed: 1 });
    const [now] = await laterLeverage({ ...question, holder: "AA", years: [0], walks: new Map(), added: none }, space, {
      draws: 20,
      seed: 1,
    });
    expect(now!.without).toEqual(cell!.numbers.usd);
    expect(now!.with).toEqual(now!.without);
  });

  it("grows by supply that is added as if it had been held, and by none that is not", async () => {
    const still = (await later(0.4)).map((point) => point.without.middle);
    expect(still[0]).toBeCloseTo(still[2]!, 9);
    const added = await later(0.4, adds(0.2, 5));
    expect(added[0]!.with.middle).toBeCloseTo(added[0]!.without.middle, 9);
    const more = await later(0.6);
    for (const at of [1, 2]) expect(added[at]!.with.middle).toBeCloseTo(more[0]!.without.middle, 9);
    const all = await later(0.4, adds(9));
    expect(all[0]!.with.middle).toBeLessThanOrEqual(100 + 1e-9);
    expect(all[0]!.with.middle).toBeCloseTo((await later(1))[0]!.without.middle, 9);
  });

  it("falls as others take over what is held", async () => {
    const [now, five, ten] = await later(0.4, none, { drift: -0.2 });
    expect(five!.without.middle).toBeLessThan(now!.without.middle);
    expect(ten!.without.middle).toBeLessThan(five!.without.middle);
    // Log odds fall by 1 in five years: .4 becomes .197.
    expect(five!.without.middle / now!.without.middle).toBeCloseTo(0.197 / 0.4, 2);
  });
});
