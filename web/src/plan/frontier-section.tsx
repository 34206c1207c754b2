import { useState } from "react";
import { valueWords } from "../../../src/answers/plan/plan-labels.ts";
import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { number } from "../../../src/base/format.ts";
import { frontierTable, frontierWords } from "../../../src/report/plan/plan-advice.ts";
import { questionPath } from "../api/client.ts";
import { Tick } from "../chart/marks.tsx";
import { CopyButton } from "../list/copy-button.tsx";
import { SolvingLine, useSolving } from "../solving-line.tsx";
import type { ViewContext } from "../state/panel-context.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { frontierCsv } from "./plan-csv.ts";

/** Budgets that are compared, seconds that the plan itself may be solved for, and those of all. */
const [budgets, secondsSolved] = [5, 5];
const mostSeconds = secondsSolved + 5 * budgets;

interface SectionProps {
  readonly plan: PlanReport["plan"];
  readonly id: string;
  readonly context: ViewContext;
}

/** What the best plan of other budgets is worth: solved on request only. */
export function FrontierSection({ plan, id, context }: SectionProps) {
  const [asked, setAsked] = useState(false);
  const question = { frontier: String(budgets), seconds: String(secondsSolved) };
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

function Frontier({ plan, points, context }: Omit<SectionProps, "id"> & { readonly points: NonNullable<PlanReport["frontier"]> }) {
  return (
    <>
      <p>{frontierWords(points)}</p>
      <p className="note">
        USD M: {valueWords(plan)}, present value, by money in all, as of {plan.asOf}: the best plan that a search found. All of it rests on
        assumed inputs. <CopyButton what="budgets" text={() => frontierCsv(plan, points)} />
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

type Points = NonNullable<PlanReport["frontier"]>;

const width = 560;
const height = 220;
const frame = { left: 62, right: 14, top: 20, bottom: 34 } as const;
const floor = height - frame.bottom;

/** Value against money: what was found. */
export function FrontierChart({ points }: { readonly points: Points }) {
  const mostMoney = Math.max(...points.map(({ money }) => money), 1e-9);
  const mostValue = Math.max(...points.map(({ value }) => value), 1e-9);
  const x = (money: number): number => frame.left + (money / mostMoney) * (width - frame.left - frame.right);
  const y = (value: number): number => floor - (value / mostValue) * (floor - frame.top);
  const line = points.map(({ money, value }) => `${x(money)} ${y(value)}`).join("L");
  const own = points.find(({ factor }) => factor === 1);
  return (
    <svg className="columns budgets" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={frontierWords(points)}>
      {[0, mostValue].map((value) => (
        <g key={value}>
          <path className="grid" d={`M${frame.left} ${y(value)}H${width - frame.right}`} />
          <Tick x={frame.left - 6} y={y(value) + 4} textAnchor="end" text={number(value)} />
        </g>
      ))}
      <path className="curve" d={`M${line}`} />
      {points.map(({ money, value }) => (
        <circle key={money} className="found" cx={x(money)} cy={y(value)} r={3} />
      ))}
      <path className="axis" d={`M${frame.left} ${floor}H${width - frame.right}`} />
      {points
        .filter((_, at) => at % 2 === 0)
        .map(({ money }) => (
          <Tick key={money} x={x(money)} y={floor + 14} textAnchor="middle" text={number(money)} />
        ))}
      <Tick x={width - frame.right} y={height - 4} textAnchor="end" text="money in all, USD M" />
      {own !== undefined && (
        <>
          <path className="today" d={`M${x(own.money)} ${y(own.value)}V${floor}`} />
          <Tick x={x(own.money)} y={y(own.value) - 10} textAnchor="middle" text="this plan" />
        </>
      )}
    </svg>
  );
}
