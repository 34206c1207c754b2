import { pick } from "../../base/collections.ts";
import { ruleState } from "../../screen/rules/state.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import type { OrganisationProfile } from "./profile-report.ts";

/** Fewest and most letters of a name that is looked for in titles: no title holds a longer one, which would make a pattern too large. */
const [leastLetters, mostLetters] = [3, 300];

/** Rules and orders known by a day whose title tells one of some names as a whole word, the newest first. */
export function ordersOn(timeline: RuleTimeline, names: readonly string[], day: string): OrganisationProfile["orders"] {
  const patterns = names
    .filter((name) => name.length >= leastLetters && name.length <= mostLetters)
    .map((name) => new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, "u"));
  return [...timeline.rules].reverse().flatMap((rule) => {
    if (!patterns.some((pattern) => pattern.test(rule.title))) return [];
    const state = ruleState(rule, timeline, day);
    if (state.state === "not known yet") return [];
    return [{ ...pick(rule, "id", "issuer", "title", "published", "source"), ...pick(state, "state", "since", "until", "suspendedBy") }];
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
