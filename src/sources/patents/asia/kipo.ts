import type { Effects } from "../../../base/effects.ts";
import { applicationKey } from "../../../link/numbers/application-number.ts";
import { needText } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { firstJson, jsonRows } from "../../format/json-rows.ts";
import { listFiles } from "../../format/list-files.ts";
import type { Misfit } from "../../format/misfit.ts";
import { partsSource, recognised, tableLayout, tableMisfit, tableRows } from "../../format/parts-source.ts";
import { fail, mapRecords, type RowRecord, rowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import type { Source } from "../../format/source.ts";
import { bundledMappings, mappedRecords } from "../tables/patent-table.ts";
import { type PatentMapping, readMapping } from "../tables/patent-table-mapping.ts";
import { kipoDocument, refusalRows } from "./kipo-refusal.ts";

const what = "file of Korean refusals";
const citationTable = { columns: ["application_number", "cited_raw", "cited_by_examiner"] };
const json = /\.(json|jsonl|ndjson)(\.gz)?$/i;

type Layout = "refusals" | "citations" | "patents";

/** Korean refusals with their prior art: JSON lines, or the table of citations; and the bibliographic table (docs/data.md). */
export const kipo: Source = {
  ...partsSource<Layout>({
    name: "kipo",
    notice: "Refusals of the Korean Intellectual Property Office as collected in the SDKB data set: CDLA-Permissive-2.0.",
    what,
    layoutOf,
    rows,
  }),
  files,
};

/** A table of citations beside the JSON lines repeats them, so that it is read only if it was named itself. */
async function files(paths: readonly string[]): Promise<readonly string[]> {
  const found = await listFiles(paths, /\.(csv|tsv|txt|json|jsonl|ndjson)(\.gz)?$/i);
  const layouts = new Map<string, Layout | null>();
  const accept = async (file: string): Promise<boolean> => {
    const layout = await layoutOf(file);
    layouts.set(file, layout);
    return layout !== null;
  };
  const accepted = await recognised(found, paths, accept, what, unfit);
  const whole = [...layouts.values()].includes("refusals");
  const named = new Set(found.filter((each) => each.named).map(({ file }) => file));
  return accepted.filter((file) => !whole || layouts.get(file) !== "citations" || named.has(file));
}

async function unfit(file: string): Promise<Misfit | null> {
  const { title, needs } = await patents();
  return tableMisfit(file, [
    { name: "the table of citations", ...citationTable },
    { name: `the table "${title}"`, columns: needs },
  ]);
}

async function layoutOf(file: string): Promise<Layout | null> {
  if (json.test(file)) {
    const first = (await firstJson(file, null))?.value ?? {};
    return "target_patent" in first && "ground_truth_all" in first ? "refusals" : null;
  }
  const found = await tableLayout(file, [citationTable, { columns: (await patents()).needs }]);
  return found === citationTable ? "citations" : found && "patents";
}

const patents = async (): Promise<PatentMapping> => readMapping((await bundledMappings()).get("kipo") ?? "kipo.yaml");

async function* rows(file: string, layout: Layout, effects: Effects): Stream<SourceRecord> {
  if (layout === "refusals") yield* mapRecords(jsonRows(file, null, effects), refusalRows);
  else if (layout === "citations") yield* tableRows(file, citationTable, citation, effects);
  else yield* mappedRecords(file, await patents(), effects);
}

function citation(row: CsvRow): readonly RowRecord[] {
  const text = needText(row, "cited_raw");
  const cited = kipoDocument(text);
  const examiner = row.text("cited_by_examiner");
  const application = applicationKey("KR", needText(row, "application_number")) ?? fail("application_number is not an application number");
  return [
    rowRecord("prior_art_block", row, {
      application,
      office: "KR",
      cited,
      literature: cited === null ? text : null,
      examiner: examiner === "1" ? 1 : examiner === "0" ? 0 : null,
    }),
  ];
}
