import type { Near, Words } from "./search-tree.ts";
import { hanFolding, isHan, isUnseparated } from "./search-words.ts";

/** Binds a value and gives its place in the statement. */
export type Bind = (value: string) => string;

const script = "\\p{Han}\\p{Hiragana}\\p{Katakana}\\p{Hangul}";
const between = "[^\\p{L}\\p{N}]";

/** Condition on a text in lower case: `column` contains the words as words, next to one another. */
export function wordsSql({ tokens, begins }: Pick<Words, "tokens" | "begins">, column: string, bind: Bind): string {
  const folded = tokens.some(isHan) ? foldedSql(column, bind) : column;
  const last = tokens.at(-1)!;
  const start = isUnseparated(tokens[0]!) ? "" : `(?:^|${between}|[${script}])`;
  const end = begins || isUnseparated(last) ? "" : `(?:$|${between}|[${script}])`;
  const middle = tokens.map((token, at) => {
    const before = tokens[at - 1];
    return `${before === undefined ? "" : `${between}${isUnseparated(before) || isUnseparated(token) ? "*" : "+"}`}${token}`;
  });
  const contained = containedSql(tokens, folded, bind);
  // A script without blanks has no boundaries to check
  if (tokens.length === 1 && start === "" && end === "") return contained;
  return `(${contained} AND regexp_matches(${folded}, ${bind(start + middle.join("") + end)}))`;
}

/** Condition on a text in lower case: both in it, with at most so many other words between. */
export function nearSql({ first, second, most }: Near, column: string, bind: Bind): string {
  const tokens = [...first.tokens, ...second.tokens];
  const folded = tokens.some(isHan) ? foldedSql(column, bind) : column;
  const apart = `regexp_replace(regexp_replace(${folded}, '([${script}])', ' \\1 ', 'g'), '${between}+', ' ', 'g')`;
  const [a, b] = [written(first), written(second)];
  const words = `(?:[^ ]+ ){0,${most}}`;
  const pattern = bind(` (?:${a}${words}${b}|${b}${words}${a})`);
  const anyText = `regexp_matches(' ' || ${apart} || ' ', ${pattern})`;
  // Most texts are of ASCII alone: one expression over them as they stand takes a third of the time
  const near = `CASE WHEN strlen(${column}) = length(${column}) THEN regexp_matches(${column}, ${bind(asciiNear(first, second, most))}) ELSE ${anyText} END`;
  return `(${containedSql(tokens, folded, bind)} AND ${near})`;
}

const asciiBetween = "[^a-z0-9]+";

/** The expression of NEAR for a text of ASCII in lower case. */
function asciiNear(first: Words, second: Words, most: number): string {
  const word = ({ tokens, begins }: Words, more: string): string => tokens.join(asciiBetween) + (begins ? more : "");
  const pair = (a: Words, b: Words): string =>
    `${word(a, "[a-z0-9]*")}${asciiBetween}(?:[a-z0-9]+${asciiBetween}){0,${most}}${word(b, "[a-z0-9]*")}(?:$|[^a-z0-9])`;
  return `(?:^|[^a-z0-9])(?:${pair(first, second)}|${pair(second, first)})`;
}

/** Words in a text of words with one blank behind each. */
const written = ({ tokens, begins }: Words): string => `${tokens.join(" ")}${begins && !isUnseparated(tokens.at(-1)!) ? "[^ ]*" : ""} `;

/** What a match must contain: quick, and true of all matches. */
const containedSql = (tokens: readonly string[], column: string, bind: Bind): string =>
  [...new Set(tokens)].map((token) => `contains(${column}, ${bind(token)})`).join(" AND ");

function foldedSql(column: string, bind: Bind): string {
  const { from, to } = hanFolding();
  return `translate(${column}, ${bind(from)}, ${bind(to)})`;
}
