import type { RuleLine, Timeline } from "../../answers/controls/controls-report.ts";
import { count } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { spaced } from "../../base/words.ts";
import { economyByCode, linkedCell } from "../cell.ts";
import { flexible, sparseTable, wide, wideFlexible } from "../table-of.ts";
import type { View } from "../view.ts";
import { ruleStateWords } from "./standing.ts";

/** Rules by their days, the latest first. */
export function timelineView({ asOf, rules, publishedLater, dataEnd, evidence }: Timeline): View {
  const inForce = rules.filter(({ state }) => state === "in force").length;
  const end = dataEnd === null ? "" : say("timeline.the-timeline-is-known", { dataEnd });
  const later = publishedLater === 0 ? "" : say("timeline.more-were-published-after", { publishedLater: count(publishedLater) });
  return {
    finding: `${say("timeline.rules-and-notices-in", { notices: rules.length, inForce: count(inForce), asOf })}${later}${end}`,
    limit: "The timeline has gaps: a rule that is missing here may be in force.",
    blocks: [
      sparseTable("Timeline, latest first", [...rules].reverse(), [
        ["from", ({ since }) => since ?? "unknown"],
        ["day of", ({ basis }) => (basis === "effective" ? "effect" : basis), wide],
        ["issuer", ({ issuer }) => economyByCode(issuer)],
        ["title", ({ id, title }) => linkedCell(title, { to: "control", id }), flexible],
        ["state", ruleStateWords, flexible],
        ["rule", ({ id }) => id, wide],
        ["citation", ({ citation }) => citation, wideFlexible],
        ["kind", ruleKind, wideFlexible],
      ]),
    ],
    details: [],
    evidence,
  };
}

export const ruleKind = ({ kind }: Pick<RuleLine, "kind">): string => spaced(kind?.replaceAll(";", ", ") ?? "");
