import { scoreColour } from "../colour/colours.ts";

interface WhiskerProps {
  /** Low, middle, high, as fractions of `full`; `null`: unknown, hatched from end to end. */
  readonly interval: readonly [number, number, number] | null;
  readonly full?: number;
  readonly dark: boolean;
  /** Colour of the holder, for a derived share; without it the bar has that of its score. */
  readonly colour?: string;
  /** Pixels from end to end. */
  readonly width?: number;
}

const height = 14;

/** A bar from zero to the middle with a whisker from low to high. Its words stand beside it in the page. */
export function Whisker({ interval, full = 1, dark, colour, width = 140 }: WhiskerProps) {
  const at = (value: number): number => Math.min(1, Math.max(0, value / full)) * (width - 2) + 1;
  return (
    <svg className="whisker" viewBox={`0 0 ${width} ${height}`} width={width} height={height} aria-hidden="true">
      <line className="axis" x1={1} x2={1} y1={0} y2={height} />
      {interval === null ? (
        <rect className="hatched" x={1} y={3} width={width - 2} height={8} fill="url(#hatch)" />
      ) : (
        <>
          <rect
            className={colour === undefined ? "bar" : "share grade-derived"}
            x={1}
            y={3}
            width={Math.max(0, at(interval[1]) - 1)}
            height={8}
            fill={colour ?? scoreColour(interval[1], dark)}
            stroke={colour}
          />
          <path className="whisker-line" d={`M${at(interval[0])} 7H${at(interval[2])}M${at(interval[0])} 4V10M${at(interval[2])} 4V10`} />
        </>
      )}
    </svg>
  );
}
