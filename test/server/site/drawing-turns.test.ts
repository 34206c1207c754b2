import { setImmediate, setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { drawingTurns } from "../../../src/server/site/drawing-turns.ts";
import { codeOf } from "../../workspace/folder.ts";

describe("what is drawn in this process", () => {
  it("is drawn for one at a time, and others are answered in between", async () => {
    const inTurn = drawingTurns();
    const done: string[] = [];
    const drawn = Promise.all(["a", "a", "b"].map((client) => inTurn(client, () => void done.push("drawn"))));
    const others = (async () => {
      while (done.filter((each) => each === "drawn").length < 3) {
        await setImmediate();
        done.push("answered");
      }
    })();
    await Promise.all([drawn, others]);
    expect(done.join(" ")).toMatch(/drawn( answered)+ drawn( answered)+ drawn/);
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
