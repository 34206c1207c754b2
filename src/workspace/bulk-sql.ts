import { tables } from "../base/tables.ts";
import { type ColumnPlan, type Expression, missing, notInLayout, type Output, readings } from "../sources/format/column-plan.ts";
import { filledSql, undecidedSql, unreadable, valueSql } from "../sources/format/expressions.ts";
import { blankSql, literal } from "../sources/format/sql-text.ts";
import { columnsOf, identifier } from "./schema.ts";

/** SQL that loads a file by its plan. Parameters: `$1` load id, `$2` file name. */
export interface BulkSql {
  /** Stages the values of all records in order, with fault numbers. */
  readonly stage: string;
  /** `records` with rows or faults, `bad`, and `undecided`: SQL cannot parse them like the reader. */
  readonly count: string;
  /** One per table in plan order: for files without bad records, and for others. */
  readonly outputs: readonly { readonly sound: string; readonly mixed: string }[];
  /** Reads excerpts of bad records. */
  readonly rejects: string;
  readonly drop: string;
}

const stageName = "temp.levermap_stage";
/** Fault 0: undecided. */
const undecided = 0;

export function bulkSql(plan: ColumnPlan, path: string): BulkSql {
  const values = new StagedValues(plan.outputs);
  const faults = faultsOf(plan, values);
  const doubts = [...(plan.format.kind === "lines" ? [doubtfulLine] : []), ...values.doubts()];
  const cases = [
    ...(doubts.length > 0 ? [`WHEN ${doubts.join(" OR ")} THEN ${undecided}`] : []),
    ...faults.map(({ condition }, index) => `WHEN ${condition} THEN ${index + 1}`),
  ];
  const suspects = [...new Set([...faults.map(({ suspect }) => suspect), ...doubts])];
  const fault = suspects.length > 0 ? `CASE WHEN ${suspects.join(" OR ")} THEN CASE ${cases.join(" ")} END END` : "NULL";
  const bad = `fault > ${undecided}`;
  const records = recordsOf(plan);
  const reasons = faults.map(({ reason }, index) => `WHEN ${index + 1} THEN ${literal(reason)}`).join(" ");
  return {
    stage: `CREATE OR REPLACE TEMP TABLE levermap_stage AS SELECT ${[...values.names(), ...numberOf(plan), `(${fault})::UTINYINT AS fault`].join(", ")}
      FROM (SELECT *, ${values.definitions().join(", ")} FROM ${recordsSql(plan, path)})`,
    count: `SELECT count(*) FILTER (${bad} OR fault IS NULL AND (${givesRow(plan.outputs, values)}))::DOUBLE AS records,
      count(*) FILTER (${bad})::DOUBLE AS bad, count(*) FILTER (fault = ${undecided})::DOUBLE AS undecided FROM ${records}`,
    outputs: plan.outputs.map((output) => outputSql(output, values, records, lineOf(plan))),
    rejects: `INSERT INTO reject SELECT $1, $2, s.number, 'LM_LOAD_BAD_ROW', CASE s.fault ${reasons || "WHEN 0 THEN ''"} END, left(regexp_replace(left(r.excerpt, 400), '\\p{C}+', ' ', 'g'), 200)
      FROM (SELECT rowid + 1 AS line, ${lineOf(plan)} AS number, fault FROM ${records} AND ${bad}) s
      JOIN (SELECT row_number() OVER () AS line, excerpt FROM (SELECT ${excerptSql(plan)} AS excerpt FROM ${recordsSql(plan, path)})) r
      ON s.line = r.line ORDER BY s.line`,
    drop: `DROP TABLE IF EXISTS ${stageName}`,
  };
}

/** Distinct non-constant expressions of the plan. */
class StagedValues {
  readonly #names = new Map<string, { readonly name: string; readonly expression: Expression }>();

  constructor(outputs: readonly Output[]) {
    for (const { values, where } of outputs) {
      for (const expression of [...Object.values(values), ...(where ? [where] : [])]) {
        if (expression.kind === "constant") continue;
        this.#name(expression);
        for (const part of readings(expression)) if (unreadable(part) !== null) this.#name(part);
      }
    }
  }

  names(): string[] {
    return [...this.#names.values()].map(({ name }) => name);
  }

  definitions(): string[] {
    return [...this.#names.values()].map(({ name, expression }) => `${valueSql(expression)} AS ${name}`);
  }

  /** Conditions under which SQL is undecided. */
  doubts(): string[] {
    return [...this.#names.values()].flatMap(({ name, expression }) => undecidedSql(expression, name) ?? []);
  }

  of(expression: Expression): string {
    return expression.kind === "constant" ? valueSql(expression) : this.#name(expression);
  }

  #name(expression: Expression): string {
    const key = JSON.stringify(expression);
    const known = this.#names.get(key)?.name ?? `v${this.#names.size}`;
    if (!this.#names.has(key)) this.#names.set(key, { name: known, expression });
    return known;
  }
}

interface Fault {
  readonly condition: string;
  /** A cheap superset of `condition`. */
  readonly suspect: string;
  readonly reason: string;
}

/** Possible faults, in the order of `planValues`. */
function faultsOf(plan: ColumnPlan, values: StagedValues): readonly Fault[] {
  const unfit = plan.format.kind === "lines" ? [{ condition: "line_unfit", suspect: "line_unfit", reason: notInLayout }] : [];
  const expressions = plan.outputs.flatMap((output) => Object.values(output.values)).flatMap(readings);
  const unread = expressions.flatMap((expression) => {
    const reason = unreadable(expression);
    const suspect = `${values.of(expression)} IS NULL`;
    return reason === null ? [] : [{ condition: `${filledSql(expression)} AND ${suspect}`, suspect, reason }];
  });
  const absent = plan.outputs.flatMap(({ table, values: row, where }) => {
    const declared: Readonly<Record<string, string>> = tables[table];
    const needed = Object.entries(row).filter(([column, { kind }]) => kind !== "constant" && !declared[column]?.endsWith("?"));
    return needed.flatMap(([column, expression]) => {
      const suspect = `${values.of(expression)} IS NULL`;
      const wanted = where === undefined ? "" : `${knownSql(where, values)} AND `;
      return expression === where ? [] : [{ condition: wanted + suspect, suspect, reason: missing(expression, column) }];
    });
  });
  return [...new Map([...unfit, ...unread, ...absent].map((fault) => [fault.condition, fault])).values()];
}

const knownSql = (where: Expression, values: StagedValues): string => `${values.of(where)} IS NOT NULL`;

function givesRow(outputs: readonly Output[], values: StagedValues): string {
  return outputs.map(({ where }) => (where === undefined ? "true" : knownSql(where, values))).join(" OR ");
}

/** The number of each record in the file that it was cut from, where the file has it before its columns. */
const recordNumber = "levermap_record";
const isNumbered = ({ format }: ColumnPlan): boolean => format.kind === "delimited" && (format.numbered ?? false);
const numberOf = (plan: ColumnPlan): readonly string[] =>
  isNumbered(plan) ? [`try_cast(${recordNumber} AS INTEGER) AS record_number`] : [];
const lineOf = (plan: ColumnPlan): string => (isNumbered(plan) ? "record_number" : "rowid + 1");

function outputSql(
  { table, values: row, where }: Output,
  values: StagedValues,
  records: string,
  line: string,
): { sound: string; mixed: string } {
  const cells = columnsOf(table).map(({ name }) => (row[name] === undefined ? "NULL" : values.of(row[name])));
  const all = `INSERT INTO ${identifier(table)} SELECT ${[...cells, "$1", "$2", line].join(", ")} FROM ${records}`;
  const sound = where === undefined ? all : `${all} AND ${knownSql(where, values)}`;
  return { sound, mixed: `${sound} AND fault IS NULL` };
}

/** Staged records; a header is the first, since `read_csv` fails on line ends within headers. */
const recordsOf = ({ format }: ColumnPlan): string =>
  `${stageName} WHERE ${format.kind === "delimited" && format.header ? "rowid > 0" : "true"}`;

const strictReading = "auto_detect = false, strict_mode = true, compression = 'none', max_line_size = 262144";

/** `read_csv` sees blank lines if a file mixes line ends. */
const doubtfulLine = `line_unfit AND ${blankSql("line")}`;

/** A delimiter that no line contains; a single character at the end would be taken for an empty cell. */
const noDelimiter = "concat(chr(31), chr(30), chr(31), chr(30))";

/** All records in order, cells as text. */
function recordsSql(plan: ColumnPlan, path: string): string {
  const { format, columns } = plan;
  if (format.kind === "delimited") {
    const types = [...(isNumbered(plan) ? [recordNumber] : []), ...columnNames(plan)]
      .map((column) => `${literal(column)}: 'VARCHAR'`)
      .join(", ");
    return `read_csv(${literal(path)}, delim = ${literal(format.delimiter)}, quote = '"', escape = '"', header = false,
      columns = {${types}}, ${strictReading})`;
  }
  const names = columns.map((column) => literal(column)).join(", ");
  const pattern = literal(`^(?:${format.pattern})$`);
  return `(SELECT line, line_unfit, unnest(cells) FROM (
    SELECT line, regexp_extract(line, ${pattern}, [${names}]) AS cells, NOT coalesce(regexp_matches(line, ${pattern}), false) AS line_unfit
    FROM read_csv(${literal(path)}, delim = ${noDelimiter}, quote = '', escape = '', header = false, columns = {'line': 'VARCHAR'}, ${strictReading})))`;
}

/** Unused column names may be empty or differ by case only: they are numbered. */
function columnNames({ columns, outputs }: ColumnPlan): readonly string[] {
  const expressions = outputs.flatMap(({ values, where }) => [...Object.values(values), ...(where ? [where] : [])]);
  const used = new Set(expressions.flatMap(cellsOf));
  return columns.map((column, index) => (used.has(column) ? column : `unused ${index}`));
}

function cellsOf(expression: Expression): readonly string[] {
  if (expression.kind === "constant") return [];
  if (expression.kind === "first") return expression.of.flatMap(cellsOf);
  return expression.kind === "text" ? expression.columns : [expression.column];
}

const excerptSql = (plan: ColumnPlan): string =>
  plan.format.kind === "lines"
    ? "line"
    : columnNames(plan)
        .map((column) => `coalesce(${identifier(column)}, '')`)
        .join(" || ',' || ");
