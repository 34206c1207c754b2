import type { Panels } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label, lettersIn, pixelsOf, shortened } from "./paint.tsx";

const [gap, row, head] = [24, 24, 26];

/** Small pictures of bars side by side, all on one scale. */
export function drawPanels({ panels }: Panels, { width, paint, linkTo }: Canvas): Drawn {
  const most = width < 500 ? 1 : Math.min(4, Math.max(1, panels.length));
  const across = (width - gap * (most - 1)) / most;
  const rows = Math.max(0, ...panels.map(({ bars }) => bars.length));
  const high = head + rows * row;
  const full = Math.max(...panels.flatMap(({ bars }) => bars.map(({ interval }) => interval?.[1] ?? 0)), Number.MIN_VALUE);
  const labels = Math.min(across * 0.62, 8 + pixelsOf(panels.flatMap(({ bars }) => bars.map(({ label }) => label))));
  // What a figure in words takes to the right of its bar
  const words = 8 + pixelsOf(panels.flatMap(({ bars }) => bars.map(({ text }) => text)));
  const long = (value: number): number => (value / full) * (across - labels - words);
  return {
    height: Math.ceil(panels.length / most) * (high + gap) - gap,
    body: panels.map(({ title, bars }, at) => (
      <g key={title} transform={`translate(${(at % most) * (across + gap)} ${Math.floor(at / most) * (high + gap)})`}>
        <Label x={0} y={15} fill={paint.ink} weight={600}>
          {shortened(title, lettersIn(across))}
        </Label>
        {bars.map(({ label, link, text, interval }, index) => (
          <g key={label}>
            <BarName label={label} href={link && linkTo?.(link)} x={labels - 6} y={head + index * row + 16} paint={paint} />
            <rect
              x={labels}
              y={head + index * row + 4}
              width={Math.max(1, long(interval?.[1] ?? 0))}
              height={15}
              fill={interval === null ? paint.hatch : paint.tint}
              fillOpacity={0.8}
            />
            <Label x={labels + long(interval?.[1] ?? 0) + 6} y={head + index * row + 16} fill={paint.ink}>
              {text}
            </Label>
          </g>
        ))}
      </g>
    )),
  };
}

interface BarNameProps extends Pick<Canvas, "paint"> {
  readonly label: string;
  readonly href: string | undefined;
  /** Its right end. */
  readonly x: number;
  readonly y: number;
}

/** The name of a bar as far as there is room for it, whole in the name of its link. */
function BarName({ label, href, x, y, paint }: BarNameProps) {
  const name = (
    <Label x={x} y={y} anchor="end" fill={paint.ink}>
      {shortened(label, lettersIn(x))}
    </Label>
  );
  if (href === undefined) return name;
  return (
    <a href={href} className="name">
      <title>{label}</title>
      {name}
    </a>
  );
}
