import { describe, expect, it } from "vitest";
import { worldParty } from "../../../src/leverage/course/parties.ts";
import { corners } from "../../../src/leverage/ends.ts";
import type { SupplyModel } from "../../../src/leverage/model.ts";
import { noReach } from "../../../src/leverage/reach.ts";
import { targetOf } from "../../../src/leverage/target.ts";
import { createWithholding } from "../../../src/leverage/withholding.ts";
import { parameter, place, product, requirement, selfSupply, share, technology } from "../../measure/rows.ts";
import { ask, close, lostAt, modelOf } from "./by-hand.ts";

/** What HH loses at once of what it makes and has made when FF withholds, in the course and for good. */
function lost(model: SupplyModel, id: string): readonly (number | null)[] {
  const act = { target: targetOf(model, "HH"), senders: ["FF"], reach: noReach(model) };
  const { total } = createWithholding(model).loss(act, model.map.indexOf.get(id)!, corners[1]);
  return [lostAt(ask(model, { targets: ["HH"], senders: ["FF"], withhold: [{ id, class: null }] }).course, 0), total];
}

const both = (value: number): readonly unknown[] => [expect.closeTo(value, 9), expect.closeTo(value, 9)];

describe("what a home does not use", () => {
  const model = (uses: readonly ReturnType<typeof place>[]): SupplyModel =>
    modelOf({
      technology: [technology("scanner"), technology("resist", { used_with: "scanner" }), product("chips")],
      requirement: ["scanner", "resist"].map((id) => requirement("chips", id, "blocking")),
      share: ["scanner", "resist"].map((id) => share(id, "FF", 1)),
      product_place: [place("chips", "HH", "make", 0.2), place("chips", "FF", "make", 0.8), ...uses],
    });

  it("cannot be taken from it, nor what is of use only with it", () => {
    const none = model([place("scanner", "HH", "use", 0)]);
    expect(lost(none, "scanner")).toEqual([0, null]);
    expect(lost(none, "resist")).toEqual([0, null]);
  });

  it("can be taken where a source says that others have none, or nothing of it", () => {
    for (const uses of [[], [place("scanner", "FF", "use", 0)], [place("scanner", "HH", "use", [0, 0.1])]])
      expect(lost(model(uses), "resist")).toEqual(both(1));
  });
});

describe("what own makers serve", () => {
  const model = (figure: number | null): SupplyModel =>
    modelOf({
      technology: [technology("gas"), product("chips")],
      requirement: [requirement("chips", "gas", "blocking")],
      share: [share("gas", "HH", 0.1), share("gas", "FF", 0.9)],
      product_place: [place("chips", "HH", "make", 0.5), place("chips", "FF", "make", 0.5)],
      self_supply: figure === null ? [] : [selfSupply("gas", "HH", figure)],
    });

  it("is left when the rest is withheld", () => {
    expect(lost(model(null), "gas")).toEqual(both(0.8));
    expect(lost(model(0.6), "gas")).toEqual(both(0.4));
  });

  it("may be less than they make: what they sell abroad is turned home", () => {
    expect(lost(model(0.1), "gas")).toEqual(both(0.8));
  });
});

describe("fabrication", () => {
  const model = (...sells: readonly ReturnType<typeof place>[]): SupplyModel =>
    modelOf({
      technology: [technology("foundry", { kind: "process", stage: "fabrication", supply_mode: "service" }), product("chips")],
      requirement: [requirement("chips", "foundry", "blocking")],
      share: [share("foundry", "FF", 0.95), share("foundry", "HH", 0.05)],
      product_place: [place("chips", "HH", "make", 0.2), place("chips", "FF", "make", 0.8), ...sells],
    });

  it("of what is made at home is at home: foundries abroad cannot take it", () => {
    expect(lost(model(), "foundry")).toEqual(both(0));
  });

  it("of what designers have made elsewhere is theirs to take", () => {
    expect(lost(model(place("chips", "HH", "sell", 0.8)), "foundry")).toEqual(both(0.75));
  });

  it("is withheld from designers alone: what own plants make goes on", () => {
    const { course } = ask(model(place("chips", "HH", "sell", 0.8)), { targets: ["HH"], senders: ["FF"], withhold: ["foundry"] });
    expect([course.madeLost[0], course.outsourcedLost[0]]).toEqual(close([0, 1]));
  });

  it("lacks at home what own plants lack, and nothing of what designers have made elsewhere", () => {
    const rows = model(place("chips", "HH", "sell", 0.8)).map.rows;
    const of = modelOf({
      ...rows,
      technology: [...rows.technology, technology("resist")],
      requirement: [...rows.requirement, requirement("foundry", "resist", "blocking")],
      share: [...rows.share, share("resist", "FF", 1)],
    });
    expect(lost(of, "resist")).toEqual(both(0.25));
    const { course } = ask(of, { targets: ["HH"], senders: ["FF"], withhold: ["resist"] });
    expect([course.madeLost[0], course.outsourcedLost[0]]).toEqual([1, 0]);
  });

  it("draws on a stock of the part that is made elsewhere, and says the same again when a sender joins anew", () => {
    const months = [["stock", 2] as const].map(([name, value]) => parameter("foundry", name, value));
    const of = modelOf({ ...model(place("chips", "HH", "sell", 0.8)).map.rows, parameter: months });
    const { course, inputs } = ask(of, { targets: ["HH"], senders: ["FF"], withhold: ["foundry"], ends: [2] });
    expect([lostAt(course, 1), lostAt(course, 3)]).toEqual([0, expect.closeTo(0.75, 9)]);
    const before = [...course.lost];
    course.rerun([0], inputs, Uint8Array.of(0));
    expect(course.lost.every((loss) => loss === 0)).toBe(true);
    course.rerun([0], inputs, Uint8Array.of(1));
    expect([...course.lost]).toEqual(before);
  });

  it("of what designers of all the world have made by one holder is that one's to take from the world", () => {
    const of = model(place("chips", "HH", "sell", 0.8));
    const world = worldParty(of, ["FF"]);
    const { course } = ask(of, { targets: [world], senders: ["FF", "HH"], withhold: [{ id: "foundry", class: null, by: ["FF"] }] });
    expect(lostAt(course, 0)).toBeCloseTo(0.75, 9);
  });
});
