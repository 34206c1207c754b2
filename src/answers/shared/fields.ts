import { z } from "zod";

/** A name, id or number in a question. */
export const name = z.string().trim().min(1).max(100);

/** Several of them. */
export const names = z.array(name).max(50).readonly();

/** How many lines of a list to give. */
export const top = z.number().int().min(1).max(10_000);

/** Of the random numbers; greater seeds are not 32-bit numbers. */
export const seed = z
  .number()
  .int()
  .min(0)
  .max(2 ** 31 - 1)
  .optional()
  .describe("seed of the random numbers; the same seed gives the same answer (default: 1)");

/** How many samples of the inputs are drawn. */
export const draws = (least: number, most: number) => z.number().int().min(least).max(most);

/** A part of one; on the command line also `10%`. */
export const fraction = z.number().min(0).max(1);

/** `YYYY-MM-DD`. */
export const day = z.iso.date();

export const home = name.optional().describe("an economy (ISO 3166 alpha-2 such as CN) or a group such as EU (default: the whole world)");

/** The date of a row of a list that counts where it has both. */
export const by = z
  .enum(["effective", "publication"])
  .optional()
  .describe("the date of a row that counts where it has both (default: effective)");

const text = z.string().max(1 << 20);

/** A ready one by its id, or the text of a file of one's own and where it stands. On the command line one argument, an id or a path. */
export const fileFields = (noun: string) => ({
  id: name.optional().describe(`a ready ${noun} by its id`),
  text: text.optional().describe(`the text of a ${noun} file, instead of an id`),
  place: z.string().optional().describe("where the text stands, for messages"),
});

/** The same within a question that takes two. */
export const fileRef = (noun: string) =>
  z
    .union([name.transform((id) => ({ id })), z.strictObject({ id: name }), z.strictObject({ text, place: z.string().optional() })])
    .describe(`a ready ${noun} by its id, or a file of your own`);

export type FileRef = { readonly id: string } | { readonly text: string; readonly place?: string | undefined };
