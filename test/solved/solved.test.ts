import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { questions } from "../../src/ask/questions.ts";
import { open } from "../../src/library/open.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { answersFolder, inputsOf, keepSolved, readSolved, type Solved, writes } from "./solved.ts";

const all = readdirSync(answersFolder).map((file) => readSolved(join(answersFolder, file)));
const isStale = (solved: Solved): boolean => solved.inputs !== inputsOf(solved);
const nameOf = ({ name, asOf, question }: Solved): string => `${name} ${JSON.stringify(question).slice(0, 80)}, ${asOf}`;

/** Works a question out anew, and keeps the answer. */
async function solve(solved: Solved): Promise<void> {
  const map = await open(await bundledWorkspace(), { asOf: solved.asOf });
  try {
    const asking = map[solved.name] as (question: object) => Promise<unknown>;
    keepSolved({ ...solved, inputs: inputsOf(solved), answer: await asking(solved.question) });
  } finally {
    map.close();
  }
}

describe("answers that are kept for the tests", () => {
  it.runIf(writes).each(all.filter(isStale).map((solved) => [nameOf(solved), solved] as const))(
    "%s",
    (_, solved) => solve(solved),
    900_000,
  );

  it.skipIf(writes)("are of the data and the code of now; `npm run solve` works out anew those that are not", () => {
    expect(all.length).toBeGreaterThan(0);
    expect(all.filter(isStale).map(nameOf)).toEqual([]);
  });

  it("fit what their questions declare", () => {
    for (const { name, answer } of all) expect(questions[name].answer.parse(answer)).toEqual(answer);
  });
});
