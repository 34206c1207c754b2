import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { z } from "zod";
import { checkedYaml } from "../answers/shared/schema-fault.ts";
import { LevermapError } from "../base/errors.ts";

/** File of settings in the folder of a workspace. */
export const settingsName = "settings.yaml";

/** The name to keep a file under: never taken from a server. */
const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/, "is not a plain file name");

/** Where one file of a list is had from: an address, or a path that somebody else keeps up to date. `mapping`: of a table of one's own. */
const place = z.union([
  z.strictObject({ url: z.url({ protocol: /^https?$/ }), file: fileName, mapping: z.string().min(1).optional() }),
  z.strictObject({ path: z.string().min(1), mapping: z.string().min(1).optional() }),
]);

export type ListPlace = z.output<typeof place>;

/** A time that something is kept for, such as `90 days`. */
const period = z
  .string()
  .regex(/^[1-9]\d{0,3} (?:day|month|year)s?$/, "is not such as 90 days, 6 months or 7 years")
  .transform((text): Period => {
    const [number, unit = ""] = text.split(" ");
    return { count: Number(number), unit: unit.replace(/s$/, "") as Period["unit"] };
  });

export interface Period {
  readonly count: number;
  readonly unit: "day" | "month" | "year";
}

const settingsSchema = z.strictObject({
  /** How long what is kept: absent, for good. */
  keep: z
    .strictObject({
      "closed-customers": period.optional(),
      decisions: period.optional(),
      backups: period.optional(),
      answers: period.optional(),
      audit: period.optional(),
    })
    .default({}),
  /** By source, such as `csl`: where its lists are had from, in place of what is known of it. */
  lists: z.record(z.string(), z.array(place).min(1)).default({}),
});

/** What whoever runs a workspace has said of it. */
export type Settings = z.output<typeof settingsSchema>;

/** Reads the settings of a workspace; without the file nothing is set. Paths are taken from the folder of the workspace. Throws LM_SETTINGS_INVALID. */
export async function readSettings(dir: string): Promise<Settings> {
  const path = join(dir, settingsName);
  const text = await readFile(path, "utf8").catch((thrown: NodeJS.ErrnoException) => {
    if (thrown.code === "ENOENT") return "{}";
    throw invalid(path, thrown.message);
  });
  const data = checkedYaml(text, settingsSchema, (...problems) => invalid(path, ...problems));
  return { ...data, lists: Object.fromEntries(Object.entries(data.lists).map(([name, places]) => [name, places.map(from(path))])) };
}

const from =
  (file: string) =>
  (given: ListPlace): ListPlace => {
    const at = (path: string): string => resolve(dirname(resolve(file)), path);
    const mapped = given.mapping === undefined || !/[\\/.]/.test(given.mapping) ? {} : { mapping: at(given.mapping) };
    return "path" in given ? { ...given, path: at(given.path), ...mapped } : { ...given, ...mapped };
  };

const invalid = (path: string, ...problems: readonly string[]): LevermapError =>
  new LevermapError("LM_SETTINGS_INVALID", `The settings of ${path} are not valid: ${problems.join("; ")}.`, { path, problems });
