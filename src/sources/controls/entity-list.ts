import type { Effects } from "../../base/effects.ts";
import { LevermapError } from "../../base/errors.ts";
import { firstJson, jsonHead, jsonRows } from "../format/json-rows.ts";
import { partsSource } from "../format/parts-source.ts";
import { mapRecords, type SourceRecord, type Stream } from "../format/records.ts";
import { entityFacts, entityListId } from "./entity-list-record.ts";
import { entityListXml, holdsEntityList } from "./entity-list-xml.ts";
import { realDay } from "./list-dates.ts";
import { PartyRows } from "./party-rows.ts";

const under = "entities";

/** The Entity List of the US Bureau of Industry and Security: structured JSON, and the XML of the eCFR (docs/data.md). */
export const entityList = partsSource<"json" | "xml">({
  name: "entity-list",
  needsWholeFiles: true,
  notice: "Entity List, supplement no. 4 to part 744 of the EAR: a work of the United States government.",
  fitting: /\.(json|xml)(\.gz)?$/i,
  what: "copy of the Entity List",
  layoutOf: async (file) => {
    if (/\.xml(\.gz)?$/i.test(file)) return (await holdsEntityList(file)) ? "xml" : null;
    const [head, first] = [await jsonHead(file), await firstJson(file, under)];
    return /entity-list/.test(head.list_id ?? "") && first !== null && "federal_register" in first.value ? "json" : null;
  },
  rows: (file, layout, effects) =>
    layout === "xml" ? entityListXml(file, new PartyRows("entity-list"), effects) : entityListJson(file, effects),
});

async function* entityListJson(file: string, effects: Effects): Stream<SourceRecord> {
  const rows = new PartyRows("entity-list");
  const head = await jsonHead(file);
  const day = realDay(head.extracted ?? "");
  if (day === null) throw new LevermapError("LM_LOAD_UNRECOGNISED", `${file} does not say on what day it was extracted`, { file });
  yield* mapRecords(jsonRows(file, under, effects), (record) => [
    ...rows.edition(record, entityListId, day, "snapshot", head.source_file ?? null),
    ...rows.rows(record, entityFacts(record, day)),
  ]);
}
