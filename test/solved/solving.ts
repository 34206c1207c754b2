import { describe, expect, it } from "vitest";
import { openMessages } from "../../src/library/open.ts";
import { bundledWorkspace } from "../answers/bundled-workspace.ts";
import { processorSeconds } from "../processor-seconds.ts";
import { isLong } from "../tiers.ts";
import { allSolved, inputsOf, keepSolved, type Solved, secondsSince, writes } from "./solved.ts";
import { kindOf } from "./solved-kinds.ts";

export const isStale = (solved: Solved): boolean => solved.inputs !== inputsOf(solved);
export const nameOf = ({ name, asOf, question }: Solved): string => `${name} ${JSON.stringify(question).slice(0, 80)}, ${asOf}`;

/** Rooms whose answers alone are worked out anew: `npm run solve -- plans`; none: all. */
const rooms = (process.env.LEVERMAP_SOLVED_ROOMS ?? "").split(" ").filter(Boolean);

/** Works out half of what is stale, or compares half of all in the long tier: two processes share them evenly by what each took before. */
export function solveHalf(half: 0 | 1): void {
  const asked = allSolved().filter((solved) => (rooms.length === 0 || rooms.includes(kindOf[solved.name])) && (isLong || isStale(solved)));
  const mine = halves(asked)[half].map((solved) => [nameOf(solved), solved] as const);
  describe("answers that are kept for the tests", () => {
    it.runIf(writes).each(mine)("%s, worked out anew", async (_, solved) => {
      const begun = processorSeconds();
      const answer = await solve(solved);
      keepSolved({ ...solved, inputs: inputsOf(solved), seconds: secondsSince(begun), answer });
    });

    it.runIf(isLong).each(mine)("%s, is the same on this machine", async (_, solved) => {
      expect(await solve(solved)).toEqual(solved.answer);
    });
  });
}

/** The dearest first, each to the half that has less to do. */
function halves(all: readonly Solved[]): readonly [readonly Solved[], readonly Solved[]] {
  const [first, second]: [Solved[], Solved[]] = [[], []];
  let ahead = 0;
  for (const solved of all.toSorted((a, b) => b.seconds - a.seconds)) {
    (ahead <= 0 ? first : second).push(solved);
    ahead += ahead <= 0 ? solved.seconds : -solved.seconds;
  }
  return [first, second];
}

/** Works a question out anew. */
async function solve({ name, asOf, question }: Solved): Promise<unknown> {
  const map = await openMessages(await bundledWorkspace(), { asOf });
  try {
    return await (map[name] as (question: object) => Promise<unknown>)(question);
  } finally {
    map.close();
  }
}
