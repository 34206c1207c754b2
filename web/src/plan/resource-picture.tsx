import type { PlanReport } from "../../../src/answers/plan/plan-report.ts";
import { number } from "../../../src/base/format.ts";
import { CopyButton } from "../list/copy-button.tsx";
import { resourcesCsv } from "./plan-csv.ts";
import { moreWords, resourceName, usedWords } from "./plan-words.ts";

type Resource = PlanReport["resources"][number];

const width = 196;
const height = 92;
const frame = { left: 34, right: 2, top: 8, bottom: 18 } as const;
const floor = height - frame.bottom;

/** Money and researchers by year: what is used of what there is, and what more of it would add. */
export function ResourcePicture({ report }: { readonly report: PlanReport }) {
  const { resources, plan, more } = report;
  const told = resources.filter(({ used, available }) => available !== null || used.some((each) => each > 0));
  return (
    <figure className="resources">
      <h2>What the plan uses of the money and the researchers there are, by year</h2>
      <p className="note">
        Filled: used. Dotted outline: what there is, as the plan assumes. Each from zero, in its own unit.{" "}
        <CopyButton what="money and researchers" text={() => resourcesCsv(report)} />
      </p>
      <div className="multiples">
        {told.map((resource) => (
          <div key={resource.id}>
            <h3>{resourceName(resource)}</h3>
            <Columns resource={resource} years={plan.years} />
            <p className="note">{usedWords(resource)}</p>
          </div>
        ))}
      </div>
      <p>
        On solving again, 5% more money would add {moreWords(more.money)}
        {more.people !== null && `; 5% more researchers ${moreWords(more.people)}`}.
      </p>
      <ResourceTable resources={told} years={plan.years} />
    </figure>
  );
}

function Columns({ resource, years }: { readonly resource: Resource; readonly years: readonly number[] }) {
  const { used, available } = resource;
  const most = Math.max(...used, ...(available ?? []), 1e-9);
  const step = (width - frame.left - frame.right) / years.length;
  const y = (value: number): number => floor - (value / most) * (floor - frame.top);
  const bar = (at: number, value: number) => ({
    x: frame.left + (at + 0.12) * step,
    y: y(value),
    width: step * 0.76,
    height: floor - y(value),
  });
  const [first, last] = [years[0], years.at(-1)];
  return (
    <svg className="columns" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${resourceName(resource)}: ${usedWords(resource)}`}>
      <text className="tick" x={frame.left - 4} y={y(most) + 4} textAnchor="end">
        {number(most)}
      </text>
      <text className="tick" x={frame.left - 4} y={floor + 1} textAnchor="end">
        0
      </text>
      {years.map((year, at) => (
        <g key={year}>
          <rect className="used" {...bar(at, used[at] ?? 0)} />
          {available !== null && <rect className="there-is" {...bar(at, available[at] ?? 0)} />}
        </g>
      ))}
      <path className="axis" d={`M${frame.left} ${floor}H${width - frame.right}`} />
      <text className="tick" x={frame.left} y={floor + 14}>
        {first}
      </text>
      {last !== first && (
        <text className="tick" x={width - frame.right} y={floor + 14} textAnchor="end">
          {last}
        </text>
      )}
    </svg>
  );
}

function ResourceTable({ resources, years }: { readonly resources: readonly Resource[]; readonly years: readonly number[] }) {
  return (
    <details>
      <summary>The same as a table, with what one more would be worth</summary>
      <p className="note">One more each year: what one more unit in every year would bring were programmes divisible, USD M.</p>
      <table className="plan-table">
        <thead>
          <tr>
            <th scope="col">Of</th>
            <th scope="col">Year</th>
            <th scope="col" className="figure">
              Used
            </th>
            <th scope="col" className="figure">
              There is
            </th>
            <th scope="col" className="figure">
              One more each year
            </th>
          </tr>
        </thead>
        <tbody>
          {resources.flatMap(({ id, used, available, price }) =>
            years.map((year, at) => (
              <tr key={`${id} ${year}`}>
                <td>{resourceName({ id })}</td>
                <th scope="row">{year}</th>
                <td className="figure">{number(used[at] ?? 0)}</td>
                <td className="figure">{available === null ? "no bound" : number(available[at] ?? 0)}</td>
                <td className="figure">{price === null ? (available === null ? "–" : "unknown") : number(price)}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </details>
  );
}
