import type { TechnologyPatents } from "../../../src/answers/patents/technology-patents-report.ts";
import { expiryBlock, expirySummary } from "../../../src/report/patents/expiry.ts";
import { Tick } from "../chart/marks.tsx";
import type { ViewContext } from "../state/panel-context.ts";
import { ViewTable } from "../view/view-table.tsx";
import { type ExpiryYear, expiryColumns, lapsing, namedYears } from "./expiry-columns.ts";

const width = 360;
const height = 124;
const frame = { left: 26, right: 4, top: 16, bottom: 20 } as const;
const floor = height - frame.bottom;

/** Documents by the year they lapse, how many of them are expected in force, and a table of the same. */
export function ExpiryChart({ report, context }: { readonly report: TechnologyPatents; readonly context: ViewContext }) {
  const { expiry, asOf } = report;
  return (
    <figure className="expiry">
      <figcaption>Documents by the year they lapse, unpaid fees aside, and how many are expected in force on {asOf}</figcaption>
      <p className="note">{expirySummary(expiry, asOf)}</p>
      {expiry.years.length > 0 && (
        <>
          <Columns report={report} />
          <p className="note">
            Outlined: all that lapse in the year. Filled: expected in force, middle and interval.
            {expiry.years.some(({ statusUnknown }) => statusUnknown > 0) && " Hatched: not known whether in force."}
            {expiry.unknown > 0 && " At the right: not known when they end."}
          </p>
          <details>
            <summary>The same as a table</summary>
            <ViewTable block={expiryBlock(report)} context={context} />
          </details>
        </>
      )}
    </figure>
  );
}

function Columns({ report: { expiry, asOf } }: { readonly report: TechnologyPatents }) {
  const columns = expiryColumns(expiry.years);
  const most = Math.max(expiry.unknown, ...columns.map(lapsing));
  const places = columns.length + (expiry.unknown > 0 ? 3 : 0);
  const step = (width - frame.left - frame.right) / places;
  const x = (place: number): number => frame.left + place * step;
  const y = (value: number): number => floor - (value / most) * (floor - frame.top);
  const first = columns[0]?.year ?? 0;
  const today = x(Number(asOf.slice(0, 4)) - first + Number(asOf.slice(5, 7)) / 12);
  const named = namedYears(columns, 8);
  return (
    <svg className="columns" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={expirySummary(expiry, asOf)}>
      <path className="grid" d={`M${frame.left} ${y(most)}H${width - frame.right}`} />
      <Tick x={frame.left - 4} y={y(most) + 4} textAnchor="end" text={most} />
      <Tick x={frame.left - 4} y={floor + 1} textAnchor="end" text="0" />
      {columns.map((column, place) => (
        <Column key={column.year} column={column} x={x(place)} step={step} y={y} />
      ))}
      <path className="axis" d={`M${frame.left} ${floor}H${x(columns.length)}`} />
      {named.map((year) => (
        <Tick key={year} x={x(year - first + 0.5)} y={floor + 14} textAnchor="middle" text={year} />
      ))}
      {today >= frame.left && today <= x(columns.length) && (
        <>
          <path className="today" d={`M${today} ${frame.top - 4}V${floor}`} />
          <Tick x={today + 4} y={frame.top - 5} text={asOf} />
        </>
      )}
      {expiry.unknown > 0 && (
        <>
          <rect className="hatched" {...bar(x(columns.length + 1), step * 2, y(expiry.unknown), floor)} fill="url(#hatch)" />
          <Tick x={x(columns.length + 2)} y={floor + 14} textAnchor="middle" text="unknown" />
        </>
      )}
    </svg>
  );
}

interface ColumnProps {
  readonly column: ExpiryYear;
  readonly x: number;
  readonly step: number;
  readonly y: (value: number) => number;
}

function Column({ column, x, step, y }: ColumnProps) {
  const { inForce, statusUnknown } = column;
  const all = lapsing(column);
  const middle = x + step / 2;
  const tick = Math.min(3, step / 4);
  if (all === 0) return null;
  return (
    <>
      <rect className="lapsing" {...bar(x, step, y(all), floor)} />
      {statusUnknown > 0 && <rect className="hatched" {...bar(x, step, y(all), y(all - statusUnknown))} fill="url(#hatch)" />}
      {inForce.high > 0 && (
        <>
          <rect className="in-force" {...bar(x, step, y((inForce.low + inForce.high) / 2), floor)} />
          <path
            className="whisker-line"
            d={`M${middle} ${y(inForce.low)}V${y(inForce.high)}M${middle - tick} ${y(inForce.low)}h${2 * tick}M${middle - tick} ${y(inForce.high)}h${2 * tick}`}
          />
        </>
      )}
    </>
  );
}

const bar = (x: number, step: number, top: number, bottom: number) => ({
  x: x + step * 0.12,
  y: top,
  width: step * 0.76,
  height: bottom - top,
});
