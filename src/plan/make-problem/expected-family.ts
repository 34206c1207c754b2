import { recentYears } from "../cells/cell-activity.ts";
import { dampedYears } from "../cells/damped-trend.ts";
import { kindScopes } from "../cells/family-kind.ts";
import { topPart } from "../cells/yields.ts";
import type { Economics } from "../economics.ts";
import type { PlanCell } from "./plan-facts.ts";

/** What is expected of one family of a programme. */
export interface ExpectedFamily {
  /** Citations over those of an average family, 1. */
  readonly cited: number;
  /** Chance to be in the top tenth. */
  readonly topTenth: number;
}

/** Years over which a family's citations are counted. */
const citedYears = 5;

/**
 * What a family of a cell may be expected to come to. Its chance `p` of the top tenth is that of the cell's recent families. With `T` the part of all citations that the
 * top tenth has, such families are cited `(1 - p) (1 - T) / 0.9 + p T / 0.1` times as often as the average, 1 at `p = 0.1`. What `n` families of the cell were cited
 * themselves over all of the technology, `c`, counts against that as `n` to `k` (credibility, Bühlmann 1967): `(n c + k …) / (n + k)`. Both times what growth adds to those who may cite.
 * @param paid years over which the programme files
 */
export function expectedFamily({ cell, cited, growth }: PlanCell, paid: number, economics: Economics): ExpectedFamily {
  const { technology, id } = cell;
  const { of, pick } = economics;
  const chance = topTenthOf(cell, economics);
  const part = of("top-part", technology);
  const predicted = ((1 - chance) * (1 - part)) / (1 - topPart) + (chance * part) / topPart;
  const record = of("own-record", technology);
  const expected = cited.mean === null ? predicted : (cited.of * cited.mean + record * predicted) / (cited.of + record);
  const later = Math.exp(
    (of("growth-kept", technology) * (growth === null ? 0 : pick(`growth|${id}`, growth)) * yearsOn(paid)) / recentYears,
  );
  return { cited: expected * later, topTenth: Math.min(1, chance * later) };
}

/** Recent families of known originality from which on they tell of those that come. */
const enough = 10;

/** The mean of the chances of the cell's recent families, each by its originality and team; of too few that of a family of which neither is known. */
function topTenthOf({ technology, mix }: PlanCell["cell"], { of }: Economics): number {
  const count = (kinds: PlanCell["cell"]["mix"]): number => kinds.reduce((sum, { families }) => sum + families, 0);
  const isKnown = count(mix.filter(({ tercile }) => tercile !== null)) >= enough;
  const kinds = isKnown ? mix : [{ tercile: null, team: null, families: 1 }];
  return kinds.reduce((sum, kind) => sum + kind.families * of("top-tenth", ...kindScopes(technology, kind)), 0) / count(kinds);
}

/**
 * Years of growth from the middle of the last five years to when families are cited, damped from the last year on: half of the years in which the programme
 * files and half of those in which citations count.
 */
const yearsOn = (paid: number): number => (recentYears - 1) / 2 + dampedYears((paid + citedYears) / 2);
