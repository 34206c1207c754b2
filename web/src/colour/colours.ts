/** Whether the paper is dark; "either": told by the style of the page, which the reader's settings decide. */
export type Paper = boolean | "either";

/**
 * The one sequential scale: nine stops of even steps in OKLab lightness (0.93 to 0.27) on a smooth path from straw over teal to
 * indigo, so that order survives every kind of colour blindness and print in grey. On dark paper it runs the other way round:
 * what scores high stands out from the ground in both.
 */
export const scaleStops = ["#f5e9b0", "#c6d4aa", "#9cbca3", "#77a39b", "#588a91", "#416f87", "#31537b", "#29366d", "#25135f"] as const;

const channel = (colour: string, place: number): number => Number.parseInt(colour.slice(1 + place * 2, 3 + place * 2), 16);

function mix(from: string, to: string, part: number): string {
  const mixed = [0, 1, 2].map((place) => Math.round(channel(from, place) * (1 - part) + channel(to, place) * part));
  return `#${mixed.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** Colour of a score in 0..1. */
export function scoreColour(score: number, dark: Paper): string {
  if (dark === "either") return `light-dark(${scoreColour(score, false)}, ${scoreColour(score, true)})`;
  const bounded = Math.min(1, Math.max(0, score));
  const place = (dark ? 1 - bounded : bounded) * (scaleStops.length - 1);
  const first = Math.min(scaleStops.length - 2, Math.floor(place));
  return mix(scaleStops[first] ?? scaleStops[0], scaleStops[first + 1] ?? scaleStops[0], place - first);
}
