import { expect, test } from "vitest";
import { searchLimits as searchLimitsSaid } from "../../../src/answers/patents/patent-words.ts";
import { english } from "../../words/english.ts";

const searchLimits = english(searchLimitsSaid);

const load = (source: string, cut: string | null = null) => ({ id: source, source, edition: null, cut });

test("what disruption cannot know is said by where citations come from", () => {
  expect(searchLimits([])).toEqual([]);
  expect(searchLimits([load("patentsview"), load("uspto")])).toEqual([]);
  expect(searchLimits([load("uspto-citations"), load("patentsview")])).toEqual([
    expect.stringContaining("come from searches (uspto-citations)"),
  ]);
  const cut = expect.stringMatching(
    /cut to documents of some classes \(H01L H10\).*forward citations and CD without n_k are as in the whole tables.*n_k is incomplete/,
  );
  expect(searchLimits([load("patentsview", "H01L H10")])).toEqual([cut]);
  expect(searchLimits([load("corpus", "H01L H10")])).toEqual([cut]);
  expect(searchLimits([load("corpus")])).toEqual([expect.stringContaining("its manifest names its sources")]);
});
