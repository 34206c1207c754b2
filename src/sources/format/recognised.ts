import { LevermapError } from "../../base/errors.ts";

/**
 * Keeps the files that `accept` takes, and those that it cannot read: their loads say so, and cost the others nothing. A file of a folder that it does not take is passed over; one that was named itself, or
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
    if (await acceptedOrUnreadable(file, accept)) kept.push(file);
    else if (named) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is no ${what} in a known layout`, { file });
  }
  if (kept.length === 0) throw new LevermapError("LM_LOAD_UNRECOGNISED", `No ${what} among ${paths.join(", ")}`, { paths });
  return kept;
}

async function acceptedOrUnreadable(file: string, accept: (file: string) => Promise<boolean>): Promise<boolean> {
  try {
    return await accept(file);
  } catch (thrown) {
    if (thrown instanceof LevermapError && thrown.code === "LM_FILE_UNREADABLE") return true;
    throw thrown;
  }
}
