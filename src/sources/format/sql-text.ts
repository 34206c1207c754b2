/** The name of a column of the cells. */
export const columnName = (column: string): string => `"${column.replaceAll('"', '""')}"`;

/** A text or number as an SQL literal. */
export const literal = (value: string | number | null): string =>
  value === null ? "NULL" : typeof value === "number" ? String(value) : `'${value.replaceAll("'", "''")}'`;

/** White space as JavaScript's `\s` has it; RE2's `\s` is that of ASCII without the vertical tab. */
const wideSpace = "\\x{A0}\\x{1680}\\x{2000}-\\x{200A}\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}\\x{FEFF}";
export const unevenSpace = `^ | $|  |[\\t-\\r${wideSpace}]`;
export const anySpace = `[\\t-\\r ${wideSpace}]+`;
/** Whether a text has nothing but white space; an empty cell is `NULL`. */
export const blankSql = (text: string): string => `coalesce(NOT regexp_matches(${text}, '[^\\t-\\r ${wideSpace}]'), true)`;

/** The date of a text of digits, as `dateOf` of the expressions reads it. */
export function dateSql(text: string): string {
  const digits = `replace(${text}, '-', '')`;
  const year = `left(${digits}, 4)`;
  const month = `${year} || '-' || substr(${digits}, 5, 2)`;
  const day = `${month} || '-' || substr(${digits}, 7, 2)`;
  return `CASE WHEN ${text} IS NULL OR NOT regexp_full_match(${text}, '(1[6-9]|20)[0-9]{2}-?[0-9]{2}-?[0-9]{2}') THEN NULL
    WHEN try_cast(${day} AS DATE) IS NOT NULL THEN ${day}
    WHEN substr(${digits}, 5, 4) = '0000' THEN ${year}
    WHEN substr(${digits}, 7, 2) = '00' AND try_cast(${month} || '-01' AS DATE) IS NOT NULL THEN ${month} END`;
}

/** The number of a US publication as `publicationNumber` of the room `link` has it, bare digits aside. */
export function documentSql(text: string): string {
  const compact = `regexp_replace(upper(${text}), '[\\s,./_-]', '', 'g')`;
  const letters = `regexp_extract(${compact}, '^[A-Z]+')`;
  const serial = `ltrim(regexp_extract(${compact}, '[0-9]+$'), '0')`;
  return `CASE WHEN ${text} IS NULL THEN NULL
    WHEN regexp_full_match(${compact}, '20[0-9]{9}') THEN 'US' || left(${compact}, 4) || substr(${compact}, 6)
    WHEN regexp_full_match(${compact}, '(D|RE|PP|AI|RX|H|T|S|X)0*[0-9]{1,7}') THEN 'US' || ${letters} || if(${serial} = '', '0', ${serial})
    WHEN regexp_full_match(${compact}, '0*[1-9][0-9]*') THEN if(length(ltrim(${compact}, '0')) <= 20, 'US' || ltrim(${compact}, '0'), NULL) END`;
}
