import { describe, expect, it } from "vitest";
import { worldParty } from "../../../src/leverage/course/parties.ts";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, lostAt, modelOf } from "./by-hand.ts";

/** FF makes half of the gas, AA and BB a quarter each; FF makes 0.4 of the chips, AA and BB 0.1 each, CC the others. */
const worldOf = (spare: number, fungibility = 0) =>
  modelOf({
    technology: [technology("gas", { supply_mode: "service" }), product("chips")],
    requirement: [requirement("chips", "gas", "blocking")],
    share: [share("gas", "FF", 0.5), share("gas", "AA", 0.25), share("gas", "BB", 0.25)],
    product_place: [
      place("chips", "FF", "make", 0.4),
      place("chips", "AA", "make", 0.1),
      place("chips", "BB", "make", 0.1),
      place("chips", "CC", "make", 0.4),
    ],
    parameter: [parameter("gas", "spare", spare), parameter("gas", "fungibility", fungibility), parameter("gas", "qualification", 0)],
  });

const lost = (model: ReturnType<typeof worldOf>) =>
  lostAt(ask(model, { targets: [worldParty(model, ["FF"])], senders: ["FF"], withhold: ["gas"] }).course, 0);

describe("all the world but one", () => {
  it("loses what its members lose: what one makes serves that one first", () => {
    // Only CC buys abroad, half of its need from FF, although the three make more together than FF takes from them.
    expect(lost(worldOf(0))).toBeCloseTo((0.5 * 0.4) / 0.6, 9);
  });

  it("has no use at once of what one member has idle and another lacks", () => {
    expect(lost(worldOf(0.1))).toBeCloseTo((0.5 * 0.4) / 0.6, 9);
  });

  it("turns to it as far as it can be qualified, and no more than there is", () => {
    // Beside what is idle they turn to CC what they sell to FF: a half, less 0.4 that they sell at home.
    expect(lost(worldOf(0.1, 0.6))).toBeCloseTo((0.4 * 0.2) / 0.6, 9);
    expect(lost(worldOf(0.1, 1))).toBeCloseTo((0.2 - 0.1 - 0.1 * 0.5) / 0.6, 9);
  });

  it("buys from outside at least what its members do not make", () => {
    const model = modelOf({
      technology: [technology("gas", { supply_mode: "service" }), product("chips")],
      requirement: [requirement("chips", "gas", "blocking")],
      share: [share("gas", "FF", 0.5), share("gas", "AA", 0.5)],
      product_place: [place("chips", "AA", "make", 0.4), place("chips", "BB", "make", 0.6)],
    });
    // By shares BB would buy half of 0.6 of AA, which has only 0.1 to sell.
    expect(lost(model)).toBeCloseTo(0.5, 9);
  });
});
