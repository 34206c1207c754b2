import { useState } from "react";
import { valueWords } from "../../../src/answers/plan/plan-labels.ts";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { frontierTable, frontierWords } from "../../../src/report/plan/plan-asked.ts";
import { questionPath } from "../api/client.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { ViewBlocks } from "../view/view-blocks.tsx";
import type { ViewContext } from "../view/view-context.ts";
import { FrontierChart } from "./frontier-chart.tsx";
import { frontierCsv } from "./plan-csv.ts";
import { SolvingLine } from "./solving-line.tsx";
import { useSolving } from "./use-solving.ts";

/** Budgets that are compared, seconds that each may take, and those of all: the plan itself is solved three times, budgets two at a time. */
const [budgets, secondsEach] = [9, 5];
const mostSeconds = secondsEach * (3 + Math.ceil(budgets / 2));

interface SectionProps {
  readonly plan: PlanReport["plan"];
  readonly id: string;
  readonly context: ViewContext;
}

/** What the best plan of other budgets is worth: solved on request only. */
export function FrontierSection({ plan, id, context }: SectionProps) {
  const [asked, setAsked] = useState(false);
  const question = { frontier: String(budgets), seconds: String(secondsEach) };
  const solving = useSolving<PlanReport>(asked ? questionPath(`/api/plan/${encodeURIComponent(id)}`, question) : null);
  const points = solving.value?.frontier ?? null;
  return (
    <figure className="frontier">
      <h2>What the best plan of less and of more money is worth</h2>
      {!asked && (
        <p>
          <button type="button" onClick={() => setAsked(true)}>
            Compare budgets
          </button>{" "}
          <span className="note">
            Solves {budgets} budgets from none to twice the money; that may take up to about {mostSeconds} seconds.
          </span>
        </p>
      )}
      <SolvingLine solving={solving} what={`the best plan of each of ${budgets} budgets`} most={mostSeconds} />
      {points !== null && <Frontier plan={plan} points={points} context={context} />}
    </figure>
  );
}

interface FrontierProps extends Omit<SectionProps, "id"> {
  readonly points: NonNullable<PlanReport["frontier"]>;
}

function Frontier({ plan, points, context }: FrontierProps) {
  return (
    <>
      <p>{frontierWords(points)}</p>
      <p className="note">
        USD M: {valueWords(plan)}, present value, by money in all, as of {plan.asOf}. Band: from the plan found up to what no plan of that
        budget exceeds. All of it rests on assumed inputs. <CopyButton what="budgets" text={() => frontierCsv(plan, points)} />
      </p>
      <div className="budget-parts">
        <FrontierChart points={points} />
        <div>
          <ViewBlocks blocks={[frontierTable(points, plan)]} context={context} />
        </div>
      </div>
    </>
  );
}
