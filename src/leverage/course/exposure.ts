import type { Flow } from "./flows.ts";
import type { Stop } from "./stop.ts";

/** How long each target has known of, and been under, what is kept from it: by target and flow, `target * flows + flow`. */
export interface Exposure {
  /** 1 where a stop of the technology itself hits the target. */
  readonly hit: Uint8Array;
  /** Month of the first effect; where only others' lack can be felt, of the first stop of all. */
  readonly since: Float64Array;
  /** Months before it that the first of these stops was known. */
  readonly notice: Float64Array;
  /** 1 where service and parts of tools in use are withheld too. */
  readonly service: Uint8Array;
  /** Place in `clocks`: targets of a flow whose months are counted from the same month, and to whom others come as fast, share one. */
  readonly clock: Int32Array;
  /** `user`: place among the parties of whoever has a time of qualification of its own; -1: that of everywhere. */
  readonly clocks: readonly { readonly flow: number; readonly since: number; readonly user: number }[];
  /** Month of the first stop of all. */
  readonly first: number;
}

/**
 * @param userOf place among the parties of a target that has a time of qualification of its own for a technology, else -1
 *
 * Times of the effect do not depend on which senders take part, so that a sender more never gives others more time.
 */
export function exposureOf(
  targets: number,
  flows: readonly Flow[],
  stops: readonly Stop[],
  userOf: (target: number, t: number) => number,
): Exposure {
  const length = targets * flows.length;
  const first = stops.length > 0 ? Math.max(0, Math.min(...stops.map(({ start }) => start))) : 0;
  const exposure = {
    hit: new Uint8Array(length),
    since: new Float64Array(length).fill(first),
    notice: new Float64Array(length),
    service: new Uint8Array(length),
    clock: new Int32Array(length),
    first,
  };
  const clocks: { flow: number; since: number; user: number }[] = [];
  flows.forEach(({ hits, t }, f) => {
    hits.forEach((here, k) => {
      const i = k * flows.length + f;
      if (here.length > 0) {
        const since = Math.max(0, Math.min(...here.map(({ stop }) => stop.start)));
        exposure.hit[i] = 1;
        exposure.since[i] = since;
        exposure.notice[i] = Math.max(0, since - Math.min(...here.map(({ stop }) => stop.start - stop.notice)));
        exposure.service[i] = here.some(({ stop }) => stop.service) ? 1 : 0;
      }
      const [since, user] = [exposure.since[i]!, userOf(k, t)];
      const known = clocks.findIndex((clock) => clock.flow === f && clock.since === since && clock.user === user);
      exposure.clock[i] = known >= 0 ? known : clocks.push({ flow: f, since, user }) - 1;
    });
  });
  return { ...exposure, clocks };
}
