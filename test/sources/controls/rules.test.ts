import { describe, expect, test } from "vitest";
import { documentNumber, ruleKind, rules } from "../../../src/sources/controls/rules.ts";
import { faults, folderOf, readAll, realData } from "../support.ts";

const act = `id: us/2020-12-18_nord-entity-list
issued_by_state_id: us
targets_state_ids: [no]
action_type: export-control
date: 2020-12-18
summary: |
  Words of others.
official_url: https://www.federalregister.gov/documents/2020/12/22/2020-28031/addition-of-entities
`;

describe("rules", () => {
  test.each([
    ["Addition of Entities to the Entity List", "listed-party"],
    ["Foreign-Produced Direct Product Rule Additions, and Refinements to Controls for Advanced Computing Items", "direct-product;item"],
    ["One Year Suspension of Expansion of End-User Controls for Affiliates of Certain Listed Entities", "suspension;end-use"],
    [
      "Implementation of Additional Export Controls: Certain Advanced Computing Items; Supercomputer and Semiconductor End Use",
      "end-use;item",
    ],
    ["Regulating Imports With a Reciprocal Tariff", "tariff"],
    ["Notice of OFAC Sanctions Actions", null],
  ])("%s", (title, kind) => expect(ruleKind(title)).toBe(kind));

  test("the number of a document in its address", () => {
    expect(documentNumber("https://www.federalregister.gov/documents/2020/12/22/2020-28031/x")).toBe("2020-28031");
    expect(documentNumber("https://www.federalregister.gov/d/2025-00711")).toBe("2025-00711");
    expect(documentNumber("https://a.example/2020-28031")).toBeNull();
  });

  test("a table, JSON lines and an act tell of one rule, each what it knows; no text of others is taken over", async () => {
    const folder = await folderOf({
      "table.csv": `event_id,document_number,publication_date,fr_citation,type,title\nx,2020-28031,2020-12-22,85 FR 83416,Rule,Addition to the Entity List\ny,,2020-12-22,,Rule,Nothing\n`,
      "records.jsonl": `${JSON.stringify({ title: "Addition to the Entity List", document_number: "2020-28031", published: "2020-12-22", url: "https://a.example", summary: "Words of others." })}\n{"title":"","document_number":"1","published":""}\n`,
      "act.yaml": act,
      "bad.yaml": act.replace("2020-12-18\n", "soon\n"),
      "other.yaml": "title: something else",
    });
    const { rows, rejects, of } = await readAll(rules, [folder]);
    expect(rows.flatMap(faults)).toEqual([]);
    expect(rejects.map(({ reason }) => reason).sort()).toEqual(["date is not a date: soon", "document_number is empty", "title is empty"]);
    expect(
      of("control_rule").map(({ id, citation, published, effective, origin }) => [id, citation, published, effective, origin]),
    ).toEqual([
      ["2020-28031", null, "2020-12-22", "2020-12-18", "act"],
      ["2020-28031", null, "2020-12-22", null, "federal-register-records"],
      ["2020-28031", "85 FR 83416", "2020-12-22", null, "federal-register-table"],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/Words of others/);
  });
});

const real = realData("controls/fr-timeline");
describe.skipIf(real.absent)(`rules in ${real.path}`, () => {
  test("29 rows of key rules, 1,040 records and four acts; the data end on 2026-02-04", async () => {
    const { rows, rejects, of } = await readAll(rules, [real.path]);
    expect(rejects).toEqual([]);
    expect(rows.flatMap(faults)).toEqual([]);
    const count = (origin: string): number => of("control_rule").filter((each) => each.origin === origin).length;
    expect(["federal-register-table", "federal-register-records", "act"].map(count)).toEqual([29, 1040, 4]);
    const days = of("control_rule").map(({ published }) => published ?? "");
    expect(days.sort().at(-1)).toBe("2026-02-04");
    const smic = of("control_rule").filter(({ id }) => id === "2020-28031");
    expect(smic.map(({ published, effective }) => [published, effective])).toContainEqual(["2020-12-22", "2020-12-18"]);
    const suspension = of("control_rule").find(({ id }) => id === "2025-19846");
    expect(suspension).toMatchObject({ published: "2025-11-12", kind: "suspension;end-use", issuer: "US" });
  });
});
