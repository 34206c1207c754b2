import { basename, dirname } from "node:path";
import { LevermapError } from "../../../base/errors.ts";
import { readHeader } from "../../format/csv-rows.ts";
import { listFiles } from "../../format/list-files.ts";

/** The files of the data set, in reading order, with the columns each must have. Both editions have them. */
export const etoLayouts = {
  inputs: ["input_id", "input_name", "type", "stage_id", "market_share_chart_global_market_size_info"],
  providers: ["provider_id", "provider_name", "provider_type", "country"],
  stages: ["stage_id", "stage_name", "description"],
  provision: ["provider_id", "provided_id", "share_provided"],
  sequence: ["input_id", "goes_into_id", "is_type_of_id"],
} as const;

export type EtoFile = keyof typeof etoLayouts;

const order = Object.keys(etoLayouts) as readonly EtoFile[];
const needed: readonly EtoFile[] = ["inputs", "providers", "provision"];

/** Which file of the data set this is, by its header. */
export async function etoFileKind(file: string): Promise<EtoFile | null> {
  const header = new Set(await readHeader(file));
  return order.find((kind) => etoLayouts[kind].every((column) => header.has(column))) ?? null;
}

/** The files of one edition among `paths`. Throws LM_LOAD_UNRECOGNISED if one is missing, or if two editions are mixed. */
export async function etoFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found = new Map<EtoFile, string>();
  for (const { file, named } of await listFiles(paths)) {
    const kind = await etoFileKind(file);
    const other = kind && found.get(kind);
    if (other)
      throw new LevermapError("LM_LOAD_UNRECOGNISED", `${other} and ${file} are of two editions; load one at a time`, {
        files: [other, file],
      });
    if (kind) found.set(kind, file);
    else if (named) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no file of the ETO supply chain data set`, { file });
  }
  const missing = needed.filter((kind) => !found.has(kind));
  if (missing.length > 0) {
    throw new LevermapError("LM_LOAD_UNRECOGNISED", `No ETO ${missing.join(", ")} among ${paths.join(", ")}`, { paths, missing });
  }
  return order.flatMap((kind) => found.get(kind) ?? []);
}

/** The edition that a folder named `eto-YYYY-MM` tells; `null` if none does. */
export function etoFolderEdition(files: readonly string[]): string | null {
  for (const file of files) {
    const match = /^eto-((?:19|20)\d\d-(?:0[1-9]|1[0-2]))$/.exec(basename(dirname(file)));
    if (match?.[1]) return match[1];
  }
  return null;
}
