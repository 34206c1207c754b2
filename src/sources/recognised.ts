import { LevermapError } from "../base/errors.ts";

/**
 * Keeps the files that `accept` takes. A file of a folder that it does not take is passed over; one that was named itself, or
 * none at all, throws LM_LOAD_UNRECOGNISED.
 */
export async function recognised(
  found: readonly { readonly file: string; readonly named: boolean }[],
  paths: readonly string[],
  accept: (file: string) => Promise<boolean>,
  what: string,
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const { file, named } of found) {
    if (await accept(file)) kept.push(file);
    else if (named) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no ${what} in a known layout`, { file });
  }
  if (kept.length === 0) throw new LevermapError("LM_LOAD_UNRECOGNISED", `No ${what} among ${paths.join(", ")}`, { paths });
  return kept;
}
