import { describe, expect, it } from "vitest";
import { givenRepair } from "../../../src/leverage/repair.ts";
import { lossWithUnknown, unknownStops } from "../../../src/leverage/scenario/unknown-stops.ts";
import { share } from "../../measure/rows.ts";
import { act, compiled, days, loss, modelOf } from "./scenario-world.ts";

/** Of the mystery nobody's share is known; firm-b makes a part of the gas of BB that no source tells; AA has a tenth of the gas. */
const model = modelOf({
  share: [share("gas", "CC", 0.5), share("gas", "BB", 0.3), share("gas", "AA", 0.1)],
});
const mystery = model.map.indexOf.get("mystery")!;
const ofMystery = (measure: ReturnType<typeof act>) => ({
  ...measure,
  items: [{ ...measure.items[0]!, technology: mystery, class: "licence" as const }],
});
const scenarioOf = (...measures: Parameters<typeof compiled>[1]) => ({ outsiders: "backfilling" as const, measures });

describe("what is unknown of a measure", () => {
  it("is all that no one named holds of a technology without shares, by the class of the act and from its day on", () => {
    const measure = ofMystery(act({ senders: ["CC"], targets: ["AA"], from: days("2026-03-01"), announced: days("2026-01-01") }));
    const whole = compiled(model, [measure]);
    const [stop, ...rest] = unknownStops(whole, scenarioOf(measure), whole.asked, 0.25);
    expect(rest).toEqual([]);
    expect(stop).toMatchObject({ technology: mystery, class: "licence", start: 0, targets: [0], repair: null });
    expect(stop!.notice).toBeCloseTo(2, 0);
    expect(stop!.parts).toEqual([expect.objectContaining({ slot: -1, sender: -1, low: 0.25, high: 1, basis: "unknown" })]);
  });

  it("is of a firm of unknown part also all that others than the target hold", () => {
    const measure = act({ senders: ["firm-b"], targets: ["AA"] });
    const whole = compiled(model, [measure]);
    const [stop] = unknownStops(whole, scenarioOf(measure), whole.asked, 1);
    const economies = stop!.parts.map(({ slot }) => (slot < 0 ? "rest" : model.economies[model.shareEconomy[slot]!]));
    expect(economies.sort()).toEqual(["BB", "CC", "rest"]);
  });

  it("comes back like the capacity that is lost", () => {
    const measure = loss(
      { kind: "economy", id: "DD", economy: "DD", organisation: null },
      { technologies: [mystery], repair: givenRepair([2, 4]) },
    );
    const whole = compiled(model, [measure]);
    expect(unknownStops(whole, scenarioOf(measure), whole.asked, 0)[0]).toMatchObject({
      class: null,
      notice: 0,
      repair: { months: givenRepair([2, 4]) },
    });
  });
});

describe("the loss with what is unknown", () => {
  it("is all of the output at once where all of an input without shares could be stopped", async () => {
    const measure = ofMystery(act({ senders: ["CC"], targets: ["AA"] }));
    const ban = { ...measure, items: [{ ...measure.items[0]!, class: "ban" as const }] };
    expect(await lossWithUnknown(compiled(model, [ban]), scenarioOf(ban), { draws: 3, seed: 1 })).toEqual([Array(6).fill([1, 1, 1])]);
  });

  it("is not reported where everything is known", async () => {
    const measure = act({ senders: ["CC"], targets: ["AA"] });
    expect(await lossWithUnknown(compiled(model, [measure]), scenarioOf(measure), { draws: 3, seed: 1 })).toBeNull();
  });
});
