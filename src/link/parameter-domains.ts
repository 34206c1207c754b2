import { groupBy } from "../base/collections.ts";

/** A row of the atlas with its place, shaped like reader records. */
export interface AtlasRow {
  readonly table: string;
  readonly file: string;
  readonly line: number;
  readonly row: Readonly<Record<string, string | number | null>>;
}

export interface Problem {
  readonly table: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

export type AtlasRows = (table: string) => readonly AtlasRow[];

export function byTable(rows: readonly AtlasRow[]): AtlasRows {
  const grouped = groupBy(rows, ({ table }) => table);
  return (table) => grouped.get(table) ?? [];
}

export const problemOf = ({ table, file, line }: AtlasRow, message: string): Problem => ({ table, file, line, message });

/** Control classes by how much they withhold. */
export const controlClasses = ["licence", "presumption-of-denial", "ban"] as const;

/** How far a problem is from being solved in volume: shown at all, made on a pilot line, used in production but not well enough. */
export const maturities = ["research", "pilot", "production"] as const;

/** What stops a plant that no one decided to stop. */
export const outageCauses = [
  "fire",
  "quake",
  "power",
  "explosion",
  "flood",
  "contamination",
  "lockdown",
  "blockade",
  "freeze",
  "strike",
  "war",
] as const;
export type OutageCause = (typeof outageCauses)[number];

/** Scope of acts, of whichever class, in `defaults.csv`. */
export const actScope = "act";

/** Allowed values, inclusive. */
interface Domain {
  readonly low: number;
  readonly high: number;
}

const fraction: Domain = { low: 0, high: 1 };
const notNegative: Domain = { low: 0, high: Number.POSITIVE_INFINITY };

/** Domains of the parameters of docs/data.md, in their units. */
const parameterDomains: Readonly<Record<string, Domain>> = {
  stock: notNegative,
  "notice-purchases": notNegative,
  "expected-length": { low: Number.MIN_VALUE, high: 1200 },
  spare: notNegative,
  fungibility: fraction,
  qualification: notNegative,
  "lead-time": notNegative,
  "recovery-ceiling": fraction,
  "recovery-chance": fraction,
  "service-life": { low: Number.MIN_VALUE, high: 100 },
  "service-factor": { low: 1, high: Number.POSITIVE_INFINITY },
  renewal: notNegative,
  thrift: fraction,
  "thrift-time": notNegative,
  additions: notNegative,
  substitution: notNegative,
  degradation: fraction,
  leakage: fraction,
  "first-permits": notNegative,
  transit: notNegative,
  "withheld-at-first": fraction,
  "market-size": notNegative,
  node: notNegative,
  "first-volume-use": { low: 1950, high: 2100 },
  "supply-elasticity": notNegative,
  "demand-elasticity": { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY },
};

/** Unknown, misplaced or out-of-domain parameters. */
export const checkParameters = (rows: readonly AtlasRow[]): readonly Problem[] =>
  rows.flatMap((record) => {
    const name = String(record.row.parameter);
    const domain = Object.hasOwn(parameterDomains, name) ? parameterDomains[name] : undefined;
    if (!domain) return [problemOf(record, `unknown parameter ${name}`)];
    const misplaced = scopedParameters.find(({ scope, own, shared }) =>
      record.row.supply_mode === scope ? ![...own, ...shared].includes(name) : own.includes(name),
    );
    if (misplaced) {
      const { own, shared, to } = misplaced;
      return [problemOf(record, `${[...own, ...shared].join(", ")}, and nothing else, belongs to ${to}`)];
    }
    const ends = [record.row.low, record.row.high].filter((end) => typeof end === "number");
    const outside = ends.some((end) => end < domain.low || end > domain.high);
    return outside ? [problemOf(record, `${name} must lie between ${domain.low} and ${domain.high}`)] : [];
  });

/** Parameters of `defaults.csv` that are the same for every technology; a shared one may have a figure of a technology. */
const scopedParameters: readonly {
  readonly scope: string;
  readonly own: readonly string[];
  readonly shared: readonly string[];
  readonly to: string;
}[] = [{ scope: actScope, own: ["first-permits", "withheld-at-first", "transit"], shared: ["leakage"], to: "acts" }];
