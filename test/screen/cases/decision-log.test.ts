import fc from "fast-check";
import { expect, test } from "vitest";
import { type DecisionLine, decisionState } from "../../../src/screen/cases/decision-log.ts";

const step = fc.record({
  action: fc.constantFrom("decide", "confirm", "refuse", "undo" as const),
  verdict: fc.constantFrom("true", "false", "unsure" as const),
  user: fc.constantFrom("anna", "ben", "cleo"),
  second: fc.boolean(),
  /** Which line is meant, counted from the last. */
  back: fc.nat(1),
});

test("nothing that needs a second person is in force without another who confirmed it, whatever the order", () => {
  let [confirmed, waiting] = [0, 0];
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const lines = steps.map(
        ({ back, ...each }, at): DecisionLine => ({
          ...each,
          ...{ seq: at + 1, customer: "C", entry: "e", note: null, at: "", statement: "s", customerDigest: "c", score: 1, policy: "p" },
          of: each.action === "confirm" || each.action === "refuse" ? at - back : null,
          verdict: each.action === "undo" ? null : each.verdict,
        }),
      );
      const { inForce, confirmedBy, proposed } = decisionState(lines);
      if (inForce?.second) {
        confirmed += 1;
        expect(confirmedBy).not.toBe(inForce.user);
        const confirming = lines.filter(({ action, of, user }) => action === "confirm" && of === inForce.seq && user !== inForce.user);
        expect(confirming.map(({ user }) => user)).toContain(confirmedBy);
      } else expect(confirmedBy).toBeNull();
      if (proposed !== null) {
        waiting += 1;
        expect(proposed.second).toBe(true);
        expect(proposed.seq).toBe(lines.filter(({ action }) => action === "decide").at(-1)?.seq);
      }
      if (lines.at(-1)?.action === "decide" && !lines.at(-1)?.second) expect(inForce).toBe(lines.at(-1));
      if (lines.every(({ action }) => action !== "decide")) expect([inForce, proposed]).toEqual([null, null]);
    }),
    { numRuns: 3000 },
  );
  expect([confirmed > 50, waiting > 50]).toEqual([true, true]);
});
