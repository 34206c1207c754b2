import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { number, percent } from "../../../src/base/format.ts";
import type { Bars, Curve, Survival } from "../../../src/report/view.ts";
import type { SiteShell } from "../../../src/site/page.ts";
import type { Picture } from "../../../src/site/picture.ts";
import { scoreColour } from "../colour/colours.ts";
import { drawShape } from "../picture/draw-shape.tsx";
import { type Drawn, filePaint } from "../picture/paint.tsx";
import { type PictureOf, pictureNotes } from "./picture-notes.ts";
import { pictureSource } from "./picture-source.ts";

const width = 900;
const margin = 24;
const row = 30;
/** From line to line below the picture. */
const noteHeight = 20;
/** Where the picture begins below title and unit. */
const top = 76;
const { ink, quiet, line, hairline } = filePaint;
const font = "'Noto Sans', 'Liberation Sans', 'Noto Sans CJK SC', Arial, sans-serif";

/**
 * A picture by itself, with its title, unit, source and day, as a file of SVG that needs no style of a page; all text in it is escaped. `part`: height by width of a card, which shows the
 * upper part of what is taller, and what is less tall in its middle.
 */
export function renderPicture(picture: Picture, of: PictureOf, shell: SiteShell, part?: number): string {
  const { height: bodyHeight, body } = drawn(picture);
  const notes = [...pictureNotes(picture, of), pictureSource(shell, shell.day)];
  const height = top + bodyHeight + 24 + noteHeight * notes.length;
  const shown = part === undefined ? height : width * part;
  const from = Math.min(0, (height - shown) / 2);
  return renderToStaticMarkup(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={shown}
      viewBox={`0 ${from} ${width} ${shown}`}
      fontFamily={font}
      role="img"
    >
      <title>{of.title}</title>
      <rect y={from} width={width} height={Math.max(height, shown)} fill="#ffffff" />
      <Text x={margin} y={32} size={18} weight={600}>
        {picture.title}
      </Text>
      <Text x={margin} y={56} size={14} fill={quiet}>
        {picture.unit}
      </Text>
      {body}
      {notes.map((note, at) => (
        <Text key={note} x={margin} y={height - 16 - noteHeight * (notes.length - 1 - at)} size={14} fill={quiet}>
          {note}
        </Text>
      ))}
    </svg>,
  );
}

function drawn(picture: Picture): Drawn {
  if (picture.kind === "drawn") {
    const { height, body } = drawShape(picture.shape, { width: width - 2 * margin, paint: filePaint });
    return { height, body: <g transform={`translate(${margin} ${top})`}>{body}</g> };
  }
  const { shape } = picture;
  if (shape.kind === "bars") return { height: shape.bars.length * row, body: <BarRows shape={shape} top={top} /> };
  return { height: lineHeight + 30, body: <Lines shape={shape} top={top} /> };
}

interface TextProps {
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly weight?: number;
  readonly fill?: string;
  readonly anchor?: "start" | "end";
  readonly children: ReactNode;
}

const Text = ({ x, y, size = 14, weight = 400, fill = ink, anchor = "start", children }: TextProps) => (
  <text x={x} y={y} fontSize={size} fontWeight={weight} fill={fill} textAnchor={anchor}>
    {children}
  </text>
);

/** Around a bar. */
const edge = "#53585e";

const barLeft = 330;
const barRight = 690;

/** Bars from zero with whiskers, in the colours that they have on the page; of what is unknown a dashed frame. */
function BarRows({ shape: { bars, full }, top }: { readonly shape: Bars; readonly top: number }) {
  const most = full ?? Math.max(...bars.map(({ interval }) => interval?.[2] ?? 0), Number.MIN_VALUE);
  const x = (value: number): number => barLeft + (Math.min(most, Math.max(0, value)) / most) * (barRight - barLeft);
  return (
    <>
      {bars.map(({ label, text, interval, most: limit = most }, at) => {
        const y = top + at * row;
        return (
          <g key={label}>
            <Text x={barLeft - 12} y={y + 18} anchor="end">
              {shortened(label)}
            </Text>
            {interval === null ? (
              <rect x={barLeft} y={y + 5} width={x(limit) - barLeft} height={16} fill="none" stroke={line} strokeDasharray="3 3" />
            ) : (
              <>
                <rect
                  x={barLeft}
                  y={y + 5}
                  width={Math.max(1, x(interval[1]) - barLeft)}
                  height={16}
                  fill={most > 1 ? line : scoreColour(interval[1], false)}
                  stroke={edge}
                  strokeWidth={0.6}
                />
                {interval[2] > interval[0] && (
                  <path
                    d={`M${x(interval[0])} ${y + 13}H${x(interval[2])}M${x(interval[0])} ${y + 8}v10M${x(interval[2])} ${y + 8}v10`}
                    stroke={ink}
                    fill="none"
                  />
                )}
              </>
            )}
            <Text x={barRight + 14} y={y + 18}>
              {text}
            </Text>
          </g>
        );
      })}
      <path d={`M${barLeft} ${top}V${top + bars.length * row}`} stroke={line} />
    </>
  );
}

/** Longest label that has room. */
const mostLetters = 40;
const shortened = (label: string): string => (label.length > mostLetters ? `${label.slice(0, mostLetters - 1)}…` : label);

const lineHeight = 300;
const left = 90;

/** A line over months with its band, or steps of what is left. */
function Lines({ shape, top }: { readonly shape: Curve | Survival; readonly top: number }) {
  const points =
    shape.kind === "curve" ? shape.points : shape.steps.map(({ month, left: part }) => ({ month, interval: [part, part, part] as const }));
  const last = Math.max(1, ...points.map(({ month }) => month));
  const full = shape.kind === "survival" ? 1 : (shape.full ?? Math.max(...points.map(({ interval }) => interval[2]), Number.MIN_VALUE));
  const x = (month: number): number => left + (month / last) * (width - margin - left);
  const y = (value: number): number => top + lineHeight - (Math.min(value, full) / full) * lineHeight;
  const along = (end: 0 | 1 | 2, of = points): string => of.map(({ month, interval }) => `${x(month)} ${y(interval[end])}`).join("L");
  const said = shape.kind === "survival" || full <= 1 ? percent : number;
  const steps = points
    .map(({ month, interval }, at) => (at === 0 ? `M${x(month)} ${y(interval[1])}` : `H${x(month)}V${y(interval[1])}`))
    .join("");
  return (
    <>
      {[0, 0.5, 1].map((part) => (
        <g key={part}>
          <path d={`M${left} ${y(part * full)}H${width - margin}`} stroke={part === 0 ? line : hairline} />
          <Text x={left - 10} y={y(part * full) + 5} anchor="end">
            {said(part * full)}
          </Text>
        </g>
      ))}
      {shape.kind === "curve" && <path d={`M${along(2)}L${along(0, [...points].reverse())}Z`} fill={quiet} fillOpacity={0.25} />}
      <path d={shape.kind === "curve" ? `M${along(1)}` : steps} stroke={ink} strokeWidth={2} fill="none" />
      <Text x={left} y={top + lineHeight + 22}>
        start
      </Text>
      <Text x={width - margin} y={top + lineHeight + 22} anchor="end">
        {`${last} months`}
      </Text>
    </>
  );
}
