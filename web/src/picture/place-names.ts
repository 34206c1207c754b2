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
  readonly from: number;
  readonly to: number;
}

/** Where the names of dots stand: towards the middle, above or below their dots, none on another; what has no such place is left to the table. */
export function placeNames(dots: readonly NamedDot[], { left, right, top, floor }: Frame): readonly PlacedName[] {
  const names: PlacedName[] = [];
  for (const { label, across, up } of dots) {
    const isLeft = across > (left + right) / 2;
    const at = across + (isLeft ? -9 : 9);
    const text = shortened(label, lettersIn(isLeft ? at - left : right - at));
    const [from, to] = isLeft ? [at - pixelsOf([text]), at] : [at, at + pixelsOf([text])];
    const height = [-8, 18, -26, 36, -44]
      .map((offset) => up + offset)
      .find(
        (each) =>
          each > top &&
          each < floor &&
          names.every((other) => Math.abs(other.height - each) > letter || other.to < from || to < other.from),
      );
    if (height !== undefined) names.push({ text, at, isLeft, height, from, to });
  }
  return names;
}
