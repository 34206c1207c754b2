import { percent } from "../../../src/base/format.ts";
import type { CurvePoint } from "../../../src/report/view.ts";
import type { Fans } from "../../../src/site/picture.ts";
import { say } from "../words/spoken.ts";
import { type Canvas, type Drawn, Label, pixelsOf } from "./paint.tsx";
import { wrap } from "./wrap.ts";

const [gap, left, bottom] = [24, 48, 26];
/** From line to line of a title. */
const line = 18;

const boldPixels = (text: string): number => pixelsOf([text]) * 1.15;

/** A panel for each, all on one scale: a line in its band. */
export function drawFans({ panels }: Fans, { width, paint }: Canvas): Drawn {
  const most = width < 500 ? 1 : panels.length <= 4 ? panels.length : 3;
  const across = (width - gap * (most - 1)) / most;
  const high = panels.length <= most && most > 1 ? 260 : panels.length === 1 ? (width < 500 ? 220 : 300) : 170;
  const full = Math.max(...panels.flatMap(({ points }) => points.map(({ interval }) => interval[2])), Number.MIN_VALUE);
  const last = Math.max(1, ...panels.flatMap(({ points }) => points.map(({ month }) => month)));
  const titles = panels.map(({ title }) => wrap(say(title), across - left, boldPixels));
  const head = (Math.max(1, ...titles.map(({ length }) => length)) - 1) * line;
  const row = head + high + gap;
  return {
    height: Math.ceil(panels.length / most) * row - gap,
    body: panels.map(({ title, points }, at) => (
      <g key={title} transform={`translate(${(at % most) * (across + gap)} ${Math.floor(at / most) * row})`}>
        {titles[at]!.map((text, of) => (
          <Label key={text} x={left} y={14 + of * line} fill={paint.ink} weight={600}>
            {text}
          </Label>
        ))}
        <g transform={`translate(0 ${head})`}>
          <Panel points={points} width={across} height={high} full={full} last={last} paint={paint} />
        </g>
      </g>
    )),
  };
}

/** Months of whole years before the last. */
const yearsWithin = (last: number): readonly number[] => Array.from({ length: Math.ceil(last / 12) - 1 }, (_, year) => 12 * (year + 1));

interface PanelProps extends Canvas {
  readonly points: readonly CurvePoint[];
  readonly height: number;
  readonly full: number;
  readonly last: number;
}

function Panel({ points, width, height, full, last, paint }: PanelProps) {
  const [top, floor] = [28, height - bottom];
  const x = (month: number): number => left + (month / last) * (width - left - 4);
  const y = (value: number): number => floor - (Math.max(0, value) / full) * (floor - top);
  const along = (end: 0 | 1 | 2, of = points): string => of.map(({ month, interval }) => `${x(month)} ${y(interval[end])}`).join("L");
  return (
    <>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <path d={`M${left} ${y(part * full)}H${width - 4}`} stroke={part === 0 ? paint.line : paint.hairline} />
          <Label x={left - 6} y={y(part * full) + 5} anchor="end" fill={paint.quiet}>
            {percent(part * full)}
          </Label>
        </g>
      ))}
      <path d={`M${along(2)}L${along(0, [...points].reverse())}Z`} fill={paint.tint} fillOpacity={0.25} />
      <path d={`M${along(1)}`} stroke={paint.tint} strokeWidth={2.5} fill="none" />
      {points.map(({ month, interval }) => (
        <circle key={month} cx={x(month)} cy={y(interval[1])} r={3} fill={paint.tint} />
      ))}
      <Label x={left} y={floor + 20} fill={paint.quiet}>
        start
      </Label>
      {yearsWithin(last).map((month) => (
        <path key={month} d={`M${x(month)} ${floor}v5`} stroke={paint.line} />
      ))}
      {yearsWithin(last)
        .filter((month) => x(month) - 14 > left + pixelsOf(["start"]) && x(month) + 14 < width - 4 - pixelsOf([`${last} months`]))
        .map((month) => (
          <Label key={month} x={x(month)} y={floor + 20} anchor="middle" fill={paint.quiet}>
            {String(month)}
          </Label>
        ))}
      <Label x={width - 4} y={floor + 20} anchor="end" fill={paint.quiet}>
        {`${last} months`}
      </Label>
    </>
  );
}
