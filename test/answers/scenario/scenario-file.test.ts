import { describe, expect, it } from "vitest";
import { readScenarioText, scenarioFileJsonSchema, scenarioFileSchema } from "../../../src/answers/scenario/scenario-file.ts";
import { LevermapError } from "../../../src/base/errors.ts";
import { yamlFiles } from "../bundled-data.ts";

const sound = `
name: A ban
measures:
  - withhold:
      senders: [AA]
      targets: [BB]
      technologies: [gas]
      from: 2024-01-01
`;

/** What is told of a file that is none. */
function problems(text: string): readonly string[] {
  try {
    readScenarioText("bad.yaml", text);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(LevermapError);
    const { code, details } = thrown as LevermapError;
    expect(code).toBe("LM_SCENARIO_INVALID");
    return details.problems as string[];
  }
  throw new Error("it was read");
}

describe("a scenario file", () => {
  it("is read with what it does not say", () => {
    expect(readScenarioText("a.yaml", sound)).toMatchObject({
      outsiders: "backfilling",
      sources: [],
      measures: [{ withhold: { reach: true, service: false, easing: [] } }],
    });
  });

  it("names each place that is wrong", () => {
    const text = `
name: Bad
outsider: neutral
measures:
  - withhold: {senders: [AA], target: [BB], technologies: [gas], from: 2024-02-30}
  - capacity: {of: {economy: AA, plant: p}, lost: [0.9, 0.1], from: 2024-01-01}
  - {foundry: {senders: [AA], targets: [BB], node: -1, from: 2024-01-01}, patents: {holders: [], jurisdictions: [US], from: 2024}}
`;
    const told = problems(text);
    expect(told).toContain("the file: nothing is called `outsider` here; did you mean `outsiders`?");
    expect(told).toContain("measure 1, withhold: nothing is called `target` here; did you mean `targets`?");
    expect(told).toContain("measure 1, withhold, from: is not a valid day (YYYY-MM-DD)");
    expect(told).toContain("measure 2, capacity, of: must name one economy, organisation or plant");
    expect(told).toContain("measure 2, capacity, lost: has its higher end first");
    expect(told.some((each) => each.startsWith("measure 3, foundry, node: "))).toBe(true);
    expect(told).toContain("measure 3, patents, from: is not a valid day (YYYY-MM-DD)");
  });

  it("cites addresses of the web only", () => {
    const source = (url: string) => `sources: [{title: A, publisher: B, year: 2024, url: "${url}"}]${sound}`;
    for (const url of ["javascript:alert(1)", "file:///etc/passwd", "ftp://example.org/a"])
      expect(problems(source(url))).toEqual(["source 1, url: is not a web address"]);
    expect(readScenarioText("a.yaml", source("https://example.org/a")).sources).toHaveLength(1);
  });

  it("needs what its kind of measure needs", () => {
    expect(problems("name: A\nmeasures: [{withhold: {technologies: [gas]}}]")).toEqual([
      "measure 1, withhold: needs `senders`",
      "measure 1, withhold: needs `targets`",
      "measure 1, withhold: needs `from`",
    ]);
    expect(problems("name: A\nmeasures: [{}]")).toEqual(["measure 1: must be one of withhold, foundry, refuse, capacity, patents"]);
    expect(problems("name: A\nmeasures: []")).toEqual(["measures: is empty"]);
  });

  it("says what is wrong in words of its own, whatever the check", () => {
    const measure =
      "{withhold: {senders: AA, targets: [BB], technologies: [], class: tariff, from: 2024-01-01, easing: [{date: 2025-01-01, left: 1.5}]}}";
    const text = `name: 3\nsources: [{title: T, publisher: P, year: 2020.5, url: here}]\nmeasures: [${measure}, {foundry: {senders: [AA], targets: [BB], node: 0, from: 2024-01-01}}, {capacity: {of: {economy: AA}, lost: [0, x], from: 2024-01-01}}, {capacity: {of: {economy: AA}, from: 2024-01-01}}]`;
    expect(problems(text)).toEqual([
      "name: is not text",
      "source 1, year: is not a whole number",
      "source 1, url: is not a web address",
      "measure 1, withhold, senders: is not a list",
      "measure 1, withhold, class: is not one of licence, presumption-of-denial, ban",
      "measure 1, withhold, easing 1, left: is more than 1",
      "measure 1, withhold, technologies: is empty",
      "measure 2, foundry, node: is not more than 0",
      "measure 3, capacity, lost 2: is not a number",
      "measure 4, capacity, lost: is missing",
    ]);
  });

  it.each([
    ["no YAML", "name: [", /^the file: /],
    ["a text", "hello", /^the file: /],
    ["references that multiply", `a: &a [${"x,".repeat(50)}]\n${"b".repeat(3)}: [${"*a,".repeat(150)}]`, /^the file: /],
    ["too much", `name: ${"x".repeat(1_100_000)}`, /^the file: it is larger than 1 MB/],
    ["nested too deep", `name: ${"[".repeat(40)}${"]".repeat(40)}`, /^the file: it is nested/],
    ["nested 30,000 deep", `{"name": ${"[".repeat(30_000)}${"]".repeat(30_000)}}`, /^the file: it is nested more than 32 deep/],
  ])("refuses %s", (_, text, told) => {
    expect(problems(text)[0]).toMatch(told);
  });

  it("has a schema for editors that tells its keys", () => {
    const schema = scenarioFileJsonSchema() as { properties: Record<string, unknown>; required: string[]; additionalProperties: boolean };
    expect(Object.keys(schema.properties).sort()).toEqual(Object.keys(scenarioFileSchema.shape).sort());
    expect(schema.required).toEqual(["name", "measures"]);
    expect(schema.additionalProperties).toBe(false);
    const { items } = schema.properties.measures as {
      items: { properties: Record<string, object>; minProperties: number; maxProperties: number };
    };
    expect([items.minProperties, items.maxProperties]).toEqual([1, 1]);
    const { withhold, capacity } = items.properties as Record<string, { anyOf?: object[]; properties: Record<string, object> }>;
    expect(withhold!.anyOf).toEqual([{ required: ["control"] }, { required: ["technologies", "senders", "targets", "from"] }]);
    expect(capacity!.properties.of).toMatchObject({ minProperties: 1, maxProperties: 1 });
  });

  it.each(yamlFiles("scenarios"))("%s of the bundled data keeps to it", (_, value) => {
    expect(scenarioFileSchema.safeParse(value).error?.issues ?? []).toEqual([]);
  });
});
