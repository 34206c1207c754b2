import type { ControlData } from "./control-data.ts";
import { controlEvidence } from "./control-evidence.ts";
import type { RuleLine, Timeline } from "./controls-report.ts";
import { ruleLine, rulesLimits } from "./rule-line.ts";

/** Which rules: of an issuer (ISO alpha-2), of a kind, of days from and to, those of the atlas only, or all. */
export interface TimelineQuestion {
  readonly issuer?: string | undefined;
  readonly kind?: string | undefined;
  /** `YYYY-MM-DD`, of effect where known, else of publication. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Also documents that no title tells to be of a kind of control. */
  readonly all?: boolean | undefined;
}

/** Rules and notices in the order of their days, each as it stands on the day asked for. */
export async function answerTimeline(data: ControlData, question: TimelineQuestion, day: string): Promise<Timeline> {
  const { issuer, kind, from, to, all = false } = question;
  const timeline = await data.timeline();
  const wanted = (line: RuleLine): boolean =>
    (all || line.kind !== null) &&
    (issuer === undefined || line.issuer === issuer.toUpperCase()) &&
    (kind === undefined || (line.kind?.split(";").includes(kind) ?? false)) &&
    (from === undefined || (line.since !== null && line.since >= from)) &&
    (to === undefined || (line.since !== null && line.since <= to));
  const lines = timeline.rules.map((rule) => ruleLine(rule, timeline, day)).filter(wanted);
  return {
    asOf: day,
    from: from ?? null,
    to: to ?? null,
    rules: lines,
    dataEnd: timeline.end,
    evidence: await controlEvidence(data, {
      tables: ["control_rule"],
      rules: ["method:a-rule-on-a-day"],
      sources: lines.map(({ source }) => source),
      limits: rulesLimits(timeline, day),
    }),
  };
}
