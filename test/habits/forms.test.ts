import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../../", import.meta.url));
const folder = `${root}.github/ISSUE_TEMPLATE`;
const forms = readdirSync(folder).filter((name) => name !== "config.yml");

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly value?: string; readonly options?: readonly string[] };
}

it.each(forms)("%s is a form that GitHub can show", (name) => {
  const form = parse(readFileSync(`${folder}/${name}`, "utf8"));
  expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String), labels: [expect.any(String)] });
  const fields: readonly Field[] = form.body;
  const asked = fields.filter(({ type }) => type !== "markdown");
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
  for (const { type, id, attributes } of asked) {
    expect(["input", "textarea", "dropdown"]).toContain(type);
    expect(id).toMatch(/^[a-z-]+$/);
    expect(attributes.label).toMatch(/./);
    if (type === "dropdown") expect(attributes.options?.length).toBeGreaterThan(1);
  }
});

it("asks for source and date where a fact is wrong", () => {
  const { body } = parse(readFileSync(`${folder}/fact.yml`, "utf8"));
  const required = (body as { id?: string; validations?: { required: boolean } }[]).filter((field) => field.validations?.required);
  expect(required.map(({ id }) => id)).toEqual(expect.arrayContaining(["source", "date"]));
});

it("runs the same checks in CI as npm test, and nothing beside", () => {
  const { jobs } = parse(readFileSync(`${root}.github/workflows/ci.yml`, "utf8"));
  const runs = jobs.test.steps.flatMap(({ run }: { run?: string }) => (run === undefined ? [] : [run]));
  expect(runs).toEqual([".ci/run"]);
  expect(readFileSync(`${root}.ci/run`, "utf8")).toContain("npm test");
});
