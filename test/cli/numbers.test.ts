import { expect, it } from "vitest";
import { planFileSchema } from "../../src/answers/plan/plan-file.ts";
import { positiveNumber } from "../../src/cli/numbers.ts";

it("takes the seconds that a file of a plan takes, and no others", () => {
  const read = positiveNumber("--seconds", 86_400);
  const { seconds } = planFileSchema.shape;
  for (const text of ["0.001", "1.5", "30", "86400"]) {
    expect(read(text)).toBe(Number(text));
    expect(seconds.parse(Number(text))).toBe(Number(text));
  }
  for (const text of ["0", "86400.1", "-1"]) {
    expect(() => read(text)).toThrow("--seconds is a number above 0 and up to 86400");
    expect(seconds.safeParse(Number(text)).success).toBe(false);
  }
  for (const text of ["1e3", "", "x"]) expect(() => read(text)).toThrow(`not "${text}"`);
});
