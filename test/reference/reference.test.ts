import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Question } from "../../src/answers/shared/question.ts";
import { questions } from "../../src/ask/questions.ts";
import { referencePages } from "./reference-pages.ts";

const folder = fileURLToPath(new URL("../../docs/reference/", import.meta.url));

it("the reference in docs/reference is that of the declarations", () => {
  const pages = referencePages();
  if (process.env.LEVERMAP_GOLDEN === "write") {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of pages) writeFileSync(`${folder}${name}`, text);
  }
  expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  for (const [name, text] of pages) expect(readFileSync(`${folder}${name}`, "utf8"), name).toBe(text);
});

it("every example of a declaration is a question it takes, and every field says what it means", () => {
  for (const { name, input, examples } of Object.values(questions) as Question[]) {
    for (const example of examples) expect(input.safeParse(example).error, name).toBeUndefined();
    for (const [field, schema] of Object.entries(input.shape))
      if (name !== "screen" || field !== "queries") expect(schema.description, `${name}.${field}`).toBeTruthy();
  }
});
