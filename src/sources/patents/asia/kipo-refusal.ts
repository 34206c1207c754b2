import { applicationKey } from "../../../link/numbers/application-number.ts";
import { documentKey, documentName } from "../../../link/numbers/document-number.ts";
import { tidy } from "../../format/cells.ts";
import { isObject, type JsonObject, type JsonRecord, jsonObjects, jsonText } from "../../format/json-record.ts";
import { fail, type RowRecord, rowRecord } from "../../format/records.ts";
import { parseDate } from "../tables/patent-table-cells.ts";

/** Rows of one refused application: what it was refused over, and what happened to it. Throws BadRow. */
export function refusalRows(record: JsonRecord): readonly RowRecord[] {
  const target = inner(record.value, "target_patent");
  const native = jsonText(target.application_number);
  const application = applicationKey("KR", native) ?? fail(`application_number ${native.slice(0, 40)} is not an application number`);
  const document = documentKey("KR", jsonText(inner(target, "biblio").unex_pub_number));
  const events = jsonObjects(inner(target, "legal_status").events).map((event) => ({
    date: parseDate(jsonText(event.date), "date of an event"),
    note: tidy(jsonText(event.code)),
  }));
  const date = refusedOn(record.value, events);
  return [
    ...blocks(record.value).map((block) => rowRecord("prior_art_block", record, { application, document, office: "KR", date, ...block })),
    ...(document === null ? [] : citationRows(record, document)),
    ...(document === null
      ? []
      : events.map(({ date, note }) =>
          rowRecord("patent_event", record, { document, kind: kindOf(note), code: null, date, note: note || null }),
        )),
  ];
}

const inner = (value: JsonObject, name: string): JsonObject => {
  const found = value[name];
  return isObject(found) ? found : {};
};

const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(jsonText).filter((text) => text !== "") : []);

const refusal = /거절결정서|거절사정서/;

function refusedOn(value: JsonObject, events: readonly { date: string | null; note: string }[]): string | null {
  const decision = inner(inner(value, "meta"), "rejection_decision");
  const stated = parseDate(jsonText(decision.decision_date), "decision_date");
  return (
    stated ??
    events
      .flatMap(({ date, note }) => (date !== null && refusal.test(note) ? [date] : []))
      .sort()
      .at(-1) ??
    null
  );
}

function kindOf(note: string): string {
  if (refusal.test(note)) return "refused";
  if (/취하서|포기서/.test(note)) return "withdrawn";
  return /출원인변경(?!\(경정\))/.test(note) ? "transferred" : "other";
}

/** Every text that the office cites against the application, once. */
function cited(value: JsonObject): readonly { readonly text: string; readonly examiner: 1 | 0; readonly key: string | null }[] {
  const byExaminer = new Set(texts(value.ground_truth_examiner));
  const all = new Set([...byExaminer, ...texts(value.ground_truth_all)]);
  return [...all].map((text) => ({ text, examiner: byExaminer.has(text) ? 1 : 0, key: kipoDocument(text) }));
}

function blocks(value: JsonObject) {
  const evidence = jsonObjects(inner(value, "meta").ground_truth_evidence_v2);
  return cited(value).map(({ text, examiner, key }) => {
    const said = key === null ? undefined : evidence.find((each) => names(jsonText(each.cited_id), key));
    return {
      cited: key,
      literature: key === null ? text : null,
      examiner,
      ground: jsonText(said?.legal_basis) || null,
      claims: texts(said?.target_claims).join(", ") || null,
    };
  });
}

/** Whether `KR-G-571104` is the document `KR100571104`: same office, and the number, which may lack what stands before it. */
function names(id: string, key: string): boolean {
  const [, office, number] = /^([A-Z]{2})-[A-Z]-0*(\d+)$/.exec(id) ?? [];
  if (office === undefined || number === undefined || !key.startsWith(office)) return false;
  const own = kipoDocument(`${office}${number} A`);
  return own === key || (number.length >= 5 && key.endsWith(number));
}

const citationRows = (record: JsonRecord, citing: string): readonly RowRecord[] =>
  cited(record.value).map(({ text, examiner, key }, index) => {
    const phase = examiner === 1 ? "examiner" : null;
    return key === null
      ? rowRecord("literature_citation", record, { citing, text, category: null, phase })
      : rowRecord("patent_citation", record, { citing, cited: key, category: null, phase, claims: null, position: index + 1 });
  });

/** Examined publications of a year had serials below this; greater ones belong to the numbers of patents since 1996. */
const examinedSerials = 100_000;

/**
 * The key of a document as KIPO prints it in a refusal: numbers are filled with zeros (`EP02312621 A1`), Japanese ones carry the
 * emperor's year without its letter (`JP62007130 A`), Korean ones may lack the country. `null` where it is a paper.
 */
export function kipoDocument(printed: string): string | null {
  const text = printed.normalize("NFKC").trim();
  if (/^[12]0-(?:19|20)\d{2}-\d{7}$/.test(text)) return documentKey("KR", text);
  const [, year, serial, kind] = /^JP(?:평성|소화)?(\d{2})(\d{6}) ([A-Z]\d?)$/.exec(text) ?? [];
  if (year !== undefined && serial !== undefined) {
    const patent = kind?.startsWith("B") && Number(serial) > examinedSerials;
    return documentKey("JP", patent ? String(Number(year + serial)) : `${Number(year) > 31 ? "S" : "H"}${year}-${serial}`);
  }
  const [, european] = /^EP0(\d{7}) [A-Z]\d$/.exec(text) ?? [];
  return european === undefined ? (documentName(text)?.document ?? null) : documentKey("EP", european);
}
