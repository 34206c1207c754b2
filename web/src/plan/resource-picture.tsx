import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { number } from "../../../src/base/format.ts";
import { resourceName, resourceTable, shownResources, usedWords } from "../../../src/report/plan/plan-whole.ts";
import { Tick } from "../chart/marks.tsx";
import { CopyButton } from "../list/copy-button.tsx";
import type { ViewContext } from "../state/panel-context.ts";
import { ViewBlocks } from "../view/view-blocks.tsx";
import { resourcesCsv } from "./plan-csv.ts";

type Resource = PlanReport["resources"][number];

const width = 196;
const height = 92;
const frame = { left: 44, right: 2, top: 8, bottom: 18 } as const;
const floor = height - frame.bottom;

/** Money and researchers by year: what is used of what is available. */
export function ResourcePicture({ report, context }: { readonly report: PlanReport; readonly context: ViewContext }) {
  return (
    <figure className="resources">
      <h2>What the plan uses of its money and researchers, by year</h2>
      <p className="note">
        Filled: used. Dotted outline: available, as the plan assumes. Each from zero, in its own unit.{" "}
        <CopyButton what="money and researchers" text={() => resourcesCsv(report)} />
      </p>
      <div className="multiples">
        {shownResources(report).map((resource) => (
          <div key={resource.id}>
            <h3>{resourceName(resource)}</h3>
            <Columns resource={resource} years={report.plan.years} />
            <p className="note">{usedWords(resource)}</p>
          </div>
        ))}
      </div>
      <details>
        <summary>The same as a table</summary>
        <ViewBlocks blocks={[resourceTable(report)]} context={context} />
      </details>
    </figure>
  );
}

function Columns({ resource, years }: { readonly resource: Resource; readonly years: readonly number[] }) {
  const { used, available } = resource;
  const most = Math.max(...used, ...(available ?? []), 1e-9);
  const step = (width - frame.left - frame.right) / years.length;
  const y = (value: number): number => floor - (value / most) * (floor - frame.top);
  const bar = (at: number, value: number) => {
    return { x: frame.left + (at + 0.12) * step, y: y(value), width: step * 0.76, height: floor - y(value) };
  };
  const [first, last] = [years[0], years.at(-1)];
  return (
    <svg className="columns" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${resourceName(resource)}: ${usedWords(resource)}`}>
      <Tick x={frame.left - 4} y={y(most) + 4} textAnchor="end" text={number(most)} />
      <Tick x={frame.left - 4} y={floor + 1} textAnchor="end" text="0" />
      {years.map((year, at) => (
        <g key={year}>
          <rect className="used" {...bar(at, used[at] ?? 0)} />
          {available !== null && <rect className="there-is" {...bar(at, available[at] ?? 0)} />}
        </g>
      ))}
      <path className="axis" d={`M${frame.left} ${floor}H${width - frame.right}`} />
      <Tick x={frame.left} y={floor + 14} text={first} />
      {last !== first && <Tick x={width - frame.right} y={floor + 14} textAnchor="end" text={last} />}
    </svg>
  );
}
