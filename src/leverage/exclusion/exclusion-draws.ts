import { groupBy } from "../../base/collections.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import { spreadOf } from "../draw/monte-carlo.ts";
import { keyOf, uniform } from "../draw/random.ts";
import { type ExclusionQuestion, type KeyedBounds, unknownHolder, unknownTerms } from "./exclusion-exposure.ts";
import type { ExclusionCell } from "./exclusion-matrix.ts";

export interface ExclusionDrawOptions {
  readonly seed: number;
  readonly draws: number;
}

/** Exposures in draw order: shares of the value 0..1, and USD a year. */
export interface ExclusionDraws {
  readonly part: Float64Array;
  readonly usd: Float64Array;
}

/**
 * Monte Carlo run of {@link exclusionExposure}: intervals drawn evenly, equal keys once per draw; all in-force chances share one position,
 * having one survival table; holders of unknown licence status are licensed to an even part. Draws depend on seed, number and key alone.
 * O(draws · clusters).
 */
export function drawExclusion(question: ExclusionQuestion, { seed, draws }: ExclusionDrawOptions): ExclusionDraws {
  const kernel = compile(question);
  const part = new Float64Array(draws);
  const usd = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    const at = (name: number): number => uniform(seed, draw, name);
    const drawn: Draw = ({ low, high, name }) => low + at(name) * (high - low);
    part[draw] = 1 - kernel.holders.reduce((free, holder) => free * (1 - drawHolder(holder, drawn, at)), 1);
    usd[draw] = part[draw]! * drawn(kernel.value);
  }
  return { part, usd };
}

/** Median and 80% interval; `null` without draws. Keeps the order of draws. */
export function drawnInterval(values: Float64Array): (Bounds & { readonly median: number }) | null {
  if (values.length === 0) return null;
  const [low, median, high] = spreadOf(values);
  return { low, median, high };
}

/** USD a year by draw, summed over products of known value; `null` without any. */
export function drawCell({ products }: Pick<ExclusionCell, "products">, options: ExclusionDrawOptions): Float64Array | null {
  const known = products.filter(({ usd }) => usd !== null);
  if (known.length === 0) return null;
  const sum = new Float64Array(options.draws);
  for (const { question } of known) {
    drawExclusion(question!, options).usd.forEach((usd, draw) => {
      sum[draw]! += usd;
    });
  }
  return sum;
}

interface Drawable extends Bounds {
  readonly name: number;
}

type Draw = (interval: Drawable) => number;

type DrawnHolder = ReturnType<typeof compile>["holders"][number];

const standing = keyOf("in force");

function compile({ clusters, technologies, holders, value }: ExclusionQuestion) {
  const named = ({ low, high, key }: KeyedBounds, otherwise: string): Drawable => ({ low, high, name: keyOf(key ?? otherwise) });
  return {
    value: named(value, "value"),
    holders: [...groupBy(clusters, ({ holder }) => holder)].map(([holder, own]) => {
      const { granted, licensed: ofHolder } = holders.get(holder) ?? unknownHolder;
      return {
        granted: named(granted, `granted|${holder}`),
        licence: keyOf(`licence|${holder}`),
        clusters: own.flatMap(({ technology, inForce, licensed = ofHolder }) => {
          if (licensed === true) return [];
          const { valid, readOn, designAround } = technologies.get(technology) ?? unknownTerms;
          return [
            {
              denied: licensed === false,
              inForce: inForce.map(({ low, high }) => ({ low, high, name: standing })),
              valid: named(valid, `valid|${technology}`),
              readOn: named(readOn, `read-on|${technology}`),
              designAround: named(designAround, `design-around|${technology}`),
            },
          ];
        }),
      };
    }),
  };
}

function drawHolder({ granted, licence, clusters }: DrawnHolder, drawn: Draw, at: (name: number) => number): number {
  let [denied, all] = [1, 1];
  for (const cluster of clusters) {
    const q = cluster.inForce.reduce((most, each) => Math.max(most, drawn(each)), 0);
    const free = 1 - q * drawn(cluster.valid) * drawn(cluster.readOn) * (1 - drawn(cluster.designAround));
    all *= free;
    if (cluster.denied) denied *= free;
  }
  return drawn(granted) * (1 - denied + at(licence) * (denied - all));
}
