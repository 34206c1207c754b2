import type { Flow, NumberedStop } from "./flows.ts";
import type { Steps } from "./steps.ts";
import { leftAt, runsOutWithContracts, type Stop } from "./stop.ts";

/**
 * Exposure and notice times of targets by target, flow and step: `(target * flows + flow) * steps + step`. Independent of which senders take
 * part, so another sender never gives more time.
 */
export interface Exposure {
  /** Month from which exposure counts: start of the step minus months under any of the stops; without one, the first stop of all. */
  readonly since: Float64Array;
  /** Months of notice before the first effect. */
  readonly notice: Float64Array;
  /** 1 where every act in force takes effect only as contracts run out. */
  readonly contracted: Uint8Array;
  /** 1 where service and spare parts are withheld too. */
  readonly service: Uint8Array;
  /** By target and flow: 1 where service is ever withheld. */
  readonly serviced: Uint8Array;
  /** By target and flow, indices into `clocks`: for direct stops, and for indirect shortage. */
  readonly clock: Int32Array;
  readonly laterClock: Int32Array;
  /**
   * Start months by step, shared by targets with equal times and qualification pace. `user`: index of a party with its own qualification
   * time; -1: the general one.
   */
  readonly clocks: readonly { readonly flow: number; readonly since: Float64Array; readonly user: number }[];
  /** First month of any stop; start of indirect shortages. */
  readonly first: number;
}

/** @param userOf index of a party with its own qualification time for a technology, else -1 */
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
  const [since, notice] = [new Float64Array(length), new Float64Array(length)];
  const [contracted, service] = [new Uint8Array(length), new Uint8Array(length)];
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
      for (let s = 0; s < S; s++) {
        const inForce = here.filter(({ stop }) => leftAt(stop, steps.middle[s]!) > 0);
        contracted[i * S + s] = inForce.every(({ stop }) => stop.class === null || runsOutWithContracts(stop)) ? 1 : 0;
        service[i * S + s] = inForce.some(({ stop }) => stop.service) ? 1 : 0;
      }
      serviced[i] = here.some(({ stop }) => stop.service) ? 1 : 0;
      clock[i] = clockOf(f, months, user);
      laterClock[i] = targets > 1 ? clockOf(f, ofAll, user) : clock[i];
    });
  });
  return { since, notice, contracted, service, serviced, clock, laterClock, clocks, first };
}

/** Start of each step minus the earlier months under any of the stops. */
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
