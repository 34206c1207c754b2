import { basename, dirname } from "node:path";
import { endOf } from "../../../base/days.ts";
import { type Effects, quietEffects } from "../../../base/effects.ts";
import { LevermapError } from "../../../base/errors.ts";
import { etoProducts } from "../../../link/technologies.ts";
import { needText } from "../../format/cells.ts";
import { type CsvRow, csvRows, readHeader } from "../../format/csv-rows.ts";
import { listFiles } from "../../format/list-files.ts";
import { fail, mapRecords, type RowRecord, rowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { citedDay, EtoDocuments, EtoIds } from "./eto-ids.ts";
import { type EtoProviders, EtoProvision, etoProviderRows } from "./eto-provision.ts";
import { etoTechnologyRows } from "./eto-technologies.ts";

/** The supply chain data set of CSET's Emerging Technology Observatory, editions 2022-09 and 2026-08 (docs/data.md). */
export const eto: Source = {
  name: "eto",
  scope: "whole",
  notice:
    "Advanced Semiconductor Supply Chain Dataset, Emerging Technology Observatory (CSET, Georgetown University), CC BY-NC 4.0: not for commercial use; cite the Observatory. Descriptions are not loaded.",
  files: etoFiles,
  edition,
  read,
};

/** The edition in the name of the folder, else the newest year of a share. */
async function edition(files: readonly string[]): Promise<string | null> {
  return etoFolderEdition(files) ?? (await newestYear(files));
}

async function newestYear(files: readonly string[]): Promise<string | null> {
  let newest = "";
  for await (const row of provisions(files)) {
    const year = row.text("year");
    if (/^20\d\d$/.test(year) && year > newest) newest = year;
  }
  return newest || null;
}

async function* provisions(files: readonly string[]): AsyncGenerator<CsvRow, void, undefined> {
  for (const file of files) {
    if ((await etoFileKind(file)) !== "provision") continue;
    for await (const row of csvRows(file, etoLayouts.provision, quietEffects)) if (!("kind" in row)) yield row;
  }
}

/**
 * Since when an edition is out, and all that it tells is known: by the name of its folder, by who loads it, otherwise the day of loading. Never
 * before a day on which what it cites came out.
 */
async function publication(files: readonly string[], named: string | null, today: string): Promise<string> {
  const told = etoFolderEdition(files) ?? named ?? today;
  let newest = "";
  for await (const row of provisions(files)) {
    const day = citedDay(row.text("source"));
    if (day !== null && day > newest) newest = day;
  }
  return newest > endOf(told) ? newest : told;
}

async function* read(files: readonly string[], effects: Effects, named: string | null = null): Stream<SourceRecord> {
  const ids = new EtoIds();
  const providers: EtoProviders = new Map();
  const today = effects.clock.now().toISOString().slice(0, 10);
  const documents = new EtoDocuments(named ?? (await edition(files)), await publication(files, named, today));
  const provision = new EtoProvision(providers, ids, documents);
  const convert = {
    inputs: (row: CsvRow) => etoTechnologyRows(row, ids, documents),
    providers: (row: CsvRow) => etoProviderRows(row, providers, ids, documents.dataset),
    stages: (row: CsvRow) => provision.stage(row),
    provision: (row: CsvRow) => provision.rows(row),
    sequence: (row: CsvRow) => orderRows(row, ids),
  };
  const [first] = files;
  if (first) yield documents.self({ file: first, line: 1 });
  for (const file of await etoFiles(files)) {
    const kind = await etoFileKind(file);
    if (kind) yield* mapRecords(csvRows(file, etoLayouts[kind], effects), convert[kind]);
  }
}

/** `goes_into` is an order of processes and `is_type_of` a heading; neither says that one thing needs another. */
function orderRows(row: CsvRow, ids: EtoIds): RowRecord[] {
  const technology = linked(needText(row, "input_id"), ids);
  const relations = ["goes_into", "is_type_of"].filter((relation) => row.text(`${relation}_id`) !== "");
  if (relations.length === 0) fail("goes_into_id and is_type_of_id are empty");
  return relations.flatMap((relation) => {
    const native = row.text(`${relation}_id`);
    const successor = linked(native, ids);
    const products = etoProducts().get(native) ?? [];
    return [
      rowRecord("process_order", row, { technology, successor, relation }),
      ...products.map((product) =>
        rowRecord("process_order", row, { technology: successor, successor: product, relation: "linked product" }),
      ),
    ];
  });
}

const linked = (native: string, ids: EtoIds): string => ids.known(native) ?? fail(`${native} stands in no input`);

/** The files of the data set, in reading order, with the columns each must have. Both editions have them. */
export const etoLayouts = {
  inputs: ["input_id", "input_name", "type", "stage_id", "market_share_chart_global_market_size_info"],
  providers: ["provider_id", "provider_name", "provider_type", "country"],
  stages: ["stage_id", "stage_name", "description"],
  provision: ["provider_id", "provided_id", "share_provided"],
  sequence: ["input_id", "goes_into_id", "is_type_of_id"],
} as const;

export type EtoFile = keyof typeof etoLayouts;

const order = Object.keys(etoLayouts) as readonly EtoFile[];
const needed: readonly EtoFile[] = ["inputs", "providers", "provision"];

/** Which file of the data set this is, by its header. */
export async function etoFileKind(file: string): Promise<EtoFile | null> {
  const header = new Set(await readHeader(file));
  return order.find((kind) => etoLayouts[kind].every((column) => header.has(column))) ?? null;
}

/** The files of one edition among `paths`. Throws LM_LOAD_UNRECOGNISED if one is missing, or if two editions are mixed. */
export async function etoFiles(paths: readonly string[]): Promise<readonly string[]> {
  const found = new Map<EtoFile, string>();
  for (const { file, named } of await listFiles(paths)) {
    const kind = await etoFileKind(file);
    const other = kind && found.get(kind);
    if (other)
      throw new LevermapError("LM_LOAD_UNRECOGNISED", `${other} and ${file} are of two editions; load one at a time`, {
        files: [other, file],
      });
    if (kind) found.set(kind, file);
    else if (named) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} is not a file of the ETO supply chain data set`, { file });
  }
  const missing = needed.filter((kind) => !found.has(kind));
  if (missing.length > 0) {
    throw new LevermapError("LM_LOAD_UNRECOGNISED", `No ETO ${missing.join(", ")} among ${paths.join(", ")}`, { paths, missing });
  }
  return order.flatMap((kind) => found.get(kind) ?? []);
}

/** The edition that a folder named `eto-YYYY-MM` tells; `null` if none does. */
export function etoFolderEdition(files: readonly string[]): string | null {
  for (const file of files) {
    const match = /^eto-((?:19|20)\d\d-(?:0[1-9]|1[0-2]))$/.exec(basename(dirname(file)));
    if (match?.[1]) return match[1];
  }
  return null;
}
