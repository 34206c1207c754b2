import type { Interval } from "../../base/numbers.ts";
import { type ExclusionQuestion, exclusionExposure, type KeyedBounds } from "../../leverage/exclusion/exclusion-exposure.ts";
import type { ExclusionWorld, MarketCluster } from "../../leverage/exclusion/exclusion-market.ts";
import { kindsOf } from "../../leverage/exclusion/product-exclusion.ts";

const sure: KeyedBounds = { low: 1, high: 1 };

/**
 * Chance that claims which a home holds today stop a sale that needs some technologies, once exclusion is granted for sure: as in exclusion
 * exposure, in the middle as in its draws, where a holder of unknown licence status is licensed for half.
 */
export function heldChance(
  world: ExclusionWorld,
  offices: readonly string[],
  clusters: readonly MarketCluster[],
  needed: ReadonlySet<string>,
): Interval {
  const kindOf = kindsOf(world);
  const own = clusters.filter(({ technology, alive }) => needed.has(technology) && alive.length > 0);
  if (own.length === 0) return [0, 0, 0];
  const exposure = (at: (bounds: KeyedBounds) => KeyedBounds) => {
    const question: ExclusionQuestion = {
      value: sure,
      clusters: own.map(({ holder, technology, inForce }) => ({ holder, technology, inForce: inForce.map(at) })),
      technologies: new Map(
        own.map(({ technology }) => [
          technology,
          {
            valid: at(world.terms.valid(offices)),
            readOn: at(world.terms.readOn(kindOf(technology))),
            designAround: at(world.terms.designAround(kindOf(technology))),
          },
        ]),
      ),
      holders: new Map(own.map(({ holder }) => [holder, { granted: sure, licensed: world.licensed(holder) }])),
      royalty: null,
      delay: null,
    };
    return exclusionExposure(question);
  };
  const { low, high } = exposure((bounds) => bounds).part;
  const halved = exposure(({ low: least, high: most }) => ({ low: (least + most) / 2, high: (least + most) / 2 }));
  const free = halved.holders.reduce((left, { part }) => left * (1 - (part.low + part.high) / 2), 1);
  return [low, 1 - free, high];
}
