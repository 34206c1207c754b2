import { number } from "../../../src/base/format.ts";
import type { Interval } from "../../../src/base/numbers.ts";
import type { Differences } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label, lettersIn, type Paint, pixelsOf, shortened } from "./paint.tsx";

const [row, head] = [32, 30];

/** A figure beside a bar: what is not 0 is never told as 0. */
const told = (value: number): string => (value < 0.01 ? "<0.01" : number(value));

/** Bars to both sides of a middle line, hollow to the left and solid to the right, each with a whisker over its interval. */
export function drawDifferences({ rows, lost, gained }: Differences, { width, paint }: Canvas): Drawn {
  const labels = Math.min(width < 500 ? 128 : 200, 12 + pixelsOf(rows.map(({ label }) => label)));
  const room = (width - labels) / 2 - 8;
  const middle = labels + (width - labels) / 2;
  const most = Math.max(...rows.flatMap((each) => [each.lost[2], each.gained[2]]), Number.MIN_VALUE);
  const long = (value: number): number => (value / most) * ((width - labels) / 2 - 40);
  const side = (values: Interval, y: number, sign: -1 | 1) =>
    values[2] > 0 && <Side values={values} at={(value) => middle + sign * long(value)} y={y} sign={sign} paint={paint} />;
  return {
    height: head + rows.length * row + 4,
    body: (
      <>
        <Label x={middle - 8} y={16} anchor="end" fill={paint.quiet}>
          {room < pixelsOf([`← ${lost}`]) ? "← could lose" : `← ${lost}`}
        </Label>
        <Label x={middle + 8} y={16} fill={paint.quiet}>
          {room < pixelsOf([`${gained} →`]) ? "could lose →" : `${gained} →`}
        </Label>
        {rows.map((each, at) => {
          const y = head + at * row;
          return (
            <g key={each.label}>
              <Label x={labels - 8} y={y + 20} anchor="end" fill={paint.ink}>
                {shortened(each.label, lettersIn(labels - 8))}
              </Label>
              {side(each.lost, y, -1)}
              {side(each.gained, y, 1)}
            </g>
          );
        })}
        <path d={`M${middle} ${head}V${head + rows.length * row}`} stroke={paint.line} />
      </>
    ),
  };
}

interface SideProps {
  readonly values: Interval;
  /** Where a value lies across. */
  readonly at: (value: number) => number;
  readonly y: number;
  /** Below 0: to the left, hollow. */
  readonly sign: -1 | 1;
  readonly paint: Paint;
}

function Side({ values: [low, mid, high], at, y, sign, paint }: SideProps) {
  const [zero, end] = [at(0), at(mid)];
  return (
    <g>
      <title>{low < high ? `${told(mid)} (${told(low)} to ${told(high)})` : told(mid)}</title>
      <rect
        x={Math.min(zero, end)}
        y={y + 6}
        width={Math.abs(end - zero)}
        height={18}
        {...(sign < 0 ? { fill: paint.ground, stroke: paint.tint, strokeWidth: 1.5 } : { fill: paint.tint })}
      />
      {low < high && (
        <path d={`M${at(low)} ${y + 15}H${at(high)}M${at(low)} ${y + 10}v10M${at(high)} ${y + 10}v10`} stroke={paint.ink} fill="none" />
      )}
      <Label x={at(high) + 6 * sign} y={y + 20} anchor={sign < 0 ? "end" : "start"} fill={paint.ink}>
        {told(mid)}
      </Label>
    </g>
  );
}
