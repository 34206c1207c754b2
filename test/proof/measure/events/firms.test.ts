import { describe, expect, it } from "vitest";
import { monthsBetween } from "../../../../src/base/days.ts";
import { restored } from "../../../../src/leverage/course/pace.ts";
import type { KnownParameters } from "../../../../src/proof/measure/events/known-parameters.ts";
import { predict } from "../../../../src/proof/measure/events/predict.ts";
import type { Asked, Shock, ShockRow } from "../../../../src/proof/measure/events/shock.ts";
import { place, share } from "../../../measure/rows.ts";
import {
  asked,
  economy,
  firm,
  inventedParameters,
  leakage,
  nobody,
  reading,
  repair,
  row,
  shock,
  withheld,
  world,
} from "./invented-shock.ts";

/** Sales, output and shares of firms, as senders, targets, makers that a rule reaches, and owners of what was hit. */

function answer(of: Asked, event: Partial<Shock>, more: Partial<ShockRow> = {}, known: KnownParameters = inventedParameters()) {
  const own = row(of, { last: reading("2020-07-01", 1), ...more });
  const found = predict({ known, shock: shock([own, ...(event.rows ?? [])], { ...event }), outputModel: () => null }, own, of, own.last!);
  if ("reason" in found) throw new Error(found.reason);
  return found;
}

const ends = ({ samples }: { readonly samples: Float64Array }) => [Math.min(...samples), Math.max(...samples)];
const many = (draws = 3000) => inventedParameters({ draws });
const [AA, BB] = ["AA", "BB"].map(economy) as [ReturnType<typeof economy>, ReturnType<typeof economy>];
const sales = (organisation: ReturnType<typeof firm>, technology: Asked["technology"] = { name: "gas", id: "gas" }) =>
  asked("sales_lost", "level", { organisation, technology });

describe("sales after an act", () => {
  it("of a target that makes the technology fall as the senders stop buying: 1 - w φ (1 - r), with nobody else to buy from", () => {
    const shares = [share("chip", "firm-b", 0.3, { year: 2018, holder_kind: "organisation" })];
    const more = { product_place: [place("chip", "AA", "use", 0.4, 2018)] };
    const chip = { technologies: ["chip"], targets: [firm("firm-b", "BB")] };
    const found = answer(
      sales(firm("firm-b", "BB"), { name: "chip", id: "chip" }),
      chip,
      {},
      inventedParameters({ shares, more, leaks: leakage }),
    );
    expect(ends(found)).toEqual([expect.closeTo(1 - 0.4 * withheld, 12), expect.closeTo(1 - 0.4 * withheld, 12)]);
    expect(found.how).toBe("lost sales = w φ (1 - r)");
  });

  it("of a target that does not make it are those of a firm that is cut off", () => {
    const shares = [share("gas", "AA", 1, { year: 2018 })];
    const event = { kind: "ban", targets: [firm("firm-b", "BB")] } as const;
    const cut = answer(sales(firm("firm-b", "BB")), event, { last: reading("2021-07-01", 1) }, inventedParameters({ shares }));
    expect(ends(cut)).toEqual([0, 0]);
  });

  it("of a firm elsewhere stay unless a rule reaches it", () => {
    expect(() => answer(sales(firm("firm-c", "CC")), {})).toThrow("no rule of the senders was known to reach it");
  });

  it("over several technologies are a mean with any split, each by its own parameters", () => {
    const mixed = sales(firm("firm-a", "AA"), null);
    const event = { technologies: ["gas", "tool"], targets: [world] };
    const found = answer(mixed, event, {}, inventedParameters({ leaks: leakage }));
    expect(ends(found)).toEqual([expect.closeTo(1 - withheld, 12), expect.closeTo(1 - withheld, 12)]);
    expect(found.notes.join()).toContain("any split");
  });
});

describe("output of a firm that an act cuts off", () => {
  const shares = [share("gas", "AA", 1, { year: 2018 }), share("tool", "AA", 1, { year: 2018 })];
  const late = { last: reading("2021-07-01", 1) };
  const output = (organisation: Asked["organisation"], at: Asked["economy"] = BB) =>
    asked("output", "ratio", { organisation, economy: at, technology: { name: "chip", id: "chip" } });

  it("is 1 - loss: nothing without a consumable, and little lost without new tools", () => {
    const of = (technology: string) =>
      answer(
        output(firm("firm-b", "BB")),
        { kind: "ban", targets: [firm("firm-b", "BB")], technologies: [technology] },
        late,
        inventedParameters({ shares }),
      );
    expect(ends(of("gas"))).toEqual([0, 0]);
    const kept = (2 ** (-9 / 120) + 2 ** (-12 / 120)) / 2;
    expect(ends(of("tool"))).toEqual([expect.closeTo(kept, 9), expect.closeTo(kept, 9)]);
    expect(of("tool").stopped![0]).toBe(1);
  });

  it("that was planned only is what can be newly built: nothing without tools", () => {
    const event = { kind: "ban", targets: [firm("firm-b", "BB")], technologies: ["tool"] } as const;
    const of = (what: string) => ends(answer(output(firm("firm-b", "BB")), event, { ...late, what }, inventedParameters({ shares })))[0];
    expect(of("part of the planned output")).toBe(0);
    expect(of("output against what it planned")).toBe(0);
    expect(of("output of its plant")).toBeGreaterThan(0.8);
  });

  it("that the map does not know is that of its economy", () => {
    const event = { kind: "ban", targets: [nobody("Firm B Works")], technologies: ["gas"] } as const;
    const found = answer(output(nobody("Firm B Works")), event, late, inventedParameters({ shares }));
    expect(ends(found)).toEqual([0, 0]);
    expect(found.notes).toContain("Firm B Works is taken to be a part of BB");
  });
});

describe("an outage", () => {
  const gone = row(null, { role: "input", what: "capacity lost", unit: "pct", from: null, last: reading("2020-07-01", 80) });
  const outage = { kind: "outage", targets: [world], rows: [gone] } as const;

  it("in an economy hits an unknown part of a firm that is seated elsewhere", () => {
    const found = answer(sales(firm("firm-b", "BB")), outage, {}, many());
    expect(ends(found)).toEqual([expect.closeTo(0.2, 2), expect.closeTo(1, 2)]);
    expect(ends({ samples: found.stopped! })).toEqual([expect.closeTo(0, 2), expect.closeTo(0.8, 2)]);
  });

  it("of what the map has no technology of needs no share of it", () => {
    const event = { ...outage, technologies: [], unknownTechnologies: ["aether"] };
    const later = { last: reading("2021-01-01", 1) };
    const month = monthsBetween(shock([]).from, later.last.start);
    const aether = { name: "aether", id: null };
    const of = (output: string, more: Partial<Asked>) => asked(output, "level", { technology: aether, ...more });
    expect(ends(answer(of("output", { economy: AA }), event, later))[0]).toBeCloseTo(0.2 + 0.8 * restored(month, repair), 12);
    expect(ends(answer(of("months_to_full", {}), event, later))).toEqual([repair, repair]);
    const everyone = answer(of("output", { economy: world }), event, {}, many());
    expect(ends(everyone)).toEqual([expect.closeTo(0.2, 2), expect.closeTo(1, 2)]);
    expect(everyone.notes).toContain('the map has no technology "aether", so no share of it is known');
  });

  it("takes from the world the part that was hit, whoever is asked about", () => {
    const shares = [share("gas", "AA", 0.6, { year: 2018 })];
    const known = inventedParameters({ shares });
    for (const of of [asked("output", "level", { economy: world }), asked("sales_lost", "level")])
      expect(ends(answer(of, outage, {}, known))).toEqual([expect.closeTo(1 - 0.6 * 0.8, 12), expect.closeTo(1 - 0.6 * 0.8, 12)]);
  });
});
