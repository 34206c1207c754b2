import { describe, expect, it } from "vitest";
import { treeWords } from "../../../../src/answers/patents/search/leaf-words.ts";
import { parseSearch } from "../../../../src/corpus/search/parse-search.ts";

describe("a search as it was read", () => {
  it.each([
    ["thin film", "thin film"],
    [
      "(wafer OR substrate) NEAR/3 bond* AND class:H01L21 NOT office:CN",
      "((wafer NEAR/3 bond) OR (substrate NEAR/3 bond)) class:H01L21 NOT office:CN",
    ],
    ['a NOT (b OR c d) title:"x y"', 'a NOT (b OR (c d)) title:"x y"'],
    ["a OR b", "a OR b"],
    ["NOT office:US", "NOT office:US"],
  ])("%s", (written, read) => expect(treeWords(parseSearch(written))).toBe(read));

  it.each(["thin film", '(wafer OR substrate) NEAR/3 bond* NOT (office:CN OR day:..2001) title:"x y"'])(
    "is read as itself: %s",
    (written) => {
      const read = treeWords(parseSearch(written));
      expect(treeWords(parseSearch(read))).toBe(read);
    },
  );
});
