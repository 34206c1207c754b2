import type { ReactNode } from "react";
import type { PlanList, PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { counted } from "../../../src/base/format.ts";
import { adviceBlocks } from "../../../src/report/plan/plan-advice.ts";
import { cloutBlocks, replyTable } from "../../../src/report/plan/plan-clout.ts";
import {
  assumedWords,
  inputTable,
  leftOut,
  type NameOf,
  needTable,
  outTable,
  planHead,
  selectedDetails,
  selectedNote,
  selectedTable,
  whyTable,
} from "../../../src/report/plan/plan-parts.ts";
import { actTable, calibrationTable, nextWords, wholeFacts } from "../../../src/report/plan/plan-whole.ts";
import { onward } from "../../../src/site/onward.ts";
import { useAnswer } from "../api/client.ts";
import { EvidenceSection } from "../evidence-section.tsx";
import { Choice } from "../filters/choice.tsx";
import { type HeadProps, PageNav } from "../filters/page-head.tsx";
import { CopyButton } from "../list/copy-button.tsx";
import { usePanelContext, WithPanel } from "../panel/with-panel.tsx";
import { SolvingLine, useSolving } from "../solving-line.tsx";
import { handedOn } from "../state/handed-on.ts";
import type { ViewContext } from "../state/panel-context.ts";
import { usePageTitle } from "../state/use-page.ts";
import { Trouble } from "../trouble.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { WithCode } from "../view/with-code.tsx";
import { PlanChoices } from "./plan-choices.tsx";
import { programmesCsv } from "./plan-csv.ts";
import { ResourcePicture } from "./resource-picture.tsx";

/** Seconds that a plan may take: solved for at most ten, then valued on fresh worlds and draws. */
const mostSeconds = 30;

/** A ready plan: finding, pictures, tables, evidence; and the panel of the chosen technology. */
export function PlanPage({ map, state, go }: Omit<HeadProps, "waiting">) {
  const { plan: id } = state;
  const list = useAnswer<PlanList>("/api/plans");
  const solving = useSolving<PlanReport>(id === null ? null : `/api/plan/${encodeURIComponent(id)}`);
  const plans = list.value?.plans ?? [];
  const chosen = plans.find((plan) => plan.id === id) ?? null;
  const report = id === null ? null : solving.value;
  const home = report !== null && map.economies.some((economy) => economy.id === report.plan.home) ? report.plan.home : null;
  const context = usePanelContext(map, home, go);
  const nameOf = (code: string): string => context.names.get(code) ?? context.organisations.get(code) ?? code;
  const isLast = report !== null && report.plan.id !== id;
  const title = id === null ? "What should a home research, and what would that be worth?" : `What to research: ${chosen?.name ?? id}`;
  usePageTitle(title);
  return (
    <WithPanel {...{ state, context }} waiting={solving.waiting}>
      <header className="head">
        <div className="head-line">
          <PageNav state={state} go={go} />
          <span className="plan-choice">
            <Choice
              label="Plan"
              none="choose a ready plan"
              value={id}
              options={plans}
              change={(plan) => go({ plan })}
              strangeWords={list.value === null ? "asking …" : "no ready plan"}
            />
          </span>
          {report && <span className="as-of">As of {report.plan.asOf}</span>}
        </div>
        {id === null && <h1>{title}</h1>}
        {id !== null && report === null && <h1>{title}</h1>}
        <SolvingLine
          solving={solving}
          what={`“${chosen?.name ?? id}”`}
          most={mostSeconds}
          meanwhile={isLast ? `Below is still the last one, “${report.plan.name}”.` : (chosen?.about ?? "")}
          fixes={fixes(id)}
        />
        {report && <Finding report={report} nameOf={nameOf} context={context} />}
      </header>
      {list.error && <Trouble error={list.error} again={list.again} />}
      {id === null && list.value !== null && <PlanChoices plans={plans} go={go} nameOf={nameOf} />}
      {report && (
        <div className="plan">
          <Programmes report={report} context={context} />
          <ResourcePicture report={report} context={context} />
          {report.plan.id !== null && (
            <p>
              <a href={onward(`plan/${report.plan.id}?money=1#means`, handedOn(state))}>Try other money and researchers</a>{" "}
              <a href={onward(`plan?from=${report.plan.id}`, handedOn(state))}>Change it and solve anew</a>
            </p>
          )}
          <section>
            <ViewBlocks blocks={[replyTable(report), actTable(report)]} details={cloutBlocks(report)} context={context} />
          </section>
          <section>
            <ViewBlocks blocks={adviceBlocks(report)} context={context} level={2} />
          </section>
          <section>
            <ViewBlocks blocks={[calibrationTable(report)]} context={context} />
          </section>
          <Inputs report={report} nameOf={(id) => context.technologies.get(id) ?? id} context={context} />
          <EvidenceSection evidence={report.evidence} />
        </div>
      )}
    </WithPanel>
  );
}

interface PartProps {
  readonly report: PlanReport;
  readonly nameOf: NameOf;
  readonly context: ViewContext;
}

/** What is taken up and what is not, each with why, and what the plan is worth as a whole. */
function Programmes({ report, context }: Omit<PartProps, "nameOf">) {
  const { programmes, out, evidence } = report;
  const next = out.filter(({ nextGeneration }) => nextGeneration);
  return (
    <>
      <section>
        <ViewBlocks blocks={[wholeFacts(report), { kind: "note", text: nextWords(report) }]} context={context} level={2} />
      </section>
      <section>
        <h2>
          {counted(programmes.length, "selected programme")} <CopyButton what="the programmes" text={() => programmesCsv(report)} />
        </h2>
        <p className="note">{selectedNote(report)}</p>
        <ViewBlocks blocks={[selectedTable(report), whyTable(report)]} details={[selectedDetails(report)]} context={context} />
        <ViewBlocks
          blocks={[outTable(out, "Not taken up, and nearest to it, USD M")]}
          details={[
            outTable(next, "Problems of the next generation that are not taken up, USD M"),
            needTable([...programmes, ...out.slice(0, 10)], evidence),
          ]}
          context={context}
        />
      </section>
    </>
  );
}

function Finding({ report: { question, finding, plan }, nameOf, context }: PartProps) {
  return (
    <>
      <h1>{question}</h1>
      <p className="finding">
        <WithCode text={finding} />
      </p>
      <p className="note">
        {plan.name}. {plan.about}
      </p>
      <Fold title="Settings of the plan">
        <ViewBlocks blocks={[planHead(plan, nameOf)]} context={context} level={2} />
      </Fold>
    </>
  );
}

/** What all figures rest on, and what is left out for want of it. */
function Inputs({ report: { inputs, evidence, left }, nameOf, context }: PartProps) {
  return (
    <section>
      <h2>What it costs and brings: {assumedWords(inputs)}</h2>
      <Fold title="The inputs, with interval, unit, grade and source">
        <ViewBlocks blocks={[inputTable({ inputs, evidence })]} context={context} />
      </Fold>
      <ViewBlocks blocks={leftOut(left, nameOf)} context={context} level={2} />
    </section>
  );
}

const Fold = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details>
    <summary>{title}</summary>
    {children}
  </details>
);

/** What may be done about a fault, beyond what the server says, by its code. */
function fixes(id: string | null): Readonly<Record<string, ReactNode>> {
  return {
    LM_PLAN_UNKNOWN: "Choose one of the ready plans above.",
    LM_PLAN_INFEASIBLE: (
      <>
        <a href={id === null ? "plans" : `plan?from=${id}`}>Change the plan and solve it anew</a>
      </>
    ),
  };
}
