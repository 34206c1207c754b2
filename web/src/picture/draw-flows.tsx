import { number } from "../../../src/base/format.ts";
import { sum } from "../../../src/base/numbers.ts";
import type { Flows } from "../../../src/site/picture.ts";
import { type Canvas, type Drawn, Label, lettersIn, pixelsOf, shortened } from "./paint.tsx";

const [head, apart, band] = [28, 10, 10];

interface Side {
  readonly name: string;
  readonly value: number;
  readonly top: number;
  readonly height: number;
}

/** Bands from left to right, as broad as what goes there; each side in the order of its sums. */
export function drawFlows({ links, from, to }: Flows, { width, paint }: Canvas): Drawn {
  const [one, other] = [sides(links, "from"), sides(links, "to")];
  const room = Math.max(one.length, other.length) * 34;
  const total = sum(links.map(({ value }) => value));
  const scale = (room - apart * (Math.max(one.length, other.length) - 1)) / Math.max(total, Number.MIN_VALUE);
  const [lefts, rights] = [stacked(one, scale, room), stacked(other, scale, room)];
  const labelWidth = Math.min(width * 0.43, 40 + pixelsOf([...lefts, ...rights].map(({ name }) => name)));
  const [start, end] = [labelWidth, width - labelWidth];
  const used = new Map<string, number>();
  const take = (side: Side, thick: number, key: string): number => {
    const before = used.get(key) ?? 0;
    used.set(key, before + thick);
    return side.top + before;
  };
  const ordered = [...links].sort((a, b) => index(lefts, a.from) - index(lefts, b.from) || index(rights, a.to) - index(rights, b.to));
  return {
    height: head + room + 8,
    body: (
      <>
        <Label x={start - 8} y={16} anchor="end" fill={paint.quiet}>
          {from}
        </Label>
        <Label x={end + 8} y={16} fill={paint.quiet}>
          {to}
        </Label>
        <g transform={`translate(0 ${head})`}>
          {ordered.map((link) => {
            const thick = link.value * scale;
            const a = take(lefts[index(lefts, link.from)]!, thick, `from ${link.from}`) + thick / 2;
            const b = take(rights[index(rights, link.to)]!, thick, `to ${link.to}`) + thick / 2;
            const middle = (start + end) / 2;
            return (
              <path
                key={`${link.from} ${link.to}`}
                d={`M${start + band} ${a}C${middle} ${a} ${middle} ${b} ${end - band} ${b}`}
                stroke={paint.tint}
                strokeOpacity={0.35}
                strokeWidth={Math.max(1, thick)}
                fill="none"
              >
                <title>{`${link.from}, ${link.to}: ${number(link.value)}`}</title>
              </path>
            );
          })}
          {lefts.map((side) => (
            <Stop key={side.name} side={side} x={start} anchor="end" room={labelWidth - 12} paint={paint} />
          ))}
          {rights.map((side) => (
            <Stop key={side.name} side={side} x={end} anchor="start" room={labelWidth - 12} paint={paint} />
          ))}
        </g>
      </>
    ),
  };
}

const index = (of: readonly Side[], name: string): number => of.findIndex((side) => side.name === name);

function sides(links: Flows["links"], end: "from" | "to"): readonly (readonly [name: string, value: number])[] {
  const values = new Map<string, number>();
  for (const link of links) values.set(link[end], (values.get(link[end]) ?? 0) + link.value);
  return end === "to" ? [...values] : [...values].sort(([, a], [, b]) => b - a);
}

function stacked(of: readonly (readonly [name: string, value: number])[], scale: number, room: number): readonly Side[] {
  const filled = sum(of.map(([, value]) => value * scale));
  const between = of.length > 1 ? (room - filled) / (of.length - 1) : 0;
  let top = 0;
  return of.map(([name, value]) => {
    const side = { name, value, top, height: value * scale };
    top += side.height + between;
    return side;
  });
}

interface StopProps extends Pick<Canvas, "paint"> {
  readonly side: Side;
  readonly x: number;
  readonly anchor: "start" | "end";
  readonly room: number;
}

const Stop = ({ side: { name, value, top, height }, x, anchor, room, paint }: StopProps) => (
  <>
    <rect x={anchor === "end" ? x : x - band} y={top} width={band} height={Math.max(1, height)} fill={paint.ink} fillOpacity={0.75} />
    <Label x={anchor === "end" ? x - 8 : x + 8} y={top + height / 2 + 5} anchor={anchor} fill={paint.ink}>
      {`${shortened(name, lettersIn(room) - number(value).length - 1)} ${number(value)}`}
    </Label>
  </>
);
