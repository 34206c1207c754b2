import { describe, expect, it } from "vitest";
import { actPolicy } from "../../../src/leverage/acts/act-policy.ts";
import { organisation, parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, lostAt, modelOf } from "./by-hand.ts";

/** FF alone makes the input, two fifths of it one firm; HH makes a tenth of the chips of the world. Whoever sells can be turned to at once. */
const model = modelOf({
  technology: [technology("input"), product("chips")],
  requirement: [requirement("chips", "input", "blocking")],
  share: [share("input", "FF", 1), share("input", "firm", 0.4, { holder_kind: "organisation", basis: "sales" })],
  organisation: [organisation("firm", "FF")],
  product_place: [place("chips", "HH", "make", 0.1), place("chips", "HH", "use", 0.1)],
  parameter: [parameter("input", "fungibility", 1), parameter("input", "qualification", 0)],
});
const leaky = (leakage: number) => actPolicy(model.acts, "act", "ban", 0, leakage);
const lost = (policy: ReturnType<typeof leaky>, senders: readonly string[], of = model) =>
  lostAt(ask(of, { targets: ["HH"], senders, withhold: [{ id: "input", policy }] }).course, 5);

describe("what an act lets through", () => {
  it("is what the target has left, not supply to turn to: a small user of a sole maker's good loses what is withheld", () => {
    for (const leakage of [0, 0.1, 0.3]) expect(lost(leaky(leakage), ["FF"])).toBeCloseTo(1 - leakage, 9);
  });

  it("is the same part of a firm's own sales as of its seat's: a maker alone takes no more than the state that bans all makers there", () => {
    const stiff = modelOf({ ...model.map.rows, parameter: [] });
    expect(lost(leaky(0.3), ["FF"], stiff)).toBeCloseTo(0.7, 9);
    expect(lost(leaky(0.3), ["firm"], stiff)).toBeCloseTo(0.4 * 0.7, 9);
  });
});
