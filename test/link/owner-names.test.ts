import { describe, expect, test } from "vitest";
import { withParents } from "../../src/link/corporate-history.ts";
import { createHarmoniser } from "../../src/link/harmonise.ts";
import { harmoniseAll } from "../../src/link/harmonise-all.ts";
import { atlasNameRows, atlasOrganisationRows } from "../../src/link/organisations.ts";
import { ownerHarmoniser } from "../../src/link/owner-names.ts";
import { unitsOf } from "../../src/link/unit-names.ts";
import { records } from "./pair-score.ts";

/** Printed names labelled before any of the rules: `itself`, `unit` (named by a place), `predecessor` (merged into the owner). */
const rows = records(new URL("labels/owner-names.csv", import.meta.url)) as readonly Record<
  "owner" | "name" | "relation" | "half",
  string
>[];
const halves = ["development", "held back"];

/** Recall and wrong merges over all pairs of names; `holderOf` by name. */
function pairs(of: typeof rows, holderOf: ReadonlyMap<string, string>) {
  const [missed, wrong]: [string[], string[]] = [[], []];
  let same = 0;
  of.forEach((a, i) => {
    for (const b of of.slice(i + 1)) {
      const joined = holderOf.get(a.name) === holderOf.get(b.name);
      if (a.owner === b.owner) same += 1;
      if (a.owner === b.owner && !joined) missed.push(`${a.name} | ${b.name}`);
      if (a.owner !== b.owner && joined) wrong.push(`${a.name} | ${b.name}`);
    }
  });
  return { same, recall: (same - missed.length) / same, missed, wrong };
}

describe("printed names of owners of chip patents", () => {
  const names = rows.map(({ name }) => name);
  const counted = names.map((name) => ({ name, count: 1 }));
  const holders = harmoniseAll(ownerHarmoniser(), counted);
  const holder = new Map(names.map((name, i) => [name, holders[i]?.holder ?? ""]));
  const units = new Map(unitsOf(ownerHarmoniser(), names, holders, withParents()).map((unit) => [unit.holder, unit.parent.holder]));
  const rolled = new Map([...holder].map(([name, id]) => [name, units.get(id) ?? id]));

  test("there are enough of them, half of the owners held back", () => {
    expect(rows.length).toBeGreaterThanOrEqual(300);
    const owners = halves.map((half) => new Set(rows.filter((row) => row.half === half).map(({ owner }) => owner)));
    expect(owners.map(({ size }) => size)).toEqual([49, 49]);
    expect([...(owners[0] ?? [])].filter((owner) => owners[1]?.has(owner))).toEqual([]);
  });

  test.each(halves)("%s: more than .92 of the pairs are joined, none wrongly", (half) => {
    const result = pairs(
      rows.filter((row) => row.half === half && row.relation === "itself"),
      holder,
    );
    console.info(`${half}: recall ${result.recall.toFixed(3)} of ${result.same}; missed: ${result.missed.join("; ")}`);
    expect(result.wrong).toEqual([]);
    expect(result.recall).toBeGreaterThanOrEqual(0.92);
  });

  test("over all names none is joined wrongly, units rolled up or not", () => {
    const own = rows.filter(({ relation }) => relation !== "predecessor");
    expect(pairs(own, holder).wrong).toEqual([]);
    expect(pairs(own, rolled).wrong).toEqual([]);
  });

  test.each(halves)("%s: with the names of the atlas alone fewer are joined, none wrongly", (half) => {
    const itself = rows.filter((row) => row.half === half && row.relation === "itself");
    const known = harmoniseAll(createHarmoniser(atlasOrganisationRows(), atlasNameRows()), counted);
    const result = pairs(itself, new Map(names.map((name, i) => [name, known[i]?.holder ?? ""])));
    console.info(`${half}, atlas alone: recall ${result.recall.toFixed(3)} of ${result.same}`);
    expect(result.wrong).toEqual([]);
    expect(result.recall).toBeGreaterThan(0.55);
    expect(result.recall).toBeLessThan(pairs(itself, holder).recall);
  });

  test.each(halves)("%s: a unit is a holder of its own, and its owner's when rolled up", (half) => {
    const named = rows.filter((row) => row.half === half && row.relation === "unit");
    const parent = (owner: string): string | undefined =>
      rolled.get(rows.find((row) => row.owner === owner && row.relation === "itself")?.name ?? "");
    expect(named.filter(({ owner, name }) => holder.get(name) === parent(owner)).map(({ name }) => name)).toEqual([]);
    const missed = named.filter(({ owner, name }) => rolled.get(name) !== parent(owner)).map(({ name }) => `${name} [${holder.get(name)}]`);
    console.info(`${half}: ${named.length - missed.length} of ${named.length} units rolled up; missed: ${missed.join("; ")}`);
    expect(missed.length).toBeLessThanOrEqual(named.length * 0.2);
  });
});
