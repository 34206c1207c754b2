import type { ScreenHit } from "../../answers/screen/screen-report.ts";

type Standing = ScreenHit["standing"];

const dayOf = { effective: "day of effect", publication: "day of publication", edition: "day of the edition" } as const;

/** `listed since 2020-12-18 (day of effect, rule 2020-28031)`. */
export function standingWords({ status, basis, since, until, effectiveBy, datedBy }: Standing): string {
  const day = since === null ? "" : ` ${status.startsWith("listed") ? "since" : "from"} ${since}`;
  const by =
    basis === null
      ? ""
      : ` (${dayOf[basis]}${effectiveBy === null ? "" : `, rule ${effectiveBy}`}${datedBy === null ? "" : `, told by ${datedBy}`})`;
  return `${status}${day}${by}${until === null ? "" : ` until ${until}`}`;
}

/** `2020-12-18 (day of effect)`, for a column. */
export const sinceWords = ({ since, basis }: Standing): string =>
  since === null ? "unknown" : basis === null ? since : `${since} (${dayOf[basis]})`;
