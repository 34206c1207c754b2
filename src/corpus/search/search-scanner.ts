import { LevermapError } from "../../base/errors.ts";
import { dayFields, textFields, valueFields } from "./search-tree.ts";

/** A part of a query; `place`: of its first character, from 1. */
export type Mark = { readonly place: number } & (
  | { readonly kind: "(" | ")" | "and" | "or" | "not" | "end" }
  | { readonly kind: "near"; readonly most: number }
  | { readonly kind: "field"; readonly name: FieldName }
  | { readonly kind: "phrase" | "text"; readonly text: string }
);

export type FieldName = Exclude<(typeof textFields)[number], "any"> | (typeof valueFields)[number] | (typeof dayFields)[number];

const fieldNames: readonly string[] = [...textFields.filter((each) => each !== "any"), ...valueFields, ...dayFields];

const usualDistance = 5;
const mostDistance = 100;

/** Quotation marks that open, with those that close. */
const closing: Readonly<Record<string, string>> = { '"': '"', "“": "”", "„": "“”", "«": "»" };

/** What a search could not be read for, with the place in it. */
export function badSearch(query: string, place: number, reason: string): LevermapError {
  const about = query.slice(Math.max(0, place - 1), place + 19);
  const where = about.trim() === "" ? "at its end" : `at character ${place} ("${about}")`;
  return new LevermapError("LM_SEARCH_INVALID", `The search cannot be read ${where}: ${reason}`, { place, query });
}

/** Splits a query into its parts; blanks, commas and semicolons only separate. Throws LM_SEARCH_INVALID. */
export function scanSearch(query: string): readonly Mark[] {
  const marks: Mark[] = [];
  const part = /[\s,;]+|([()])|(["“„«])|((?:(?![\s,;()"“„«]).)+)/suy;
  while (part.lastIndex < query.length) {
    const place = part.lastIndex + 1;
    const [, bracket, quote, text] = part.exec(query)!;
    if (bracket !== undefined) marks.push({ kind: bracket as "(" | ")", place });
    else if (quote !== undefined) part.lastIndex = phrase(query, place, quote, marks);
    else if (text !== undefined) part.lastIndex = place - 1 + bare(query, place, text, marks);
  }
  return [...marks, { kind: "end", place: query.length + 1 }];
}

/** Adds the phrase that begins here; gives the place behind it. */
function phrase(query: string, place: number, quote: string, marks: Mark[]): number {
  const ends = [...closing[quote]!].flatMap((mark) => {
    const at = query.indexOf(mark, place);
    return at < 0 ? [] : [at];
  });
  if (ends.length === 0) throw badSearch(query, place, "this quotation mark is not closed.");
  const end = Math.min(...ends);
  marks.push({ kind: "phrase", text: query.slice(place, end), place });
  return end + 1;
}

const words: Readonly<Record<string, "and" | "or" | "not">> = { AND: "and", OR: "or", NOT: "not" };

/** Adds what is written without quotation marks; gives how many characters were read. */
function bare(query: string, place: number, text: string, marks: Mark[]): number {
  const operator = Object.hasOwn(words, text) ? words[text] : undefined;
  const [near, distance] = /^NEAR(?:\/(.*))?$/su.exec(text) ?? [];
  const [head, written] = /^(\p{L}+):/u.exec(text) ?? [];
  const name = written?.toLowerCase();
  if (operator !== undefined) marks.push({ kind: operator, place });
  else if (near !== undefined) marks.push({ kind: "near", most: distanceOf(query, place, distance), place });
  else if (head !== undefined && name !== undefined && isField(query, place, head, name)) {
    marks.push({ kind: "field", name: name as FieldName, place });
    return head.length;
  } else marks.push({ kind: "text", text, place });
  return text.length;
}

function distanceOf(query: string, place: number, written: string | undefined): number {
  if (written === undefined) return usualDistance;
  const most = /^\d{1,3}$/.test(written) ? Number(written) : Number.NaN;
  if (most <= mostDistance) return most;
  throw badSearch(query, place, `NEAR takes how many words may stand between, NEAR/0 to NEAR/${mostDistance}.`);
}

/** A word before a colon that something follows at once must be a field. */
function isField(query: string, place: number, head: string, name: string): boolean {
  if (fieldNames.includes(name)) return true;
  if (/^(?:[\s,;)]|$)/.test(query.slice(place - 1 + head.length))) return false;
  throw badSearch(
    query,
    place,
    `there is no field "${name}"; fields are ${fieldNames.join(", ")}. Write words with a colon in quotation marks.`,
  );
}
