import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { drawingTurns } from "../../../src/server/site/drawing-turns.ts";
import { codeOf } from "../../workspace/folder.ts";

/** Keeps the process busy. */
function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

describe("what is drawn in this process", () => {
  it("is drawn for one at a time, and others are answered in between", async () => {
    const inTurn = drawingTurns();
    const begun = performance.now();
    const drawn = Promise.all(["a", "a", "a", "b", "c"].map((client) => inTurn(client, () => busy(60))));
    await setTimeout(1);
    const waited = performance.now() - begun;
    await drawn;
    expect(waited).toBeLessThan((performance.now() - begun) * 0.7);
  });

  it("is refused to who asks for more than a few at once, and not to others", async () => {
    const inTurn = drawingTurns();
    const asked = Array.from({ length: 10 }, () => codeOf(inTurn("a", () => setTimeout(5))));
    const other = inTurn("b", () => "drawn");
    const codes = await Promise.all(asked);
    expect(codes.filter((code) => code === "LM_SERVER_TOO_MANY")).toHaveLength(3);
    expect(await other).toBe("drawn");
  });
});
