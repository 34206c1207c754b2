import { pick } from "../../../base/collections.ts";
import type { Row } from "../../../base/tables.ts";
import { actPolicy, type DrawnPolicy, drawnPolicy } from "../../../leverage/acts/act-policy.ts";
import { type PostureWeights, postures } from "../../../leverage/acts/postures.ts";
import { drawnParameters, type LicenceClass } from "../../../leverage/draw/inputs.ts";
import { comesTrue, keyOf, uniform } from "../../../leverage/draw/random.ts";
import type { SupplyModel } from "../../../leverage/model.ts";
import { createSelfSupply } from "../../../leverage/own-supply.ts";
import { createParameterLookup, createUserLookup, defaultOf, missingDefault, userParameters } from "../../../leverage/parameters.ts";
import { drawnRepair, repairEnds, repairLike } from "../../../leverage/repair.ts";
import { actScope } from "../../../link/parameter-domains.ts";
import type { Technology } from "../../../measure/supply/supply-map.ts";
import type { Shock } from "./shock.ts";

export interface Range {
  readonly low: number;
  readonly high: number;
}

export type Drawer = (draw: number) => number;

export interface UsedParameter extends Range {
  readonly technology: string;
  readonly parameter: string;
  readonly unit: string;
  /** Document of a technology's own figure; `null` for a default or a licence-policy class. */
  readonly source: string | null;
  readonly grade: string;
  readonly reason: string | null;
}

/** Parameters of one event; equal keys share a draw, so all rows see the same value. */
export interface KnownParameters {
  readonly model: SupplyModel;
  readonly seed: number;
  readonly draws: number;
  /** A technology's own interval as known before the event, else the default of its supply mode. */
  parameter(technology: Technology, name: string): Drawer;
  /** 1 in draws where others fill the gap at all, else 0. */
  chance(technology: Technology): Drawer;
  /** What an act of a class withholds of a technology, by draw; the same draws as in the time model. */
  withheld(technology: Technology, name: LicenceClass, act: string): (draw: number) => DrawnPolicy;
  /** Months to repair an outage, from earlier ones of the same cause. */
  repair(technology: Pick<Technology, "id">, shock: Pick<Shock, "cause" | "from">): Drawer;
  /** Notes what the time model draws for a technology stopped by an act of this class, or by an outage (`null`). */
  noteCourse(technology: Technology, name: LicenceClass | null): void;
  /** Notes what the time model draws for a target as user of a technology. */
  noteUser(technology: Technology, code: string): void;
  /** Notes the shares and places of production that a prediction reads. */
  noteFigures(figures: readonly UsedFigure[]): void;
  /** A quantity known only to lie in an interval. */
  within(range: Range, key: string): Drawer;
  used(): readonly UsedParameter[];
  figures(): readonly UsedFigure[];
}

/** Prepares a model's parameters for drawing. Drawers throw LM_ATLAS_INVALID if a default is missing. */
export function knownParameters(model: SupplyModel, seed: number, draws: number): KnownParameters {
  const lookup = createParameterLookup(model.map);
  const used = new Map<string, UsedParameter>();
  const figures = new Set<UsedFigure>();
  const within = ({ low, high }: Range, name: string): Drawer => {
    const key = keyOf(name);
    return low === high ? () => low : (draw) => low + (high - low) * uniform(seed, draw, key);
  };
  const note = (technology: string, row: Row<"parameter"> | Row<"default_parameter">): Range => {
    const own = "source" in row;
    const [low, high] = [row.low ?? Number.NaN, row.high ?? Number.NaN];
    const provenance = own
      ? { source: row.source, grade: row.grade, reason: null }
      : { source: null, grade: "assumed", reason: row.reason };
    used.set(`${technology}|${row.parameter}`, { technology, parameter: row.parameter, low, high, unit: row.unit, ...provenance });
    return { low, high };
  };
  const noteAct = (technology: Technology, name: LicenceClass): void => {
    for (const parameter of ["first-permits", "withheld-at-first"]) note(technology.id, defaultOf(model.map, actScope, parameter));
    if (name === "ban") note(technology.id, lookup(technology, "leakage")?.row ?? defaultOf(model.map, actScope, "leakage"));
    else used.set(`${technology.id}|${name}`, postureParameter(technology.id, name, model.acts.postures[name]));
  };
  const noteFound = (technology: string, parameter: string, found: FoundFigure | null | undefined): void => {
    const row = found?.rows.at(-1);
    if (!found || !row) return;
    const { source, grade, unit = "fraction" } = row;
    used.set(`${technology}|${parameter}`, { technology, parameter, ...pick(found, "low", "high"), unit, source, grade, reason: null });
  };
  const userLookup = createUserLookup(model.map);
  const selfSupply = createSelfSupply(model.map);
  const rangeOf = (technology: Technology, name: string): Range => {
    const found = lookup(technology, name);
    return note(technology.id, found?.row ?? missingDefault(technology.mode, name));
  };
  return {
    model,
    seed,
    draws,
    within,
    parameter: (technology, name) => within(rangeOf(technology, name), `${technology.id}|${name}`),
    chance: (technology) => {
      const [{ low, high }, key] = [rangeOf(technology, "recovery-chance"), keyOf(`${technology.id}|recovery-chance`)];
      return (draw) => comesTrue(uniform(seed, draw, key), low, high);
    },
    withheld: (technology, name, act) => {
      noteAct(technology, name);
      const policy = actPolicy(model.acts, act, name, technology.index);
      return (draw) => drawnPolicy(policy, { seed, draw });
    },
    repair: (technology, { cause, from }) => {
      const [repair, key] = [repairLike(model.map.rows.outage, cause, from), keyOf(`${technology.id}|repair`)];
      const [[low, high], reason] = [repairEnds(repair), `${repair.length} plants that were hit before`];
      const provenance = { source: null, grade: "derived", reason };
      used.set(`${technology.id}|repair-time`, {
        technology: technology.id,
        parameter: "repair-time",
        low,
        high,
        unit: "months",
        ...provenance,
      });
      return (draw) => drawnRepair(repair, uniform(seed, draw, key));
    },
    noteCourse: (technology, name) => {
      for (const parameter of drawnParameters) {
        const found = lookup(technology, parameter);
        if (found) note(technology.id, found.row);
      }
      if (name !== null) noteAct(technology, name);
    },
    noteUser: (technology, code) => {
      for (const name of userParameters) noteFound(technology.id, `${name} of ${code}`, userLookup(technology, name, code));
      noteFound(technology.id, `self-supply of ${code}`, selfSupply(technology.id, code));
    },
    noteFigures: (read) => {
      for (const figure of read) figures.add(figure);
    },
    figures: () => [...figures],
    used: () => [...used.values()],
  };
}

const postureParameter = (technology: string, name: LicenceClass, weights: PostureWeights): UsedParameter => ({
  technology,
  parameter: "withheld-fraction",
  low: 0,
  high: 1,
  unit: "fraction",
  source: null,
  grade: "assumed",
  reason: `${name}, by acts known before: ${postures.map((posture, i) => `${posture} ${weights[i]!.toFixed(2)}`).join(", ")}`,
});

/** Its last row names the source. */
interface FoundFigure extends Range {
  readonly rows: readonly (UsedFigure & { readonly unit?: string })[];
}

export interface UsedFigure {
  readonly source: string | null;
  readonly grade: string;
}

/** Figures on the suppliers of some technologies. */
export const shareFigures = ({ map }: SupplyModel, technologies: Iterable<number>): readonly UsedFigure[] =>
  Array.from(technologies).flatMap((t) => map.technologies[t]!.supply?.rows ?? []);

/** Figures on production and use of final products by economies or groups. */
export function placeFigures({ map }: SupplyModel, codes: readonly string[], products: readonly number[]): readonly UsedFigure[] {
  const ids = products.map((t) => map.technologies[t]!.id);
  return map.rows.product_place.filter(({ product, economy }) => ids.includes(product) && codes.includes(economy));
}
