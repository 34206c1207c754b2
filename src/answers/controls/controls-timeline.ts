import { LevermapError } from "../../base/errors.ts";
import { nearName } from "../../link/near-name.ts";
import { type ControlData, controlEvidence } from "../screen/control-data.ts";
import { requireEconomy, requireOrder } from "../shared/require-place.ts";
import type { TimelineQuestion } from "./control-questions.ts";
import type { RuleLine, Timeline } from "./controls-report.ts";
import { ruleLine, rulesLimits } from "./rule-line.ts";

/** The kinds of rules that the atlas and titles of documents tell. */
const kinds = [
  "item",
  "listed-party",
  "end-use",
  "direct-product",
  "tariff",
  "suspension",
  "licence-policy",
  "investment",
  "procurement",
  "requisition",
  "court",
];

function requireKind(kind: string | undefined): void {
  if (kind === undefined || kinds.includes(kind)) return;
  const near = nearName(kind, kinds);
  const hint = near === null ? `Kinds are ${kinds.join(", ")}.` : `Did you mean ${near}?`;
  throw new LevermapError("LM_USAGE", `There is no kind of rule "${kind}". ${hint}`, { kind, kinds });
}

/** Rules and notices known by the day asked for, in the order of their days, each as it stands on it. Throws LM_USAGE and LM_ECONOMY_UNKNOWN for what cannot be. */
export async function answerTimeline(data: ControlData, question: TimelineQuestion, day: string): Promise<Timeline> {
  const { kind, from, to, all = false } = question;
  requireOrder(from, to);
  requireKind(kind);
  const issuer = requireEconomy(question.issuer) ?? undefined;
  const timeline = await data.timeline();
  const wanted = (line: RuleLine): boolean =>
    (all || line.kind !== null) &&
    (issuer === undefined || line.issuer === issuer) &&
    (kind === undefined || (line.kind?.split(";").includes(kind) ?? false)) &&
    (from === undefined || (line.since !== null && line.since >= from)) &&
    (to === undefined || (line.since !== null && line.since <= to));
  const asked = timeline.rules.map((rule) => ruleLine(rule, timeline, day)).filter(wanted);
  const lines = asked.filter(({ state }) => state !== "not known yet");
  return {
    asOf: day,
    from: from ?? null,
    to: to ?? null,
    rules: lines,
    publishedLater: asked.length - lines.length,
    dataEnd: timeline.end,
    evidence: await controlEvidence(data, {
      tables: ["control_rule"],
      rules: ["method:a-rule-on-a-day"],
      sources: lines.map(({ source }) => source),
      limits: rulesLimits(timeline, day),
    }),
  };
}
