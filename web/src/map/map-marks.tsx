import type { Paint } from "../picture/paint.tsx";
import { ringDashes } from "./curve.ts";
import { scale } from "./scale.ts";

interface DiscProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Class of the scale; `null`: unknown, hatched; `none`: does not apply, empty. */
  readonly colour: number | null | "none";
  readonly sized: boolean;
  readonly paint: Paint;
}

/** A disc; of what is unknown hatched by lines of its own, as other programs know no patterns. */
export const Disc = ({ x, y, radius, colour, sized, paint }: DiscProps) => (
  <>
    <circle
      cx={x}
      cy={y}
      r={radius}
      fill={typeof colour === "number" ? paint.either(scale[colour]!) : paint.ground}
      stroke={paint.edge}
      strokeWidth={0.8}
      {...(sized ? {} : { strokeDasharray: "1.6 1.4" })}
    />
    {colour === null && <path d={hatch(x, y, radius)} fill="none" stroke={paint.quiet} strokeWidth={0.7} />}
  </>
);

/** Slanted chords of a circle. */
function hatch(x: number, y: number, radius: number): string {
  const chords: string[] = [];
  for (let from = -radius + 1.5; from < radius; from += 3) {
    const half = Math.sqrt(radius ** 2 - from ** 2);
    const at = (along: number): string =>
      [x + (from - along) * Math.SQRT1_2, y + (from + along) * Math.SQRT1_2].map((value) => value.toFixed(2)).join(" ");
    chords.push(`M${at(-half)}L${at(half)}`);
  }
  return chords.join("");
}

/** Below this a ring would be one dot. */
const leastRing = 0.05;

interface RingProps {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly part: number;
  readonly paint: Paint;
}

/** The part of world supply whose holder nobody knows, as an arc from the top. */
export function Ring({ x, y, radius, part, paint }: RingProps) {
  if (part < leastRing) return null;
  const dashes = ringDashes(part).split(" ").map(Number);
  const arcs: string[] = [];
  let at = 0;
  for (const [place, length] of dashes.entries()) {
    if (place % 2 === 0) arcs.push(arc(x, y, radius, at / 100, (at + length) / 100));
    at += length;
  }
  return <path d={arcs.join("")} fill="none" stroke={paint.edge} strokeWidth={1.4} />;
}

function arc(x: number, y: number, radius: number, from: number, to: number): string {
  const point = (part: number): string =>
    [x + radius * Math.sin(2 * Math.PI * part), y - radius * Math.cos(2 * Math.PI * part)].map((value) => value.toFixed(2)).join(" ");
  return `M${point(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}`;
}
