import { groupBy } from "../../base/collections.ts";
import { quantile } from "../../measure/bootstrap.ts";
import { leastKnown } from "../../measure/patents/follow-up.ts";
import { type Candidate, type CandidateContext, type CandidateReason, type ReasonKind, reasonKinds, thresholds } from "./candidate.ts";
import type { Cell, CellExample } from "./cell.ts";
import { type Activity, activityOf, addActivities, relativeGrowth } from "./cell-activity.ts";
import { type Home, type HomePosition, homePositionOf } from "./home.ts";

const neighbourhood = ({ technology, group }: Cell): string => `${technology}/${group.slice(0, 4)}`;

/**
 * Cells with a reason for them, with all reasons for and against, ordered by id. The rules are the same for every home; unknowns give no
 * reason.
 */
export function candidatesOf(given: readonly Cell[], home: Home, context: CandidateContext): readonly Candidate[] {
  const cells = [...given].sort((a, b) => (a.id < b.id ? -1 : 1));
  const activity = new Map(cells.map((cell) => [cell, activityOf(cell, context.year)]));
  const all = addActivities([...activity.values()]);
  const near = groupBy(cells, neighbourhood);
  const recent = cells.filter(({ families }) => families !== null).map((cell) => activity.get(cell)!.recent);
  const original = cells.flatMap(({ originality: { mean, of } }) => (mean !== null && of >= thresholds.originalFamilies ? mean : []));
  const bounds = {
    crowdedFrom: quantileOf(recent, thresholds.crowdedQuantile) ?? 0,
    originalFrom: quantileOf(original, thresholds.originalQuantile),
  };
  return cells
    .map((cell): Candidate => {
      const own = activity.get(cell)!;
      const others = { recent: all.recent - own.recent, before: all.before - own.before };
      const neighbours = cell.group === "" ? [] : near.get(neighbourhood(cell))!.filter((other) => other !== cell);
      const position = homePositionOf(cell, home);
      return { cell, home: position, reasons: reasonsOf(cell, position, { neighbours, others, ...bounds }, context) };
    })
    .filter(({ reasons }) => reasons.some(({ kind }) => reasonKinds[kind] === "for"));
}

function quantileOf(values: readonly number[], part: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? null : quantile(sorted, part);
}

interface CellSurroundings {
  /** Other main groups of the same subclass in the same technology. */
  readonly neighbours: readonly Cell[];
  /** Families of all other cells. */
  readonly others: Activity;
  /** Thresholds for crowded cells and high originality; `null` without any data. */
  readonly crowdedFrom: number;
  readonly originalFrom: number | null;
}

type Judge = (cell: Cell, home: HomePosition, around: CellSurroundings, context: CandidateContext) => CandidateReason | null;

/** Reasons that apply to a cell, in fixed order. */
function reasonsOf(...of: Parameters<Judge>): readonly CandidateReason[] {
  return Object.values(judges).flatMap((judge) => judge(...of) ?? []);
}

const reason = (kind: ReasonKind, figures: CandidateReason["figures"], examples: readonly CellExample[]): CandidateReason => {
  return { kind, figures, examples };
};

const worthReason = (kind: ReasonKind, usd: number | null | undefined): CandidateReason | null =>
  typeof usd === "number" && usd >= thresholds.usd ? reason(kind, { usd }, []) : null;

const judges: Readonly<Record<ReasonKind, Judge>> = {
  "white-space": (cell, _, { neighbours }, { year }) => {
    if (cell.families === null) return null;
    const active = neighbours.filter((each) => activityOf(each, year).recent >= thresholds.activeFamilies);
    if (active.length === 0) return null;
    const mean = active.reduce((sum, each) => sum + activityOf(each, year).recent, 0) / active.length;
    const { recent } = activityOf(cell, year);
    if (recent >= thresholds.whitePart * mean) return null;
    const examples = active.flatMap(({ examples }) => examples.slice(0, 1));
    return reason("white-space", { recent, neighbours: active.length, neighboursMean: mean }, examples);
  },
  rising: (cell, _, { others }, { year }) => {
    const own = activityOf(cell, year);
    const growth = relativeGrowth(own, others);
    return growth !== null && growth.low > 1 ? reason("rising", { ...own, ...growth }, cell.examples) : null;
  },
  "expiring-blockers": (cell, home) => {
    const { lapsing, judged } = cell.lapsing;
    const families = cell.families ?? 0;
    const of = judged >= thresholds.lapsingKnown * families ? judged : families;
    if (lapsing === 0 || lapsing < thresholds.lapsingPart * of || home.families === families) return null;
    const weight = home.othersWeight === null ? {} : { othersWeight: home.othersWeight };
    return reason("expiring-blockers", { lapsing, judged, families, ...weight }, cell.examples);
  },
  original: (cell, _, { originalFrom }) => {
    const { mean, of } = cell.originality;
    if (mean === null || originalFrom === null || of < thresholds.originalFamilies || mean < originalFrom) return null;
    return reason("original", { mean, of, from: originalFrom }, cell.examples);
  },
  "own-base": (cell, { families, weight }) =>
    families ? reason("own-base", { families, ...(weight === null ? {} : { weight }) }, cell.examples) : null,
  talent: (_, { inventors, allInventors }) =>
    inventors !== null && inventors >= thresholds.homeInventors ? reason("talent", { inventors, allInventors: allInventors! }, []) : null,
  clock: ({ technology }, _, __, { clock, year }) => {
    const first = clock.get(technology);
    if (first === undefined || (first.high ?? first.low) <= year) return null;
    return reason("clock", { low: first.low, ...(first.high === null ? {} : { high: first.high }) }, []);
  },
  exposure: ({ technology }, _, __, { exposure }) => worthReason("exposure", exposure.get(technology)),
  freedom: ({ technology }, _, __, { freedom }) => worthReason("freedom", freedom.get(technology)),
  dependence: ({ technology }, _, __, { dependence }) => worthReason("dependence", dependence.get(technology)),
  crowded: (cell, _, { crowdedFrom }, { year }) => {
    const { recent } = activityOf(cell, year);
    if (recent < Math.max(thresholds.crowdedFamilies, crowdedFrom) || cell.holders.length < thresholds.crowdedHolders) return null;
    const spread = cell.concentration === null ? {} : { concentration: cell.concentration };
    return reason("crowded", { recent, holders: cell.holders.length, ...spread }, cell.examples);
  },
  thicket: ({ thickets, families, examples }) => (thickets && families ? reason("thicket", { triples: thickets }, examples) : null),
  "others-block": (cell, { weight, othersWeight }) => {
    if (weight === null || othersWeight === null || othersWeight === 0) return null;
    const part = othersWeight / (othersWeight + weight);
    return part < thresholds.blockedPart ? null : reason("others-block", { othersWeight, part }, cell.examples);
  },
  "follow-up": ({ followUp: { followUp, judged }, examples }) =>
    judged >= leastKnown && followUp >= thresholds.followUpPart * judged ? reason("follow-up", { followUp, judged }, examples) : null,
};
