interface End {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Path of an edge: out of the right of its input, into the left of its user; within a column or backwards it bows out to the left. */
export function curve(from: End, to: End): string {
  const forward = to.x - from.x > 20;
  const x1 = forward ? from.x + from.radius : from.x - from.radius;
  const x2 = to.x - to.radius;
  const reach = forward ? Math.max(24, (x2 - x1) * 0.45) : 14 + Math.min(30, Math.abs(to.y - from.y) / 12);
  const [c1, c2] = forward ? [x1 + reach, x2 - reach] : [x1 - reach, x2 - reach];
  return `M${[x1, from.y].map(round)}C${[c1, from.y, c2, to.y, x2, to.y].map(round)}`;
}

/** Dashes of a ring of 100 units of which `part` (0..1) is hatched. */
export function ringDashes(part: number): string {
  const whole = Math.round(Math.min(1, Math.max(0, part)) * 100);
  const pairs = Math.floor(whole / 5);
  const dashes = Array.from({ length: pairs }, () => "3 2");
  const rest = Math.min(3, whole - pairs * 5);
  const drawn = pairs * 5 + rest;
  return [...dashes, ...(rest > 0 || pairs === 0 ? [`${rest} ${100 - drawn}`] : [`0 ${100 - drawn}`])].join(" ");
}
