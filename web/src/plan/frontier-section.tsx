import { useState } from "react";
import { valueWords } from "../../../src/answers/plan/plan-labels.ts";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { number } from "../../../src/base/format.ts";
import { questionPath } from "../api/client.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { FrontierChart } from "./frontier-chart.tsx";
import { frontierCsv } from "./plan-csv.ts";
import { frontierWords } from "./plan-words.ts";
import { SolvingLine } from "./solving-line.tsx";
import { useSolving } from "./use-solving.ts";

/** Budgets that are compared, seconds that each may take, and those of all: the plan itself is solved three times, budgets two at a time. */
const [budgets, secondsEach] = [9, 5];
const mostSeconds = secondsEach * (3 + Math.ceil(budgets / 2));

/** What the best plan of other budgets is worth: solved on request only. */
export function FrontierSection({ plan, id }: { readonly plan: PlanReport["plan"]; readonly id: string }) {
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
      {points !== null && <Frontier plan={plan} points={points} />}
    </figure>
  );
}

interface FrontierProps {
  readonly plan: PlanReport["plan"];
  readonly points: NonNullable<PlanReport["frontier"]>;
}

function Frontier({ plan, points }: FrontierProps) {
  return (
    <>
      <p>{frontierWords(points)}</p>
      <p className="note">
        USD M: {valueWords(plan)}, present value, by money in all, as of {plan.asOf}. Band: from the plan found up to what no plan of that
        budget exceeds. All of it rests on assumed inputs. <CopyButton what="budgets" text={() => frontierCsv(plan, points)} />
      </p>
      <div className="budget-parts">
        <FrontierChart points={points} />
        <table>
          <thead>
            <tr>
              {["Money", "Value", "At most", "Programmes"].map((title) => (
                <th key={title} scope="col" className="figure">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {points.map(({ factor, money, value, bound, programmes }) => (
              <tr key={factor} className={factor === 1 ? "chosen" : undefined}>
                <td className="figure">{number(money)}</td>
                <td className="figure">{value === null ? "none keeps to all bounds" : number(value)}</td>
                <td className="figure">{bound === null ? "–" : number(bound)}</td>
                <td className="figure">{programmes}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
