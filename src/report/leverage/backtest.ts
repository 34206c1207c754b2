import type { BacktestReport, ShockEvent } from "../../answers/backtest/backtest-report.ts";
import type { EventFileSummary } from "../../answers/backtest/event-file.ts";
import { joinedEvidence } from "../../answers/shared/evidence-of.ts";
import { count, counted, number, percent } from "../../base/format.ts";
import { columns } from "../columns.ts";
import type { Block, FactsBlock, View } from "../view.ts";
import { eventSection } from "./backtest-event.ts";
import { patentCaseBlocks } from "./patent-cases.ts";

/** How each event was predicted, and all together; then every row, misses and what is not scored in plain words. */
export function backtestView(report: BacktestReport): View {
  const { events, patentCases, warnings, evidence } = report;
  const lists: readonly Block[] = warnings.length > 0 ? [{ kind: "list", title: "Unknown fields, not read", items: warnings }] : [];
  return {
    finding: report.finding,
    limit: "There are few events, so a skill over so few rows says little about the next one.",
    blocks: [eventsTable(events)],
    details: [totalsFacts(report), howToRead, ...events.map(eventSection), ...patentCaseBlocks(patentCases), ...lists],
    more: "each event, misses, patent cases",
    evidence: joinedEvidence([evidence, ...(patentCases.cases > 0 ? [patentCases.evidence] : [])]),
  };
}

const eventsTable = (events: readonly ShockEvent[]): Block => ({
  kind: "table",
  title: "Shocks that happened",
  columns: columns("event", "date", "what~", "rows>", "scored>", "80% hits>", "direction right>"),
  rows: events.map(({ id, date, what, rows, totals }) => [
    id,
    date,
    what,
    `${rows.length}`,
    `${totals.scored}`,
    `${totals.hits}`,
    `${totals.directionsRight}`,
  ]),
});

const totalsFacts = ({ totals, draws, seed }: BacktestReport): FactsBlock => ({
  kind: "facts",
  title: "All events",
  facts: [
    { label: "Rows", value: `${totals.scored} scored, ${totals.hits} hits, ${totals.directionsRight} directions right` },
    { label: "Mean width of the 80% intervals", value: percent(totals.meanWidth) },
    {
      label: "Skill (1 perfect, 0 no better)",
      value: `${number(totals.skill.noLoss)} compared with "no loss", ${number(totals.skill.fullLoss)} compared with "full loss"`,
    },
    { label: "Draws", value: `${count(draws)}, seed ${seed}` },
  ],
});

const howToRead: FactsBlock = {
  kind: "facts",
  title: "How to read the tables",
  facts: [
    { label: "measured, predicted", value: "in the unit of the row" },
    { label: "lost", value: "the part gone of what was before; a rise counts as 0; for months, the part of five years" },
    { label: "off", value: "median prediction minus measurement, in points" },
    { label: "80%", value: "a hit if the measurement lies in the middle 80% of the draws" },
  ],
};

/** What files of events hold, before they are run. */
export function eventFilesView({ files }: { readonly files: readonly EventFileSummary[] }): View {
  const notRead = files.flatMap(({ file, notRead: places }) => places.map((place) => `${file}: ${place} is not read`));
  const events = files.reduce((sum, file) => sum + file.events.length, 0);
  return {
    finding: `${counted(events, "event")} in ${counted(files.length, "file")} can be run.`,
    blocks: [
      {
        kind: "table",
        title: "Events",
        columns: columns("file", "event", "what~", "to predict>", "inputs>", "outside the model>"),
        rows: files.flatMap(({ file, events: own }) =>
          own.map(({ id, what, inputs, outputs, outside }) => [file, id, what, `${outputs}`, `${inputs}`, `${outside}`]),
        ),
      },
      ...(notRead.length > 0 ? [{ kind: "list" as const, title: "Unknown fields", items: notRead }] : []),
    ],
    details: [],
  };
}
