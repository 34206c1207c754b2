import { expect, test } from "vitest";
import type { Holder } from "../../src/link/harmonise.ts";
import { apartAsTold, joinAsTold } from "../../src/link/user-joins.ts";

const holder = (id: string, name: string, rule: Holder["rule"] = "own"): Holder => ({ holder: id, name, organisation: null, rule });
const holders = new Map([
  ["Alpha Inc", holder("alpha", "Alpha")],
  ["ALPHA INC", holder("alpha", "Alpha", "key")],
  ["Beta Inc", holder("name:beta", "Beta Inc")],
]);
const after = (...joins: Parameters<typeof joinAsTold>[1]) =>
  [...joinAsTold(holders, joins)].map(([name, { holder: id, rule }]) => [name, id, rule]);

test("a user's rows join names to a holder or a name, by their letters, and keep them apart", () => {
  expect(after()).toEqual([...holders].map(([name, { holder: id, rule }]) => [name, id, rule]));
  expect(after({ name: "BETA, INC.", relation: "together", other: "alpha" })[2]).toEqual(["Beta Inc", "alpha", "user-together"]);
  expect(after({ name: "Beta Inc", relation: "together", other: "Gamma Inc" })[2]).toEqual([
    "Beta Inc",
    "name:gamma:apart",
    "user-together",
  ]);
  expect(after({ name: "Alpha Inc", relation: "apart", other: "Beta Inc" })[0], "it was not joined to that").toEqual([
    "Alpha Inc",
    "alpha",
    "own",
  ]);
  expect(after({ name: "Alpha Inc", relation: "apart", other: null }).map(([, id]) => id)).toEqual([
    "name:alpha:apart",
    "name:alpha:apart",
    "name:beta",
  ]);
});

test("they undo what one holder is of another, of one or of all", () => {
  const one = apartAsTold(holders, [{ name: "Beta Inc", relation: "apart", other: "Alpha Inc" }]);
  expect([one("name:beta", "alpha"), one("name:beta", "gamma"), one("alpha", "name:beta")]).toEqual([true, false, false]);
  expect(apartAsTold(holders, [{ name: "name:beta", relation: "apart", other: null }])("name:beta", "gamma")).toBe(true);
});
