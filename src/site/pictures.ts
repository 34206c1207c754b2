import type { Answer } from "../ask/ask.ts";
import { count, percent, percentInterval, percentRange } from "../base/format.ts";
import { say } from "../base/message.ts";
import { exactly, type Interval } from "../base/numbers.ts";
import type { Bar, FigureBlock, Link } from "../report/view.ts";

/** Bars that a first screen has room for. */
export const mostBars = 7;

/** A picture of bars, the first of them; `undefined` where there are none. */
export function barPicture(title: string, unit: string, bars: readonly Bar[], full?: number): FigureBlock | undefined {
  if (bars.length === 0) return undefined;
  return {
    kind: "figure",
    title,
    unit,
    summary: "",
    shape: { kind: "bars", bars: bars.slice(0, mostBars), ...(full === undefined ? {} : { full }) },
  };
}

/** A number of things, which is what it is. */
export const countBar = (label: string, value: number, link?: Link): Bar => ({
  label,
  link,
  text: count(value),
  interval: exactly(value),
});

/** A part of a whole with its interval. */
export const partBar = (label: string, interval: Interval | null, link?: Link): Bar => ({
  label,
  link,
  text: interval === null ? "unknown" : percentInterval(interval),
  interval,
});

/** What is unknown but for how much it is at most. */
export const boundBar = (label: string, most: number, link?: Link): Bar => ({
  label,
  link,
  text: say("pictures.up-to", { most: percent(most) }),
  interval: null,
  most,
});

/** What the worst holder of each technology could take from the home, with who that is. */
export function lossBars(
  { home, ranked }: Pick<Answer<"chokepoints">, "home" | "ranked">,
  economies: readonly { readonly id: string; readonly name: string }[],
): readonly Bar[] {
  const names = new Map(economies.map(({ id, name }) => [id, name]));
  return ranked.map(({ technology: id, name, holder, score }) =>
    partBar(holder === null ? name : `${name} (${names.get(holder.economy) ?? holder.economy})`, score, {
      to: "technology",
      id,
      home: home ?? undefined,
    }),
  );
}

/** A part by its ends: where one is not known there is no middle, and it reaches from nothing or to the end of the axis. */
export function rangeBar(label: string, low: number | null, high: number | null, link?: Link): Bar {
  const bar = { label, link, text: percentRange(low, high) };
  if (low === null) return { ...bar, interval: null, ...(high !== null && { most: high }) };
  return high === null ? { ...bar, interval: [low, low, 1], isLeast: true } : { ...bar, interval: [low, (low + high) / 2, high] };
}
