import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { questions } from "../../src/ask/questions.ts";
import { open } from "../../src/library/open.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { isLong } from "../tiers.ts";
import { answersFolder, inputsOf, keepSolved, readSolved, type Solved, writes } from "./solved.ts";

const all = readdirSync(answersFolder).map((file) => readSolved(join(answersFolder, file)));
const isStale = (solved: Solved): boolean => solved.inputs !== inputsOf(solved);
const nameOf = ({ name, asOf, question }: Solved): string => `${name} ${JSON.stringify(question).slice(0, 80)}, ${asOf}`;

/** Works a question out anew. */
async function solve({ name, asOf, question }: Solved): Promise<unknown> {
  const map = await open(await bundledWorkspace(), { asOf });
  try {
    return await (map[name] as (question: object) => Promise<unknown>)(question);
  } finally {
    map.close();
  }
}

describe("answers that are kept for the tests", () => {
  it.runIf(writes).each(all.filter(isStale).map((solved) => [nameOf(solved), solved] as const))(
    "%s, worked out anew",
    async (_, solved) => {
      keepSolved({ ...solved, inputs: inputsOf(solved), answer: await solve(solved) });
    },
  );

  it.runIf(isLong).each(all.map((solved) => [nameOf(solved), solved] as const))("%s, is the same on this machine", async (_, solved) => {
    expect(await solve(solved)).toEqual(solved.answer);
  });

  it.skipIf(writes)("are of the data and the code of now; `npm run solve` works out anew those that are not", () => {
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(isStale).map(nameOf)).toEqual([]);
  });

  it("fit what their questions declare", () => {
    for (const { name, answer } of all) expect(questions[name].answer.parse(answer)).toEqual(answer);
  });
});
