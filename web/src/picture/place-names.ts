import { letter, lettersIn, pixelsOf, shortened } from "./paint.tsx";

/** A dot with its name, where it stands in px. */
export interface NamedDot {
  readonly label: string;
  readonly across: number;
  readonly up: number;
}

interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly floor: number;
}

interface PlacedName {
  readonly text: string;
  readonly at: number;
  readonly isLeft: boolean;
  readonly height: number;
  /** From its dot to its letters. */
  readonly leader: string;
  readonly from: number;
  readonly to: number;
}

/** What a name must stand within, and the dots that it could be taken for. */
interface Surroundings {
  readonly frame: Frame;
  /** All dots, with or without a name. */
  readonly others: readonly Pick<NamedDot, "across" | "up">[];
}

/** Room between a dot and its name. */
const gap = 9;

/** Offsets of the base of a name from its dot, the best first. */
const offsets = [-8, 5, 18, -26, 36, -44] as const;

/** Where the names of dots stand: beside their own dots, which none is nearer to another than to, and none on another name; what has no such place is left to the table. */
export function placeNames(dots: readonly NamedDot[], { frame, others }: Surroundings): readonly PlacedName[] {
  const names: PlacedName[] = [];
  for (const dot of dots) {
    const near = others.filter(({ across, up }) => across !== dot.across || up !== dot.up);
    const found = placesOf(dot, frame).find(
      (name) =>
        name.height > frame.top &&
        name.height < frame.floor &&
        names.every((other) => !areOver(name, other)) &&
        near.every((other) => distance(name, other) > distance(name, dot)),
    );
    if (found !== undefined) names.push(found);
  }
  return names;
}

/** Places of a name, those towards the middle first, where it is not shortened. */
function placesOf({ label, across, up }: NamedDot, { left, right }: Frame): readonly PlacedName[] {
  const inwards = across > (left + right) / 2;
  return [inwards, !inwards].flatMap((isLeft) => {
    const at = across + (isLeft ? -gap : gap);
    const text = shortened(label, lettersIn(isLeft ? at - left : right - at));
    if (isLeft !== inwards && text !== label) return [];
    const [from, to] = isLeft ? [at - pixelsOf([text]), at] : [at, at + pixelsOf([text])];
    return offsets.map((offset) => {
      const height = up + offset;
      return { text, at, isLeft, height, from, to, leader: `M${across} ${up}L${at} ${height - letter * 0.35}` };
    });
  });
}

const areOver = (one: PlacedName, other: PlacedName): boolean =>
  Math.abs(other.height - one.height) <= letter && other.to >= one.from && one.to >= other.from;

/** From the middle of a dot to the letters of a name. */
function distance({ from, to, height }: PlacedName, { across, up }: Pick<NamedDot, "across" | "up">): number {
  const beside = Math.max(from - across, 0, across - to);
  const above = Math.max(height - letter * 0.75 - up, 0, up - height);
  return Math.hypot(beside, above);
}
