import { expect, test } from "vitest";
import { estimateWords, rangeWords, sharedWords } from "../../src/base/estimate.ts";

const some = { memory: 1.72e9, disk: 24.3e6, seconds: 19.7 };

test("an estimate is told in round figures", () => {
  expect(estimateWords(some)).toBe("This takes about 1.7 GB of memory, 24 MB of disk and 20 s of a core, as measured elsewhere.");
});

test("an estimate of which only the least and the most are known is told by both", () => {
  expect(rangeWords({ memory: 2.94e8, disk: 4.04e6, seconds: 1.31 }, some)).toBe(
    "This takes about 290 MB to 1.7 GB of memory, 4 MB to 24 MB of disk and 1.3 s to 20 s of a core, as measured elsewhere.",
  );
  expect(rangeWords({ ...some, disk: 0 }, some)).toBe(
    "This takes about 1.7 GB of memory, 0 kB to 24 MB of disk and 20 s of a core, as measured elsewhere.",
  );
});

test("an estimate of work that processes share tells the memory of each and the rest of all", () => {
  expect(sharedWords(8, { ...some, seconds: 12 }, some)).toBe(
    "This takes about 24 MB of disk and 12 s to 20 s of a core in 8 processes, with about 1.7 GB of memory each, as measured elsewhere; what the scheduler itself takes is not in it.",
  );
});
