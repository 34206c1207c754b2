import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { drawingTurns, takeTurn } from "../../../src/server/site/drawing-process.ts";
import { codeOf } from "../../workspace/folder.ts";

const visitor = (client: string) => ({ client, signal: new AbortController().signal });

describe("what is drawn in this process", () => {
  it("is drawn for one at a time, and others are answered in between", async () => {
    const inTurn = drawingTurns();
    const done: string[] = [];
    const drawn = Promise.all(["a", "a", "b"].map((client) => inTurn(visitor(client), () => void done.push("drawn"))));
    const others = (async () => {
      while (done.filter((each) => each === "drawn").length < 3) {
        await setImmediate();
        done.push("answered");
      }
    })();
    await Promise.all([drawn, others]);
    expect(done.join(" ")).toMatch(/drawn( answered)+ drawn( answered)+ drawn/);
  });

  it("is done by one at a time where work goes on after a turn is waited for", async () => {
    const inTurn = drawingTurns();
    const done: string[] = [];
    const works = ["a", "a", "b"].map(async (client) => {
      await takeTurn(inTurn, visitor(client));
      done.push("worked");
    });
    const others = (async () => {
      while (done.filter((each) => each === "worked").length < 3) {
        await setImmediate();
        done.push("answered");
      }
    })();
    await Promise.all([...works, others]);
    expect(done.join(" ")).toMatch(/worked( answered)+ worked( answered)+ worked/);
  });

  it("is refused to who asks for very much at once, and not to others", async () => {
    const inTurn = drawingTurns();
    const asked = Array.from({ length: 244 }, () => codeOf(inTurn(visitor("a"), () => setImmediate())));
    const other = inTurn(visitor("b"), () => "drawn");
    const codes = await Promise.all(asked);
    expect(codes.filter((code) => code === "LM_SERVER_TOO_MANY")).toHaveLength(3);
    expect(await other).toBe("drawn");
  });

  it("is not drawn for who has gone while they waited", async () => {
    const inTurn = drawingTurns();
    const gone = new AbortController();
    const drawn: string[] = [];
    const first = inTurn(visitor("a"), () => void drawn.push("first"));
    const second = inTurn({ client: "a", signal: gone.signal }, () => void drawn.push("second"));
    gone.abort(new Error("gone"));
    await expect(second).rejects.toThrow("gone");
    await first;
    expect(drawn).toEqual(["first"]);
  });
});
