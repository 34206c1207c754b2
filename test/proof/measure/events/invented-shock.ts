import { periodOf } from "../../../../src/base/period.ts";
import { compileModel } from "../../../../src/leverage/model.ts";
import type { Party } from "../../../../src/link/party.ts";
import type { LoadedShare } from "../../../../src/measure/supply/share-entries.ts";
import type { SupplyRows } from "../../../../src/measure/supply/supply-map.ts";
import { type KnownParameters, knownParameters } from "../../../../src/proof/measure/events/known-parameters.ts";
import type { Asked, Reading, Shock, ShockRow } from "../../../../src/proof/measure/events/shock.ts";
import {
  actDefaults,
  defaults,
  member,
  organisation,
  outage,
  product,
  scopedDefault,
  supplyMap,
  supplyRows,
  technology,
} from "../../../measure/rows.ts";

/** An invented shock: AA withholds gas, a consumable, from BB from 2020-07-01; all its parameters have no width. */

export const fixed: Readonly<Record<string, readonly [number, number]>> = {
  spare: [0, 0],
  fungibility: [0, 0],
  qualification: [10, 10],
  "lead-time": [20, 20],
  "recovery-ceiling": [1, 1],
  "recovery-chance": [0, 0],
  stock: [0, 0],
  "notice-purchases": [0, 0],
  renewal: [0, 0],
  "service-life": [10, 10],
  substitution: [1, 1],
  degradation: [0.5, 0.5],
};

/** Part that a ban which leaks the rest withholds. */
export const withheld = 0.4;
export const leakage = 1 - withheld;
/** Months of repair where no event gives them. */
export const repair = 8;

interface World {
  readonly parameters?: Readonly<Record<string, readonly [number, number]>>;
  readonly shares?: readonly LoadedShare[];
  readonly draws?: number;
  /** Leakage of bans, by default none. */
  readonly leaks?: number;
  readonly more?: Partial<SupplyRows>;
}

export function inventedRows({ parameters = {}, shares = [], leaks = 0, more = {} }: World = {}): SupplyRows {
  return supplyRows({
    technology: [
      technology("gas"),
      technology("making", { kind: "process", supply_mode: "service" }),
      technology("tool", { kind: "tool", supply_mode: "capital" }),
      product("chip"),
    ],
    share: shares,
    organisation: [organisation("firm-a", "AA"), organisation("firm-b", "BB")],
    // Two that took the same leave no doubt.
    outage: ["2015-01-01", "2016-01-01"].map((date) => outage(date, "fire", date, repair)),
    group_member: [member("UU", "BB"), member("UU", "CC")],
    default_parameter: [
      ...defaults({ ...fixed, ...parameters }),
      ...actDefaults.filter(({ parameter }) => parameter !== "leakage"),
      scopedDefault("act", "leakage", leaks),
    ],
    ...more,
  });
}

export function inventedParameters(world: World = {}): KnownParameters {
  return knownParameters(compileModel(supplyMap(inventedRows(world), "2020-07-01")), 1, world.draws ?? 20);
}

export const economy = (id: string): Party => ({ name: id, kind: "economy", id, economies: [id], seat: null });
export const firm = (id: string, seat: string): Party => ({ name: id, kind: "organisation", id, economies: [], seat });
export const nobody = (name: string): Party => ({ name, kind: "unknown", id: null, economies: [], seat: null });
export const world: Party = { name: "world", kind: "world", id: "world", economies: [], seat: null };

export function reading(date: string, value: number | readonly [number, number]): Reading {
  const [low, high] = typeof value === "number" ? [value, value] : value;
  return { ...periodOf(date)!, low, high };
}

export const asked = (output: string, as: string, more: Partial<Asked> = {}): Asked => ({
  output,
  as,
  economy: null,
  partner: null,
  organisation: null,
  technology: { name: "gas", id: "gas" },
  ...more,
});

export const row = (of: Asked | null, more: Partial<ShockRow> = {}): ShockRow => ({
  of: "gas",
  what: "something",
  unit: "kg",
  role: "output",
  from: reading("2019", 100),
  last: reading("2021", 50),
  asked: of,
  ...more,
});

const day = (text: string): number => periodOf(text)!.start;

export const shock = (rows: readonly ShockRow[], more: Partial<Shock> = {}): Shock => ({
  id: "S",
  act: "S",
  kind: "ban",
  cause: null,
  announced: day("2020-07-01"),
  from: day("2020-07-01"),
  ended: null,
  senders: [economy("AA")],
  targets: [economy("BB")],
  technologies: ["gas"],
  unknownTechnologies: [],
  rows,
  ...more,
});
