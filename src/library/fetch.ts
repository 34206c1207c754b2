import { type Effects, quietEffects } from "../base/effects.ts";
import { LevermapError } from "../base/errors.ts";
import { nearName } from "../link/near-name.ts";
import { type Fetched, type FetchOptions, fetchSource, readAddresses } from "../sources/fetch/fetch.ts";
import { type FetchedChips, fetchChips } from "../sources/fetch/fetch-chips.ts";
import { chosenClasses } from "./chosen-classes.ts";

/**
 * Downloads the files of a source from its publisher into a folder; the only function that uses the network. A download that was
 * stopped goes on where it was. Throws LM_SOURCE_UNKNOWN, LM_FETCH_NO_ADDRESS, LM_FETCH_FAILED, LM_FETCH_CHECKSUM.
 *
 * @example
 * const { files } = await fetchNamed("eto", { dir: "downloads/eto" });
 */
export async function fetchNamed(name: string, options: FetchOptions, effects: Effects = quietEffects): Promise<Fetched> {
  const names = [...(await readAddresses()).keys()];
  const near = names.includes(name) ? null : nearName(name, names);
  if (near !== null)
    throw new LevermapError("LM_SOURCE_UNKNOWN", `There is no source "${name}". Did you mean ${near}?`, { source: name, sources: names });
  return fetchSource(name, options, effects);
}

export interface ChipsOptions extends FetchOptions {
  /** CPC classes (`H10`, `H01L`, `C23C16`); default those of chips and all that rules of the atlas name. */
  readonly classes?: readonly string[] | undefined;
  /** Keeps the published tables beside the cut ones. */
  readonly keep?: boolean;
}

/**
 * Downloads the tables of US patents and cuts them to chips, for `load patentsview`. What was stopped goes on where it was. Throws LM_FETCH_FAILED,
 * LM_FETCH_CHECKSUM, LM_DISK_SPACE, LM_FILE_UNREADABLE, LM_USAGE.
 *
 * @example
 * const { folder, documents } = await fetchChipCorpus({ dir: "downloads/chips" });
 */
export async function fetchChipCorpus({ classes, ...options }: ChipsOptions, effects: Effects = quietEffects): Promise<FetchedChips> {
  return fetchChips({ ...options, classes: await chosenClasses(classes) }, effects);
}

/** What `fetch` can download. */
export async function fetchableNames(): Promise<readonly string[]> {
  return ["chips", ...[...(await readAddresses())].flatMap(([name, { files }]) => (files.length > 0 ? [name] : []))];
}
