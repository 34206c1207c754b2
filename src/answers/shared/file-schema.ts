import { z } from "zod";
import { dayOf } from "../../base/days.ts";

/** What fields of files of one's own may be: scenarios and plans. */

/** Entries of a list. */
export const mostEntries = 200;

export const fileText = z.string().min(1).max(4000);

export const fileName = z.string().trim().min(1).max(300);

export const fileNames = z.array(fileName).min(1).max(mostEntries);

export const filePart = z.number().min(0).max(1);

const noDay = "is not a valid day (YYYY-MM-DD)";
export const fileDay = z.string(noDay).refine((value) => dayOf(value) !== null, noDay);

/** A document that a fact of the file is from. `url`: what addresses may be. */
export const fileSource = (url: z.ZodURL) =>
  z.strictObject({ title: fileText, publisher: fileText, year: z.number().int().min(1900).max(2100), url: url.max(2000) });
