import type { Flow, NumberedStop } from "./flows.ts";
import type { Steps } from "./steps.ts";
import { leftAt, type Stop } from "./stop.ts";

/**
 * How long each target has been under what is kept from it, and has known of it: by target, flow and step, `(target * flows + flow) * steps + step`.
 * Nothing here depends on which senders take part, so that a sender more never gives others more time.
 */
export interface Exposure {
  /**
   * Month from which the time under the stops of the technology itself is counted: the beginning of the step less the months in which any
   * of them was in force. Where none hits the target, the first stop of all.
   */
  readonly since: Float64Array;
  /** Months up to the step, and before the first effect, in which the first of these stops was known. */
  readonly notice: Float64Array;
  /** 1 where service and parts of tools in use are withheld too. */
  readonly service: Uint8Array;
  /** By target and flow: 1 where it ever is. */
  readonly serviced: Uint8Array;
  /** By target and flow, places in `clocks`: of what stops hit the target, and of what only others' lack makes short. */
  readonly clock: Int32Array;
  readonly laterClock: Int32Array;
  /**
   * Months by step from which times of a flow are counted; targets for which they are the same, and to whom others come as fast, share one.
   * `user`: place among the parties of whoever has a time of qualification of its own; -1: that of everywhere.
   */
  readonly clocks: readonly { readonly flow: number; readonly since: Float64Array; readonly user: number }[];
  /** Month of the first stop of all, from which what is short for any other reason counts. */
  readonly first: number;
}

/** @param userOf place among the parties of a target that has a time of qualification of its own for a technology, else -1 */
export function exposureOf(
  targets: number,
  flows: readonly Flow[],
  stops: readonly Stop[],
  steps: Steps,
  userOf: (target: number, t: number) => number,
): Exposure {
  const [F, S] = [flows.length, steps.middle.length];
  const first = stops.length > 0 ? Math.max(0, Math.min(...stops.map(({ start }) => start))) : 0;
  const ofAll = new Float64Array(S).fill(first);
  const length = targets * F * S;
  const [since, notice, service] = [new Float64Array(length), new Float64Array(length), new Uint8Array(length)];
  const serviced = new Uint8Array(targets * F);
  const [clock, laterClock] = [new Int32Array(targets * F), new Int32Array(targets * F)];
  const clocks: { flow: number; since: Float64Array; user: number }[] = [];
  const clockOf = (flow: number, months: Float64Array, user: number): number => {
    const known = clocks.findIndex(
      (each) => each.flow === flow && each.user === user && each.since.every((month, s) => month === months[s]),
    );
    return known >= 0 ? known : clocks.push({ flow, since: months, user }) - 1;
  };
  flows.forEach(({ hits, t }, f) => {
    hits.forEach((here, k) => {
      const i = k * F + f;
      const user = userOf(k, t);
      const months = here.length > 0 ? monthsBefore(here, steps) : ofAll;
      since.set(months, i * S);
      notice.set(noticeOf(here, steps), i * S);
      for (let s = 0; s < S; s++) service[i * S + s] = here.some(({ stop }) => stop.service && leftAt(stop, steps.middle[s]!) > 0) ? 1 : 0;
      serviced[i] = here.some(({ stop }) => stop.service) ? 1 : 0;
      clock[i] = clockOf(f, months, user);
      laterClock[i] = targets > 1 ? clockOf(f, ofAll, user) : clock[i]!;
    });
  });
  return { since, notice, service, serviced, clock, laterClock, clocks, first };
}

/** The beginning of each step less the months before it in which any of the stops was in force. */
function monthsBefore(here: readonly NumberedStop[], { from, width, middle }: Steps): Float64Array {
  let under = 0;
  return from.map((month, s) => {
    const since = month - under;
    if (here.some(({ stop }) => leftAt(stop, middle[s]!) > 0)) under += width[s]!;
    return since;
  });
}

function noticeOf(here: readonly NumberedStop[], { from }: Steps): Float64Array {
  const effect = Math.max(0, Math.min(...here.map(({ stop }) => stop.start)));
  const known = Math.min(...here.map(({ stop }) => stop.start - stop.notice));
  return from.map((month) => (here.length > 0 ? Math.max(0, Math.min(effect, month) - known) : 0));
}
