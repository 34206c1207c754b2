import { joinedEvidence } from "../../answers/shared/evidence-of.ts";
import { count, number, numberInterval, percent, percentInterval, percentRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import { facts, list, table } from "../../report/blocks.ts";
import type { Block, FactsBlock, View } from "../../report/view.ts";
import { type BacktestReport, referenceNames, type ShockEvent } from "../answers/events/backtest-report.ts";
import type { EventFileSummary } from "../answers/events/event-file.ts";
import type { CaseScores } from "../answers/events/exclusion-cases-report.ts";
import { references } from "../measure/events/act-totals.ts";
import { eventSection } from "./backtest-event.ts";

/** How each event was predicted, and all together; then every row, misses and what is not scored in plain words. */
export function backtestView(report: BacktestReport): View {
  const { events, patentCases, warnings, evidence } = report;
  const lists: readonly Block[] = warnings.length > 0 ? [list("Unknown fields, not read", warnings)] : [];
  return {
    finding: report.finding,
    limit: "There are few events, so a skill over so few rows says little about the next one.",
    blocks: [totalsTable(report), eventsTable("Shocks that happened, worst predicted first", worstFirst(events), shownEvents)],
    details: [runFacts(report), howToRead, ...events.map(eventSection), ...patentCaseBlocks(patentCases), ...lists],
    more: "each event, misses, patent cases",
    evidence: joinedEvidence([evidence, ...(patentCases.cases > 0 ? [patentCases.evidence] : [])]),
  };
}

const groups = ["outages", "measures", "all"] as const;

/** Totals apart and together: hits, widths, and the skill against each reference with its interval. */
function totalsTable({ totals }: BacktestReport): Block {
  const row = (name: string, cell: (of: BacktestReport["totals"]["all"]) => string) => [
    name,
    ...groups.map((group) => cell(totals[group])),
  ];
  return table(
    "Totals, and skill against reference forecasts (1 perfect, 0 no better; 80% over acts)",
    ["", "outages", "measures of states", "all"],
    [
      row("80% hits", ({ hits, scored, acts }) => say("backtest.of-acts", { hits: String(hits), scored: String(scored), acts })),
      row("mean width of the 80%", ({ meanWidth }) => (meanWidth === null ? "" : percent(meanWidth))),
      ...references.map((each) =>
        row(say("backtest.skill", { referenceNames: referenceNames[each] }), ({ skill }) => estimate(skill[each])),
      ),
    ],
  );
}

const estimate = (skill: ShockEvent["totals"]["skill"]["noLoss"]): string =>
  skill === null ? "" : say("backtest.to", { value: hundredths(skill.value), low: hundredths(skill.low), high: hundredths(skill.high) });

/** Without the sign of a negative zero. */
const hundredths = (value: number): string => (Math.round(value * 100) / 100 + 0).toFixed(2);

/** A line an event. */
const eventsTable = (title: string, events: readonly ShockEvent[], most = events.length): Block =>
  table(
    title,
    ["event", "date", "what~", "80% hits", "width>", "CRPS>"],
    events.map(({ id, date, what, totals: { hits, scored, meanWidth, meanCrps } }) => [
      id,
      date,
      what,
      say("backtest.of", { hits: String(hits), scored: String(scored) }),
      meanWidth === null ? "" : percent(meanWidth),
      meanCrps === null ? "" : meanCrps.toFixed(2),
    ]),
    { most },
  );

const shownEvents = 3;

const worstFirst = (events: readonly ShockEvent[]): readonly ShockEvent[] =>
  [...events].sort((a, b) => (b.totals.meanCrps ?? 0) - (a.totals.meanCrps ?? 0));

const runFacts = ({ draws, seed }: BacktestReport): FactsBlock =>
  facts(null, [["Draws", say("backtest.seed", { draws: count(draws), seed: String(seed) })]]);

const howToRead: FactsBlock = facts("How to read the tables", [
  ["measured, predicted", "in the unit of the row"],
  ["lost", "the part gone of what was before; a rise counts as 0; for months, the part of five years"],
  ["off", "median prediction minus measurement, in points"],
  ["CRPS", "distance of the whole prediction from the measurement, 0 perfect"],
  ["reference forecasts", "the part that was stopped: as if it stayed lost; other acts: what was lost in them, outages and measures apart"],
  ["80%", "a hit if the measurement lies in the middle 80% of the draws"],
]);

/** What files of events hold, before they are run. */
export function eventFilesView({ files }: { readonly files: readonly EventFileSummary[] }): View {
  const notRead = files.flatMap(({ file, notRead: places }) => places.map((place) => say("backtest.is-not-read", { file, place })));
  const events = files.reduce((sum, file) => sum + file.events.length, 0);
  return {
    finding: say("backtest.events-in-files-can", { events, files: files.length }),
    blocks: [
      table(
        "Events",
        ["file", "event", "what~", "to predict>", "inputs>", "outside the model>"],
        files.flatMap(({ file, events: own }) =>
          own.map(({ id, what, inputs, outputs, outside }) => [file, id, what, `${outputs}`, `${inputs}`, `${outside}`]),
        ),
      ),
      ...(notRead.length > 0 ? [list("Unknown fields", notRead)] : []),
    ],
    details: [],
  };
}

/** How cases about patents ended, and how well rates known when they were filed foretold it: scores, reliability by fifths, misses. */
export function patentCaseBlocks({ finding, cases, forums, terms, wins, leftOut }: CaseScores): readonly Block[] {
  const left = leftOut.map(({ reason, cases: count }) => `${count} ${reason}`);
  const text = cases === 0 ? `${finding} \`levermap load litigation\` loads some.` : finding;
  const head: Block = list("Patent cases", [text, ...(left.length > 0 ? [say("backtest.not-scored", { left: listed(left) })] : [])]);
  if (cases === 0) return [head];
  return [
    head,
    table(
      "Suits and ITC cases about patents, by forum",
      ["forum~", "attempted>", "granted>", "refused>", "settled>", "open>", "years, median (quartiles)>"],
      forums.map(({ forum, attempted, granted, refused, settled, open, years }) => [
        forum,
        ...[attempted, granted, refused, settled, open].map(String),
        years === null ? "unknown" : numberInterval([years.low, years.median, years.high]),
      ]),
    ),
    ...reliability("Chance from the terms u·v·x of exclusion exposure", terms),
    ...reliability("Chance from how often owners win", wins),
  ];
}

function reliability(title: string, { cases, brier, skillCoin, skillNever, bins, misses }: CaseScores["terms"]): readonly Block[] {
  if (brier === null) return [list(title, ["No case could be scored."])];
  return [
    table(
      say("backtest.cases-brier-score", { title, cases, brier: number(brier) }),
      ["predicted chance", "cases>", "mean prediction>", "ended with exclusion (80%)>"],
      bins
        .filter((bin) => bin.cases > 0)
        .map(({ from, to, cases: inside, predicted, observed, interval }) => [
          percentRange(from, to),
          `${inside}`,
          percent(predicted),
          percentInterval([interval!.low, observed!, interval!.high]),
        ]),
    ),
    {
      kind: "list",
      items: [
        say("backtest.skill-compared-with-a", { skillCoin: number(skillCoin), skillNever: number(skillNever) }),
        ...(misses.length > 0 ? misses : ["No misses."]),
      ],
    },
  ];
}
