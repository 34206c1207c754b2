import { describe, expect, it } from "vitest";
import { horizons } from "../../../src/leverage/course/steps.ts";
import { parameter, requirement, share, technology } from "../../measure/rows.ts";
import { type Asked, close, modelOf, numbersOf, twoInputs } from "./by-hand.ts";

const model = modelOf(twoInputs);
const numbers = (asked: Asked, of = model) => numbersOf(of, asked);

describe("an outcome", () => {
  it("means a loss over the months since the last horizon, however the steps are cut", () => {
    const stocked = modelOf({ ...twoInputs, parameter: [...twoInputs.parameter!, parameter("input", "stock", 2.5)] });
    const plain = numbers({ targets: ["HH"], senders: ["AA", "BB"], withhold: ["input"] }, stocked);
    const cut = numbers({ targets: ["HH"], senders: ["AA", "BB"], withhold: ["input"], ends: [0.5, 2.2, 5, 20, 61] }, stocked);
    expect(plain("mean", { target: 0 })).toEqual([0, expect.closeTo(0.5 / 3, 9), 1, 1, 1, 1]);
    expect(cut("mean", { target: 0 })).toEqual(close(plain("mean", { target: 0 })));
    // HH makes half of the world's chips of 100 bn a year.
    expect(cut("usdMean", { target: 0 })).toEqual(close(plain("mean", { target: 0 }).map((part) => part * 50)));
  });

  it("is of the whole month that begins at a horizon, so that an act of a day is a thirtieth of it", () => {
    const easing = [{ month: 12 + 1 / 30, left: 0 }];
    const countedAtOrigin = numbers({
      targets: ["HH"],
      senders: ["AA", "BB"],
      withhold: [{ id: "input", start: 12, easing }],
      ends: [12, 12 + 1 / 30],
    });
    expect(countedAtOrigin("loss", { target: 0 })).toEqual(close([0, 0, 0, 1 / 30, 0, 0]));
    expect(countedAtOrigin("usd", { target: 0 })).toEqual(close([0, 0, 0, 50 / 30, 0, 0]));
    expect(countedAtOrigin("sales", { sender: 0 })).toEqual(close([0, 0, 0, 3 / 30, 0, 0]));
  });

  it("adds growth up, as part of present output, and does not change it for a target that is hit by nothing", () => {
    const alone = numbers({ targets: ["HH"], senders: ["AA"], withhold: ["tools"] });
    expect(alone("growth", { target: 0 })).toEqual(close(horizons.map((month) => (month / 12) * 0.06)));
    const more = modelOf({
      ...twoInputs,
      technology: [...twoInputs.technology!, technology("unhit", { kind: "tool", supply_mode: "capital" })],
      requirement: [...twoInputs.requirement!, requirement("unhit", "tools", "degrading")],
      share: [...twoInputs.share!, share("unhit", "AA", 1)],
      parameter: [...twoInputs.parameter!, parameter("unhit", "additions", 0.2)],
    });
    const beside = numbers({ targets: ["HH", "ZZ"], senders: ["AA"], withhold: [{ id: "tools", targets: [0] }] }, more);
    expect(beside("growth", { target: 0 })).toEqual(close(alone("growth", { target: 0 })));
  });
});
