import { LevermapError } from "../../base/errors.ts";
import { overlap } from "../../leverage/game/banned-stops.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireParty } from "../shared/require-place.ts";

/** Throws LM_USAGE where two of those who act, or one of them and the target, are in part the same. */
export function requireApart(read: ReadModel, parties: readonly string[], target: string): void {
  parties.forEach((one, i) => {
    if (overlap(read.model, one, target)) throw refused([target, one], "a party cannot withhold from itself; name another target");
    for (const other of parties.slice(i + 1))
      if (overlap(read.model, one, other))
        throw refused([one, other], "a split between a part and its whole has no meaning; name one of them");
  });
}

const refused = (parties: readonly [string, string], why: string): LevermapError =>
  new LevermapError("LM_USAGE", `${parties[0]} and ${parties[1]} are in part the same: ${why}.`, { parties });

/** The one party that is asked for as the target. Throws LM_ECONOMY_UNKNOWN, and LM_USAGE where a list is given. */
export function requireTarget(read: ReadModel, wanted: string): string {
  try {
    return requireParty(read, wanted);
  } catch (thrown) {
    if (!wanted.includes(",")) throw thrown;
    throw new LevermapError("LM_USAGE", `Leverage has one target at a time, not "${wanted}"; ask once for each.`, { on: wanted });
  }
}
