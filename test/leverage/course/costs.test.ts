import { describe, expect, it } from "vitest";
import { actPolicy } from "../../../src/leverage/acts/act-policy.ts";
import { createCosts } from "../../../src/leverage/course/costs.ts";
import { horizons } from "../../../src/leverage/course/steps.ts";
import type { SupplyRows } from "../../../src/measure/supply/supply-map.ts";
import { member, organisation, parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { type Asked, ask, close, modelOf, numbersOf, twoInputs } from "./by-hand.ts";

const model = modelOf(twoInputs);
const numbers = (asked: Asked, of = model) => numbersOf(of, asked);

describe("lost sales and own use", () => {
  it("takes a sender's lost sales at the time it acts, whatever joins later", () => {
    const countedAtOrigin = numbers({
      targets: ["HH"],
      senders: ["AA", "BB"],
      withhold: [
        { id: "input", by: ["AA"] },
        { id: "input", by: ["BB"], start: 12 },
      ],
      ends: [12],
    });
    // HH uses half of the world's input of 10 bn a year: 3 of it from AA, 2 from BB.
    expect(countedAtOrigin("sales", { sender: 0 })).toEqual(close(horizons.map(() => 3)));
    expect(countedAtOrigin("sales", { sender: 1 })).toEqual(close(horizons.map((month) => (month >= 12 ? 2 : 0))));
    expect(countedAtOrigin("salesMean", { sender: 0 })).toEqual(close(horizons.map((month) => (month > 0 ? 3 : 0))));
    expect(countedAtOrigin("salesMean", { sender: 1 })).toEqual(close(horizons.map((month) => (month > 12 ? 2 : 0))));
    expect(countedAtOrigin("otherSales")).toEqual(close(horizons.map(() => 0)));
  });

  it("counts no sale of what another target no longer makes as a sender's", () => {
    const starved = modelOf({
      technology: [technology("parts"), technology("input"), product("chips")],
      requirement: [requirement("input", "parts", "blocking"), requirement("chips", "input", "blocking")],
      share: [share("parts", "AA", 1), share("input", "AA", 0.2), share("input", "CC", 0.8)],
      product_place: [place("chips", "HH", "make", 1)],
      parameter: [parameter("input", "market-size", 10)],
    });
    const countedAtOrigin = numbers(
      {
        targets: ["HH", "CC"],
        senders: ["AA"],
        withhold: [
          { id: "parts", targets: [1] },
          { id: "input", targets: [0] },
        ],
      },
      starved,
    );
    expect(countedAtOrigin("sales", { sender: 0 })).toEqual(close(horizons.map(() => 2)));
  });

  it("counts what two senders own once between them", () => {
    const grouped = modelOf({ ...twoInputs, group_member: [member("UU", "AA"), member("UU", "BB")] });
    const countedAtOrigin = numbers({ targets: ["HH"], senders: ["UU", "AA"], withhold: ["input"] }, grouped);
    expect(countedAtOrigin("sales", { sender: 0 })[0]).toBeCloseTo(3 / 2 + 2, 9);
    expect(countedAtOrigin("sales", { sender: 1 })[0]).toBeCloseTo(3 / 2, 9);
    expect(countedAtOrigin("otherSales")[0]).toBeCloseTo(0, 9);
  });

  it("does not count what a sender no longer makes itself as something it cannot buy", () => {
    const mutual = ask(model, { targets: ["HH", "AA"], senders: ["AA", "BB"], withhold: [{ id: "input", by: ["BB"], targets: [1] }] });
    const costs = createCosts(mutual.course, mutual.inputs);
    expect(costs.downstream(0, 0, mutual.inputs)).toBe(0);
  });

  describe("what a sender cannot have of the products itself", () => {
    /** AA makes 0.3 of the chips of the world and uses 0.5; HH makes 0.5, and 0.6 of its input comes from AA. */
    const withSpare = (spare: number | null) =>
      modelOf({ ...twoInputs, parameter: [...twoInputs.parameter!, ...(spare === null ? [] : [parameter("chips", "spare", spare)])] });
    const downstream = (spare: number | null) =>
      numbers({ targets: ["HH"], senders: ["AA"], withhold: ["input"] }, withSpare(spare))("downstream", { sender: 0 })[0];

    it("is what it buys of what the target no longer makes", () => {
      // It buys 0.2 of the 0.7 that others make, of which 0.3 is gone: 100 bn a year times 0.2 times 3/7.
      expect(downstream(null)).toBeCloseTo((100 * 0.2 * 3) / 7, 9);
    });

    it("is less by its own spare capacity, and by what others have spare", () => {
      // Spare 0.1: 0.03 of its own, and half of 0.04 of the other makers, who make 0.4.
      expect(downstream(0.1)).toBeCloseTo(100 * ((0.2 * 3) / 7 - 0.03 - 0.1 * 0.4 * 0.5), 9);
      expect(downstream(0.01)).toBeCloseTo(100 * ((0.2 * 3) / 7 - 0.003 - 0.01 * 0.4 * 0.5), 9);
      expect(downstream(1)).toBe(0);
    });
  });

  describe("of a firm", () => {
    /** Half of what AA makes is its, 0.3 of the world's; a rival of the same seat has the rest. */
    const firms = (more: Partial<SupplyRows> = {}) =>
      modelOf({
        ...twoInputs,
        organisation: [organisation("firm", "AA"), organisation("rival", "AA")],
        share: [...twoInputs.share!, share("input", "firm", 0.3, { holder_kind: "organisation", basis: "sales" })],
        ...more,
      });

    it("are what it withholds of its part of its economy's, and of no one else", () => {
      const countedAtOrigin = numbers({ targets: ["HH"], senders: ["firm"], withhold: ["input"] }, firms());
      // HH uses half of the world's input of 10 bn a year, and had three tenths of it from the firm.
      expect(countedAtOrigin("sales", { sender: 0 })).toEqual(close(horizons.map(() => 1.5)));
      expect(countedAtOrigin("otherSales")).toEqual(close(horizons.map(() => 0)));
      expect(countedAtOrigin("downstream", { sender: 0 })).toEqual(horizons.map(() => 0));
    });

    it("are half of its economy's, which holds twice as much, and grow with what the act withholds", () => {
      const model = firms();
      const withhold = [{ id: "input", policy: actPolicy(model.acts, "act", "ban", model.map.indexOf.get("input")!, 0.6) }];
      const [own, whole] = ["firm", "AA"].map((sender) =>
        numbers({ targets: ["HH"], senders: [sender], withhold }, model)("sales", { sender: 0 }),
      );
      expect(own).toEqual(close(horizons.map(() => 0.4 * 1.5)));
      expect(own).toEqual(close(whole!.map((usd) => usd / 2)));
    });

    it("are none where it sells elsewhere all that others sell to the targets in its place", () => {
      const free = [...twoInputs.parameter!, parameter("input", "fungibility", 1)];
      const countedAtOrigin = numbers({ targets: ["HH"], senders: ["firm"], withhold: ["input"] }, firms({ parameter: free }));
      expect(countedAtOrigin("loss", { target: 0 })).toEqual(close(horizons.map(() => 0)));
      expect(countedAtOrigin("sales", { sender: 0 })).toEqual(close(horizons.map(() => 0)));
    });

    it("that stay lost are those that new makers come for", () => {
      const built = ["recovery-chance", "recovery-ceiling"].map((name) => parameter("input", name, 1));
      const parameters = [...twoInputs.parameter!, ...built, parameter("input", "lead-time", 0)];
      const countedAtOrigin = numbers({ targets: ["HH"], senders: ["firm"], withhold: ["input"] }, firms({ parameter: parameters }));
      expect(countedAtOrigin("lasting", { sender: 0 })).toEqual(close(horizons.map(() => 1.5)));
    });

    it("leave to others what an outage takes of its economy beside", () => {
      const half = numbers(
        {
          targets: ["HH"],
          senders: ["firm", "AA"],
          withhold: [
            { id: "input", by: ["firm"] },
            { id: "input", by: ["AA"], class: null },
          ],
        },
        firms(),
      );
      expect(half("sales", { sender: 0 })[0]).toBeCloseTo(0, 9);
    });
  });
});
