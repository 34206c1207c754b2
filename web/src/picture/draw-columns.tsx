import { number } from "../../../src/base/format.ts";
import type { Columns } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label } from "./paint.tsx";

const [left, top, height, bottom] = [48, 24, 280, 28];

/** Pixels of half a year. */
const halfLabel = 18;

/** Values that lines are drawn at: the greatest and about half of it, a whole number where all are. */
function heightsOf(values: readonly number[]): readonly number[] {
  const most = Math.max(...values, 0);
  if (most === 0) return [];
  const half = values.every(Number.isInteger) ? Math.floor(most / 2) : most / 2;
  return half === 0 ? [most] : [half, most];
}

/** Columns from zero in the order of years, with a line at now. */
export function drawColumns({ columns, now }: Columns, { width, paint }: Canvas): Drawn {
  const most = Math.max(...columns.map(({ value }) => value), Number.MIN_VALUE);
  const across = (width - left) / Math.max(1, columns.length);
  const floor = height - bottom;
  const y = (value: number): number => floor - (value / most) * (floor - top);
  // A label needs the room of its four digits
  const step = Math.ceil(44 / across);
  const nowAt = columns.findIndex(({ label }) => label === now);
  return {
    height,
    body: (
      <>
        {heightsOf(columns.map(({ value }) => value)).map((value) => (
          <g key={value}>
            <path d={`M${left} ${y(value)}H${width}`} stroke={paint.hairline} />
            <Label x={left - 6} y={y(value) + 5} anchor="end" fill={paint.quiet}>
              {number(value)}
            </Label>
          </g>
        ))}
        <path d={`M${left} ${floor}H${width}`} stroke={paint.line} />
        {columns.map(({ label, value }, at) => (
          <g key={label}>
            <title>{`${label}: ${number(value)}`}</title>
            <rect
              x={left + at * across + across * 0.12}
              y={y(value)}
              width={across * 0.76}
              height={floor - y(value)}
              fill={paint.tint}
              fillOpacity={0.8}
            />
            {at % step === 0 && (
              <Label x={Math.min(left + (at + 0.5) * across, width - halfLabel)} y={floor + 20} anchor="middle" fill={paint.quiet}>
                {label}
              </Label>
            )}
          </g>
        ))}
        {nowAt >= 0 && (
          <>
            <path d={`M${left + (nowAt + 0.5) * across} ${top - 6}V${floor}`} stroke={paint.ink} strokeDasharray="3 3" />
            <Label x={left + (nowAt + 0.5) * across} y={14} anchor="middle" fill={paint.ink}>
              now
            </Label>
          </>
        )}
      </>
    ),
  };
}
