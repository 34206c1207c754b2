import { expect, it } from "vitest";
import { termCounter } from "../../../src/measure/text/term-counts.ts";
import { addUnitVector, backwardWeight, compare, setTotal, setWeights } from "../../../src/measure/text/text-similarity.ts";

it("a word of every earlier document weighs next to nothing, a new one most", () => {
  expect(backwardWeight(100, 99)).toBe(0);
  expect(backwardWeight(100, 0)).toBeCloseTo(2 * Math.LN10, 12);
  expect(backwardWeight(100, 9)).toBeCloseTo(Math.LN10, 12);
});

it("cosines are 1 between texts of the same proportions, 0 without a word in common", () => {
  const counter = termCounter();
  for (const text of ["laser gate", "laser gate laser gate", "film etch", "laser film"]) counter.add(text);
  const counts = counter.counts();
  const scales = new Float64Array(2 * counts.terms);
  const total = new Float64Array(counts.terms);
  const found = new Float64Array(2);
  setWeights(scales, 8, new Int32Array(counts.terms).fill(1));
  compare(counts, 0, scales, found);
  expect(found[0]).toBeCloseTo(Math.SQRT2 * Math.log(4), 12);
  addUnitVector(counts, 0, found[0]!, total);
  setTotal(scales, total);
  const cosines = [0, 1, 2, 3].map((document) => {
    compare(counts, document, scales, found);
    return found[1]!;
  });
  [1, 1, 0, 0.5].forEach((expected, i) => void expect(cosines[i]).toBeCloseTo(expected, 12));
});

it("a text whose every word weighs 0 is like nothing", () => {
  const counter = termCounter();
  counter.add("gate");
  const counts = counter.counts();
  const scales = new Float64Array(2);
  const total = new Float64Array(1);
  const found = new Float64Array(2).fill(9);
  setWeights(scales, 2, Int32Array.of(1));
  compare(counts, 0, scales, found);
  addUnitVector(counts, 0, found[0]!, total);
  expect([...found, ...total]).toEqual([0, 0, 0]);
});
