import { scoreColour } from "../colour/colours.ts";
import type { Paper } from "../state/paper.ts";

interface WhiskerProps {
  /** Low, middle, high, as fractions of `full`; `null`: unknown, hatched. */
  readonly interval: readonly [number, number, number] | null;
  readonly full?: number;
  readonly dark: Paper;
  /** Colour of the holder and grade of its share; without them the bar has the colour of its score. */
  readonly share?: { readonly colour: string; readonly grade: string };
  /** Part that is hatched where all is unknown. */
  readonly hatched?: number;
  /** Of one colour: what is measured is no part of a whole, so that the scale of parts says nothing. */
  readonly plain?: boolean;
  /** Pixels from end to end. */
  readonly width?: number;
}

const height = 14;

/** A bar from zero to the middle with a whisker from low to high, none where they are one. Its words stand beside it in the page. */
export function Whisker({ interval, full = 1, dark, share, hatched = 1, plain = false, width = 140 }: WhiskerProps) {
  const at = (value: number): number => Math.min(1, Math.max(0, value / full)) * (width - 2) + 1;
  const [low, middle, high] = (interval ?? [0, hatched * full, 0]).map(at) as [number, number, number];
  const bar = { x: 1, y: 3, width: Math.max(share ? 1 : 0, middle - 1), height: 8 };
  return (
    <svg className="whisker" viewBox={`0 0 ${width} ${height}`} width={width} height={height} preserveAspectRatio="none" aria-hidden="true">
      <line className="axis" x1={1} x2={1} y1={0} y2={height} />
      {interval === null ? (
        <rect className="hatched" {...bar} fill="url(#hatch)" />
      ) : (
        <rect
          className={share ? `share grade-${share.grade}` : plain ? "bar plain" : "bar"}
          {...bar}
          fill={share?.colour ?? (plain ? undefined : scoreColour(interval[1], dark))}
          stroke={share?.colour}
        />
      )}
      {interval !== null && high - low > (share ? 1 : 0) && (
        <path className="whisker-line" d={`M${low} 7H${high}M${low} 4V10M${high} 4V10`} />
      )}
    </svg>
  );
}
