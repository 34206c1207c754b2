import type { Expression } from "../sources/format/column-plan.ts";
import { identifier } from "./schema.ts";

export const literal = (value: string | number | null): string =>
  value === null ? "NULL" : typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** JavaScript's `\s`; RE2's is ASCII only without vertical tab. */
const wideSpace = "\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";
const unevenSpace = `^ | $|  |[\\t-\\r${wideSpace}]`;
const anySpace = `[\\t-\\r ${wideSpace}]+`;
export const blankSql = (text: string): string => `coalesce(NOT regexp_matches(${text}, '[^\\t-\\r ${wideSpace}]'), true)`;

/** A trimmed cell, `NULL` if empty. */
const trimmed = (column: string): string => `nullif(trim(${identifier(column)}, ' '), '')`;

/**
 * SQL of an expression over a record's cells; `NULL` if unknown or unreadable. Agrees with `planValues`. The common case comes first, since
 * this runs for hundreds of millions of cells.
 */
export function valueSql(expression: Expression): string {
  switch (expression.kind) {
    case "constant":
      return literal(expression.value);
    case "text":
      return textSql(joinedSql(expression.columns));
    case "first":
      return `coalesce(${expression.of.map(valueSql).join(", ")})`;
    case "integer": {
      const [raw, text] = [identifier(expression.column), trimmed(expression.column)];
      return `CASE WHEN regexp_full_match(${raw}, '[0-9]{1,9}') THEN try_cast(${raw} AS INTEGER) + ${expression.plus}
        WHEN regexp_full_match(${text}, '[0-9]{1,9}(\\.0)?') THEN try_cast(${text} AS INTEGER) + ${expression.plus} END`;
    }
    case "date": {
      const raw = identifier(expression.column);
      return `CASE WHEN regexp_full_match(${raw}, '(1[6-9]|20)[0-9]{2}-[0-9]{2}-[0-9]{2}') AND try_cast(${raw} AS DATE) IS NOT NULL THEN ${raw}
        ELSE ${otherDateSql(trimmed(expression.column))} END`;
    }
    case "document": {
      const raw = identifier(expression.column);
      return `CASE WHEN regexp_full_match(${raw}, '[1-9][0-9]{0,9}') THEN 'US' || ${raw}
        WHEN regexp_full_match(${raw}, '20[0-9]{9}') THEN 'US' || left(${raw}, 4) || right(${raw}, 6) ELSE ${otherDocumentSql(trimmed(expression.column))} END`;
    }
    case "pattern": {
      const text = trimmed(expression.column);
      return `CASE WHEN regexp_full_match(${text}, ${literal(expression.pattern)})
        THEN regexp_replace(${text}, ${literal(`^(?:${expression.pattern})$`)}, ${literal(expression.replacement)}) END`;
    }
    case "mapped": {
      const { "": empty = null, ...known } = expression.values;
      const cases = (cell: string): string =>
        Object.entries(known)
          .map(([from, to]) => `WHEN ${cell} = ${literal(from)} THEN ${literal(to)}`)
          .join(" ");
      const [raw, text] = [identifier(expression.column), trimmed(expression.column)];
      return `CASE ${cases(raw)} WHEN ${raw} IS NULL THEN ${literal(empty)} WHEN ${raw} BETWEEN '!' AND '~' AND NOT suffix(${raw}, ' ') THEN ${literal(expression.otherwise)}
        WHEN ${text} IS NULL THEN ${literal(empty)} ${cases(text)} ELSE ${literal(expression.otherwise)} END`;
    }
  }
}

export const filledSql = (expression: Expression): string =>
  "column" in expression ? `${trimmed(expression.column)} IS NOT NULL` : "false";

/** Where SQL cannot decide like `planValues`: publication numbers needing Unicode normalisation. `null` if it always can. */
export function undecidedSql(expression: Expression, value: string): string | null {
  if (expression.kind !== "document") return null;
  return `${value} IS NULL AND regexp_matches(${identifier(expression.column)}, '[^ -~]')`;
}

function joinedSql(columns: readonly string[]): string {
  if (columns.length === 1) return identifier(columns[0] as string);
  return columns.map((name) => `coalesce(${identifier(name)}, '')`).join(" || ' ' || ");
}

const textSql = (joined: string): string =>
  `CASE WHEN ${joined} = '' THEN NULL WHEN NOT regexp_matches(${joined}, '${unevenSpace}') THEN ${joined}
    ELSE nullif(trim(regexp_replace(${joined}, '${anySpace}', ' ', 'g'), ' '), '') END`;

function otherDateSql(text: string): string {
  const digits = `replace(${text}, '-', '')`;
  const year = `left(${digits}, 4)`;
  const month = `${year} || '-' || substr(${digits}, 5, 2)`;
  const day = `${month} || '-' || substr(${digits}, 7, 2)`;
  return `CASE WHEN ${text} IS NULL OR NOT regexp_full_match(${text}, '(1[6-9]|20)[0-9]{2}-?[0-9]{2}-?[0-9]{2}') THEN NULL
    WHEN try_cast(${day} AS DATE) IS NOT NULL THEN ${day}
    WHEN substr(${digits}, 5, 4) = '0000' THEN ${year}
    WHEN substr(${digits}, 7, 2) = '00' AND try_cast(${month} || '-01' AS DATE) IS NOT NULL THEN ${month} END`;
}

/** SQL of `publicationNumber` for US numbers, except bare digits. */
function otherDocumentSql(text: string): string {
  const compact = `regexp_replace(upper(${text}), '[\\s,./_-]', '', 'g')`;
  const letters = `regexp_extract(${compact}, '^[A-Z]+')`;
  const serial = `ltrim(regexp_extract(${compact}, '[0-9]+$'), '0')`;
  return `CASE WHEN ${text} IS NULL THEN NULL
    WHEN regexp_full_match(${compact}, '20[0-9]{9}') THEN 'US' || left(${compact}, 4) || substr(${compact}, 6)
    WHEN regexp_full_match(${compact}, '(D|RE|PP|AI|RX|H|T|S|X)0*[0-9]{1,7}') THEN 'US' || ${letters} || if(${serial} = '', '0', ${serial})
    WHEN regexp_full_match(${compact}, '0*[1-9][0-9]*') THEN if(length(ltrim(${compact}, '0')) <= 20, 'US' || ltrim(${compact}, '0'), NULL) END`;
}
