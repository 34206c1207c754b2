import { describe, expect, it } from "vitest";
import { monthsBetween } from "../../../../src/base/days.ts";
import { meanFraction } from "../../../../src/leverage/acts/postures.ts";
import { builtUp, restored } from "../../../../src/leverage/course/pace.ts";
import type { OutputModel } from "../../../../src/proof/measure/events/course-output.ts";
import type { KnownParameters } from "../../../../src/proof/measure/events/known-parameters.ts";
import { predict } from "../../../../src/proof/measure/events/predict.ts";
import type { Asked, Shock, ShockRow } from "../../../../src/proof/measure/events/shock.ts";
import { share } from "../../../measure/rows.ts";
import {
  asked,
  economy,
  firm,
  inventedParameters,
  inventedRows,
  leakage,
  nobody,
  reading,
  repair,
  row,
  shock,
  withheld,
  world,
} from "./invented-shock.ts";

interface Setting {
  readonly known?: KnownParameters;
  readonly event?: Partial<Shock>;
  readonly others?: readonly ShockRow[];
  readonly row?: Partial<ShockRow>;
  readonly outputModel?: OutputModel;
}

function answer(
  of: Asked,
  { known = inventedParameters({ leaks: leakage }), event = {}, others = [], row: more = {}, outputModel = () => null }: Setting,
) {
  const own = row(of, more);
  return predict({ known, shock: shock([own, ...others], event), outputModel }, own, of, own.last!);
}

/** The one value of a prediction whose inputs have no width. */
function value(of: Asked, setting: Setting = {}): number {
  const found = answer(of, setting);
  if ("reason" in found) throw new Error(found.reason);
  expect(Math.max(...found.samples) - Math.min(...found.samples)).toBeLessThan(1e-12);
  return found.samples[0]!;
}

function reason(of: Asked, setting: Setting = {}): string {
  const found = answer(of, setting);
  return "reason" in found ? found.reason : "predicted";
}

const [AA, BB, CC] = ["AA", "BB", "CC"].map(economy) as [
  ReturnType<typeof economy>,
  ReturnType<typeof economy>,
  ReturnType<typeof economy>,
];
const b = 0.6;
/** BB had 60 of 100 from AA. */
const base = [
  row(asked("imports", "ratio", { economy: BB, partner: AA }), { from: reading("2019", 60) }),
  row(asked("imports", "ratio", { economy: BB, partner: world }), { from: reading("2019", 100) }),
];
const full = { fungibility: [1, 1], qualification: [0, 0], spare: [2, 2] } as const;

describe("flows after an act, no backfill", () => {
  it("imports from the sender are 1 - φ, those from all 1 - b φ", () => {
    expect(value(asked("imports", "ratio", { economy: BB, partner: AA }))).toBeCloseTo(1 - withheld, 12);
    expect(value(asked("imports", "ratio", { economy: BB, partner: world }), { others: base })).toBeCloseTo(1 - b * withheld, 12);
    expect(value(asked("imports", "ratio", { economy: BB, partner: CC }), { others: base })).toBe(1);
  });

  it("goods on their way still arrive for some months: imports lag, exports do not", () => {
    const slow = inventedParameters({
      leaks: leakage,
      more: {
        default_parameter: inventedRows({ leaks: leakage }).default_parameter.map((each) =>
          each.parameter === "transit" ? { ...each, low: 2, high: 2 } : each,
        ),
      },
    });
    const at = (output: string, month: string) =>
      value(asked(output, "ratio", output === "imports" ? { economy: BB, partner: AA } : { economy: AA, partner: BB }), {
        known: slow,
        row: { last: reading(month, 50) },
      });
    expect([at("imports", "2020-08-15"), at("imports", "2020-09-15")]).toEqual([1, expect.closeTo(1 - withheld, 12)]);
    expect(at("exports", "2020-08-15")).toBeCloseTo(1 - withheld, 12);
  });

  it("the import share is b (1 - φ) / (1 - b φ), and that of the others rises", () => {
    const shareRow = { unit: "pct", from: reading("2019", 60), last: reading("2021", 40) };
    const of = asked("import_share", "level", { economy: BB, partner: AA });
    expect(value(of, { row: shareRow })).toBeCloseTo((1 - withheld) / (1 - b * withheld), 12);
    const others = [row(of, shareRow)];
    expect(value(asked("import_share", "level", { economy: BB, partner: CC }), { others })).toBeCloseTo(1 / (1 - b * withheld), 12);
  });

  it("takes the class of the kind: the mean of its postures, a ban more", () => {
    const of = asked("imports", "ratio", { economy: BB, partner: AA });
    const known = inventedParameters({ draws: 20_000 });
    const meanOf = (kind: Shock["kind"]): number => {
      const found = answer(of, { known, event: { kind } });
      if ("reason" in found) throw new Error(found.reason);
      return found.samples.reduce((sum, each) => sum + each, 0) / found.samples.length;
    };
    // Months before the effect are among those of the year.
    const [licence, denial, ban] = (["licence", "denial", "ban"] as const).map(meanOf);
    expect(1 - licence!).toBeCloseTo(meanFraction([1 / 3, 1 / 3, 1 / 3]), 2);
    expect(1 - denial!).toBeCloseTo(1 - licence!, 2);
    expect(ban).toBe(0);
  });

  it("exports to all the world are 1 - φ, and so are sales", () => {
    expect(value(asked("exports", "ratio", { economy: AA }), { event: { targets: [world] } })).toBeCloseTo(1 - withheld, 12);
    expect(value(asked("sales_lost", "level", { organisation: firm("firm-a", "AA") }), { event: { targets: [world] } })).toBeCloseTo(
      0.6,
      12,
    );
  });

  it("before the effect all is as it was, and a period takes its mean", () => {
    const last = reading("2020", 1);
    const parts = Array.from({ length: 12 }, (_, i) => i).filter(
      (i) => monthsBetween(shock([]).from, last.start + ((i + 0.5) * 366) / 12) >= 0,
    );
    expect(value(asked("imports", "ratio", { economy: BB, partner: AA }), { row: { last } })).toBeCloseTo(
      1 - (parts.length / 12) * withheld,
      12,
    );
  });

  it("nothing is withheld from those who are no target", () => {
    expect(value(asked("imports", "ratio", { economy: CC, partner: AA }))).toBe(1);
    expect(value(asked("imports", "ratio", { economy: CC, partner: AA }), { event: { targets: [world] } })).toBeCloseTo(0.6, 12);
    expect(value(asked("imports", "ratio", { economy: AA, partner: CC }), { event: { targets: [world] } })).toBe(1);
  });
});

describe("backfill", () => {
  it("keeps imports whole where all can be redirected at once", () => {
    const known = inventedParameters({ leaks: leakage, parameters: full });
    expect(value(asked("imports", "ratio", { economy: BB, partner: world }), { known, others: base })).toBeCloseTo(1, 12);
    expect(value(asked("imports", "ratio", { economy: BB, partner: AA }), { known, others: base })).toBeCloseTo(0.6, 12);
    const shares = { unit: "pct", from: reading("2019", 60), last: reading("2021", 40) };
    expect(value(asked("import_share", "level", { economy: BB, partner: AA }), { known, row: shares })).toBeCloseTo(0.6, 12);
  });

  it("stops at what the others have idle where all the world is denied", () => {
    const shares = [share("gas", "AA", 0.8, { year: 2018 }), share("gas", "CC", 0.2, { year: 2018 })];
    const known = inventedParameters({ leaks: leakage, parameters: { ...full, spare: [0.5, 0.5] }, shares });
    // Gap 0.8 · 0.4 = 0.32, pool 0.5 · 0.2 = 0.1
    const of = asked("imports", "ratio", { economy: BB, partner: world });
    expect(value(of, { known, others: base, event: { targets: [world] } })).toBeCloseTo(1 - b * withheld * (1 - 0.1 / 0.32), 9);
  });

  it("grows with time as sources are qualified", () => {
    const known = inventedParameters({ leaks: leakage, parameters: { fungibility: [0.8, 0.8], qualification: [10, 10], spare: [5, 5] } });
    const last = reading("2021-07-01", 1);
    const month = monthsBetween(shock([]).from, last.start);
    const f = 0.8 * (1 - Math.exp(-month / 10));
    const of = asked("imports", "ratio", { economy: BB, partner: world });
    expect(value(of, { known, others: base, row: { last } })).toBeCloseTo(1 - b * withheld * (1 - f), 12);
  });

  it("by new capacity stands anywhere from all abroad to all at home", () => {
    const known = inventedParameters({ leaks: leakage, parameters: { "recovery-chance": [1, 1] }, draws: 4000 });
    const last = reading("2021-07-01", 1);
    const g = builtUp(monthsBetween(shock([]).from, last.start), 20);
    const found = answer(asked("imports", "ratio", { economy: BB, partner: world }), { known, others: base, row: { last } });
    if ("reason" in found) throw new Error(found.reason);
    expect(Math.min(...found.samples)).toBeCloseTo(1 - b * withheld, 2);
    expect(Math.max(...found.samples)).toBeCloseTo(1 - b * withheld * (1 - g), 2);
  });

  it("what others leave is sold by the senders in their place", () => {
    const shares = [share("gas", "AA", 0.5, { year: 2018 }), share("gas", "CC", 0.5, { year: 2018 })];
    const known = inventedParameters({ leaks: leakage, parameters: { ...full, spare: [0, 0] }, shares });
    // Without idle capacity all that is redirected was sold elsewhere before
    expect(value(asked("sales_lost", "level", { economy: AA }), { known })).toBeCloseTo(1, 12);
    expect(value(asked("exports", "ratio", { economy: AA, partner: BB }), { known })).toBeCloseTo(0.6, 12);
  });
});

describe("outages", () => {
  const plant = { of: "plant", what: "capacity", unit: "pct", from: null };
  const input = row(null, { ...plant, role: "input", last: reading("2020-07-01", 20) });
  const outage = { kind: "outage", targets: [world] } as const;
  const last = reading("2021-07-01", 60);
  const month = monthsBetween(shock([]).from, last.start);

  it("a plant has 1 - lost + lost g, back in the time that plants took before", () => {
    const of = asked("plant_capacity", "level", { technology: null });
    expect(value(of, { event: outage, others: [input], row: { ...plant, last } })).toBeCloseTo(0.2 + 0.8 * restored(month, repair), 12);
    expect(value(asked("months_to_full", "level", { technology: null }), { event: outage, others: [input] })).toBe(repair);
  });

  it("takes the time of repair that an input gives", () => {
    const told = row(null, { role: "input", what: "time of repair", unit: "years", from: null, last: reading("2020-07", 0.5) });
    const setting = { event: outage, others: [input, told], row: { ...plant, last } };
    expect(value(asked("months_to_full", "level", { technology: null }), setting)).toBe(6);
    expect(value(asked("plant_capacity", "level", { technology: null }), setting)).toBeCloseTo(0.2 + 0.8 * restored(month, 6), 12);
  });

  it("without an input on what was lost it may be anything", () => {
    const known = inventedParameters({ leaks: leakage, draws: 2000 });
    const found = answer(asked("plant_capacity", "level"), { known, event: outage, row: { ...plant, last: reading("2020-07-01", 0) } });
    if ("reason" in found) throw new Error(found.reason);
    expect([Math.min(...found.samples) < 0.01, Math.max(...found.samples) > 0.99]).toEqual([true, true]);
    expect(found.notes.join()).toContain("anything from nothing to all");
  });

  it("stops exports by what was lost and comes back with the repair", () => {
    const lost = row(null, { role: "input", what: "capacity lost", unit: "pct", from: null, last: reading("2020-07", 80) });
    const of = asked("exports", "ratio", { economy: AA });
    expect(value(of, { event: outage, others: [lost], row: { last } })).toBeCloseTo(1 - 0.8 * (1 - restored(month, repair)), 12);
  });

  it("of one plant hits an unknown part of its owner, of a firm all of it", () => {
    const hill = { name: "Firm A Hill", kind: "plant", id: "firm-a", economies: [], seat: "AA" } as const;
    const of = asked("sales_lost", "level", { organisation: firm("firm-a", "AA") });
    const early = { row: { last: reading("2020-07-01", 1) }, others: [input], known: inventedParameters({ leaks: leakage, draws: 2000 }) };
    const found = answer(of, { ...early, event: { ...outage, senders: [hill] } });
    if ("reason" in found) throw new Error(found.reason);
    expect([Math.min(...found.samples), Math.max(...found.samples)]).toEqual([expect.closeTo(0.2, 2), expect.closeTo(1, 2)]);
    expect(value(of, { ...early, event: { ...outage, senders: [firm("firm-a", "AA")] } })).toBeCloseTo(0.2, 9);
  });

  it("did not hit a firm that the event does not name", () => {
    const of = asked("plant_capacity", "level", { organisation: firm("firm-b", "BB") });
    expect(reason(of, { event: { ...outage, senders: [firm("firm-a", "AA")] }, row: plant })).toBe("firm-b was not hit");
    expect(reason(of, { event: { ...outage, senders: [nobody("a flood")] }, row: plant })).toBe("predicted");
  });
});

describe("the market share of a firm that is cut off", () => {
  const s = 0.16;
  const pct = { of: "firm-b", unit: "pct", from: reading("2020-Q1", 16), last: reading("2021-07-01", 3) };
  const month = monthsBetween(shock([]).from, pct.last.start);
  const of = asked("market_share", "level", { organisation: firm("firm-b", "BB"), technology: null });
  const shares = [share("making", "AA", 1, { year: 2018 }), share("gas", "AA", 1, { year: 2018 }), share("tool", "AA", 1, { year: 2018 })];
  const ban = (technology: string, more: Partial<Shock> = {}): Partial<Shock> => ({
    kind: "ban",
    targets: [firm("firm-b", "BB")],
    technologies: [technology],
    ...more,
  });

  it("falls to s (1 - loss) / (1 - s loss), a service as orders run out where licences are refused, at once by a ban", () => {
    const known = inventedParameters({ shares, parameters: { renewal: [24, 24] } });
    expect([month > 9, month < 12]).toEqual([true, true]);
    // The stretch from 9 to 12 is taken at its middle; a presumption of denial withholds anything up to all.
    const denied = answer(of, { known, event: ban("making", { kind: "denial" }), row: pct });
    if ("reason" in denied) throw new Error(denied.reason);
    const most = 10.5 / 24;
    expect(Math.min(...denied.samples)).toBeGreaterThanOrEqual((1 - most) / (1 - s * most) - 1e-9);
    expect(Math.max(...denied.samples)).toBeGreaterThan(Math.min(...denied.samples));
    expect(value(of, { known, event: ban("making"), row: pct })).toBe(0);
  });

  it("holds while stock lasts, bought ahead with notice; rationed stock leaves a part short", () => {
    const stocked = (stock: number, bought: number, draws = 20) =>
      inventedParameters({
        shares,
        draws,
        parameters: { stock: [stock, stock], "notice-purchases": [bought, bought], "expected-length": [12, 12] },
      });
    const early = { ...pct, last: reading("2020-10-01", 3) };
    const half = answer(of, { known: stocked(6, 0, 3000), event: ban("gas"), row: early });
    if ("reason" in half) throw new Error(half.reason);
    // From all used first to care for twelve months: it then lasts for 14.379, of which the fourth is asked.
    const [from, to] = [3, 4].map((month) => Math.exp((month - 14.379485247787967) / 12));
    const lost = 12 * (to! - from!);
    expect([Math.min(...half.samples), Math.max(...half.samples)]).toEqual([expect.closeTo((1 - lost) / (1 - s * lost), 2), 1]);
    const announced = ban("gas", { announced: shock([]).from - 183 });
    expect(value(of, { known: stocked(610, 0), event: ban("gas"), row: early })).toBe(1);
    expect(value(of, { known: stocked(0, 105), event: announced, row: early })).toBe(1);
  });

  it("of tools loses only what wears out", () => {
    const known = inventedParameters({ shares });
    const loss = 1 - (2 ** (-9 / 120) + 2 ** (-12 / 120)) / 2;
    expect(value(of, { known, event: ban("tool"), row: pct })).toBeCloseTo((1 - loss) / (1 - s * loss), 9);
  });

  it("counts the worst of several technologies", () => {
    const known = inventedParameters({ shares });
    expect(value(of, { known, event: ban("tool", { technologies: ["tool", "gas"] }), row: pct })).toBe(0);
  });

  it("of a part of the world or of an economy is that of all of it", () => {
    const known = inventedParameters({ shares });
    for (const targets of [[BB], [world]]) {
      const found = answer(of, { known, event: ban("gas", { targets }), row: pct });
      expect(found).toMatchObject({ notes: ["the loss of BB is used for that of firm-b"] });
      expect("samples" in found && found.samples[0]).toBeCloseTo(0, 9);
    }
    const design = asked("market_share", "level", { organisation: nobody("Firm B Design"), technology: null });
    expect(reason(design, { known, event: ban("gas", { targets: [nobody("Firm B")] }), row: pct })).toContain(
      "does not know who else is cut off",
    );
  });

  it("is anything from none to all where no one knew what could stop, and names what it rests on", () => {
    const blind = inventedParameters({ draws: 2000 });
    const found = answer(of, { known: blind, event: ban("gas"), row: pct });
    if ("reason" in found) throw new Error(found.reason);
    expect(found.notes.join()).toContain("what part of the supply of gas could stop was not known");
    expect([Math.min(...found.samples) < 0.05, Math.max(...found.samples) > 0.95]).toEqual([true, true]);
    expect(blind.figures()).toEqual([]);
    const known = inventedParameters({ shares });
    answer(of, { known, event: ban("gas"), row: pct });
    expect(known.figures()).toEqual([expect.objectContaining({ technology: "gas", holder: "AA", source: "s-one" })]);
    expect(known.used()).toContainEqual(expect.objectContaining({ technology: "gas", parameter: "leakage", high: 0 }));
    expect(known.used()).toContainEqual(expect.objectContaining({ technology: "gas", parameter: "fungibility" }));
  });

  it("stays where nothing is withheld from it, and takes an unknown firm for a part of the one target", () => {
    const known = inventedParameters({ shares });
    const other = asked("market_share", "level", { organisation: firm("firm-c", "CC"), technology: null });
    expect(value(other, { known, event: ban("gas"), row: pct })).toBe(1);
    const unknown = asked("market_share", "level", { organisation: nobody("Firm B Design"), technology: null });
    const found = answer(unknown, { known, event: ban("gas"), row: pct });
    expect("notes" in found && found.notes).toContain("Firm B Design is taken to be a part of firm-b");
    expect(reason(unknown, { known, event: ban("gas", { targets: [world] }), row: pct })).toContain("Firm B Design is unknown");
  });
});

describe("output", () => {
  const of = asked("output", "ratio", { economy: BB, technology: { name: "chip", id: "chip" } });

  it("asks the model over time, at the months of its course and of the measurement", () => {
    const months: number[] = [];
    const outputModel: OutputModel = ({ economy: code, technology }) => {
      expect([code, technology]).toEqual(["BB", "chip"]);
      const loss = (month: number, draw: number): number => {
        if (draw === 0) months.push(month);
        return 0.25;
      };
      return { loss, notes: ["something is assumed"], stopped: [], figures: [] };
    };
    expect(answer(of, { outputModel })).toMatchObject({ notes: ["something is assumed"] });
    months.length = 0;
    expect(value(of, { outputModel, row: { last: reading("2021-Q1", 1) } })).toBeCloseTo(0.75, 12);
    expect(months.map((month) => Number(month.toFixed(1)))).toEqual([0, 3, 6, 12, 6.5, 7.5, 8.5]);
  });

  it("says so where there is none", () => {
    expect(reason(of)).toBe("the time model has no output of chip for BB");
    expect(reason(asked("output", "ratio", { economy: nobody("Atlantis") }))).toContain("Atlantis");
  });
});

describe("what the model cannot tell", () => {
  it.each<[string, Asked, Setting, string]>([
    ["an unknown technology", asked("imports", "ratio", { technology: { name: "aether", id: null } }), {}, 'no technology "aether"'],
    ["no technology", asked("imports", "ratio", { technology: null }), { event: { technologies: [] } }, "none of the event's technologies"],
    ["one of several", asked("imports", "ratio", { technology: null }), { event: { technologies: ["gas", "tool"] } }, "which technology"],
    [
      "what is not stopped",
      asked("imports", "ratio", { technology: { name: "tool", id: "tool" } }),
      {},
      "tool is not what the event stops",
    ],
    ["an unknown partner", asked("imports", "ratio", { economy: BB, partner: nobody("Atlantis") }), {}, "Atlantis is unknown"],
    ["an unknown economy", asked("import_share", "level", { economy: nobody("Atlantis"), partner: AA }), {}, "Atlantis is unknown"],
    ["a share of all", asked("import_share", "level", { economy: BB, partner: world }), {}, "always the whole"],
    ["exports of others", asked("exports", "ratio", { economy: CC }), {}, "in place of the senders"],
    ["sales of others", asked("sales_lost", "level", { economy: CC }), {}, "CC is not a sender"],
    ["capacity after an act", asked("plant_capacity", "level"), {}, "outages only"],
    ["an unknown output", asked("toString", "level"), {}, 'no output "toString"'],
    [
      "a group of which one is a target",
      asked("imports", "ratio", { economy: { name: "UU", kind: "group", id: "UU", economies: ["BB", "CC"], seat: null }, partner: AA }),
      {},
      "a target in part only",
    ],
  ])("%s", (_, of, setting, words) => expect(reason(of, setting)).toContain(words));
});
