import type { Effects } from "../../../base/effects.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";
import { maybeAmount, maybeText, needText, tidy } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import type { JsonRecord } from "../../format/json-record.ts";
import { firstJson, jsonRows } from "../../format/json-rows.ts";
import { type Cell, valuesOf } from "../../format/mapping-file.ts";
import { type NamedLayout, partsSource, type TableLayout, tableLayout, tableMisfit, tableRows } from "../../format/parts-source.ts";
import { fail, mapRecords, type RowRecord, rowRecord, type SourceRecord, type Stream } from "../../format/records.ts";
import { parseDate } from "../tables/patent-table-cells.ts";
import { ItcNotices, noticeColumns } from "./litigation-itc.ts";

export const caseColumns = ["case_id", "plaintiff", "defendant", "forum", "jurisdiction", "technology", "filed", "decided", "outcome"];

/** A case of a table of suits, reviews and licences, in its own words, with the patents that its technology names. Throws BadRow. */
export function caseRows(row: CsvRow): readonly RowRecord[] {
  const id = needText(row, "case_id");
  const subject = row.text("technology");
  const millions = maybeAmount(row, "amount_usd_m");
  const forum = /^none$/i.test(row.text("forum")) ? "" : row.text("forum");
  const record = rowRecord("exclusion_case", row, {
    id,
    forum: forum || "none",
    kind: kindOf(forum, subject, row.text("outcome")),
    jurisdiction: row.text("jurisdiction").replace(/\bUK\b/g, "GB") || null,
    title: subject || null,
    plaintiff: maybeText(row, "plaintiff"),
    defendant: maybeText(row, "defendant"),
    filed: parseDate(row.text("filed"), "filed"),
    decided: parseDate(row.text("decided"), "decided"),
    outcome: maybeText(row, "outcome"),
    amount_usd: millions === null ? null : millions * 1e6,
    url: maybeText(row, "source_url"),
    note: maybeText(row, "note"),
  });
  return [record, ...named(subject).map((document) => rowRecord("exclusion_patent", row, { case: id, document }))];
}

function kindOf(forum: string, subject: string, outcome: string): string {
  if (/trade secret/i.test(subject) && !/patent/i.test(subject)) return "trade-secret";
  if (/\bPTAB\b|\bIPR\d/.test(forum)) return "review";
  if (/\bITC\b/.test(forum)) return "itc";
  return forum === "" && /licen[cs]e/i.test(outcome) ? "licence" : "suit";
}

/** Numbers of publications (`US 9499721`, `TW I317967`); those of applications, which have a check digit after a point, are none. */
function named(text: string): readonly string[] {
  const found = [...text.matchAll(/\b(US|EP|JP|KR|CN|TW)\s?([A-Z]?\d{6,11})\b(?!\.\d)/g)];
  return [...new Set(found.flatMap(([, office = "", number = ""]) => documentKey(office, number) ?? []))];
}

export const assignmentColumns = ["reel", "frame", "conveyance", "execution_date", "assignors", "assignees", "patent"];

/** Conveyances that hand a patent to another holder; names that change, securities and corrections do not. */
const transfers = /^(nunc pro tunc )?assignment\b|^merger\b|\btransfer\b|\bbill of sale\b/i;
const licences = /\blicen[cs]e\b/i;

/** A record of the USPTO's register of assignments as an event of its patent, with the parties where it hands the patent on; none where only the application is known. Throws BadRow. */
export function assignmentRows(row: CsvRow): readonly RowRecord[] {
  const number = row.text("patent");
  if (number === "") return [];
  const document = documentKey("US", number) ?? fail(`patent ${number.slice(0, 40)} is not a US patent number`);
  const conveyance = tidy(row.text("conveyance"));
  const kind = transfers.test(conveyance) ? "transferred" : licences.test(conveyance) ? "licensed" : "other";
  const parties = `${tidy(row.text("assignors"))} to ${tidy(row.text("assignees"))}`;
  const record = `reel ${row.text("reel")}/${row.text("frame")}`;
  const date = parseDate(row.text("execution_date"), "execution_date");
  const party = (role: "assignor" | "assignee") =>
    namesOf(row.text(`${role}s`)).map((name) => rowRecord("patent_transfer", row, { document, date, role, name, conveyance, record }));
  return [
    rowRecord("patent_event", row, {
      document,
      kind,
      code: maybeText(row, "conveyance_code"),
      date,
      note: `${conveyance}: ${parties}; ${record}`,
    }),
    ...(kind === "transferred" ? [...party("assignor"), ...party("assignee")] : []),
  ];
}

/** Names of parties, which the table sets apart by a semicolon or an upright. */
const namesOf = (text: string): readonly string[] =>
  text
    .split(/[;|]/)
    .map(tidy)
    .filter((name) => name !== "");

const json = /\.(json|jsonl|ndjson)(\.gz)?$/i;

/** How a kind of file is told and read. */
interface Layout extends NamedLayout {
  readonly rows: (file: string, layout: TableLayout, effects: Effects) => AsyncIterable<SourceRecord>;
}

const layouts: readonly Layout[] = [
  { name: "the table of cases", columns: caseColumns, rows: (file, layout, effects) => tableRows(file, layout, caseRows, effects) },
  { name: "the table of ITC notices", columns: noticeColumns, rows: notices },
  { name: "the table of assignments", columns: assignmentColumns, rows: assignments },
  {
    name: "the table of proceedings",
    columns: ["proceedingNumber", "proceedingFilingDate"],
    rows: (file, layout, effects) => tableRows(file, layout, proceedingRows, effects),
  },
];

/** Who may be kept out: tables of cases, ITC notices (section 337), USPTO assignments, PTAB proceedings as tables or JSON. */
export const litigation = partsSource<Layout>({
  name: "litigation",
  notice: "Public records of courts and offices, and tables of cases: cite the document that each row names.",
  fitting: /\.(csv|tsv|txt|json|jsonl|ndjson)(\.gz)?$/i,
  what: "table of cases, notices, assignments or proceedings",
  misfit: (file) => tableMisfit(file, layouts),
  layoutOf: async (file) => (json.test(file) ? proceedingsOf(file) : tableLayout(file, layouts)),
  rows: (file, layout, effects) => layout.rows(file, layout, effects),
});

/** Proceedings stand under a name of the outermost object that differs from one answer to another. */
async function proceedingsOf(file: string): Promise<Layout | null> {
  for (const under of [null, ...proceedingLists]) {
    const first = await firstJson(file, under);
    if (first && proceedingColumns.some((column) => column in first.value))
      return { name: "proceedings", columns: [], rows: (of, _, effects) => mapRecords(jsonRows(of, under, effects), proceedingRows) };
  }
  return null;
}

async function* notices(file: string, layout: TableLayout, effects: Effects): Stream<SourceRecord> {
  const itc = new ItcNotices();
  yield* tableRows(file, layout, (row) => itc.add(row), effects);
  yield* itc.cases();
  if (itc.leftOut > 0) effects.log.info(`${file}: ${itc.leftOut} notices left out: neither institution nor final determination`);
}

async function* assignments(file: string, layout: TableLayout, effects: Effects): Stream<SourceRecord> {
  let without = 0;
  const counted = (row: CsvRow): readonly SourceRecord[] => {
    const rows = assignmentRows(row);
    if (rows.length === 0) without += 1;
    return rows;
  };
  yield* tableRows(file, layout, counted, effects);
  if (without > 0) effects.log.info(`${file}: ${without} records left out: an application without a patent`);
}

/** Names of the first column of a proceeding: the PTAB API v2 and its tables, and the Open Data Portal. */
const proceedingColumns = ["proceedingNumber", "trialNumber"] as const;
/** Names of the array that holds the proceedings in an answer of either API. */
const proceedingLists = ["results", "patentTrialProceedingDataBag"] as const;

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
function proceedingRows(record: CsvRow | JsonRecord): readonly RowRecord[] {
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
