import type { Flow } from "./flows.ts";
import type { Steps } from "./steps.ts";
import { isEndKnown, type Stop } from "./stop.ts";
import { type Draw, repairMonths, strengthAt } from "./stopped-slots.ts";

/**
 * What users know of the end of a lack, by target, flow and step: `(target * (flows + 1) + flow) * steps + step`. The place after the last
 * flow is for technologies that nothing stops, and counts all stops that hit the target. Independent of which senders take part.
 */
export interface KnownEnds {
  /** Months from the first effect to the end; NaN: unknown. */
  readonly length: Float64Array;
  /** Months of the present lack from the step on, as a lack that shrinks counts for less; infinity: unknown. */
  readonly left: Float64Array;
  /** Reads the repair months of a draw; `null`: the middle. */
  read(draw: Draw | null): void;
}

/** O(stops · targets · steps), once without repairs. */
export function createKnownEnds(targets: number, flows: readonly Flow[], stops: readonly Stop[], steps: Steps): KnownEnds {
  const S = steps.middle.length;
  const size = targets * (flows.length + 1) * S;
  const [length, left] = [new Float64Array(size).fill(Number.NaN), new Float64Array(size).fill(Number.POSITIVE_INFINITY)];
  const known = (here: readonly Stop[]): readonly Stop[] => (here.every(isEndKnown) ? here : []);
  const plans = Array.from({ length: targets }, (_, k) => ({
    all: known(stops.filter((stop) => stop.targets.includes(k))),
    own: flows.map(({ hits }) => known(hits[k]!.map(({ stop }) => stop))),
    direct: flows.map(({ hits }) => hits[k]!.length > 0),
  }));
  const changes = plans.some(({ all, own }) => [all, ...own].some((here) => here.some(({ repair }) => repair !== null)));
  const strength = new Float64Array(S);
  let isRead = false;

  /** Tells the end of some stops from the steps on in which they are in force. */
  const tell = (here: readonly Stop[], first: number, draw: Draw | null): void => {
    if (here.length === 0) return;
    const end = Math.max(...here.map((stop) => endOf(stop, draw)));
    const begin = Math.max(0, Math.min(...here.map(({ start }) => start)));
    for (let s = 0; s < S; s++) strength[s] = Math.max(...here.map((stop) => strengthAt(stop, steps.middle[s]!, draw)));
    let months = beyond(here, steps, draw);
    for (let s = S - 1; s >= 0; s--) {
      months += strength[s]! * steps.width[s]!;
      if (strength[s] === 0) continue;
      length[first + s] = end - begin;
      left[first + s] = months / strength[s]!;
    }
  };

  return {
    length,
    left,
    read(draw) {
      if (isRead && !changes) return;
      isRead = true;
      plans.forEach(({ all, own, direct }, k) => {
        const first = k * (flows.length + 1) * S;
        const last = first + flows.length * S;
        tell(all, last, draw);
        own.forEach((here, f) => {
          const at = first + f * S;
          const open = direct[f] && here.length === 0;
          for (let s = 0; s < S; s++) {
            length[at + s] = open ? Number.NaN : length[last + s]!;
            left[at + s] = open ? Number.POSITIVE_INFINITY : left[last + s]!;
          }
          tell(here, at, draw);
        });
      });
    },
  };
}

/** The month in which a stop of known end is over. */
const endOf = (stop: Stop, draw: Draw | null): number =>
  stop.repair ? stop.start + repairMonths(stop.repair, draw) : stop.easing.at(-1)!.month;

/** Months of lack after the last step: repair comes gradually and counts half. */
function beyond(here: readonly Stop[], { from, width }: Steps, draw: Draw | null): number {
  const last = from.at(-1)! + width.at(-1)!;
  const months = here.map((stop) => strengthAt(stop, last, draw) * Math.max(0, endOf(stop, draw) - last) * (stop.repair ? 0.5 : 1));
  return Math.max(...months);
}
