import { z } from "zod";

/** What a field holds, without what says that it may be left out. */
export function plainField(schema: z.ZodType): z.ZodType {
  const wraps =
    schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodReadonly || schema instanceof z.ZodNullable;
  return wraps ? plainField(schema.unwrap() as z.ZodType) : schema;
}

/** Whether a question cannot be asked without the field. */
export const isRequired = (schema: z.ZodType): boolean => !schema.safeParse(undefined).success;

/**
 * A word of an address or a command line as a field wants it: digits become a number, `10%` a fraction, `true` a truth value. What cannot be
 * read stays a word, so that the schema says what is wrong with it.
 */
export function readWord(field: z.ZodType, word: string): unknown {
  const plain = plainField(field);
  if (plain instanceof z.ZodNumber) {
    const [, digits, percent] = /^(-?\d+(?:\.\d+)?)(\s*%)?$/.exec(word) ?? [];
    return digits === undefined ? word : percent === undefined ? Number(digits) : Number(digits) / 100;
  }
  if (plain instanceof z.ZodBoolean) return ({ true: true, 1: true, false: false, 0: false } as Record<string, boolean>)[word] ?? word;
  return word;
}

/** What a field takes, in words: `a whole number from 1 to 60`. */
export function fieldWords(field: z.ZodType): string {
  const plain = plainField(field);
  if (plain instanceof z.ZodEnum) return `one of ${plain.options.join(", ")}`;
  if (plain instanceof z.ZodPipe && plain.out instanceof z.ZodLiteral) return `one of ${[...plain.out.values].join(", ")}`;
  if (plain instanceof z.ZodISODate) return "a date, YYYY-MM-DD";
  if (plain instanceof z.ZodArray) return "a list with commas between";
  if (!(plain instanceof z.ZodNumber)) return "a name";
  const { minValue, maxValue, format } = plain;
  if (format === "safeint") return `a whole number from ${minValue} to ${maxValue}`;
  return maxValue === 1 ? "a fraction such as 0.1 or 10%" : `a number above ${minValue} and up to ${maxValue}`;
}
