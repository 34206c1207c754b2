import type { Row } from "../../base/tables.ts";
import type { Technology } from "../../measure/supply/supply-map.ts";
import { drawnParameters, type LicenceClass } from "../draw/inputs.ts";
import { comesTrue, keyOf, uniform } from "../draw/random.ts";
import type { SupplyModel } from "../model.ts";
import { createParameterLookup, createUserLookup, defaultOf, missingDefault, userParameters, usualRepair } from "../parameters.ts";
import type { UsedFigure } from "./figures.ts";

/** An interval, both ends included. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** A number of one draw, 0.. */
export type Drawer = (draw: number) => number;

/** A parameter that a prediction rests on. */
export interface UsedParameter extends Range {
  readonly technology: string;
  readonly parameter: string;
  readonly unit: string;
  /** Document of a technology's own figure; `null` for a default of its kind of supply, or a class of licence policy. */
  readonly source: string | null;
  readonly grade: string;
  readonly reason: string | null;
}

/** The parameters of one event, each by the key that draws it, so that all its rows see the same draw. */
export interface KnownParameters {
  readonly model: SupplyModel;
  readonly seed: number;
  readonly draws: number;
  /** A parameter of a technology: its own interval as known before the event, else the default of its kind of supply. */
  parameter(technology: Technology, name: string): Drawer;
  /** 1 in the draws in which others come to fill the gap at all, else 0. */
  chance(technology: Technology): Drawer;
  /** Part of supply that a class of licence policy withholds. */
  withheld(technology: Technology, name: LicenceClass): Drawer;
  /** Months to repair what an outage hit: one interval for all, from plants that were hit before. */
  repair(technology: Technology): Drawer;
  /** Notes all that the model over time draws of a technology that an act of this class, or an outage (`null`), stops. */
  noteCourse(technology: Technology, name: LicenceClass | null): void;
  /** Notes what the model over time draws of a target as a user of a technology. */
  noteUser(technology: Technology, code: string): void;
  /** Notes figures of shares and places of making that a prediction reads. */
  noteFigures(figures: readonly UsedFigure[]): void;
  /** Something that is known to lie in an interval and no more. */
  within(range: Range, key: string): Drawer;
  /** What has been asked for so far, each once. */
  used(): readonly UsedParameter[];
  /** What the figures noted so far rest on. */
  figures(): readonly UsedFigure[];
}

/** Makes the parameters of a model ready to be drawn. Each drawer throws LM_ATLAS_INVALID where the defaults lack its row. */
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
  const userLookup = createUserLookup(model.map);
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
    withheld: (technology, name) => {
      const range = note(technology.id, defaultOf(model.map, name, "withheld-fraction"));
      return within(range, `${technology.id}|withheld|${name}`);
    },
    repair: (technology) => within(note(technology.id, usualRepair(model.map)), `${technology.id}|repair`),
    noteCourse: (technology, name) => {
      for (const parameter of drawnParameters) {
        const found = lookup(technology, parameter);
        if (found) note(technology.id, found.row);
      }
      if (name !== null) note(technology.id, defaultOf(model.map, name, "withheld-fraction"));
    },
    noteUser: (technology, code) => {
      for (const name of userParameters) {
        const [found, parameter] = [userLookup(technology, name, code), `${name} of ${code}`];
        if (!found) continue;
        const { unit, source, grade } = found.rows.at(-1)!;
        const { low, high } = found;
        used.set(`${technology.id}|${parameter}`, { technology: technology.id, parameter, low, high, unit, source, grade, reason: null });
      }
    },
    noteFigures: (read) => {
      for (const figure of read) figures.add(figure);
    },
    figures: () => [...figures],
    used: () => [...used.values()],
  };
}
