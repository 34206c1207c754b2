import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readLinkTable } from "../../src/link/link-table.ts";
import { slug } from "../../src/link/name-key.ts";
import { editDistance } from "../../src/link/near-name.ts";
import { linkOrganisation } from "../../src/link/organisations.ts";
import { etoTechnologies, findTechnology, mineralTechnology } from "../../src/link/technologies.ts";

const technologies = [
  { id: "hydrogen-fluoride", name: "Hydrogen fluoride" },
  { id: "arf-immersion-lithography", name: "ArF immersion lithography" },
  { id: "etch", name: "Dry etch tools" },
];
const aliases = new Map([["hf", "hydrogen-fluoride"]]);

describe("technologies", () => {
  test("are found by id, alias and name in any spelling", () => {
    expect(findTechnology("Hydrogen Fluoride", technologies, aliases)).toEqual({ id: "hydrogen-fluoride", rule: "id" });
    expect(findTechnology("HF", technologies, aliases)).toEqual({ id: "hydrogen-fluoride", rule: "alias" });
    expect(findTechnology("dry etch tools", technologies, aliases)).toEqual({ id: "etch", rule: "name" });
  });

  test("near spellings are offered, far ones are not", () => {
    expect(findTechnology("arf-imersion-lithografy", technologies, aliases)).toEqual({ id: null, nearest: ["arf-immersion-lithography"] });
    for (const far of ["banana", "", "'", "he", "eh"])
      expect(findTechnology(far, technologies, aliases)).toEqual({ id: null, nearest: [] });
  });

  test("names that have the words asked for are offered where no spelling is near", () => {
    const wafers = [
      { id: "gan-wafers", name: "Gallium nitride wafers and epitaxy" },
      { id: "gallium", name: "Gallium" },
      { id: "sic-wafers", name: "Silicon carbide wafers" },
    ];
    const nearest = (wanted: string) => findTechnology(wanted, wafers, new Map());
    expect(nearest("gallium nitride")).toEqual({ id: null, nearest: ["gan-wafers"] });
    expect(nearest("Nitride of gallium for power")).toEqual({ id: null, nearest: [] });
    expect(nearest("wafer epi")).toEqual({ id: null, nearest: ["gan-wafers"] });
  });

  test("edit distance is a metric", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
    expect(editDistance("kitten", "sitting")).toBe(3);
  });

  test("every ETO id is linked once, and no two as the same technology", () => {
    const rows = readLinkTable("eto-technologies");
    expect(new Set(rows.map((row) => row.eto_id)).size).toBe(rows.length);
    const same = rows.filter((row) => row.relation === "same").map((row) => row.technology);
    expect(new Set(same).size).toBe(same.length);
    expect(etoTechnologies().get("N20")).toMatchObject({ technology: "euv-lithography", relation: "same" });
  });

  test("minerals that are technologies", () => {
    expect(["gallium", "Tungsten", "fluorspar", "lithium"].map(mineralTechnology)).toEqual(["gallium", "tungsten", "fluorspar", null]);
  });
});

describe("names", () => {
  test("ids made of names", () => {
    expect(slug("  ArF dry (DUV) Lithography—tools ")).toBe("arf-dry-duv-lithography-tools");
    expect(slug("Façade")).toBe("facade");
    fc.assert(fc.property(fc.string(), (text) => /^(?:[a-z0-9]+(?:-[a-z0-9]+)*)?$/.test(slug(text))));
  });

  test("an organisation is linked by an equal name only", () => {
    const known = new Map([["acmecorp", "acme"]]);
    expect(linkOrganisation("eto", "ACME Corp.", known)).toEqual({ id: "acme", rule: "equal name" });
    expect(linkOrganisation("eto", "Acme", known)).toEqual({ id: "eto-acme", rule: "name of the source" });
  });
});
