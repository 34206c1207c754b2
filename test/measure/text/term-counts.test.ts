import { expect, it } from "vitest";
import { termCounter } from "../../../src/measure/text/term-counts.ts";

it("terms are numbered as they are met and counted once a document", () => {
  const counter = termCounter();
  for (const text of ["wafer bonding, wafer", null, "the of", "bonding film"]) counter.add(text);
  const { start, term, count, terms } = counter.counts();
  expect(Array.from(start)).toEqual([0, 2, 2, 2, 4]);
  expect(Array.from(term)).toEqual([0, 1, 1, 2]);
  expect(Array.from(count)).toEqual([2, 1, 1, 1]);
  expect(terms).toBe(3);
});

it("counts stay whole across the pieces that memory grows by", () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const words = Array.from(
    { length: 1100 },
    (_, i) => `q${letters[Math.floor(i / 676)]}${letters[Math.floor(i / 26) % 26]}${letters[i % 26]}`,
  );
  const counter = termCounter();
  for (let document = 0; document < 1000; document++) counter.add(words.join(" "));
  const { start, term, count, terms } = counter.counts();
  expect([terms, term.length, start[1000]]).toEqual([1100, 1_100_000, 1_100_000]);
  expect(term.every((one, slot) => one === slot % 1100)).toBe(true);
  expect(count.every((one) => one === 1)).toBe(true);
});
