import { LevermapError } from "../base/errors.ts";
import { overlap } from "../leverage/game/banned-stops.ts";
import type { ReadModel } from "./read-model.ts";

/** Throws LM_USAGE where two of the parties are, in part, the same. */
export function requireApart(read: ReadModel, parties: readonly string[]): void {
  parties.forEach((one, i) => {
    for (const other of parties.slice(i + 1))
      if (overlap(read.model, one, other))
        throw new LevermapError("LM_USAGE", `${one} and ${other} are in part the same; name one of them.`, { parties: [one, other] });
  });
}
