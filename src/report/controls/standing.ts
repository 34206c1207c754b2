import type { RuleLine } from "../../answers/controls/controls-report.ts";
import type { ScreenHit } from "../../answers/screen/screen-report.ts";
import { say } from "../../base/message.ts";

type Standing = ScreenHit["standing"];

const dayOf = { effective: "day of effect", publication: "day of publication", edition: "day of the edition" } as const;

/** The day that counts where a row has both: `day of effect`. */
export const countedDay = (by: "effective" | "publication"): string => dayOf[by];

/** `listed since 2020-12-18 (day of effect, rule 2020-28031)`. */
export function standingWords({ status, basis, since, until, effectiveBy, datedBy }: Standing): string {
  const day = since === null ? "" : ` ${status.startsWith("listed") ? "since" : "from"} ${since}`;
  const by =
    basis === null
      ? ""
      : ` (${dayOf[basis]}${effectiveBy === null ? "" : say("standing.rule", { effectiveBy })}${datedBy === null ? "" : say("standing.dated-by", { datedBy })})`;
  return `${status}${day}${by}${until === null ? "" : say("standing.until", { until })}`;
}

/** `2020-12-18 (day of effect)`, for a column. */
export const sinceWords = ({ since, basis }: Standing): string =>
  since === null ? "unknown" : basis === null ? since : `${since} (${dayOf[basis]})`;

/** `suspended through 2026-11-09 by 2025-19846`, `suspension ended unless extended (by 2025-19846, last day 2026-11-09)`, `ended (last day 2020-01-31)`. */
export function ruleStateWords(rule: RuleLine): string {
  if (rule.state === "not known yet")
    return say("standing.published-on-after-that", { state: rule.state, published: rule.published ?? rule.known });
  const begins = rule.state === "not yet in force" && rule.since !== null ? say("standing.begins-on", { since: rule.since }) : "";
  return `${stateWords(rule)}${begins}${rule.disputed.map(({ column, values }) => say("standing.disputed", { column, values: values.join(" or ") })).join("")}`;
}

/** The same without days that are in dispute. */
export function stateWords({ state, until, suspendedBy }: Pick<RuleLine, "state" | "until" | "suspendedBy">): string {
  const by = suspendedBy === null ? "" : say("standing.by", { suspendedBy });
  const isOver = state === "ended" || state === "suspension ended unless extended";
  const over = [by, until === null ? "" : say("standing.last-day", { until })].filter((part) => part !== "").join(", ");
  const going = [until === null ? "" : say("standing.through", { until }), by].filter((part) => part !== "").join(" ");
  const more = isOver ? (over === "" ? "" : ` (${over})`) : going === "" ? "" : ` ${going}`;
  return `${state}${more}`;
}
