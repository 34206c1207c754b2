import { number } from "../../../src/base/format.ts";
import type { Differences } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label, lettersIn, shortened } from "./paint.tsx";

const [row, head] = [32, 30];

/** A figure beside a bar: what is not 0 is never told as 0. */
const told = (value: number): string => (value < 0.01 ? "<0.01" : number(value));

/** Bars to both sides of a middle line: hollow to the left, solid to the right. */
export function drawDifferences({ rows, lost, gained }: Differences, { width, paint }: Canvas): Drawn {
  const labels = width < 500 ? 96 : 200;
  const middle = labels + (width - labels) / 2;
  const most = Math.max(...rows.flatMap((each) => [each.lost, each.gained]), Number.MIN_VALUE);
  const long = (value: number): number => (value / most) * ((width - labels) / 2 - 40);
  return {
    height: head + rows.length * row + 4,
    body: (
      <>
        <Label x={middle - 8} y={16} anchor="end" fill={paint.quiet}>
          {shortened(`← ${lost}`, lettersIn((width - labels) / 2))}
        </Label>
        <Label x={middle + 8} y={16} fill={paint.quiet}>
          {shortened(`${gained} →`, lettersIn((width - labels) / 2))}
        </Label>
        {rows.map((each, at) => {
          const y = head + at * row;
          return (
            <g key={each.label}>
              <Label x={labels - 8} y={y + 20} anchor="end" fill={paint.ink}>
                {shortened(each.label, lettersIn(labels - 8))}
              </Label>
              {each.lost > 0 && (
                <>
                  <rect
                    x={middle - long(each.lost)}
                    y={y + 6}
                    width={long(each.lost)}
                    height={18}
                    fill={paint.ground}
                    stroke={paint.tint}
                    strokeWidth={1.5}
                  />
                  <Label x={middle - long(each.lost) - 6} y={y + 20} anchor="end" fill={paint.ink}>
                    {told(each.lost)}
                  </Label>
                </>
              )}
              {each.gained > 0 && (
                <>
                  <rect x={middle} y={y + 6} width={long(each.gained)} height={18} fill={paint.tint} />
                  <Label x={middle + long(each.gained) + 6} y={y + 20} fill={paint.ink}>
                    {told(each.gained)}
                  </Label>
                </>
              )}
            </g>
          );
        })}
        <path d={`M${middle} ${head}V${head + rows.length * row}`} stroke={paint.line} />
      </>
    ),
  };
}
