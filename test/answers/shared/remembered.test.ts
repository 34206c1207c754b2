import { describe, expect, test } from "vitest";
import { remembered } from "../../../src/answers/shared/remembered.ts";

describe("remembered", () => {
  test("asks once, again after a failure, and forgets the one not asked for longest", async () => {
    const asked: string[] = [];
    const answers = remembered<string>(2);
    const ask = (question: string): Promise<string> =>
      answers([question, undefined], async () => {
        asked.push(question);
        if (question === "bad") throw new Error("no");
        return question;
      });
    expect([await ask("a"), await ask("a"), await ask("b")]).toEqual(["a", "a", "b"]);
    await expect(ask("bad")).rejects.toThrow("no");
    await expect(ask("bad")).rejects.toThrow("no");
    expect(asked).toEqual(["a", "b", "bad", "bad"]);
    await ask("b");
    await ask("c");
    await ask("d");
    expect(asked.slice(4)).toEqual(["c", "d"]);
    await ask("b");
    await ask("d");
    expect(asked.slice(6)).toEqual(["b"]);
  });
});
