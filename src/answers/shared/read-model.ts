import { groupBy } from "../../base/collections.ts";
import { LevermapError } from "../../base/errors.ts";
import type { Row, TableName } from "../../base/tables.ts";
import { compileModel, type SupplyModel } from "../../leverage/model.ts";
import { createWithholding, type Withholding } from "../../leverage/withholding.ts";
import { doubtsOf } from "../../measure/supply/fact-checks.ts";
import type { FactDoubt } from "../../measure/supply/fact-doubt.ts";
import { createKnownBy, createKnownSince, createOutBy, createToldBy, type DatedFact } from "../../measure/supply/known.ts";
import type { LoadedShare } from "../../measure/supply/share-entries.ts";
import { buildSupplyMap, type SupplyMap } from "../../measure/supply/supply-map.ts";
import { readTimeline } from "../../screen/read-lists.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import { dataVersion, type LoadStatus, loadsOn } from "../../workspace/status.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { dayAhead } from "./day-ahead.ts";

/** Everything the answers read, once per open workspace, day and data set. */
export interface ReadModel {
  readonly map: SupplyMap;
  readonly model: SupplyModel;
  readonly withholding: Withholding;
  readonly loads: readonly LoadStatus[];
  /** Differs after any load of data that the model reads; lists of parties and patents are not among them. */
  readonly version: readonly string[];
  /** The only data set it is of; `null`: all. */
  readonly source: string | null;
  readonly documents: ReadonlyMap<string, Row<"document">>;
  readonly economies: readonly Row<"economy">[];
  readonly organisations: ReadonlyMap<string, Row<"organisation">>;
  readonly organisationNames: ReadonlyMap<string, readonly Row<"organisation_name">[]>;
  readonly stages: readonly Row<"stage">[];
  readonly codes: readonly Row<"code">[];
  readonly plants: readonly Row<"plant">[];
  /** Those that were known on the day; scenarios name plants of any day. */
  readonly plantsKnown: readonly Row<"plant">[];
  readonly aliases: readonly Row<"alias">[];
  /** What is shown beside the model, as known on the day. */
  readonly beside: Beside;
  /** Whether a fact was known on the day. */
  readonly isKnown: (fact: DatedFact) => boolean;
  /** A row of another load as it is told on the day. */
  readonly told: <R extends object>(row: R) => R;
  /** Said of every answer where the day is to come. */
  readonly ahead: string | null;
  /** Since when a fact was known, `YYYY-MM-DD`; `null`: not known. */
  readonly knownSince: (fact: DatedFact) => string | null;
  /** Doubts about the facts, by technology or economy. */
  readonly doubts: ReadonlyMap<string, readonly FactDoubt[]>;
  /** Bilateral trade by reporter. */
  readonly tradeOf: ReadonlyMap<string, readonly Row<"trade">[]>;
  /** Technologies the chosen data set names; all where none was chosen. */
  readonly inScope: ReadonlySet<number>;
}

/** Dated facts that no run of the model reads. */
const tablesBeside = [
  "trade_flow",
  "chip_user",
  "control_effect",
  "patent_count",
  "science_count",
  "licence",
  "problem",
  "problem_worker",
  "successor",
] as const satisfies readonly TableName[];

export type Beside = { readonly [T in (typeof tablesBeside)[number]]: readonly Row<T>[] };

const tablesRead = [
  "document",
  "stage",
  "technology",
  "alias",
  "requirement",
  "process_order",
  "family_member",
  "variety",
  "share",
  "parameter",
  "default_parameter",
  "process_time",
  "economy",
  "group_member",
  "product_place",
  "organisation",
  "organisation_name",
  "plant",
  "outage",
  "reach",
  "withheld",
  "act_outcome",
  "code",
  "self_supply",
  "trade",
  ...tablesBeside,
] as const satisfies readonly TableName[];

/** What tells the loads that the model reads rows of from those after any other such load or removal; of rules it reads their timeline. */
export const modelVersion = (loads: readonly LoadStatus[]): readonly string[] => dataVersion(loads.filter(isRead));

/** Whether the model reads rows of a load. */
const isRead = ({ tables }: LoadStatus): boolean => [...tablesRead, "control_rule" as const].some((table) => tables[table] !== undefined);

type Rows = { readonly [T in (typeof tablesRead)[number]]: readonly (Row<T> & { readonly load_id: string })[] };

async function readRows(workspace: Workspace, loads: readonly string[]): Promise<Rows> {
  const rows = await Promise.all(tablesRead.map(async (table) => [table, await workspace.rowsOf(table, loads)] as const));
  return Object.fromEntries(rows) as unknown as Rows;
}

export interface ModelOptions {
  /** `YYYY-MM-DD` */
  readonly asOf: string;
  /** Only technologies and shares of this source. */
  readonly dataset?: string | undefined;
  /** The present day, `YYYY-MM-DD`, where an answer as of a later one is to say so. */
  readonly today?: string | undefined;
  /** The rules of the workspace where they have been read. */
  readonly timeline?: RuleTimeline | undefined;
}

/** Reads the loads that answer for the day into the model that the answers share. Throws LM_USAGE for a data set that is not loaded. */
export async function readModel(workspace: Workspace, options: ModelOptions): Promise<ReadModel> {
  const loads = await workspace.status();
  const sourceOf = new Map(loads.map((load) => [load.id, load.source]));
  const used = loadsOn(loads, options.asOf);
  const loaded = await readRows(
    workspace,
    used.map(({ id }) => id),
  );
  if (options.dataset !== undefined && !loads.some((load) => load.source === options.dataset && isRead(load))) {
    throw new LevermapError("LM_USAGE", `No load of source "${options.dataset}" is in this workspace.`, {
      source: options.dataset,
    });
  }
  const known = createKnownBy(loaded.document, options.asOf);
  const isOut = createOutBy(loaded.document, options.asOf);
  const told = createToldBy(isOut);
  const rows = Object.fromEntries(
    Object.entries(loaded).map(([table, of]) => [table, (of as readonly object[]).map(told)]),
  ) as unknown as Rows;
  const share = rows.share.map((row): LoadedShare => ({ ...row, dataset: sourceOf.get(row.load_id) ?? "unknown" }));
  const map = buildSupplyMap({ ...rows, share }, options);
  const model = compileModel(map, options.timeline ?? (await readTimeline(workspace)));
  const beside = Object.fromEntries(tablesBeside.map((table) => [table, rows[table].filter(known)])) as unknown as Beside;
  const plantsKnown = rows.plant.filter(known);
  const names = new Map([...rows.economy, ...rows.organisation].map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const scoped = rows.technology.filter((row) => options.dataset === undefined || sourceOf.get(row.load_id) === options.dataset);
  return {
    map,
    model,
    withholding: createWithholding(model),
    loads: used,
    version: modelVersion(loads),
    source: options.dataset ?? null,
    documents: new Map(rows.document.flatMap((row) => (isOut(row.id) ? [[row.id, row] as const] : []))),
    economies: loaded.economy.map((row) =>
      known({ year: row.gdp_year, known: null, source: row.source }) ? row : { ...row, gdp: null, gdp_year: null, source: null },
    ),
    organisations: new Map(rows.organisation.map((row) => [row.id, row])),
    organisationNames: groupBy(rows.organisation_name, (row) => row.organisation),
    stages: rows.stage.map(({ id, name, position }) => ({ id, name, position })).sort((a, b) => a.position - b.position),
    codes: rows.code,
    plants: rows.plant,
    plantsKnown,
    aliases: rows.alias,
    beside,
    isKnown: known,
    told,
    ahead: options.today === undefined ? null : dayAhead(options.asOf, options.today),
    knownSince: createKnownSince(rows.document),
    doubts: groupBy(doubtsOf(map, plantsKnown, nameOf, model.timeline.rules), ({ about }) => about),
    tradeOf: groupBy(rows.trade, (row) => row.reporter),
    inScope: new Set(scoped.flatMap((row) => map.indexOf.get(row.id) ?? [])),
  };
}
