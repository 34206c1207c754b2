import { nodeColour, scoreColour } from "../colour/colours.ts";
import type { PageState } from "../state/page-state.ts";
import { ringDashes } from "./curve.ts";
import type { Node } from "./fold.ts";

interface MarkProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Place on the scale; `null`: unknown, hatched; `none`: does not apply, empty. */
  readonly colour: number | null | "none";
  readonly unknownShare: number;
  readonly sized: boolean;
  readonly withheld: boolean;
  readonly dark: boolean;
}

/** The mark of a technology, but its place and size. */
export const markOf = (node: Node, by: PageState["colour"]) => ({
  colour: nodeColour(node, by),
  unknownShare: node.unknownShare,
  sized: node.marketSize !== null,
  withheld: node.withheldSince !== null,
});

/** Below this the ring would be one dot. */
const leastRing = 0.05;

/** One technology as a disc: area market size, colour what was chosen, ring the part of world supply nobody is known to hold. */
export function NodeMark({ x, y, radius, colour, unknownShare, sized, withheld, dark }: MarkProps) {
  return (
    <g className="mark">
      {withheld && <rect className="withheld-bar" x={x - radius - 5.5} y={y - 6} width={2} height={12} />}
      <circle
        className={sized ? "disc" : "disc unsized"}
        cx={x}
        cy={y}
        r={radius}
        fill={colour === "none" ? "none" : colour === null ? "url(#hatch)" : scoreColour(colour, dark)}
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
