import { describe, expect, test } from "vitest";
import { corporateHistory, leadsOn, withParents } from "../../src/link/corporate-history.ts";
import { isEconomy } from "../../src/link/economies.ts";
import { readLinkTable } from "../../src/link/link-table.ts";
import { parseName } from "../../src/link/name-parse.ts";
import { atlasNameRows, atlasOrganisationRows } from "../../src/link/organisations.ts";
import { ownerHarmoniser, ownerNames, withOwners } from "../../src/link/owner-names.ts";

const sources = new Map(readLinkTable("owner-sources").map(({ id = "", ...source }) => [id, source]));
const known = withOwners(atlasOrganisationRows(), atlasNameRows());
const ids = new Set(known.organisations.map(({ id }) => id));

describe("the table of owners", () => {
  const { organisations, names } = ownerNames();

  test("has 250 owners, each with an economy or none, and names with a document or marked as assumed", () => {
    expect(organisations.length).toBeGreaterThanOrEqual(250);
    expect(organisations.filter(({ economy }) => economy !== null && !isEconomy(economy))).toEqual([]);
    for (const { owner, kind, source, grade } of readLinkTable("owner-names")) {
      expect(["official", "short", "former"], owner).toContain(kind);
      expect(["stated", "assumed"], owner).toContain(grade);
      expect(source === "" ? grade === "assumed" : sources.has(source ?? ""), owner).toBe(true);
    }
    const told = ({ title, url = "", read = "" }: Readonly<Record<string, string>>): boolean =>
      title !== "" && /^https?:\/\/\S+$/.test(url) && /^\d{4}-\d\d-\d\d$/.test(read);
    expect([...sources.values()].filter((source) => !told(source))).toEqual([]);
  });

  test.each(["owner-names", "corporate-history"])("%s states only what a document says that one can open", (table) => {
    const stated = readLinkTable(table).filter(({ grade }) => grade === "stated");
    expect(stated.length).toBeGreaterThan(0);
    expect(stated.filter(({ source = "" }) => !sources.get(source)?.url)).toEqual([]);
  });

  test("has no name of two owners: every name but a short one leads to its own", () => {
    const wrong = names.filter(({ organisation, name, kind }) => {
      const found = ownerHarmoniser().find(parseName(name))?.organisation ?? null;
      return kind === "short" ? found !== null && found !== organisation : found !== organisation;
    });
    expect(wrong.map(({ organisation, name }) => `${organisation}: ${name}`)).toEqual([]);
  });
});

describe("corporate history", () => {
  test("has facts of 250 owners, most of them with a document that one can open, and of every institute of the Chinese academy", () => {
    const facts = corporateHistory();
    expect(new Set(facts.map(({ owner }) => owner)).size).toBeGreaterThanOrEqual(250);
    expect(facts.filter(({ grade }) => grade === "stated").length).toBeGreaterThan(facts.length * 0.75);
    const institutes = ownerNames().organisations.filter(({ name }) => name.endsWith(", Chinese Academy of Sciences"));
    const belonging = new Set(facts.flatMap(({ owner, event, other }) => (event === "belongs" ? [`${owner} ${other}`] : [])));
    expect(institutes.length).toBeGreaterThan(50);
    expect(institutes.filter(({ id }) => !belonging.has(`${id} chinese-academy-of-sciences`)).map(({ id }) => id)).toEqual([]);
  });

  test("tells facts of known owners, in order, with a document or marked as assumed", () => {
    const formers = new Set(
      ownerNames().names.flatMap(({ organisation, name, kind }) => (kind === "former" ? [`${organisation} ${name}`] : [])),
    );
    for (const { owner, event, other, from, until, source, grade } of corporateHistory()) {
      expect(ids.has(owner), owner).toBe(true);
      if (event === "renamed") expect(formers.has(`${owner} ${other}`) || ids.has(owner), `${owner} ${other}`).toBe(true);
      else expect(ids.has(other), `${owner} ${event} ${other}`).toBe(true);
      for (const day of [from, until]) if (day !== null) expect(new Date(day).toISOString().slice(0, 10), owner).toBe(day);
      if (from !== null && until !== null) expect(from < until, owner).toBe(true);
      expect(source === null || sources.has(source), `${owner} ${source}`).toBe(true);
      if (source === null) expect(grade, owner).toBe("assumed");
    }
    expect(withParents().has("cypress")).toBe(true);
    expect(withParents().has("infineon"), "a spin-off is nobody's").toBe(false);
  });

  test("goes in no circle", () => {
    const parents = corporateHistory().filter(leadsOn);
    for (const { owner } of parents) {
      const seen = new Set([owner]);
      let step = parents.filter((fact) => fact.owner === owner).map(({ other }) => other);
      while (step.length > 0) {
        expect(
          step.some((each) => each === owner),
          owner,
        ).toBe(false);
        step = [...new Set(step)].filter((each) => !seen.has(each));
        for (const each of step) seen.add(each);
        step = parents.filter((fact) => step.includes(fact.owner)).map(({ other }) => other);
      }
    }
  });
});
