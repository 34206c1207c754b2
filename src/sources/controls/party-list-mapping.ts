import { z } from "zod";
import { cell, from, ofTable, readMappingFile, separated } from "../format/mapping-file.ts";

const order = z.enum(["ymd", "dmy", "mdy"]).default("ymd");
const day = z.union([z.string().min(1), z.strictObject({ ...separated, order }), z.strictObject({ constant: z.iso.date() })]);
const language = z
  .string()
  .regex(/^[a-z]{2}(-[A-Z][a-z]{3})?$/)
  .optional();

const mapping = z.strictObject({
  ...ofTable,
  issuer: z.string().regex(/^[A-Z]{2}$/),
  /** The id of the list, or where it stands; a record of no list is left out. */
  list: cell,
  /** Name of the reading, so that it can be told from others of the same list. */
  origin: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  edition: z
    .union([
      /** The file is the list as it was on a day, which stands before its records under this name; unknown if it is left out. */
      z.strictObject({ snapshot: z.string().optional() }),
      /** The same, and the day stands in a column of each record. */
      z.strictObject({ checked: z.string() }),
      /** The file holds several editions: the column with their day, and which of them replace what was there. The others add to it. */
      z.strictObject({ column: z.string(), full: z.array(z.iso.date()), order }),
    ])
    .default({}),
  native: cell.optional(),
  kind: cell.optional(),
  /** Several: the first that is not empty. */
  name: z.union([cell, z.array(cell).min(1)]),
  language,
  names: z.array(z.strictObject({ ...separated, kind: z.enum(["alias", "weak-alias", "former", "script"]), language })).default([]),
  economy: cell.optional(),
  places: z.array(from).default([]),
  published: day.optional(),
  effective: day.optional(),
  /** With a separator, a party has ended only where every part tells a day, and on the last of them. */
  ended: day.optional(),
  citation: cell.optional(),
  requirement: cell.optional(),
  policy: cell.optional(),
  programme: cell.optional(),
  remark: cell.optional(),
  url: cell.optional(),
  links: z.array(z.strictObject({ ...separated, relation: z.enum(["parent", "part-of", "owner"]) })).default([]),
});

/** How the columns of a table become listed parties; docs/data.md describes each part. */
export type PartyMapping = z.infer<typeof mapping>;
export type DayCell = z.infer<typeof day>;

/** Reads a mapping file. Throws LM_FILE_NOT_FOUND, or LM_USAGE that names each part that is wrong. */
export const readPartyMapping = (file: string): Promise<PartyMapping> => readMappingFile(file, mapping, "a list of parties");
