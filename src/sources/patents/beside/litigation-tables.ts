import { documentKey } from "../../../link/document-number.ts";
import { maybeAmount, maybeText, needText, tidy } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { parseDate } from "../tables/patent-table-cells.ts";

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

/** A record of the USPTO's register of assignments as an event of its patent; none where only the application is known. Throws BadRow. */
export function assignmentRows(row: CsvRow): readonly RowRecord[] {
  const number = row.text("patent");
  if (number === "") return [];
  const document = documentKey("US", number) ?? fail(`patent ${number.slice(0, 40)} is not a US patent number`);
  const conveyance = tidy(row.text("conveyance"));
  const kind = transfers.test(conveyance) ? "transferred" : licences.test(conveyance) ? "licensed" : "other";
  const parties = `${tidy(row.text("assignors"))} to ${tidy(row.text("assignees"))}`;
  const record = `reel ${row.text("reel")}/${row.text("frame")}`;
  return [
    rowRecord("patent_event", row, {
      document,
      kind,
      code: maybeText(row, "conveyance_code"),
      date: parseDate(row.text("execution_date"), "execution_date"),
      note: `${conveyance}: ${parties}; ${record}`,
    }),
  ];
}
