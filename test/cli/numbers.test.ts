import { expect, it } from "vitest";
import { planFileSchema } from "../../src/answers/plan/plan-file.ts";
import { questions } from "../../src/ask/questions.ts";
import { fieldsOf, readField } from "../../src/cli/field-option.ts";

it("takes the seconds that a file of a plan takes, and no others", () => {
  const field = fieldsOf(questions.plan, questions.plan.command!).find(({ name }) => name === "seconds")!;
  const read = (text: string): unknown => readField(field, text, "--seconds");
  const { seconds } = planFileSchema.shape;
  for (const text of ["0.001", "1.5", "30", "86400"]) {
    expect(read(text)).toBe(Number(text));
    expect(seconds.parse(Number(text))).toBe(Number(text));
  }
  for (const text of ["0", "86400.1", "-1"]) {
    expect(() => read(text)).toThrow(`not "${text}"`);
    expect(seconds.safeParse(Number(text)).success).toBe(false);
  }
  expect(() => read("x")).toThrow('not "x"');
  expect(() => read("")).toThrow("--seconds is empty.");
});
