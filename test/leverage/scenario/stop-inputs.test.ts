import { describe, expect, it } from "vitest";
import { stopInputs } from "../../../src/leverage/scenario/stop-inputs.ts";
import { modelOf } from "./scenario-world.ts";

const model = modelOf();
const plain = { technology: 0, targets: [0], start: 0, notice: 0, easing: [], service: false, repair: null };
const part = { slot: 0, sender: 0, low: 0.2, high: 0.5, key: 7, basis: "published" as const, source: "s-rule" };

describe("what stops draw by themselves", () => {
  it("is each part that has a width once, by its key, with what it rests on", () => {
    const stop = { ...plain, class: "ban" as const, parts: [part, { ...part, key: 8, low: 0.5 }] };
    expect(stopInputs(model, ["BB"], [stop, stop])).toEqual([
      { key: 7, technology: "gas", name: "part of CC that BB can stop", low: 0.2, high: 0.5, basis: "published", source: "s-rule" },
    ]);
  });

  it("is what is lost of a holder, and months of repair, of no technology", () => {
    const repair = { low: 3, high: 9, key: 5, basis: "assumed" as const };
    const lost = { ...part, sender: -1, basis: "unknown" as const, source: null };
    expect(stopInputs(model, [], [{ ...plain, class: null, parts: [lost, { ...lost, slot: -1, key: 9 }], repair }])).toEqual([
      { key: 7, technology: "gas", name: "part of CC that is lost", low: 0.2, high: 0.5, basis: "unknown", source: null },
      {
        key: 9,
        technology: "gas",
        name: "part of holders without a name that is lost",
        low: 0.2,
        high: 0.5,
        basis: "unknown",
        source: null,
      },
      { key: 5, technology: null, name: "months of repair", low: 3, high: 9, basis: "assumed", source: null },
    ]);
  });
});
