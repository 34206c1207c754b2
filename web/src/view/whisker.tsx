import { type Paper, scoreColour } from "../colour/colours.ts";

interface WhiskerProps {
  /** Low, middle, high, as fractions of `full`; `null`: unknown, hatched. */
  readonly interval: readonly [number, number, number] | null;
  readonly full?: number;
  readonly dark: Paper;
  /** Part that is hatched where all is unknown. */
  readonly hatched?: number;
  /** Of one colour: what is measured is no part of a whole, so that the scale of parts says nothing. */
  readonly plain?: boolean;
}

/** Pixels from end to end. */
const [width, height] = [140, 14];

/** A bar from zero to the middle with a whisker from low to high, none where they are one. Its words stand beside it in the page. */
export function Whisker({ interval, full = 1, dark, hatched = 1, plain = false }: WhiskerProps) {
  const at = (value: number): number => Math.min(1, Math.max(0, value / full)) * (width - 2) + 1;
  const [low, middle, high] = (interval ?? [0, hatched * full, 0]).map(at) as [number, number, number];
  const bar = { x: 1, y: 3, width: Math.max(0, middle - 1), height: 8 };
  return (
    <svg className="whisker" viewBox={`0 0 ${width} ${height}`} width={width} height={height} preserveAspectRatio="none" aria-hidden="true">
      <line className="axis" x1={1} x2={1} y1={0} y2={height} />
      {interval === null ? (
        <rect className="hatched" {...bar} fill="url(#hatch)" />
      ) : (
        <rect className={plain ? "bar plain" : "bar"} {...bar} fill={plain ? undefined : scoreColour(interval[1], dark)} />
      )}
      {interval !== null && high - low > 0 && <path className="whisker-line" d={`M${low} 7H${high}M${low} 4V10M${high} 4V10`} />}
    </svg>
  );
}
