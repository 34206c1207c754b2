import { LevermapError } from "../base/errors.ts";

/** `null` where no list of parties is loaded, for answers that tell of other controls as well. */
export async function orNoLists<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof LevermapError && thrown.code === "LM_NO_LISTS") return null;
    throw thrown;
  }
}
