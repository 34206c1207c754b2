import { describe, expect, it } from "vitest";
import type { Stop } from "../../../src/leverage/course/stop.ts";
import { slotsOf } from "../../../src/leverage/members.ts";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, close, lostAt, modelOf } from "./by-hand.ts";

describe("targets beside one another", () => {
  /** FF 0.5, GG 0.5 of an input; AA and BB make half of the chips each; GG has a fifth more than it sells. */
  const rows = {
    technology: [technology("input"), product("chips")],
    requirement: [requirement("chips", "input", "blocking")],
    share: [share("input", "FF", 0.5), share("input", "GG", 0.5)],
    product_place: [place("chips", "AA", "make", 0.5), place("chips", "BB", "make", 0.5)],
    parameter: [parameter("input", "spare", 0.2), parameter("input", "fungibility", 1)],
  };

  it("share one pool: half of their need is gone, a tenth of the world's is to be had", () => {
    const { course } = ask(modelOf(rows), { targets: ["AA", "BB"], senders: ["FF"], withhold: [{ id: "input", class: null }] });
    expect(lostAt(course, 0, 0)).toBeCloseTo((0.25 - 0.05) / 0.5, 12);
    expect(lostAt(course, 0, 1)).toBeCloseTo((0.25 - 0.05) / 0.5, 12);
  });

  it("find no idle capacity with makers that lack the same input", () => {
    /** AA and BB make wafers of a gas, half each and twice as much if they could; HH makes all chips. Half of the gas is gone. */
    const lost = (of: readonly number[], part: number): number => {
      const wafers = modelOf({
        technology: [technology("gas"), technology("wafers"), product("chips")],
        requirement: [requirement("wafers", "gas", "blocking"), requirement("chips", "wafers", "blocking")],
        share: [share("gas", "FF", part), share("gas", "GG", 1 - part), share("wafers", "AA", 0.5), share("wafers", "BB", 0.5)],
        product_place: [place("chips", "HH", "make", 1), ...["AA", "BB"].map((code) => place("chips", code, "make", 0))],
        parameter: [parameter("wafers", "spare", 1), parameter("wafers", "fungibility", 1), parameter("wafers", "qualification", 0)],
      });
      const { course } = ask(wafers, { targets: ["AA", "BB", "HH"], senders: ["FF"], withhold: [{ id: "gas", targets: of }] });
      return lostAt(course, 0, 2);
    };
    expect(lost([0, 1], 0.5)).toBeCloseTo(0.5, 9);
    expect(lost([0], 0.5)).toBeCloseTo(0, 9);
    expect(lost([0, 1], 0.01)).toBeCloseTo(0, 9);
  });

  it("can turn to whoever is a target of another act only", () => {
    const two = modelOf({
      ...rows,
      technology: [...rows.technology, technology("other")],
      requirement: [...rows.requirement, requirement("chips", "other", "marginal")],
      share: [...rows.share, share("other", "FF", 1)],
      parameter: [...rows.parameter, parameter("input", "spare", 1)],
    });
    const alone = ask(two, { targets: ["AA"], senders: ["FF"], withhold: ["input"] });
    const beside = ask(two, {
      targets: ["AA", "GG"],
      senders: ["FF"],
      withhold: [
        { id: "input", targets: [0] },
        { id: "other", targets: [1] },
      ],
    });
    expect(lostAt(beside.course, 0)).toBeCloseTo(lostAt(alone.course, 0), 12);
  });

  it("can turn to whoever was a target for a day, or will be one, but not to one that is", () => {
    const lost = (act: Partial<Stop> | null): number[] => {
      const withhold = [{ id: "input", targets: [0] }, ...(act ? [{ id: "input", targets: [1], ...act }] : [])];
      const { course } = ask(modelOf(rows), { targets: ["AA", "GG"], senders: ["FF"], withhold, ends: [1 / 30, 48] });
      return [3, 12, 36, 60].map((month) => lostAt(course, month));
    };
    const alone = lost(null);
    expect(alone).toEqual(close([0, 0, 0, 0]));
    expect(lost({ easing: [{ month: 1 / 30, left: 0 }] })).toEqual(close(alone));
    expect(lost({ start: 48 })).toEqual([...close(alone.slice(0, 3)), expect.closeTo(0.5, 9)]);
  });

  it("are hit as far as an act goes: by half of one, half of what they could turn over is left to others", () => {
    const half = { easing: [{ month: 0, left: 0.5 }] };
    const { course } = ask(modelOf({ ...rows, parameter: [parameter("input", "fungibility", 1)] }), {
      targets: ["AA", "GG"],
      senders: ["FF"],
      withhold: [
        { id: "input", targets: [0] },
        { id: "input", targets: [1], ...half },
      ],
    });
    // AA lacks 0.25 of the world's supply. GG makes 0.5, of which AA has 0.25: it could turn over the other 0.25, and does half of it.
    expect(lostAt(course, 0)).toBeCloseTo(0.25, 9);
    const all = ask(modelOf({ ...rows, parameter: [parameter("input", "fungibility", 1)] }), {
      targets: ["AA", "GG"],
      senders: ["FF"],
      withhold: ["input"],
    });
    expect(lostAt(all.course, 0)).toBeCloseTo(0.5, 9);
  });

  it("leave third parties free of what they get from one another", () => {
    // BB makes 0.4 of the input and needs 0.2; AA needs 0.4, FF makes 0.3, GG 0.3. AA had 0.12 from GG, so GG can give 0.18, not 0.02.
    const model = modelOf({
      ...rows,
      share: [share("input", "FF", 0.3), share("input", "GG", 0.3), share("input", "BB", 0.4)],
      product_place: [place("chips", "AA", "make", 0.4), place("chips", "BB", "make", 0.2)],
      parameter: [parameter("input", "fungibility", 1)],
    });
    const { course } = ask(model, { targets: ["AA", "BB"], senders: ["FF"], withhold: ["input"] });
    expect(lostAt(course, 0)).toBe(0);
  });

  it("get nothing from third parties' customers for what another target no longer makes", () => {
    // FF keeps tools from AA, which makes half of the input; what AA no longer makes nobody sells elsewhere.
    const model = modelOf({
      technology: [technology("tools"), technology("input"), product("chips")],
      requirement: [requirement("input", "tools", "blocking"), requirement("chips", "input", "blocking")],
      share: [share("tools", "FF", 1), share("input", "AA", 0.5), share("input", "GG", 0.5)],
      product_place: [place("chips", "BB", "make", 0.5), place("chips", "GG", "make", 0.5)],
      parameter: [parameter("input", "fungibility", 1), parameter("input", "spare", 0)],
    });
    const { course } = ask(model, { targets: ["AA", "BB"], senders: ["FF"], withhold: [{ id: "tools", targets: [0] }] });
    expect(lostAt(course, 0, 1)).toBeCloseTo(0.5, 12);
  });

  it("get nothing from third parties' customers for what an act reaches of another target that could not make it", () => {
    // AA makes none of its half of the input for want of tools, and the act that reaches its plants frees no capacity elsewhere.
    const model = modelOf({
      technology: [technology("tools"), technology("input"), product("chips")],
      requirement: [requirement("input", "tools", "blocking"), requirement("chips", "input", "blocking")],
      share: [share("tools", "FF", 1), share("input", "AA", 0.5), share("input", "GG", 0.5)],
      product_place: [place("chips", "BB", "make", 0.5), place("chips", "GG", "make", 0.5)],
      parameter: [parameter("input", "fungibility", 1), parameter("input", "spare", 0)],
    });
    const plants = slotsOf(model, ["AA"], model.map.indexOf.get("input")!)[0]!;
    const lost = (reach: number): number => {
      const withhold = [
        { id: "tools", targets: [0] },
        { id: "input", targets: [1], parts: [{ slot: plants, sender: 0, low: reach, high: reach, key: 0 }] },
      ];
      return lostAt(ask(model, { targets: ["AA", "BB"], senders: ["FF"], withhold }).course, 0, 1);
    };
    expect(lost(0)).toBeCloseTo(0.5, 12);
    expect(lost(0.5)).toBeCloseTo(0.5, 12);
  });
});
