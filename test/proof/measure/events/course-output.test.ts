import { describe, expect, it } from "vitest";
import { restored } from "../../../../src/leverage/course/pace.ts";
import { compileModel } from "../../../../src/leverage/model.ts";
import type { LoadedShare } from "../../../../src/measure/supply/share-entries.ts";
import { courseOutput } from "../../../../src/proof/measure/events/course-output.ts";
import type { Shock } from "../../../../src/proof/measure/events/shock.ts";
import { place, requirement, share, supplyMap } from "../../../measure/rows.ts";
import { economy, firm, inventedRows, leakage, nobody, reading, repair, row, shock, withheld, world } from "./invented-shock.ts";

/** AA makes all gas, without which no chip is made; BB makes most chips. Nobody fills in, and there is no stock. */
const chips = [requirement("chip", "gas", "blocking"), requirement("chip", "tool", "blocking")];
const places = [
  ["BB", 0.7],
  ["CC", 0.1],
  ["AA", 0.2],
].map(([code, part]) => place("chip", code as string, "make", part as number, 2018));
const held = [share("gas", "AA", 1, { year: 2018 })];

interface World {
  readonly shares?: readonly LoadedShare[];
  readonly parameters?: Readonly<Record<string, readonly [number, number]>>;
  readonly known?: boolean;
  readonly leaks?: number;
}

function output(event: Partial<Shock>, economyCode = "BB", { shares = held, parameters = {}, known = true, leaks = 0 }: World = {}) {
  const more = { requirement: chips, product_place: known ? places : [] };
  const model = compileModel(supplyMap(inventedRows({ shares, parameters, leaks, more }), "2020-07-01"));
  return courseOutput({ model, shock: shock(event.rows ?? [], event), economy: economyCode, technology: "chip", seed: 1 });
}

function loss(event: Partial<Shock>, economyCode?: string, setting?: World): (month: number, draw?: number) => number {
  const found = output(event, economyCode, setting);
  if (found === null) throw new Error("no such output");
  return (month, draw = 0) => found.loss(month, draw);
}

const [AA, BB] = [economy("AA"), economy("BB")];
const group = { name: "UU", kind: "group", id: "UU", economies: ["BB", "CC"], seat: null } as const;
const draws = Array.from({ length: 500 }, (_, draw) => draw);

describe("output after an act, by the model over time", () => {
  it("loses what is withheld of an input without which nothing is made", () => {
    for (const month of [0.1, 5, 50, 90]) {
      expect(loss({ kind: "ban" })(month)).toBeCloseTo(1, 12);
      expect(loss({}, "BB", { leaks: leakage })(month)).toBeCloseTo(withheld, 12);
    }
  });

  it("holds while stock lasts, and longer where the act was known before", () => {
    const stocked = { parameters: { stock: [100, 100], "notice-purchases": [2, 2] } } as const;
    expect(loss({ kind: "ban" }, "BB", stocked)(50, 3)).toBeCloseTo(0, 9);
    const short = { parameters: { stock: [0, 0], "notice-purchases": [2, 2] } } as const;
    const late = loss({ kind: "ban" }, "BB", short);
    const early = loss({ kind: "ban", announced: shock([]).from - 183 }, "BB", short);
    for (const draw of [1, 2, 3]) expect(early(3, draw)).toBeLessThan(late(3, draw));
  });

  it("hits a part of the world as the world, and neither the sender nor whom nothing is kept from", () => {
    const all = { kind: "ban", targets: [world] } as const;
    expect([loss(all, "BB")(5), loss(all, "world")(5)]).toEqual([expect.closeTo(1, 9), expect.closeTo(1, 9)]);
    expect([loss(all, "AA")(5), loss({ kind: "ban" }, "CC")(5)]).toEqual([expect.closeTo(0, 9), expect.closeTo(0, 9)]);
  });

  it("takes the loss of a group for that of its member, and does not tell of a group that is hit in part", () => {
    expect(output({ kind: "ban", targets: [group] }, "BB")?.notes).toContain("the loss of UU is used for that of BB");
    expect(loss({ kind: "ban", targets: [group] }, "BB")(5)).toBeCloseTo(1, 9);
    expect(output({ kind: "ban", targets: [BB] }, "UU")).toBeNull();
  });

  it("names the figures it reads: shares of what is withheld, and what targets and senders make", () => {
    const figures = output({ kind: "ban" })!.figures as readonly Partial<Record<"holder" | "economy", string>>[];
    expect(figures.flatMap(({ holder }) => holder ?? [])).toEqual(["AA"]);
    expect(figures.flatMap(({ economy: maker }) => maker ?? []).sort()).toEqual(["AA", "BB"]);
  });

  it("is anything from nothing to all where no share was known, and says so", () => {
    const found = output({ kind: "ban" }, "BB", { shares: [], known: false })!;
    const losses = draws.map((draw) => found.loss(5, draw));
    expect([Math.min(...losses) < 0.05, Math.max(...losses) > 0.95]).toEqual([true, true]);
    expect(losses.reduce((sum, each) => sum + each, 0) / losses.length).toBeCloseTo(0.5, 1);
    expect(found.notes).toEqual([
      "what part of the supply of gas could stop was not known before the event: anything from none to all",
      "what part of all chip BB made was not known before the event",
    ]);
    expect(output({ kind: "ban" })!.notes).toEqual([]);
  });

  it("lets a sender that no row names hold any of what the row leaves, and nothing where it leaves nothing", () => {
    const half = output({ kind: "ban" }, "BB", { shares: [share("gas", "CC", 0.5, { year: 2018 })] })!;
    const losses = draws.map((draw) => half.loss(5, draw));
    expect([Math.max(...losses) > 0.45, Math.max(...losses) < 0.5 + 1e-9]).toEqual([true, true]);
    const none = output({ kind: "ban" }, "BB", { shares: [share("gas", "CC", 1, { year: 2018 })] })!;
    expect([none.loss(5, 1), none.notes]).toEqual([0, []]);
  });

  it("runs a draw the same in whatever order months and draws are asked for", () => {
    const setting = { shares: [], known: false } as const;
    const [one, other] = [loss({ kind: "ban" }, "BB", setting), loss({ kind: "ban" }, "BB", setting)];
    const forwards = [0, 1, 2].map((draw) => [one(1, draw), one(9, draw)]);
    const backwards = [2, 1, 0].map((draw) => [other(9, draw), other(1, draw)].reverse());
    expect(backwards.reverse()).toEqual(forwards);
  });

  it("loses nothing of a product that rests on nothing withheld, and has no output of what is no final product", () => {
    expect(loss({ kind: "ban", technologies: ["making"] })(5)).toBe(0);
    const model = compileModel(supplyMap(inventedRows({ shares: held }), "2020-07-01"));
    expect(courseOutput({ model, shock: shock([]), economy: "BB", technology: "gas", seed: 1 })).toBeNull();
    expect(output({ senders: [nobody("Atlantis")] })).toBeNull();
    expect(output({ targets: [nobody("Atlantis")] })).toBeNull();
    expect(output({ technologies: [] })).toBeNull();
  });
});

describe("output after an outage, by the model over time", () => {
  const lost = row(null, { role: "input", what: "capacity lost", unit: "pct", from: null, last: reading("2020-07", 50) });
  const outage = { kind: "outage", targets: [world], senders: [AA] } as const;

  it("lacks what was lost until it is repaired, in the time that plants took before or that an input tells", () => {
    // Month 5 lies in the middle of the step from 4 to 6
    expect(loss({ ...outage, rows: [lost] })(5)).toBeCloseTo(0.5 * (1 - restored(5, repair)), 9);
    const told = row(null, { role: "input", what: "months to full output", unit: "months", from: null, last: reading("2020-07", 30) });
    expect(loss({ ...outage, rows: [lost, told] })(5)).toBeCloseTo(0.5 * (1 - restored(5, 30)), 9);
  });

  it("of a firm without a figure is anything up to all of its economy", () => {
    const found = loss({ ...outage, senders: [firm("firm-a", "AA")], rows: [lost] });
    const losses = draws.map((draw) => found(0.5, draw));
    expect([Math.min(...losses) < 0.05, Math.max(...losses) > 0.45]).toEqual([true, true]);
    expect(output({ ...outage, senders: [nobody("a flood")], rows: [lost] })).toBeNull();
  });

  it("hits the holder itself where it has no longer enough for its own use, and each part of the world alike", () => {
    const nearly = row(null, { ...lost, last: reading("2020-07", 95) });
    expect(loss({ ...outage, rows: [lost] }, "AA")(5)).toBe(0);
    expect(loss({ ...outage, rows: [nearly] }, "AA")(0.5)).toBeGreaterThan(0.45);
    const unknown = loss({ ...outage, rows: [nearly] }, "AA", { known: false });
    expect(Math.max(...draws.map((draw) => unknown(0.5, draw)))).toBeGreaterThan(0.5);
    for (const each of [lost, nearly])
      expect(loss({ ...outage, rows: [each] }, "CC")(5)).toBeCloseTo(loss({ ...outage, rows: [each] }, "BB")(5), 9);
  });
});
