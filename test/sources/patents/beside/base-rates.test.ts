import { describe, expect, test } from "vitest";
import { bundledFile } from "../../../../src/base/built-file.ts";
import { createSurvival } from "../../../../src/measure/patents/in-force.ts";
import { atlas } from "../../../../src/sources/supply/atlas/atlas.ts";
import { faults, readAll } from "../../support.ts";

const read = () =>
  readAll(
    atlas,
    ["base-rates", "sources"].map((name) => bundledFile(`atlas/${name}.csv`)),
  );

describe("the bundled base rates", () => {
  test("are sound rows, each with a document, fractions as fractions and no two of one key", async () => {
    const { rows, rejects, of } = await read();
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const documents = new Set(of("document").map(({ id }) => id));
    const rates = of("base_rate");
    expect(rates.filter(({ source }) => !documents.has(source ?? ""))).toEqual([]);
    expect(rates.filter(({ unit, high }) => unit === "fraction" && (high === null || high > 1))).toEqual([]);
    const keys = rates.map(({ quantity, forum, holder_kind, scope, year, source }) =>
      JSON.stringify([quantity, forum, holder_kind, scope, year, source]),
    );
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  test("cover the inputs of exclusion exposure: granted, valid, and what is still in force at an age", async () => {
    const rates = (await read()).of("base_rate");
    const of = (quantity: string, forum: string) => rates.filter((rate) => rate.quantity === quantity && rate.forum === forum);
    for (const forum of ["US courts", "CN courts", "DE courts"]) {
      expect(of("exclusion granted when infringed", forum).length, forum).toBeGreaterThan(0);
    }
    for (const forum of ["US courts", "US PTAB", "CN office", "JP courts", "EP office"]) {
      expect(of("valid when challenged", forum).length, forum).toBeGreaterThan(0);
    }
    const survival = createSurvival(
      rates.flatMap(({ quantity, forum, scope, low, high }) => {
        const [, age] = /^in force at age (\d+)$/.exec(quantity) ?? [];
        return age === undefined || scope !== "from grant" || forum === null || low === null || high === null
          ? []
          : [{ office: forum, age: Number(age), since: "grant" as const, low, high }];
      }),
    );
    expect(survival.get("US")?.at(8)).toEqual({ low: 0.63, high: 0.63 });
    expect(survival.get("US")?.at(10)).toMatchObject({ high: 0.63 });
  });

  test("are completed by assumed terms, one interval for each kind of technology and none for a single one", async () => {
    const { rejects, rows, of } = await readAll(
      atlas,
      ["exclusion-terms", "technologies"].map((name) => bundledFile(`atlas/${name}.csv`)),
    );
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const terms = of("base_rate");
    expect(terms.filter(({ grade, source, note }) => grade !== "assumed" || source !== null || note === null)).toEqual([]);
    const kinds = [...new Set(of("technology").map(({ kind }) => kind))].sort();
    for (const quantity of ["read on and detectable", "designed around", "time to design around"]) {
      const scopes = terms.filter((each) => each.quantity === quantity).map(({ scope }) => scope);
      expect(scopes.sort(), quantity).toEqual(kinds);
    }
    expect(terms.filter(({ unit, high }) => unit === "fraction" && high! > 1)).toEqual([]);
    const high = (quantity: string, scope: string) => terms.find((each) => each.quantity === quantity && each.scope === scope)!.high!;
    for (const kind of kinds.filter((each) => each !== "process")) {
      expect(high("read on and detectable", "process")).toBeLessThan(high("read on and detectable", kind));
    }
  });
});
