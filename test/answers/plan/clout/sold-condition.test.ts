import { afterAll, beforeAll, expect, it } from "vitest";
import type { Levermap } from "../../../../src/library/open.ts";
import { openBundled } from "../../bundled-workspace.ts";

let map: Levermap;
beforeAll(async () => {
  map = await openBundled();
});
afterAll(() => map.close());

it("tells supply of today as unknown where `leverage` leaves it out as unknown", async () => {
  const text =
    "name: Sold\nhome: EU\nagainst: CN\nyears: 15\nmoney: 3000\nunspent: 0\nobjective: { resilience: 0, income: 1 }\ntechnologies: [glass-core-substrates]\n";
  const { clout, programmes } = await map.plan({ place: "mine.yaml", text });
  expect(programmes.some(({ sells }) => sells > 0)).toBe(true);
  const { leftOut } = await map.leverage({ from: ["EU"], on: "CN", draws: 10 });
  const names = leftOut.map(({ name }) => name);
  const sold = clout!.conditions.find((words) => words.startsWith("New sales"))!;
  const unknown = names.filter((name) => sold.toLowerCase().includes(`what the eu supplies of ${name.toLowerCase()} today is not known`));
  expect(unknown, sold).toHaveLength(1);
  expect(sold).not.toContain("supplies no");
});
