import type { Flow } from "./flows.ts";
import { lengthOf, type Steps } from "./steps.ts";
import { isEndKnown, type Stop } from "./stop.ts";
import { type Draw, repairMonths, strengthOver } from "./stopped-slots.ts";

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
  const { from, width } = steps;
  const S = from.length;
  const size = targets * (flows.length + 1) * S;
  const [length, left] = [new Float64Array(size), new Float64Array(size)];
  const known = (here: readonly number[]): readonly number[] => (here.every((i) => isEndKnown(stops[i]!)) ? here : []);
  /** Stops that hit a target, and over them those of a flow: the places that they tell of, as many targets and flows have the same. */
  const [ofAll, ofFlow] = [createGroups(), createGroups()];
  for (let k = 0; k < targets; k++) {
    const first = k * (flows.length + 1) * S;
    const all = known([...stops.keys()].filter((i) => stops[i]!.targets.includes(k)));
    ofAll.add(all, first + flows.length * S);
    flows.forEach(({ hits }, f) => {
      const own = hits[k]!.map(({ index }) => index);
      if (known(own).length < own.length) return;
      ofAll.add(all, first + f * S);
      ofFlow.add(own, first + f * S);
    });
  }
  const groups = [...ofAll.groups.values(), ...ofFlow.groups.values()];
  const watched = [...new Set(groups.flatMap(({ here }) => here))];
  const changes = watched.some((i) => stops[i]!.repair !== null);
  /** By stop: its strength by step, the month of its end, months of lack after the last step. */
  const strength = new Float64Array(stops.length * S);
  const [end, after] = [new Float64Array(stops.length), new Float64Array(stops.length)];
  const strongest = new Float64Array(S);

  const readStop = (i: number, draw: Draw | null): void => {
    const stop = stops[i]!;
    for (let s = 0; s < S; s++) strength[i * S + s] = strengthOver(stop, from[s]!, from[s]! + width[s]!, draw);
    end[i] = endOf(stop, draw);
    after[i] = beyond(stop, end[i], lengthOf(steps), draw);
  };

  /** Tells the end of some stops in the steps in which they are in force. */
  const tell = ({ here, places }: Group): void => {
    let [begin, until, months] = [Number.POSITIVE_INFINITY, 0, 0];
    strongest.fill(0);
    for (const i of here) {
      begin = Math.min(begin, Math.max(0, stops[i]!.start));
      until = Math.max(until, end[i]!);
      months = Math.max(months, after[i]!);
      for (let s = 0; s < S; s++) strongest[s] = Math.max(strongest[s]!, strength[i * S + s]!);
    }
    for (let s = S - 1; s >= 0; s--) {
      if (strongest[s] === 0) continue;
      months += strongest[s]! * width[s]!;
      for (const first of places) {
        length[first + s] = until - begin;
        left[first + s] = months / strongest[s]!;
      }
    }
  };

  const read = (draw: Draw | null): void => {
    length.fill(Number.NaN);
    left.fill(Number.POSITIVE_INFINITY);
    for (const i of watched) readStop(i, draw);
    for (const group of groups) tell(group);
  };
  read(null);
  return {
    length,
    left,
    read(draw) {
      if (changes) read(draw);
    },
  };
}

/** Stops, and the first of the steps of each place that they tell of. */
interface Group {
  readonly here: readonly number[];
  readonly places: number[];
}

function createGroups() {
  const groups = new Map<string, Group>();
  return {
    groups,
    add(here: readonly number[], place: number): void {
      if (here.length === 0) return;
      const same = groups.get(here.join());
      if (same) same.places.push(place);
      else groups.set(here.join(), { here, places: [place] });
    },
  };
}

/** The month in which a stop of known end is over. */
const endOf = (stop: Stop, draw: Draw | null): number =>
  stop.repair ? stop.start + repairMonths(stop.repair, draw) : stop.easing.at(-1)!.month;

/** Months of lack after the last step: repair comes gradually and counts half. */
const beyond = (stop: Stop, end: number, last: number, draw: Draw | null): number =>
  strengthOver(stop, last, last, draw) * Math.max(0, end - last) * (stop.repair ? 0.5 : 1);
