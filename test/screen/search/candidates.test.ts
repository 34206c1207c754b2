import { expect, test } from "vitest";
import { createCandidates } from "../../../src/screen/search/candidates.ts";
import { createVocabulary } from "../../../src/screen/search/vocabulary.ts";

test("a name of several sets is a candidate once", () => {
  const vocabulary = createVocabulary();
  const postings = ["zorbtek", "quillon"].map((text, at) => [vocabulary.add(text, true), at] as const);
  const candidates = createCandidates(
    vocabulary,
    postings.map(([, at]) => Uint32Array.of(at)),
    Float32Array.of(1, 1, 1),
  );
  const wanted = ["zorbtek", "quillon"].map((text) => ({ text, weight: 1, role: "word" as const }));
  const [both, second] = [Uint8Array.of(1, 1, 0), Uint8Array.of(0, 1, 0)];
  expect([...candidates.of(wanted, 5, [both, second])].sort()).toEqual([0, 1]);
});
