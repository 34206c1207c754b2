import fc from "fast-check";
import { expect, it } from "vitest";
import type { Party } from "../../../../src/link/party.ts";
import { backtestRow } from "../../../../src/proof/measure/events/backtest.ts";
import { courseOutput } from "../../../../src/proof/measure/events/course-output.ts";
import { outputs } from "../../../../src/proof/measure/events/measured.ts";
import { totalsOf } from "../../../../src/proof/measure/events/score.ts";
import type { ShockRow } from "../../../../src/proof/measure/events/shock.ts";
import { runs } from "../../../leverage/worlds.ts";
import { control, place, rule, share } from "../../../measure/rows.ts";
import { asked, economy, firm, inventedParameters, nobody, reading, row, shock, world } from "./invented-shock.ts";

const wide = {
  spare: [0, 0.5],
  fungibility: [0, 1],
  qualification: [0, 24],
  "lead-time": [0, 48],
  "recovery-ceiling": [0, 1],
  "recovery-chance": [0, 1],
  stock: [0, 6],
  "notice-purchases": [0, 2],
  renewal: [0, 36],
  "service-life": [1, 20],
} as const;

const known = inventedParameters({
  parameters: wide,
  draws: 30,
  shares: [
    share("gas", "AA", [0.3, 0.6], { year: 2018 }),
    share("gas", "BB", 0.1, { year: 2018 }),
    share("making", "CC", 0.7, { year: 2018 }),
  ],
  more: {
    product_place: [place("chip", "BB", "make", 0.4, 2018)],
    reach: [rule("making", "AA", "CC")],
    withheld: [control("gas", "AA", "BB")],
  },
});

const group = { name: "UU", kind: "group", id: "UU", economies: ["BB", "CC"], seat: null } as const;
const plant = { name: "Firm A Hill", kind: "plant", id: "firm-a", economies: [], seat: "AA" } as const;
const party = fc.constantFrom(
  economy("AA"),
  economy("BB"),
  economy("CC"),
  group,
  world,
  firm("firm-a", "AA"),
  firm("firm-b", "BB"),
  plant,
  nobody("Atlantis"),
);
const maybe = fc.option(party, { nil: null });
const technology = fc.constantFrom("gas", "making", "tool", "chip");
const before = fc.constantFrom("2018", "2019-Q2", "2020-06");
const after = fc.constantFrom("2020-07-01", "2020", "2020-09", "2021-Q1", "2022-03-04", "2040");
/** Mostly as a file would have it. */
const mostly = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: usual }, { weight: 1, arbitrary: odd });
const amount = fc.constantFrom(-50, -1, 0, 0.4, 1, 16, 100, 1e9);
const value = (date: fc.Arbitrary<string>) =>
  fc.tuple(date, amount, amount).map(([when, a, b]) => reading(when, [Math.min(a, b), Math.max(a, b)]));
const question = fc
  .record({
    output: fc.constantFrom(...outputs, "mood"),
    as: mostly(fc.constantFrom("ratio", "change", "level"), fc.constant("guess")),
    economy: maybe,
    partner: maybe,
    organisation: maybe,
    technology: fc.option(
      technology.map((id) => ({ name: id, id })),
      { nil: null },
    ),
  })
  .map(({ output, as, ...rest }) => asked(output, as, rest));
const measured = fc
  .record({
    asked: fc.option(question, { nil: null, freq: 9 }),
    unit: fc.constantFrom("pct", "kg", "months", "ratio", "USD bn"),
    role: mostly<ShockRow["role"]>(fc.constant("output"), fc.constantFrom("input", "outside")),
    from: fc.option(value(mostly(before, after)), { nil: null, freq: 3 }),
    last: fc.option(value(mostly(after, before)), { nil: null, freq: 9 }),
    what: fc.constantFrom("capacity", "capacity lost", "something"),
  })
  .map(({ asked: of, ...more }) => row(of, more));
const event = fc
  .record({
    rows: fc.array(measured, { minLength: 3, maxLength: 6 }),
    kind: fc.constantFrom("licence" as const, "denial" as const, "ban" as const, "outage" as const),
    senders: mostly<readonly Party[]>(fc.constant([economy("AA")]), fc.array(party, { maxLength: 3 })),
    targets: mostly<readonly Party[]>(fc.constantFrom([economy("BB")], [world], [firm("firm-b", "BB")]), fc.array(party, { maxLength: 3 })),
    technologies: fc.uniqueArray(technology, { maxLength: 3 }),
  })
  .map(({ rows, ...more }) => shock(rows, more));

it("any event gives each row a score of finite numbers or a reason", () => {
  let [scored, ofOutput] = [0, 0];
  fc.assert(
    fc.property(event, (each) => {
      const scores = each.rows.flatMap((of) => {
        const outcome = backtestRow({ known, shock: each, outputModel: courseOutput }, of);
        if (outcome.status !== "scored") {
          expect(outcome.reason).not.toBe("");
          return [];
        }
        scored++;
        if (outcome.how.includes("model over time")) ofOutput++;
        expect(of.role).toBe("output");
        const { predictedLoss, measuredLoss, predicted, crps, magnitude } = outcome.score;
        const { low, median, high } = predictedLoss;
        for (const figure of [...Object.values(predicted), magnitude]) expect(Number.isFinite(figure)).toBe(true);
        for (const loss of [low, median, high, ...Object.values(measuredLoss), crps]) {
          expect(loss).toBeGreaterThanOrEqual(-1e-12);
          expect(loss).toBeLessThanOrEqual(1 + 1e-12);
        }
        expect([low <= median, median <= high, predicted.low <= predicted.high]).toEqual([true, true, true]);
        return [outcome.score];
      });
      const totals = totalsOf(scores);
      expect(totals.scored).toBe(scores.length);
      for (const skill of Object.values(totals.skill)) expect(skill === null || skill <= 1 + 1e-12).toBe(true);
    }),
    runs(8000),
  );
  expect(scored).toBeGreaterThan(90);
  expect(ofOutput).toBeGreaterThan(5);
});
