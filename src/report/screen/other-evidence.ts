import type { ScreenHit } from "../../answers/screen/screen-report.ts";
import { number } from "../../base/format.ts";
import { say } from "../../base/message.ts";

/** `against: born 1961, listed 1958-02-03 (log odds -2.00)`. */
export const evidenceWords = (others: ScreenHit["others"]): string =>
  others
    .map(
      ({ field, asked, listed, says, effect }) =>
        `${says}: ${field} ${asked}${listed === null ? "" : say("other-evidence.listed", { listed })}${effect === 0 ? "" : say("other-evidence.log-odds", { effect: number(effect) })}`,
    )
    .join("; ");
