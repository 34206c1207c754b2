import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { jsonHead } from "../format/json-head.ts";
import { firstJson, jsonRows } from "../format/json-rows.ts";
import { listFiles } from "../format/list-files.ts";
import { recognised } from "../format/recognised.ts";
import { mapRecords, type SourceRecord } from "../format/records.ts";
import type { Source } from "../format/source.ts";
import { entityFacts, entityListId } from "./entity-list-record.ts";
import { entityListXml, holdsEntityList } from "./entity-list-xml.ts";
import { realDay } from "./list-dates.ts";
import { PartyRows } from "./party-rows.ts";

const under = "entities";
const xml = /\.xml(\.gz)?$/i;

/** The Entity List of the US Bureau of Industry and Security: structured JSON, and the XML of the eCFR (docs/data.md). */
export const entityList: Source = {
  name: "entity-list",
  scope: "parts",
  needsWholeFiles: true,
  notice: "Entity List, supplement no. 4 to part 744 of the EAR: a work of the United States government.",
  files: async (paths) => recognised(await listFiles(paths, /\.(json|xml)(\.gz)?$/i), paths, holdsList, "Entity List"),
  edition: async () => null,
  read,
};

async function holdsList(file: string): Promise<boolean> {
  if (xml.test(file)) return holdsEntityList(file);
  const [head, first] = [await jsonHead(file), await firstJson(file, under)];
  return /entity-list/.test(head.list_id ?? "") && first !== null && "federal_register" in first.value;
}

async function* read(files: readonly string[], effects: Effects): AsyncGenerator<SourceRecord, void, undefined> {
  for (const file of files) {
    const rows = new PartyRows("entity-list");
    if (xml.test(file)) {
      yield* entityListXml(file, rows, effects);
      continue;
    }
    const head = await jsonHead(file);
    const day = realDay(head.extracted ?? "");
    if (day === null) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} does not say on what day it was extracted`, { file });
    yield* mapRecords(jsonRows(file, under, effects), (record) => [
      ...rows.edition(record, entityListId, day, "snapshot", head.source_file ?? null),
      ...rows.rows(record, entityFacts(record, day)),
    ]);
  }
}
