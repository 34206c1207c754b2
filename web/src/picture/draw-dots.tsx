import { number, percent } from "../../../src/base/format.ts";
import type { Dots } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label, lettersIn, pixelsOf, shortened } from "./paint.tsx";
import { placeNames } from "./place-names.ts";

const [left, top, bottom] = [64, 30, 50];

const keyLine = 20;

/** What the dots mean, in as many lines as the room of so many pixels asks for. */
function keyLines({ solid, hollow }: Dots, pixels: number): readonly string[] {
  if (hollow === undefined) return [`solid: ${solid}`];
  const line = `solid: ${solid}; hollow: ${hollow}`;
  return pixelsOf([line]) <= pixels ? [line] : [`solid: ${solid}`, `hollow: ${hollow}`];
}

/** Dots by two measures with the intervals of both as hairs; solid and hollow ones differ in kind. */
export function drawDots(shape: Dots, { width, paint }: Canvas): Drawn {
  const { dots, areAlike = false, arePart = false } = shape;
  const height = areAlike ? Math.min(width, 460) : width < 500 ? 300 : 360;
  const end = (of: (dot: (typeof dots)[number]) => number): number => Math.max(...dots.map(of), Number.MIN_VALUE);
  const both = Math.max(
    end(({ x }) => x[2]),
    end(({ y }) => y[2]),
  );
  const [mostX, mostY] = areAlike ? [both, both] : [end(({ x }) => x[2]), end(({ y }) => y[2])];
  const x = (value: number): number => left + (Math.max(0, value) / mostX) * (width - left - 8);
  const y = (value: number): number => height - bottom - (Math.max(0, value) / mostY) * (height - bottom - top);
  const said = arePart ? percent : number;
  const room = lettersIn(width - left);
  const named = placeNames(
    dots.filter(({ isNamed }) => isNamed).map(({ label, x: across, y: up }) => ({ label, across: x(across[1]), up: y(up[1]) })),
    {
      frame: { left, right: width, top, floor: height - bottom },
      others: dots.map(({ x: across, y: up }) => ({ across: x(across[1]), up: y(up[1]) })),
    },
  );
  const key = keyLines(shape, width - left);
  return {
    height: height + 4 + key.length * keyLine,
    body: (
      <>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <path d={`M${left} ${y(part * mostY)}H${width}`} stroke={part === 0 ? paint.line : paint.hairline} />
            <Label x={left - 6} y={y(part * mostY) + 5} anchor="end" fill={paint.quiet}>
              {said(part * mostY)}
            </Label>
            <Label
              x={x(part * mostX)}
              y={height - bottom + 20}
              anchor={part === 0 ? "start" : part === 1 ? "end" : "middle"}
              fill={paint.quiet}
            >
              {said(part * mostX)}
            </Label>
          </g>
        ))}
        {areAlike && <path d={`M${x(0)} ${y(0)}L${x(both)} ${y(both)}`} stroke={paint.line} strokeDasharray="4 4" />}
        <Label x={left} y={16} fill={paint.ink} weight={600}>
          {shortened(`↑ ${shape.y}`, room)}
        </Label>
        <Label x={width} y={height - 8} anchor="end" fill={paint.ink} weight={600}>
          {shortened(`${shape.x} →`, room)}
        </Label>
        {dots.map((dot) => (
          <g key={dot.label}>
            <title>{`${dot.label}: ${said(dot.x[1])}, ${said(dot.y[1])}`}</title>
            <path
              d={`M${x(dot.x[0])} ${y(dot.y[1])}H${x(dot.x[2])}M${x(dot.x[1])} ${y(dot.y[0])}V${y(dot.y[2])}`}
              stroke={paint.tint}
              fill="none"
            />
            <circle
              cx={x(dot.x[1])}
              cy={y(dot.y[1])}
              r={4.5}
              fill={dot.isSolid ? paint.tint : paint.ground}
              stroke={paint.tint}
              strokeWidth={1.5}
            />
          </g>
        ))}
        {named.map(({ text, at, isLeft, height: up, leader }) => (
          <g key={text}>
            <path d={leader} stroke={paint.ink} />
            <Label x={at} y={up} anchor={isLeft ? "end" : "start"} fill={paint.ink}>
              {text}
            </Label>
          </g>
        ))}
        {key.map((line, at) => (
          <Label key={line} x={left} y={height + 16 + at * keyLine} fill={paint.quiet}>
            {line}
          </Label>
        ))}
      </>
    ),
  };
}
