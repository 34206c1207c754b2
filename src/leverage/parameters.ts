import { LevermapError } from "../base/errors.ts";
import type { Row } from "../base/tables.ts";
import type { SupplyMap, Technology } from "../measure/supply/supply-map.ts";

/** A parameter's favourable end, middle and adverse end, with its row. */
export interface ModelParameter {
  readonly ends: readonly [number, number, number];
  readonly row: Row<"parameter"> | Row<"default_parameter">;
  readonly assumed: boolean;
}

/** Parameters of which more is better for a target. */
const helpful: ReadonlySet<string> = new Set(["spare", "fungibility", "substitution", "thrift"]);

/** Finds a parameter of a technology: its newest world row, else the default of its supply mode. */
export function createParameterLookup(map: SupplyMap): (technology: Technology, name: string) => ModelParameter | null {
  const own = new Map<string, Row<"parameter">>();
  for (const row of map.rows.parameter) {
    if (row.scope !== "world" || row.low === null || row.high === null) continue;
    const key = `${row.technology}|${row.parameter}`;
    if ((own.get(key)?.year ?? Number.NEGATIVE_INFINITY) <= (row.year ?? 0)) own.set(key, row);
  }
  const defaults = new Map(map.rows.default_parameter.map((row) => [`${row.supply_mode}|${row.parameter}`, row]));
  return (technology, name) => {
    const row = own.get(`${technology.id}|${name}`) ?? defaults.get(`${technology.mode}|${name}`);
    if (!row) return null;
    const [low, high] = [row.low as number, row.high as number];
    const assumed = !("grade" in row) || row.grade === "assumed";
    const helps = helpful.has(name);
    return { ends: helps ? [high, (low + high) / 2, low] : [low, (low + high) / 2, high], row, assumed };
  };
}

/** Parameters of the user: figures of one economy apply where that is the target. */
export const userParameters = ["stock", "qualification"] as const;

export type UserParameter = (typeof userParameters)[number];

/** Whether a figure of one economy is read where that is the target. */
export const isOfUsers = (name: string): name is UserParameter => (userParameters as readonly string[]).includes(name);

/** A user's own interval and the rows it spans. */
export interface UserFigure {
  readonly low: number;
  readonly high: number;
  readonly rows: readonly Row<"parameter">[];
}

/** Finds a user's figure: the span of the newest year's complete rows; `null` without any. */
export function createUserLookup(map: SupplyMap): (technology: Technology, name: UserParameter, code: string) => UserFigure | null {
  const own = new Map<string, UserFigure>();
  for (const row of map.rows.parameter) {
    if (row.scope === "world" || !isOfUsers(row.parameter) || row.low === null || row.high === null) continue;
    const key = `${row.technology}|${row.parameter}|${row.scope}`;
    const before = own.get(key);
    const ahead = before === undefined ? 1 : (row.year ?? 0) - (before.rows[0]!.year ?? 0);
    if (ahead < 0) continue;
    own.set(key, before && ahead === 0 ? spanned(before, row, row.low, row.high) : { low: row.low, high: row.high, rows: [row] });
  }
  return ({ id }, name, code) => own.get(`${id}|${name}|${code}`) ?? null;
}

const spanned = ({ low, high, rows }: UserFigure, row: Row<"parameter">, from: number, to: number): UserFigure => ({
  low: Math.min(low, from),
  high: Math.max(high, to),
  rows: [...rows, row],
});

/** Why a parameter row is not used: it covers one place or maker, or lacks an end; `null`: it is used. */
export function unreadWhy({ scope, parameter, low, high }: Row<"parameter">): "one maker" | "one end" | null {
  if (scope !== "world" && !isOfUsers(parameter)) return "one maker";
  return (low === null || high === null) && parameter !== "node" ? "one end" : null;
}

/** The default of a supply mode or substitute scope. Throws LM_ATLAS_INVALID if missing. */
export function defaultOf({ rows }: SupplyMap, mode: string, name: string): Row<"default_parameter"> {
  return rows.default_parameter.find((row) => row.supply_mode === mode && row.parameter === name) ?? missingDefault(mode, name);
}

export function missingDefault(mode: string, name: string): never {
  throw new LevermapError("LM_ATLAS_INVALID", `defaults.csv has no row for ${mode}, ${name}`);
}
