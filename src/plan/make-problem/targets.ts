import type { Weights } from "../cells/home.ts";
import { topPart } from "../cells/yields.ts";
import type { Economics } from "../economics.ts";
import { slopeAt } from "../plan-value.ts";
import type { PlanTarget, Segment } from "../problem.ts";
import { type Period, type Presence, periodId, periodsOf, presencesOf, targetId, worthOver } from "./periods.ts";
import type { BlockedSales, ExposureCurve, PlanChoices, TargetKind, TechnologyFacts } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";
import type { Timing } from "./timing.ts";

/** A target with its periods. */
export interface LastingTarget {
  readonly kind: TargetKind;
  readonly technology: TechnologyFacts;
  /** `null` for exposure and options. */
  readonly jurisdiction: string | null;
  /** Presence by launch year. */
  readonly presences: readonly Presence[];
  readonly periods: readonly (Period & PlanTarget)[];
}

/** Fall of the marginal value below which bargaining is one period. */
const even = 0.8;

/** Targets of a technology that its programmes can add to, in USD m, present value. */
export function lastingTargets(
  technology: TechnologyFacts,
  programmes: readonly MadeProgramme[],
  timing: Timing,
  { weights, years }: PlanChoices,
  economics: Economics,
): readonly LastingTarget[] {
  const { id, exposure, blocked, markets } = technology;
  const alone = programmes.filter(({ partner }) => partner === null);
  const most = (of: (programme: MadeProgramme) => number): number => alone.reduce((sum, each) => sum + of(each), 0);
  const [rate, horizon] = [economics.of("discount"), economics.of("horizon")];
  const target = (
    kind: TargetKind,
    jurisdiction: string | null,
    yearly: readonly Segment[],
    reach: { readonly most: number; readonly even: number },
  ): LastingTarget => {
    const presences = presencesOf(kind, timing, years, horizon);
    const last = slopeAt(yearly, reach.most * (1 - 1e-9));
    const all = periodsOf(presences, last >= reach.even * (yearly[0]?.slope ?? 0));
    const periods = all.filter((period) => worthOver(kind, period, rate) > 0);
    const name = targetId(kind, id, jurisdiction ?? undefined);
    const inPeriod = (period: Period): readonly Segment[] =>
      yearly.map(({ slope, width }) => ({ slope: slope * weights[kind] * worthOver(kind, period, rate), width }));
    return {
      kind,
      technology,
      jurisdiction,
      presences,
      periods: periods.map((period, at) => ({ ...period, id: periodId(name, at, periods.length), segments: inPeriod(period) })),
    };
  };
  return [
    ...(exposure === null
      ? []
      : [target("exposure", null, exposureSegments(id, exposure, economics), { most: most(({ brings }) => brings.supply), even: 1 })]),
    ...blocked.map((sales) =>
      target("freedom", sales.jurisdiction, freedomSegments(id, sales, economics), {
        most: most(({ cell }) => freedBy(technology, sales, cell.group, economics) ?? 0),
        even: 1,
      }),
    ),
    ...markets.map(({ jurisdiction, usd, weights: loaded }) => {
      const value = economics.pick(`market|${id}`, usd) * economics.of("royalty");
      const yearly = shareSegments(value, weightsOf(technology, loaded, programmes, economics));
      return target("bargaining", jurisdiction, yearly, { most: most(({ brings }) => brings.weight), even });
    }),
    target("option", null, optionSegments(technology, economics), { most: most(({ brings }) => brings.topTenth), even: 1 }),
  ];
}

/** Own yearly sales in a jurisdiction that a whole programme of a main group frees; `null` unknown. */
export function freedBy(
  { id, kind }: TechnologyFacts,
  { jurisdiction, byGroup }: BlockedSales,
  group: string,
  { of, pick }: Economics,
): number | null {
  const usd = byGroup.get(group);
  return usd === undefined ? null : pick(`blocked|${id}|${jurisdiction}|${group}`, usd) * of("freedom", id, kind);
}

/**
 * Own share of world supply against the yearly loss it avoids, times the chance of withholding per year (1 if already withheld). Upper
 * concave hull of the computed losses.
 */
function exposureSegments(id: string, { withheldNow, points }: ExposureCurve, { of, pick }: Economics): readonly Segment[] {
  const chance = withheldNow ? 1 : of("withheld", id);
  const losses = points.map(({ share, usd }) => ({ at: share, loss: pick(`exposure|${id}`, usd) }));
  return concave(losses.map(({ at, loss }) => ({ at, worth: Math.max(0, losses[0]!.loss - loss) * chance })));
}

/** Slopes of the upper hull of points with increasing `at` from 0. */
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

/** Own sales freed from others' patents, USD m a year, up to what they could block, times the yearly chance of enforcement. */
function freedomSegments(id: string, { jurisdiction, usd }: BlockedSales, { of, pick }: Economics): readonly Segment[] {
  const width = pick(`blocked|${id}|${jurisdiction}`, usd);
  return width > 0 ? [{ slope: of("asserted"), width }] : [];
}

/** Breakpoints of the linearised weight share, as shares of all that programmes can add. */
const cuts = [0, 0.05, 0.12, 0.25, 0.45, 0.7, 1];

/** `value · ((a₀ + a)/(A + a₀ + a) - a₀/(A + a₀))`: licence income goes by the share of own weight. */
function shareSegments(value: number, { others, own, most }: ReturnType<typeof weightsOf>): readonly Segment[] {
  const share = (added: number): number => (own + added) / (others + own + added);
  return concave(cuts.map((cut) => ({ at: cut * most, worth: value * (share(cut * most) - share(0)) })));
}

/**
 * Blocking weight in one jurisdiction: of others, of the home, and what programmes can add. Loaded weight is a lower bound of others'; of
 * the rest, or where its own is unknown, home has an assumed share.
 */
export function weightsOf({ id }: TechnologyFacts, loaded: Weights, programmes: readonly MadeProgramme[], { of }: Economics) {
  const others = Math.max(loaded.others ?? 0, of("others-weight", id));
  const part = of("own-part", id);
  const unloaded = loaded.own === null ? others : others - (loaded.others ?? 0);
  const alone = programmes.filter(({ partner }) => partner === null);
  return {
    others,
    own: (loaded.own ?? 0) + (unloaded * part) / (1 - part),
    most: alone.reduce((sum, { brings }) => sum + brings.weight, 0),
  };
}

/**
 * Value of original approaches by top-tenth families: one average whole programme is one approach; the second is worth half, further ones a
 * quarter.
 */
function optionSegments({ id, kind }: TechnologyFacts, { of }: Economics): readonly Segment[] {
  const families = of("families", id, kind) * topPart;
  return [1, 2, 4].map((fall, i) => ({ slope: of("option", id) / families / fall, width: i < 2 ? families : Number.POSITIVE_INFINITY }));
}
