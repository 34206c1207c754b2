import { documentKey } from "../../../link/document-number.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import type { JsonRecord } from "../../format/json-record.ts";
import { type Cell, valuesOf } from "../../format/mapping-file.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { parseDate } from "../tables/patent-table-cells.ts";

/** Names of the first column of a proceeding: the PTAB API v2 and its tables, and the Open Data Portal. */
export const proceedingColumns = ["proceedingNumber", "trialNumber"] as const;
/** Names of the array that holds the proceedings in an answer of either API. */
export const proceedingLists = ["results", "patentTrialProceedingDataBag"] as const;

const columns = {
  id: ["proceedingNumber", "trialNumber"],
  type: ["subproceedingTypeCategory", "proceedingTypeCategory", "trialMetaData.trialTypeCode"],
  petitioner: ["petitionerPartyName", "regularPetitionerData.petitionerPartyName", "regularPetitionerData.realPartyInInterestName"],
  owner: [
    "respondentPatentOwnerName",
    "patentOwnerName",
    "respondentPartyName",
    "patentOwnerData.patentOwnerName",
    "patentOwnerData.realPartyInInterestName",
  ],
  patent: ["respondentPatentNumber", "patentNumber", "patentOwnerData.patentNumber"],
  filed: ["proceedingFilingDate", "trialMetaData.petitionFilingDate"],
  decided: ["decisionDate", "trialMetaData.latestDecisionDate", "trialMetaData.terminationDate"],
  decision: ["subdecisionTypeCategory", "subdecision", "decisionTypeCategory"],
  status: ["proceedingStatusCategory", "trialMetaData.trialStatusCategory"],
} as const satisfies Record<string, readonly string[]>;

/** A proceeding before the Patent Trial and Appeal Board: petitioner against owner over one patent. Throws BadRow. */
export function proceedingRows(record: CsvRow | JsonRecord): readonly RowRecord[] {
  const of = (name: keyof typeof columns): string => valuesOf(record, cell(columns[name]))[0] ?? "";
  const id = of("id") || fail("the proceeding has no number");
  const number = of("patent");
  const document = number === "" ? null : (documentKey("US", number) ?? fail(`${number.slice(0, 40)} is not a US patent number`));
  const [, type] = /^([A-Z]{2,4})\d{4}-/.exec(id) ?? [];
  const decision = of("decision");
  const row = rowRecord("exclusion_case", record, {
    id,
    forum: "US PTAB",
    kind: "review",
    jurisdiction: "US",
    title: of("type") || type || null,
    plaintiff: of("petitioner") || null,
    defendant: of("owner") || null,
    filed: parseDate(of("filed"), "filing date"),
    decided: parseDate(of("decided"), "decision date"),
    outcome: outcomeOf(of("status"), decision),
    note: decision === "" ? null : decision,
  });
  return document === null ? [row] : [row, rowRecord("exclusion_patent", record, { case: id, document })];
}

const cell = (names: readonly string[]): Cell => ({ column: [...names] });

const words: readonly (readonly [RegExp, string])[] = [
  [/settle/i, "settled"],
  [/not instituted|institution denied|denied institution|deny/i, "institution denied"],
  [/adverse judgment/i, "adverse judgment"],
  [/final written decision/i, "final written decision"],
  [/^trial instituted|^instituted|institution granted|granted institution/i, "instituted"],
  [/terminat|dismiss/i, "terminated"],
];

/** The status in our words where it is one of these, else as printed. The decision tells more than the status. */
function outcomeOf(status: string, decision: string): string | null {
  const known = [status, decision].flatMap((text) => words.filter(([shape]) => shape.test(text)).map(([, word]) => word));
  const best = words.map(([, word]) => word).find((word) => known.includes(word));
  return best ?? (status.toLowerCase() || decision.toLowerCase() || null);
}
