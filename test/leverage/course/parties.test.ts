import { describe, expect, it } from "vitest";
import { worldParty } from "../../../src/leverage/course/parties.ts";
import { member, organisation, parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, lostAt, modelOf } from "./by-hand.ts";

describe("who is hit", () => {
  const rows = {
    technology: [technology("foundry", { supply_mode: "service" }), product("chips"), product("memory")],
    requirement: [requirement("chips", "foundry", "blocking")],
    share: [share("foundry", "FF", 0.6), share("foundry", "XX", null, { flag: "blank" })],
    product_place: [place("chips", "FF", "make", 0.5), place("chips", "HH", "make", 0.5), place("memory", "HH", "make", 1)],
    parameter: [parameter("chips", "market-size", 10), parameter("memory", "market-size", 30)],
    organisation: [organisation("designer", "HH")],
    group_member: [member("UU", "HH"), member("UU", "FF")],
  };
  const model = modelOf(rows);

  it("a designer without plants loses what it cannot have made", () => {
    const { course } = ask(model, { targets: ["designer"], senders: ["FF"], withhold: ["foundry"] });
    expect(lostAt(course, 0)).toBeCloseTo(0.6, 9);
  });

  it("all the world but the sender loses what its members lose: what no one named holds is not theirs before they have qualified it", () => {
    const { course } = ask(model, { targets: [worldParty(model, ["FF"])], senders: ["FF"], withhold: ["foundry"] });
    const alone = ask(model, { targets: ["HH"], senders: ["FF"], withhold: ["foundry"] });
    expect([lostAt(course, 0), lostAt(alone.course, 0)]).toEqual([expect.closeTo(0.6, 9), expect.closeTo(0.6, 9)]);
  });

  it("a member of a sending group is kept from what the others hold, not from its own", () => {
    const own = modelOf({ ...rows, share: [share("foundry", "FF", 0.6), share("foundry", "HH", 0.4)] });
    const { course } = ask(own, { targets: ["HH"], senders: ["UU"], withhold: ["foundry"] });
    expect(lostAt(course, 0)).toBeCloseTo(0.1 / 0.5, 9);
  });
});
