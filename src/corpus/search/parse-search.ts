import { LevermapError } from "../../base/errors.ts";
import { symbolPattern } from "../../link/technology-rule-symbols.ts";
import { badSearch, type FieldName, type Mark, scanSearch } from "./search-scanner.ts";
import {
  type DayField,
  type Leaf,
  leavesOf,
  type SearchTree,
  type TextField,
  textFields,
  type ValueField,
  type Words,
} from "./search-tree.ts";
import { isJoining, searchTokens } from "./search-words.ts";

/** Words, phrases and values of one search: as many as it has bits to note them in. */
export const mostLeaves = 60;
const deepest = 32;

/** Values of `status`. */
export const statuses = ["granted", "not-granted", "in-force", "ended", "unknown"] as const;

/**
 * Reads a search: words that are all needed, `OR`, `NOT`, brackets, "phrases", `NEAR/n` and fields (`class:H01L21/76`). NOT binds closest,
 * then NEAR, AND, OR. Throws LM_SEARCH_INVALID with the place, LM_USAGE where there is no word.
 */
export function parseSearch(query: string): SearchTree {
  const tree = new Parser(query).whole();
  if (tree === null) throw new LevermapError("LM_USAGE", `"${query}" has no word to search for.`, { words: query });
  const leaves = leavesOf(tree).length;
  if (leaves <= mostLeaves) return tree;
  throw badSearch(query, 1, `it has ${leaves} words and values, of which at most ${mostLeaves} can be sought at a time.`);
}

/** The field that words behind are of, `any` at first. */
type Field = FieldName | "any";

class Parser {
  readonly #query: string;
  readonly #marks: readonly Mark[];
  #at = 0;
  #depth = 0;

  constructor(query: string) {
    this.#query = query;
    this.#marks = scanSearch(query);
  }

  /** `null` where it has no word. */
  whole(): SearchTree | null {
    const tree = this.#any("any");
    const rest = this.#next;
    if (rest.kind === ")") throw this.#fault(rest, "this bracket closes none.");
    return tree;
  }

  get #next(): Mark {
    return this.#marks[this.#at]!;
  }

  #fault(mark: Mark, reason: string): LevermapError {
    return badSearch(this.#query, mark.place, reason);
  }

  /** Parts with OR between them. */
  #any(field: Field): SearchTree | null {
    const parts = [this.#all(field)];
    while (this.#next.kind === "or") {
      const operator = this.#next;
      this.#at++;
      parts.push(this.#needed(operator, this.#all(field), parts.at(-1)));
    }
    return joined("or", parts);
  }

  /** Parts with AND or nothing between them. */
  #all(field: Field): SearchTree | null {
    const parts: (SearchTree | null)[] = [];
    for (let mark = this.#next; mark.kind !== "end" && mark.kind !== ")" && mark.kind !== "or"; mark = this.#next) {
      if (mark.kind !== "and") parts.push(this.#near(field));
      else {
        this.#at++;
        parts.push(this.#needed(mark, this.#near(field), joined("and", parts)));
      }
    }
    return joined("and", parts);
  }

  /** The part behind an operator, which needs one on both sides. */
  #needed(operator: Mark, part: SearchTree | null, before: SearchTree | null | undefined): SearchTree {
    if (part !== null && before != null) return part;
    throw this.#fault(operator, `${operator.kind.toUpperCase()} needs something to search for on both sides.`);
  }

  #near(field: Field): SearchTree | null {
    const first = this.#one(field);
    const mark = this.#next;
    if (mark.kind !== "near") return first;
    this.#at++;
    const second = this.#needed(mark, this.#one(field), first);
    if (this.#next.kind === "near") throw this.#fault(this.#next, "NEAR joins two; write (a NEAR/3 b) AND (b NEAR/3 c).");
    const pairs = this.#wordsOf(mark, first!).flatMap((one) =>
      this.#wordsOf(mark, second).map((other): SearchTree => {
        if (one.field !== other.field) throw this.#fault(mark, "NEAR takes two of one field, as in title:(a NEAR/3 b).");
        return { kind: "near", field: one.field, first: one, second: other, most: mark.most };
      }),
    );
    return joined("or", pairs);
  }

  /** The words that NEAR may take: one, or several with OR between. */
  #wordsOf(near: Mark, tree: SearchTree): readonly Words[] {
    if (tree.kind === "words") return [tree];
    if (tree.kind === "or") return tree.parts.flatMap((part) => this.#wordsOf(near, part));
    throw this.#fault(near, "NEAR stands between words or phrases, or several in brackets with OR between them.");
  }

  /** `null` for marks of a sentence, and for words that only join others. */
  #one(field: Field): SearchTree | null {
    const mark = this.#next;
    this.#at++;
    switch (mark.kind) {
      case "(":
        return this.#bracket(mark, field);
      case "not": {
        const part = this.#deeper(mark, () => this.#one(field));
        if (part !== null) return { kind: "not", part };
        throw this.#fault(mark, "NOT needs something to leave out.");
      }
      case "field":
        return this.#field(mark, field);
      case "phrase":
      case "text":
        return this.#leaf(mark, field, mark.kind === "phrase");
      case "end":
      case ")":
        this.#at--;
        return null;
      default:
        throw this.#fault(mark, `${mark.kind.toUpperCase()} needs something to search for on both sides; in quotation marks it is a word.`);
    }
  }

  #bracket(open: Mark, field: Field): SearchTree | null {
    const tree = this.#deeper(open, () => this.#any(field));
    if (this.#next.kind !== ")") throw this.#fault(open, "this bracket is not closed.");
    this.#at++;
    return tree;
  }

  #field(mark: Mark & { readonly kind: "field" }, within: Field): SearchTree {
    if (within !== "any") throw this.#fault(mark, `a field cannot stand within another (${within}).`);
    const next = this.#next;
    const value = next.kind === "(" || next.kind === "phrase" || next.kind === "text" ? this.#one(mark.name) : null;
    if (value !== null) return value;
    throw this.#fault(mark, `the field ${mark.name} has no value.`);
  }

  #leaf(mark: Mark & { readonly text: string }, field: Field, exact: boolean): Leaf | null {
    if (isText(field)) {
      if (!exact && isJoining(mark.text)) return null;
      const tokens = searchTokens(mark.text);
      const begins = !exact || /\*\s*$/.test(mark.text);
      return tokens.length === 0 ? null : { kind: "words", field, tokens, begins };
    }
    if (field === "day" || field === "filed" || field === "priority") return this.#days(mark, field, mark.text.trim());
    return { kind: "value", field, value: this.#value(mark, field, mark.text.trim()), place: mark.place };
  }

  #days(mark: Mark, field: DayField, text: string): Leaf {
    const [from = "", to = "", more] = text.includes("..") ? text.split("..") : [text, text];
    const known = [from, to].every((each) => each === "" || isDay(each));
    if (!known || more !== undefined || (from === "" && to === "") || (from !== "" && to !== "" && from > `${to}~`))
      throw this.#fault(mark, `days are written 2015, 2015-06 or 2015-06-30, and from to as in ${field}:2010..2015-06.`);
    return { kind: "days", field, from: from || null, to: to || null };
  }

  #value(mark: Mark, field: ValueField, text: string): string {
    if (field === "class") {
      const symbol = text.toUpperCase().replace(/\s+/g, "");
      if (/^[A-HY](\d{2})?$/.test(symbol) || symbolPattern(symbol) !== null) return symbol;
      throw this.#fault(mark, `"${text}" cannot be read as a class of CPC or IPC such as H01L, H01L21/76 or H01L27/108-115.`);
    }
    if (field === "office") {
      if (/^[A-Za-z]{2}$/.test(text)) return text.toUpperCase();
      throw this.#fault(mark, `an office is a two-letter code such as US or EP, not "${text}".`);
    }
    if (field === "status" && !(statuses as readonly string[]).includes(text))
      throw this.#fault(mark, `a status is ${statuses.join(", ")}, not "${text}".`);
    return text;
  }

  #deeper<T>(mark: Mark, read: () => T): T {
    if (++this.#depth > deepest) throw this.#fault(mark, `more than ${deepest} brackets in one another.`);
    const found = read();
    this.#depth--;
    return found;
  }
}

const isText = (field: Field): field is TextField => (textFields as readonly string[]).includes(field);

function isDay(text: string): boolean {
  if (!/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text)) return false;
  const full = `${text}-01-01`.slice(0, 10);
  const time = Date.parse(full);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(full);
}

/** `null` parts are left out; of one part that itself, of none `null`. */
function joined(kind: "and" | "or", all: readonly (SearchTree | null)[]): SearchTree | null {
  const parts = all.filter((part) => part !== null);
  return parts.length > 1 ? { kind, parts } : (parts[0] ?? null);
}
