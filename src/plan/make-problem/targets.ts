import { topPart } from "../cells/yields.ts";
import type { Economics } from "../economics.ts";
import type { PlanTarget, Segment } from "../problem.ts";
import type { BlockedSales, ExposureCurve, PlanChoices, TechnologyFacts } from "./plan-facts.ts";
import { type MadeProgramme, targetId } from "./programmes.ts";
import { annuity } from "./timing.ts";

/** The targets of a technology that programmes of it may add to, worth in USD m, present value. */
export function targetsOf(
  technology: TechnologyFacts,
  programmes: readonly MadeProgramme[],
  { weights }: PlanChoices,
  economics: Economics,
): readonly PlanTarget[] {
  const whole = annuity(0, economics.of("horizon"), economics.of("discount"));
  const { id, kind } = technology;
  const weighed = (weight: number, segments: readonly Segment[]): readonly Segment[] =>
    segments.map(({ slope, width }) => ({ slope: slope * weight, width }));
  const target = (name: string, weight: number, segments: readonly Segment[]): PlanTarget => ({
    id: name,
    segments: weighed(weight, segments),
  });
  return [
    ...(technology.exposure === null
      ? []
      : [target(targetId("exposure", id), weights.exposure, exposureSegments(id, technology.exposure, whole, economics))]),
    ...technology.blocked.map((blocked) =>
      target(targetId("freedom", id, blocked.jurisdiction), weights.freedom, freedomSegments(id, blocked, whole, economics)),
    ),
    ...technology.markets.map(({ jurisdiction, usd }) => {
      const value = economics.pick(`market|${id}|${jurisdiction}`, usd) * economics.of("royalty") * whole;
      return target(targetId("bargaining", id, jurisdiction), weights.bargaining, shareSegments(technology, value, programmes, economics));
    }),
    target(
      targetId("option", id),
      weights.option,
      optionSegments(economics.of("option", id), economics.of("families", id, kind) * topPart),
    ),
  ];
}

/**
 * Own supply built up, in parts of world supply held over the whole horizon: worth the loss that it takes away, times the chance that the technology is
 * withheld in a year, 1 where it is already. The least concave function above the losses that were computed.
 */
function exposureSegments(id: string, { withheldNow, points }: ExposureCurve, whole: number, { of, pick }: Economics): readonly Segment[] {
  const chance = withheldNow ? 1 : of("withheld", id);
  const losses = points.map(({ share, usd }) => ({ at: share, loss: pick(`exposure|${id}`, usd) }));
  const removed = losses.map(({ at, loss }) => ({ at, worth: Math.max(0, losses[0]!.loss - loss) * chance * whole }));
  return concave(removed);
}

/** Slopes of the upper hull of points that rise in `at` from 0. */
export function concave(points: readonly { readonly at: number; readonly worth: number }[]): readonly Segment[] {
  const slope = (a: (typeof points)[number], b: (typeof points)[number]): number => (b.worth - a.worth) / (b.at - a.at);
  const hull: (typeof points)[number][] = [];
  for (const point of points) {
    while (hull.length > 1 && slope(hull.at(-2)!, hull.at(-1)!) <= slope(hull.at(-1)!, point)) hull.pop();
    hull.push(point);
  }
  return hull.slice(1).flatMap((point, i) => {
    const before = hull[i]!;
    return point.worth > before.worth ? [{ slope: slope(before, point), width: point.at - before.at }] : [];
  });
}

/** Own sales that others' patents could stop and no longer can, USD m a year: never more than what they could, times the chance that somebody does in a year. */
function freedomSegments(id: string, { jurisdiction, usd }: BlockedSales, whole: number, { of, pick }: Economics): readonly Segment[] {
  const width = pick(`blocked|${id}|${jurisdiction}`, usd);
  return width > 0 ? [{ slope: whole * of("asserted"), width }] : [];
}

/** Where the share of blocking weight is cut into lines, as parts of all that the programmes can add. */
const cuts = [0, 0.05, 0.12, 0.25, 0.45, 0.7, 1];

/** `value · ((a₀ + a)/(A + a₀ + a) - a₀/(A + a₀))`: what others pay for goes by the share of own weight in all. */
function shareSegments(
  technology: TechnologyFacts,
  value: number,
  programmes: readonly MadeProgramme[],
  economics: Economics,
): readonly Segment[] {
  const { others, own, most } = weightsOf(technology, programmes, economics);
  const share = (added: number): number => (own + added) / (others + own + added);
  return concave(cuts.map((cut) => ({ at: cut * most, worth: value * (share(cut * most) - share(0)) })));
}

/** Blocking weight of all others, of the home, and what the programmes of the technology can add. What is loaded is the least that others have. */
export function weightsOf(technology: TechnologyFacts, programmes: readonly MadeProgramme[], economics: Economics) {
  const others = Math.max(technology.othersWeight ?? 0, economics.of("others-weight", technology.id));
  const alone = programmes.filter(({ partner }) => partner === null);
  return { others, own: technology.ownWeight, most: alone.reduce((sum, { brings }) => sum + brings.weight, 0) };
}

/**
 * By families in the top tenth: as many as a whole programme of average chance has are an approach, and each further approach to a technology is worth half of the one before,
 * from the third on a quarter of the first.
 */
const optionSegments = (first: number, families: number): readonly Segment[] =>
  [1, 2, 4].map((fall, i) => ({ slope: first / families / fall, width: i < 2 ? families : Number.POSITIVE_INFINITY }));
