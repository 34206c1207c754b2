import { pick } from "../../base/pick.ts";
import type { TableName } from "../../base/tables.ts";
import type { LoadStatus } from "../../workspace/status.ts";
import type { Evidence } from "../shared/evidence.ts";
import { sourceDocument } from "../shared/evidence-of.ts";
import type { ControlData } from "./control-data.ts";

/** What an answer from lists rests on: rules tell days of effect that lists leave out. */
export const listTables = ["party_entry", "party_name", "party_place", "party_link", "list_edition", "control_rule"] as const;

/** What joins listed parties to organisations of the atlas. */
export const organisationTables = ["organisation", "organisation_name"] as const;

/** What an answer from control lists, the Country Chart and country groups rests on. */
export const itemTables = [
  "control_item",
  "item_paragraph",
  "item_reason",
  "item_exception",
  "chart_row",
  "chart_mark",
  "chart_footnote",
  "economy_group",
  "all_destinations",
  "exception_title",
] as const;

interface EvidenceParts {
  /** Tables whose current loads the answer rests on. */
  readonly tables: readonly TableName[];
  readonly rules: readonly string[];
  readonly limits: readonly string[];
  /** Ids of documents in the atlas. */
  readonly sources?: Iterable<string | null>;
  readonly grade?: Evidence["grade"];
}

/** What an answer on controls rests on. */
export async function controlEvidence(
  data: ControlData,
  { tables, rules, limits, sources = [], grade = "derived" }: EvidenceParts,
): Promise<Evidence> {
  const loads = (await data.loads()).filter((load) => tables.some((table) => load.tables[table] !== undefined));
  const ids = new Set(sources);
  const known = ids.size === 0 ? [] : await data.documents();
  return {
    grade,
    documents: known.filter(({ id }) => ids.has(id)).map(sourceDocument),
    rules,
    loads: loads.map((load) => pick(load, "id", "source", "edition")),
    limits: [...loads.flatMap(rejectLimit), ...limits],
  };
}

/** Half of what a file says may not pass for the whole of it. */
function rejectLimit({ rejects, source, dataset }: LoadStatus): readonly string[] {
  if (rejects === 0) return [];
  const records = rejects === 1 ? "1 bad record" : `${rejects} bad records`;
  return [`${records} of ${dataset} (${source}) could not be read and ${rejects === 1 ? "is" : "are"} missing from all answers.`];
}
