import { parseNumber } from "../../format/cells.ts";
import { fail } from "../../format/records.ts";

/** A share as an interval of fractions and why it is one; both ends `null` where it is unknown. */
export interface EtoShare {
  readonly low: number | null;
  readonly high: number | null;
  readonly flag: "blank" | "negligible" | "rounded" | null;
}

/** What the data set calls negligible: up to 2 % (its technical notes). */
const negligible = 0.02;
/** Shares up to 1 % are rounded by the publisher, so that only [0, 1 %] is known of them. */
const rounded = 0.01;

/**
 * The share of a provision: `share` is in per cent, with or without the sign; `mark` is the column of the older edition that says
 * `negligible`. Throws BadRow for what is no share between 0 and 100.
 */
export function etoShare(share: string, mark: string): EtoShare {
  const text = share.endsWith("%") ? share.slice(0, -1).trim() : share;
  if (text === "") {
    if (mark === "") return { low: null, high: null, flag: "blank" };
    return mark.toLowerCase() === "negligible"
      ? { low: 0, high: negligible, flag: "negligible" }
      : fail("negligible_market_share is not understood");
  }
  const fraction = Number((parseNumber(text, "share_provided") / 100).toPrecision(12));
  if (fraction < 0 || fraction > 1) fail("share_provided is not between 0 and 100");
  return fraction <= rounded ? { low: 0, high: rounded, flag: "rounded" } : { low: fraction, high: fraction, flag: null };
}
