import { describe, expect, it } from "vitest";
import { givenRepair } from "../../../src/leverage/repair.ts";
import { stopInputs } from "../../../src/leverage/scenario/compile-scenario.ts";
import { product, requirement, rule, share, technology, variety } from "../../measure/rows.ts";
import { act, compiled, days, loss, modelOf } from "./scenario-world.ts";

const model = modelOf();

describe("a scenario as a question", () => {
  it("has the stops of all measures, and steps that end where anything begins or eases", () => {
    const from = days("2026-01-01");
    const { question, start } = compiled(model, [
      act({ senders: ["CC"], targets: ["AA"], from, easing: [{ day: from + 100, left: 0.5 }] }),
      act({ senders: ["BB"], targets: ["AA"], from: from + 50 }),
    ]);
    expect(start).toBe(from);
    expect(question.stops.map(({ parts }) => parts.map(({ slot }) => slot))).toEqual([[0], [1]]);
    const months = question.stops.flatMap((stop) => [stop.start, ...stop.easing.map(({ month }) => month)]);
    for (const month of months) expect([...question.steps.from]).toContainEqual(expect.closeTo(month, 9));
  });

  it("lets others be turned to unless they keep still", () => {
    const measures = [act({ senders: ["CC"], targets: ["AA"] })];
    expect((["backfilling", "neutral", "following"] as const).map((way) => compiled(model, measures, way).question.backfill)).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("withholds a family through its varieties that have shares", () => {
    const family = modelOf({
      technology: [technology("gas"), technology("gases"), technology("other"), product("chips")],
      variety: [variety("gases", "gas", null), variety("gases", "other", null)],
      requirement: [requirement("chips", "gases", "blocking")],
      share: [share("gas", "CC", 0.6), share("other", "BB", 1)],
    });
    const measure = act({ senders: ["CC"], targets: ["AA"] });
    const gases = family.map.indexOf.get("gases")!;
    const { asked } = compiled(family, [{ ...measure, items: [{ ...measure.items[0]!, technology: gases }] }]);
    const [gas, other] = ["gas", "other"].map((id) => family.map.indexOf.get(id)!);
    expect(asked).toMatchObject([{ technology: gases, seeds: [gas, other], stopped: [gas], unknownFirms: [], reached: [] }]);
  });

  it("names the firms of whose part no source tells, not those that hold nothing for sure", () => {
    const firms = (senders: readonly string[]) => compiled(model, [act({ senders, targets: ["AA"] })]).asked[0]!.unknownFirms;
    expect([firms(["firm-c"]), firms(["firm-b"]), firms(["CC"])]).toEqual([[], ["firm-b"], []]);
    const elsewhere = modelOf({ share: [share("gas", "CC", 0.6)] });
    expect(compiled(elsewhere, [act({ senders: ["firm-b"], targets: ["AA"] })]).asked[0]!.unknownFirms).toEqual([]);
    const lost = compiled(model, [loss({ kind: "organisation", id: "firm-b", economy: "BB", organisation: "firm-b" })]);
    expect(lost.asked[0]!.unknownFirms).toEqual([]);
  });

  it("tells what rules reach of others' supply, and draws it", () => {
    const reaching = modelOf({ reach: [rule("gas", "CC", "BB", { low: 0.2, high: 0.6 })] });
    const { asked, drawn } = compiled(reaching, [act({ senders: ["CC"], targets: ["AA"], reach: true })]);
    expect(asked[0]!.reached).toEqual([{ sender: "CC", provider: "BB", low: 0.2, high: 0.6 }]);
    expect(drawn.map(({ name, low, high }) => [name, low, high])).toEqual([["part of BB that CC can stop", 0.2, 0.6]]);
  });
});

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
    const repair = { months: givenRepair([3, 9]), key: 5, basis: "assumed" as const };
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
