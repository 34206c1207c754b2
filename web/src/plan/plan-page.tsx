import type { ReactNode } from "react";
import type { MapView } from "../../../src/answers/card/map-view.ts";
import type { PlanList } from "../../../src/answers/plan/plan-outline-report.ts";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { useAnswer } from "../api/use-answer.ts";
import { EvidenceSection } from "../evidence-section.tsx";
import { Choice } from "../filters/choice.tsx";
import { PageNav } from "../filters/page-nav.tsx";
import { usePanelContext } from "../panel/use-panel-context.ts";
import { WithPanel } from "../panel/with-panel.tsx";
import type { PageState } from "../state/url-state.ts";
import type { Go } from "../state/use-page.ts";
import { Trouble } from "../trouble.tsx";
import { AdviceSection } from "./advice-section.tsx";
import { FrontierSection } from "./frontier-section.tsx";
import { InputTable } from "./input-table.tsx";
import { LeftOut } from "./left-out.tsx";
import { PlanChoices } from "./plan-choices.tsx";
import { headWords } from "./plan-words.ts";
import { ProgrammePicture } from "./programme-picture.tsx";
import { InTable, NextTable } from "./programme-tables.tsx";
import { ResourcePicture } from "./resource-picture.tsx";
import { SolvingLine } from "./solving-line.tsx";
import { TargetTable } from "./target-table.tsx";
import { useSolving } from "./use-solving.ts";

interface PlanPageProps {
  readonly map: MapView;
  readonly state: PageState;
  readonly go: Go;
}

/** Seconds that a plan may take: it is solved three times, each for at most ten. */
const mostSeconds = 30;

/** A ready plan: finding, pictures, tables, evidence; and the panel of the chosen technology. */
export function PlanPage({ map, state, go }: PlanPageProps) {
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
          mend={mends(id)}
        />
        {report && <Finding report={report} nameOf={nameOf} />}
      </header>
      {list.error && <Trouble error={list.error} again={list.again} />}
      {id === null && <PlanChoices plans={plans} go={go} nameOf={nameOf} />}
      {report && (
        <div className="plan">
          {report.programmes.length > 0 && <ProgrammePicture report={report} rows={state.rows} go={go} />}
          {report.programmes.length > 0 && <InTable report={report} go={go} />}
          <ResourcePicture report={report} />
          {report.plan.id !== null && <FrontierSection key={report.plan.id} plan={report.plan} id={report.plan.id} />}
          <TargetTable report={report} nameOf={nameOf} />
          <NextTable report={report} go={go} />
          <AdviceSection report={report} go={go} />
          <InputTable report={report} />
          <LeftOut left={report.left} technologies={context.technologies} />
          <EvidenceSection evidence={report.evidence} />
        </div>
      )}
    </WithPanel>
  );
}

interface FindingProps {
  readonly report: PlanReport;
  readonly nameOf: (code: string) => string;
}

function Finding({ report: { question, finding, plan }, nameOf }: FindingProps) {
  return (
    <>
      <h1>{question}</h1>
      <p className="finding">{finding}</p>
      <p className="note">
        {plan.name}. {plan.about} {headWords(plan, nameOf)}
      </p>
    </>
  );
}

/** What may be done about a fault, beyond what the server says, by its code. */
function mends(id: string | null): Readonly<Record<string, ReactNode>> {
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
