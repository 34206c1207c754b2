import type { ReactNode } from "react";
import type { PlanList, PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { counted } from "../../../src/base/format.ts";
import { adviceBlocks } from "../../../src/report/plan/plan-advice.ts";
import {
  assumedWords,
  inputTable,
  leftOut,
  type NameOf,
  netNote,
  nextTable,
  planHead,
  reasonTable,
  selectedDetails,
  selectedTable,
} from "../../../src/report/plan/plan-parts.ts";
import { choiceFacts, gainTable, wholeFacts } from "../../../src/report/plan/plan-whole.ts";
import { useAnswer } from "../api/client.ts";
import { EvidenceSection } from "../evidence-section.tsx";
import { Choice } from "../filters/choice.tsx";
import { type HeadProps, PageNav } from "../filters/page-head.tsx";
import { usePanelContext, WithPanel } from "../panel/with-panel.tsx";
import { SolvingLine, useSolving } from "../solving-line.tsx";
import type { ViewContext } from "../state/panel-context.ts";
import { Trouble } from "../trouble.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { FrontierSection } from "./frontier-section.tsx";
import { PlanChoices } from "./plan-choices.tsx";
import { ProgrammePicture } from "./programme-picture.tsx";
import { ResourcePicture } from "./resource-picture.tsx";

/** Seconds that a plan may take: it is solved three times, each for at most ten. */
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
  return (
    <WithPanel {...{ state, context }} waiting={solving.waiting}>
      <header className="head">
        <div className="head-line">
          <PageNav view={state.view} go={go} />
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
        {id === null && <h1>What should a home research and patent with the money and people it has?</h1>}
        {id !== null && report === null && <h1>What to research and patent: {chosen?.name ?? id}</h1>}
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
      {id === null && <PlanChoices plans={plans} go={go} nameOf={nameOf} />}
      {report && (
        <div className="plan">
          {report.programmes.length > 0 && <ProgrammePicture report={report} rows={state.rows} go={go} />}
          {report.programmes.length > 0 && (
            <Fold title={`${counted(report.programmes.length, "selected programme")}, as a table`}>
              <ViewBlocks
                blocks={[selectedTable(report), selectedDetails(report), reasonTable([...report.programmes, ...report.next])]}
                context={context}
              />
            </Fold>
          )}
          <section>
            <ViewBlocks blocks={[wholeFacts(report)]} details={[choiceFacts(report)]} context={context} level={2} />
          </section>
          <ResourcePicture report={report} context={context} />
          {report.plan.id !== null && <FrontierSection key={report.plan.id} plan={report.plan} id={report.plan.id} context={context} />}
          <section>
            <ViewBlocks blocks={[gainTable(report, nameOf), nextTable(report), { kind: "note", text: netNote }]} context={context} />
          </section>
          <section>
            <ViewBlocks blocks={adviceBlocks(report)} context={context} level={2} />
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

function Finding({ report: { question, finding, plan }, nameOf, context }: PartProps) {
  return (
    <>
      <h1>{question}</h1>
      <p className="finding">{finding}</p>
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
function Inputs({ report: { inputs, evidence, plan, left }, nameOf, context }: PartProps) {
  return (
    <section>
      <h2>What it costs and brings: {assumedWords(inputs)}</h2>
      {plan.id !== null && (
        <p>
          How often each programme stays selected when all inputs vary within their intervals:{" "}
          <code>levermap plan {plan.id} --draws 100</code>.
        </p>
      )}
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
        A ready plan is a file: copy <code>data/plans/{id}.yaml</code>, widen a bound, and run <code>levermap plan FILE</code>.
      </>
    ),
    LM_PLAN_TIME: (
      <>
        The command line may take longer: <code>levermap plan {id} --seconds 300</code>.
      </>
    ),
  };
}
