import { describe, expect, it } from "vitest";
import type { SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import { defaults, parameter, place, product, requirement, rigid, share, technology } from "../../measure/rows.ts";
import { ask, close, lostAt, modelOf, still } from "./by-hand.ts";

/** FF makes a gas, the tools that make it and a part of them; HH makes chips of the gas. New makers of gas come for certain, within two years. */
const model = (more: readonly ReturnType<typeof parameter>[] = [], rows: Partial<SupplyRows> = {}) =>
  modelOf({
    technology: [
      technology("gas"),
      technology("tool", { kind: "tool", supply_mode: "capital" }),
      technology("part", { supply_mode: "consumable" }),
      product("chips"),
    ],
    requirement: [requirement("chips", "gas", "blocking"), requirement("gas", "tool", "blocking"), requirement("gas", "part", "blocking")],
    share: ["gas", "tool", "part"].map((id) => share(id, "FF", 1)),
    product_place: [place("chips", "HH", "make", 1), place("chips", "HH", "use", 1)],
    parameter: [
      parameter("gas", "lead-time", 24),
      parameter("gas", "recovery-chance", 1),
      parameter("gas", "recovery-ceiling", 1),
      parameter("tool", "service-life", 100),
      ...more,
    ],
    default_parameter: [...rigid, ...defaults({ ...still, "lead-time": [24, 24], "recovery-ceiling": [1, 1] })],
    ...rows,
  });

const months = [0.5, 24.5, 60.5];
const lost = (withhold: readonly string[], of = model()) => {
  const { course } = ask(of, { targets: ["HH"], senders: ["FF"], withhold });
  return months.map((month) => lostAt(course, month));
};

describe("who is denied a product", () => {
  it("makes it anew within the lead time where nothing else is denied", () => {
    expect(lost(["gas"])).toEqual([1, 0, 0].map((each): unknown => expect.closeTo(each, 2)));
  });

  it("does not make it anew without the tools for it, though running plants would go on with theirs", () => {
    expect(lost(["gas", "tool"])).toEqual(close([1, 1, 1]));
  });

  it("does not make it anew without the parts for it", () => {
    expect(lost(["gas", "part"])).toEqual(close([1, 1, 1]));
  });

  it("makes it anew as fast as the tools come back", () => {
    const soon = model([parameter("tool", "recovery-chance", 0.4)]);
    const [, two, five] = lost(["gas", "tool"], soon);
    expect(two).toBeCloseTo(0.6, 2);
    expect(five).toBeCloseTo(0.6, 2);
  });
});
