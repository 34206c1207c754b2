import { expect, it } from "vitest";
import { relativeCited } from "../../../src/plan/make-problem/relative-cited.ts";
import { cell } from "./plan-facts-invented.ts";

it("is 1 for the mean of a technology, whatever its families sum over their documents, if enough of them are known", () => {
  const often = cell("oven", "F27B 1", { cited: { mean: 6, of: 20 } });
  const seldom = cell("oven", "F27B 3", { cited: { mean: 1, of: 30 } });
  const unknown = cell("oven", "F27B 5");
  const few = cell("lamp", "F21V 1", { cited: { mean: 6, of: 20 } });
  const of = relativeCited([often, seldom, unknown, few]);
  expect(of(often)).toEqual({ mean: 2, of: 20 });
  expect(of(seldom).mean).toBeCloseTo(1 / 3, 12);
  expect(of(unknown)).toEqual({ mean: null, of: 0 });
  expect(of(few)).toEqual({ mean: 6, of: 20 });
  const never = cell("mask", "G03F 1", { cited: { mean: 0, of: 50 } });
  expect(relativeCited([never])(never)).toEqual({ mean: 0, of: 50 });
});
