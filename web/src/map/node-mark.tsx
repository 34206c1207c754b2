import { scoreColour } from "../colour/scale.ts";
import { ringDashes } from "./curve.ts";

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Middle score; `null`: unknown, hatched; `none`: does not apply, empty. */
  readonly score: number | null | "none";
  readonly unknownShare: number;
  readonly sized: boolean;
  readonly withheld: boolean;
  readonly dark: boolean;
}

/** Below this the ring would be one dot. */
const leastRing = 0.05;

/** One technology as a disc: area market size, colour score, ring the part of world supply nobody is known to hold. */
export function NodeMark({ x, y, radius, score, unknownShare, sized, withheld, dark }: MarkProps) {
  return (
    <g className="mark">
      {withheld && <rect className="withheld-bar" x={x - radius - 5.5} y={y - 6} width={2} height={12} />}
      <circle
        className={sized ? "disc" : "disc unsized"}
        cx={x}
        cy={y}
        r={radius}
        fill={score === "none" ? "none" : score === null ? "url(#hatch)" : scoreColour(score, dark)}
      />
      {unknownShare >= leastRing && (
        <circle
          className="ring"
          cx={x}
          cy={y}
          r={radius + 2.2}
          pathLength={100}
          strokeDasharray={ringDashes(unknownShare)}
          transform={`rotate(-90 ${x} ${y})`}
        />
      )}
    </g>
  );
}
