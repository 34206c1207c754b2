import { describe, expect, it } from "vitest";
import { questions } from "../../src/ask/questions.ts";
import { allSolved, writes } from "./solved.ts";
import { isStale, nameOf } from "./solving.ts";

describe("answers that are kept for the tests", () => {
  const all = allSolved();

  it.skipIf(writes)("are of the data and the code of now; `npm run solve` works out anew those that are not", () => {
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(isStale).map(nameOf)).toEqual([]);
  });

  it.skipIf(writes)("fit what their questions declare", () => {
    for (const { name, answer } of all) expect(questions[name].answer.parse(answer)).toEqual(answer);
  });
});
