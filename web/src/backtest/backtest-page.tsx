import { useMemo } from "react";
import { count } from "../../../src/base/format.ts";
import type { BacktestReport } from "../../../src/proof/answers/events/backtest-report.ts";
import { backtestView } from "../../../src/proof/views/backtest.ts";
import { EvidenceSection } from "../evidence-section.tsx";
import { type HeadProps, PageNav } from "../filters/page-head.tsx";
import { CopyButton } from "../list/copy-button.tsx";
import { usePanelContext, WithPanel } from "../panel/with-panel.tsx";
import { SolvingLine, useSolving } from "../solving-line.tsx";
import { usePageTitle } from "../state/use-page.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { WithCode } from "../view/with-code.tsx";
import { backtestCsv } from "./backtest-csv.ts";
import { EventPicture, Keys } from "./event-picture.tsx";

const title = "How far can the model be trusted, on shocks that happened?";

/** Seconds that all predictions may take. */
const mostSeconds = 60;

const words = { doing: "Predicting", undone: "are not predicted", again: "Predict them" };

/** Shocks that happened: what the model would have said before each, and what was measured. */
export function BacktestPage({ map, state, go }: Omit<HeadProps, "waiting">) {
  const solving = useSolving<BacktestReport>("/api/backtest");
  const context = usePanelContext(map, state.home, go);
  const report = solving.value;
  usePageTitle(title);
  const view = useMemo(() => (report === null ? null : backtestView(report)), [report]);
  return (
    <WithPanel {...{ state, context }} waiting={solving.waiting}>
      <header className="head">
        <div className="head-line">
          <PageNav state={state} go={go} />
        </div>
        <h1>{title}</h1>
        {view && (
          <p className="finding">
            <WithCode text={view.finding} />
          </p>
        )}
        <SolvingLine solving={solving} words={words} what="past shocks from what was known before each" most={mostSeconds} />
      </header>
      {report && view && (
        <div className="backtests">
          <figure>
            <h2>Part of output or supply lost, predicted from what was known before and as measured</h2>
            <p className="note">
              {count(report.draws)} draws, seed {report.seed}. Of each event the rows that can be scored; acts in order of their day.{" "}
              <CopyButton what="predictions" text={() => backtestCsv(report)} />
            </p>
            <Keys />
            <ol className="event-rows">
              {inOrder(report).map((event) => (
                <EventPicture key={`${event.file} ${event.id}`} event={event} />
              ))}
            </ol>
          </figure>
          <section>
            <ViewBlocks blocks={view.blocks} details={view.details} context={context} level={2} />
          </section>
          <EvidenceSection evidence={report.evidence} />
        </div>
      )}
    </WithPanel>
  );
}

/** Events with a scored row, oldest first. */
const inOrder = ({ events }: BacktestReport): BacktestReport["events"] =>
  events.filter(({ rows }) => rows.some(({ score }) => score !== null)).sort((a, b) => a.date.localeCompare(b.date));
