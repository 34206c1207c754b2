import { dayOf } from "../../../base/days.ts";
import { documentKey } from "../../../link/numbers/document-number.ts";
import { maybeText, needText } from "../../format/cells.ts";
import type { CsvRow } from "../../format/csv-rows.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { parseDate } from "../tables/patent-table-cells.ts";

export const noticeColumns = ["fr_doc", "published", "stage", "title", "complaint_filed", "complainant", "patents", "url"];

/** Longest time, in days, between institution and final notice of one investigation. */
const longest = 4 * 365;
const outcomes: Readonly<Record<string, string>> = { final_violation: "violation", final_no_violation: "no violation" };

interface Investigation {
  readonly row: CsvRow;
  readonly product: string;
  readonly instituted: string | null;
  final: CsvRow | null;
}

/**
 * Investigations of the ITC out of its notices in the Federal Register. The notices carry no number of the investigation: a final
 * determination belongs to the latest open institution of the same product within four years before it, else it is a case of its
 * own. Interim notices are left out. Holds the institutions of one file.
 */
export class ItcNotices {
  private readonly investigations: Investigation[] = [];
  private readonly finals: CsvRow[] = [];
  leftOut = 0;

  /** Takes one notice, in any order; throws BadRow for one that cannot be read. */
  add(row: CsvRow): readonly RowRecord[] {
    const stage = needText(row, "stage");
    const published = parseDate(needText(row, "published"), "published");
    // Cases are made when all notices are in: what cannot be read must be said here, of its own record.
    if (stage === "instituted") caseRows(row, null);
    else caseRows(null, row);
    if (stage === "instituted") {
      this.investigations.push({ row, product: productOf(row), instituted: published, final: null });
      return [];
    }
    if (outcomes[stage] === undefined) this.leftOut += 1;
    else this.finals.push(row);
    return [];
  }

  /** The cases, once all notices are in. */
  cases(): readonly RowRecord[] {
    const dated = [...this.finals].sort((a, b) => (a.text("published") < b.text("published") ? -1 : 1));
    const alone = dated.filter((final) => {
      const investigation = this.openFor(final);
      if (investigation) investigation.final = final;
      return investigation === undefined;
    });
    return [...this.investigations.flatMap(({ row, final }) => caseRows(row, final)), ...alone.flatMap((final) => caseRows(null, final))];
  }

  private openFor(final: CsvRow): Investigation | undefined {
    const product = productOf(final);
    const decided = dayOf(parseDate(final.text("published"), "published"));
    if (decided === null) return undefined;
    return this.investigations
      .filter((each) => each.final === null && each.product === product && each.instituted !== null)
      .filter(({ instituted }) => {
        const days = decided - (dayOf(instituted) ?? Number.NaN);
        return days > 0 && days <= longest;
      })
      .sort((a, b) => ((a.instituted ?? "") < (b.instituted ?? "") ? 1 : -1))[0];
  }
}

/** What the title says before the kind of notice, without signs and case. */
function productOf(row: CsvRow): string {
  const [product = ""] = titleOf(row).split(/;|:|\bNotice of\b|\bInstitution of\b|\bCommission\b/);
  return product
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

const titleOf = (row: CsvRow): string => row.text("title");

function caseRows(institution: CsvRow | null, final: CsvRow | null): readonly RowRecord[] {
  const row = institution ?? final;
  if (row === null) return [];
  const id = `us-itc-${row.text("fr_doc")}`;
  const instituted = institution === null ? null : parseDate(institution.text("published"), "published");
  const orders = final === null ? [] : ["General Exclusion Order", "Limited Exclusion Order", "Cease and Desist Order"];
  const issued = orders.filter((order) =>
    titleOf(final ?? row)
      .toLowerCase()
      .includes(order.toLowerCase()),
  );
  const notes = [
    instituted === null ? "institution not among the notices" : `instituted ${instituted}`,
    ...(institution !== null && final !== null ? [`final notice ${final.text("fr_doc")}, joined by title`] : []),
    ...issued.map((order) => order.toLowerCase()),
  ];
  const record = rowRecord("exclusion_case", row, {
    id,
    forum: "US ITC",
    kind: "itc",
    jurisdiction: "US",
    title: titleOf(row).slice(0, 500) || null,
    plaintiff: institution === null ? null : maybeText(institution, "complainant"),
    filed: institution === null ? null : longDate(institution),
    decided: final === null ? null : parseDate(final.text("published"), "published"),
    outcome: final === null ? "instituted" : (outcomes[final.text("stage")] ?? null),
    url: maybeText(row, "url"),
    note: notes.join("; "),
    semiconductor: semiconductorMark([institution, final]),
  });
  return [record, ...patents(row).map((document) => rowRecord("exclusion_patent", row, { case: id, document }))];
}

/** Strongest first; `none` where the table marks such notices and these are not. */
const marks = ["strict", "wide"] as const;

function semiconductorMark(notices: readonly (CsvRow | null)[]): string | null {
  const said = notices.flatMap((row) => (row?.has("semiconductor") ? [row.text("semiconductor").toLowerCase()] : []));
  return said.length === 0 ? null : (marks.find((mark) => said.includes(mark)) ?? "none");
}

const patents = (row: CsvRow): readonly string[] =>
  row
    .text("patents")
    .split(";")
    .filter((number) => number.trim() !== "")
    .map((number) => documentKey("US", number) ?? fail(`patents: ${number.slice(0, 40)} is not a US patent number`));

const months = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/** `November 21, 2019`. */
function longDate(row: CsvRow): string | null {
  const text = row.text("complaint_filed");
  const [, month = "", day = "", year = ""] = /^([A-Za-z]+) (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  if (month === "") return parseDate(text, "complaint_filed");
  return parseDate(`${year}-${months.indexOf(month.toLowerCase()) + 1}-${day}`, "complaint_filed");
}
