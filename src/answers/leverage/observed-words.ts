import { present } from "../../base/collections.ts";
import { say } from "../../base/message.ts";
import type { Observed } from "./observed-report.ts";

/** Documents of what was observed. */
export const observedSources = (observed: Observed | null): readonly (string | null)[] =>
  observed === null ? [] : [...observed.sales, ...observed.outcomes].map(({ source }) => source);

/** What figures observed beside the model do not tell. */
export function observedLimits(observed: Observed | null): readonly string[] {
  if (observed === null) return [];
  const { sales, outcomes, unlinked } = observed;
  return present(
    sales.length > 0 &&
      "Sales observed stand beside those lost in the model and are in none of its numbers. A customs code holds more, or less, than what is withheld, counts where goods are sent from, and is of a time in which acts were in force; a firm's part is of all that it sold.",
    sales.length === 0 && "No sale of what is withheld by a sender to the target is on record, so lost sales are the model's alone.",
    outcomes.length + unlinked > 0 &&
      `${say("observed-words.what-was-observed-after")}${unlinked > 0 ? say("observed-words.left-out-since-no", { figures: unlinked }) : ""}`,
  );
}
