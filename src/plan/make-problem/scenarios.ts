import type { Economics } from "../economics.ts";
import type { PlanScenario } from "../problem.ts";
import { lapsing, presenceOf } from "./periods.ts";
import type { PlanFacts, TechnologyFacts } from "./plan-facts.ts";
import type { MadeProgramme } from "./programmes.ts";
import { type LastingTarget, weightsOf } from "./targets.ts";
import type { Timing } from "./timing.ts";

/** One uncertain event: its chance and its multipliers of targets. */
interface Turn {
  readonly name: string;
  readonly chance: number;
  readonly factor: (kind: "exposure" | "bargaining", technology: TechnologyFacts, jurisdiction: string | null) => number;
}

const one = (): number => 1;

/**
 * All combinations of uncertain events: more is withheld within the horizon, others follow, first volume use is early or late (where a clock
 * is known). Over the first and the last the mean of a target equals its baseline.
 */
export function scenariosOf(
  { technologies, firstYear }: Pick<PlanFacts, "technologies" | "firstYear">,
  targets: readonly LastingTarget[],
  programmesOf: ReadonlyMap<string, readonly MadeProgramme[]>,
  timings: ReadonlyMap<string, Timing>,
  economics: Economics,
): readonly PlanScenario[] {
  const taken = technologies.filter(({ id }) => programmesOf.has(id));
  const turns = [
    withheldTurns(economics),
    followTurns((technology, jurisdiction) => {
      const { weights } = technology.markets.find((market) => market.jurisdiction === jurisdiction)!;
      return weightsOf(technology, weights, programmesOf.get(technology.id) ?? [], economics);
    }, economics),
    ...(taken.some(({ clock, markets }) => clock !== null && markets.length > 0) ? [clockTurns(firstYear, timings, economics)] : []),
  ];
  const all = turns.reduce<readonly (readonly Turn[])[]>(
    (before, next) => before.flatMap((each) => next.map((turn) => [...each, turn])),
    [[]],
  );
  return all.map((each) => ({
    id: each.map(({ name }) => name).join(", "),
    probability: each.reduce((product, { chance }) => product * chance, 1),
    scale: targets.flatMap(({ kind, technology, jurisdiction, periods }) =>
      kind === "freedom" || kind === "option"
        ? []
        : periods.map(({ id }) => ({
            target: id,
            factor: each.reduce((product, turn) => product * turn.factor(kind, technology, jurisdiction), 1),
          })),
    ),
  }));
}

function withheldTurns({ of }: Economics): readonly Turn[] {
  const chance = Math.min(1 - 1e-6, 1 - (1 - of("withheld")) ** of("horizon"));
  if (chance === 0) return [{ name: "nothing more is withheld", chance: 1, factor: one }];
  const factor =
    (open: number): Turn["factor"] =>
    (kind, { exposure }) =>
      kind === "exposure" && exposure !== null && !exposure.withheldNow ? open : 1;
  return [
    { name: "more is withheld", chance, factor: factor(1 / chance) },
    { name: "nothing more is withheld", chance: 1 - chance, factor: factor(0) },
  ];
}

/**
 * Multiplier of the gain in weight share where others' weight doubles: `a` adds `a A / ((A + a₀)(A + a₀ + a))`, evaluated at half of what
 * programmes can add.
 */
function followTurns(
  weights: (technology: TechnologyFacts, jurisdiction: string | null) => ReturnType<typeof weightsOf>,
  { of }: Economics,
): readonly Turn[] {
  const chance = of("others-follow");
  const less: Turn["factor"] = (kind, technology, jurisdiction) => {
    if (kind !== "bargaining") return 1;
    const { others, own, most } = weights(technology, jurisdiction);
    const gain = (theirs: number): number => theirs / ((theirs + own) * (theirs + own + most / 2));
    return gain(2 * others) / gain(others);
  };
  return [
    { name: "others follow", chance, factor: less },
    { name: "others stay", chance: 1 - chance, factor: one },
  ];
}

/** Multiplier of the first launches' earnings for an early or late clock, around its mean. */
function clockTurns(firstYear: number, timings: ReadonlyMap<string, Timing>, { of }: Economics): readonly Turn[] {
  const [rate, horizon, lapse] = [of("discount"), of("horizon"), of("lapse")];
  const earned = (id: string, clock: number): number =>
    lapsing(presenceOf("bargaining", { ...timings.get(id)!, firstUse: clock - firstYear }, 0, horizon), rate, lapse);
  const factor =
    (end: 0 | 2): Turn["factor"] =>
    (kind, { id, clock }) => {
      if (kind !== "bargaining" || clock === null) return 1;
      const mean = (earned(id, clock[0]) + earned(id, clock[2])) / 2;
      return mean > 0 ? earned(id, clock[end]) / mean : 1;
    };
  return [
    { name: "clock early", chance: 0.5, factor: factor(0) },
    { name: "clock late", chance: 0.5, factor: factor(2) },
  ];
}
