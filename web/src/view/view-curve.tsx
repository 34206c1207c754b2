import type { ReactNode, SVGProps } from "react";
import { number, percent } from "../../../src/base/format.ts";
import type { Curve, Survival } from "../../../src/report/view.ts";

const width = 360;
const height = 150;
const frame = { left: 44, right: 6, top: 10, bottom: 22 } as const;
const floor = height - frame.bottom;

/** A line over months: in steps what is left, else the middle with its band. */
export function ViewCurve({ shape, summary }: { readonly shape: Curve | Survival; readonly summary: string }) {
  const months = shape.kind === "curve" ? shape.points.map(({ month }) => month) : shape.steps.map(({ month }) => month);
  const last = Math.max(1, ...months);
  const full =
    shape.kind === "survival" ? 1 : (shape.full ?? Math.max(...shape.points.map(({ interval }) => interval[2]), Number.MIN_VALUE));
  const x = (month: number): number => frame.left + (month / last) * (width - frame.left - frame.right);
  const y = (value: number): number => floor - (Math.min(value, full) / full) * (floor - frame.top);
  const told = shape.kind === "survival" || full <= 1 ? percent : number;
  return (
    <svg className="columns" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={summary}>
      {[0.5, 1].map((part) => (
        <path key={part} className="grid" d={`M${frame.left} ${y(part * full)}H${width - frame.right}`} />
      ))}
      {[0, 0.5, 1].map((part) => (
        <Tick key={part} x={frame.left - 4} y={y(part * full) + 4} textAnchor="end" text={told(part * full)} />
      ))}
      <path className="axis" d={`M${frame.left} ${floor}H${width - frame.right}`} />
      {[0, last].map((month) => (
        <Tick
          key={month}
          x={x(month)}
          y={floor + 15}
          textAnchor={month === 0 ? "start" : "end"}
          text={month === 0 ? "start" : `${month} months`}
        />
      ))}
      {shape.kind === "curve" ? <Band shape={shape} x={x} y={y} /> : <path className="curve" d={stepsPath(shape, x, y)} />}
    </svg>
  );
}

type Scale = (value: number) => number;

function Band({ shape: { points }, x, y }: { readonly shape: Curve; readonly x: Scale; readonly y: Scale }) {
  const line = (end: 0 | 1 | 2, all = points): string => all.map(({ month, interval }) => `${x(month)} ${y(interval[end])}`).join("L");
  return (
    <>
      <path className="curve-band" d={`M${line(2)}L${line(0, [...points].reverse())}Z`} />
      <path className="curve" d={`M${line(1)}`} />
    </>
  );
}

const stepsPath = ({ steps }: Survival, x: Scale, y: Scale): string =>
  `M${x(0)} ${y(1)}${steps.map(({ month, left }) => `H${x(month)}V${y(left)}`).join("")}`;

/** A word or a number beside a chart. */
const Tick = ({ text, ...place }: Pick<SVGProps<SVGTextElement>, "x" | "y" | "textAnchor"> & { readonly text: ReactNode }) => (
  <text className="tick" {...place}>
    {text}
  </text>
);
