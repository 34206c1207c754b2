import { describe, expect, it } from "vitest";
import { parameter, place, product, requirement, share, technology } from "../../measure/rows.ts";
import { ask, close, modelOf, numbersOf } from "./by-hand.ts";

/** Designers of HH sell 0.9 of all chips and have them made by the foundries of TT; a tenth is made at home. Chips sell for 100 bn a year. */
const model = (more: readonly ReturnType<typeof place>[] = [place("chips", "HH", "sell", 0.9)]) =>
  modelOf({
    technology: [
      technology("foundry", { kind: "process", supply_mode: "service" }),
      technology("resin"),
      technology("memory", { kind: "product" }),
      product("chips"),
    ],
    requirement: ["foundry", "resin", "memory"].map((id) => requirement("chips", id, "blocking")),
    share: ["foundry", "resin", "memory"].map((id) => share(id, "TT", 1)),
    product_place: [place("chips", "TT", "make", 0.9), place("chips", "HH", "make", 0.1), place("chips", "HH", "use", 0.4), ...more],
    parameter: [parameter("chips", "market-size", 100)],
  });
const lost = (id: string, of = model()) => {
  const numbers = numbersOf(of, { targets: ["HH"], senders: ["TT"], withhold: [{ id, class: null }] });
  return [numbers("usd", { target: 0 })[0]!, numbers("outsourcedUsd", { target: 0 })[0]!];
};

describe("who has its chips made by others", () => {
  it("loses its sales when the foundries stop: what is made at home, and of it apart what its designers have made elsewhere", () => {
    expect(lost("foundry")).toEqual(close([90, 80]));
  });

  it("loses them without the memory that it buys, not without what packagers buy", () => {
    expect(lost("memory")).toEqual(close([90, 80]));
    expect(lost("resin")).toEqual(close([10, 0]));
  });

  it("has none where no source says what it sells, or where it sells less than it makes", () => {
    expect(lost("foundry", model([]))).toEqual(close([10, 0]));
    expect(lost("foundry", model([place("chips", "HH", "sell", 0.05)]))).toEqual(close([10, 0]));
  });

  it("has what a source says made elsewhere, though plants of others at home make more than it sells", () => {
    const [sold, told] = [place("chips", "HH", "sell", 0.05), place("chips", "HH", "outsource", 0.04)];
    expect(lost("foundry", model([sold, told]))).toEqual(close([14, 4]));
    expect(lost("memory", model([told]))).toEqual(close([14, 4]));
    expect(lost("foundry", model([place("chips", "HH", "sell", 0.9), place("chips", "HH", "outsource", 0)]))).toEqual(close([10, 0]));
  });

  it("needs of services what it sells, of materials what it makes", () => {
    const need = (id: string, of: ReturnType<typeof model>) =>
      ask(of, { targets: ["HH"], senders: ["TT"], withhold: [id] }).course.supply.need[0];
    expect([need("foundry", model()), need("foundry", model([]))]).toEqual([expect.closeTo(0.9, 12), expect.closeTo(0.1, 12)]);
    expect([need("resin", model()), need("resin", model([]))]).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.1, 12)]);
  });
});
