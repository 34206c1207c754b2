import { symbolPattern } from "../../link/technology-rule-symbols.ts";
import { currentRows } from "../../workspace/schema.ts";
import type { DayRange, FieldValue, Leaf, Near, SearchTree, TextField, Words } from "./search-tree.ts";
import { holds } from "./search-tree.ts";
import { type Bind, nearSql, wordsSql } from "./text-sql.ts";

/** What a value of a search stands for: technologies, or documents. */
export interface ResolvedValues {
  readonly technologies: (value: FieldValue) => readonly string[];
  /** Of sets and numbers, and of states that were looked up before. */
  readonly documents: (value: FieldValue) => readonly string[];
}

/** A statement that gives `document` and `in_title` of all documents found, and its values. */
export interface SearchSql {
  readonly sql: string;
  readonly values: readonly string[];
}

/**
 * The statement of a search. Every leaf has a bit; each table is read once and notes which leaves a document has, and the tree is asked of
 * the bits of each document. All that was written is bound, never part of the statement.
 */
export function searchSql(tree: SearchTree, resolved: ResolvedValues): SearchSql {
  const values: string[] = [];
  const places = new Map<string, string>();
  const bind: Bind = (value) => {
    const known = places.get(value);
    if (known !== undefined) return known;
    const place = `$${values.push(value)}::VARCHAR`;
    places.set(value, place);
    return place;
  };
  const bits = new Bits(tree);
  const parts = [textPart, holderPart, heldPart, inventorPart, documentPart, classPart, technologyPart, listPart].flatMap(
    (part) => part(bits.leaves, bind, resolved) ?? [],
  );
  if (holds(tree, () => false))
    parts.push("SELECT document, 0::UBIGINT AS bits, 0::UBIGINT AS titled FROM patent_document WHERE loaded = 1");
  const worded = bits.leaves.reduce((mask, { leaf, bit }) => (leaf.kind === "words" ? mask | bit : mask), 0n);
  const sql = `SELECT document, bit_count(titled & ${worded}::UBIGINT)::INTEGER AS in_title FROM (
      SELECT document, bit_or(bits) AS bits, bit_or(titled) AS titled FROM (${parts.join("\n UNION ALL ")}) GROUP BY document
    ) SEMI JOIN (SELECT document FROM patent_document WHERE loaded = 1) d USING (document) WHERE ${bits.condition(tree)}`;
  return { sql, values };
}

interface Numbered<L extends Leaf = Leaf> {
  readonly leaf: L;
  readonly bit: bigint;
}

/** The distinct leaves of a search, each with a bit of its own. */
class Bits {
  readonly #byKey = new Map<string, Numbered>();

  constructor(tree: SearchTree) {
    this.#add(tree);
  }

  get leaves(): readonly Numbered[] {
    return [...this.#byKey.values()];
  }

  condition(tree: SearchTree): string {
    if (tree.kind === "and" || tree.kind === "or") {
      const parts = tree.parts.map((part) => this.condition(part));
      return `(${[tree.kind === "and" ? "true" : "false", ...parts].join(tree.kind === "and" ? " AND " : " OR ")})`;
    }
    if (tree.kind === "not") return `(NOT ${this.condition(tree.part)})`;
    return `(bits & ${this.#byKey.get(keyOf(tree))!.bit}::UBIGINT) <> 0`;
  }

  #add(tree: SearchTree): void {
    if (tree.kind === "and" || tree.kind === "or") for (const part of tree.parts) this.#add(part);
    else if (tree.kind === "not") this.#add(tree.part);
    else if (!this.#byKey.has(keyOf(tree))) this.#byKey.set(keyOf(tree), { leaf: tree, bit: 1n << BigInt(this.#byKey.size) });
  }
}

/** What makes two leaves one: all but where they stand. */
const keyOf = (leaf: Leaf): string => JSON.stringify(leaf, (key, value: unknown) => (key === "place" ? undefined : value));

type Part = (leaves: readonly Numbered[], bind: Bind, resolved: ResolvedValues) => string | null;

/** Bits of the leaves whose condition holds; `null` where there is no leaf. */
function bitsSql<L extends Leaf>(leaves: readonly Numbered<L>[], condition: (leaf: L) => string): string | null {
  if (leaves.length === 0) return null;
  return leaves.map(({ leaf, bit }) => `CASE WHEN ${condition(leaf)} THEN ${bit}::UBIGINT ELSE 0::UBIGINT END`).join(" | ");
}

/** Documents with the bits that `rows` gives for `bits`. */
const gathered = (rows: string): string =>
  `SELECT document, bit_or(bits) AS bits, 0::UBIGINT AS titled FROM (${rows}) WHERE bits <> 0 GROUP BY document`;

const isOf = (leaf: Leaf, ...fields: readonly TextField[]): leaf is Words | Near =>
  (leaf.kind === "words" || leaf.kind === "near") && fields.includes(leaf.field);

const ofField = (leaves: readonly Numbered[], ...fields: readonly TextField[]): readonly Numbered<Words | Near>[] =>
  leaves.flatMap(({ leaf, bit }) => (isOf(leaf, ...fields) ? [{ leaf, bit }] : []));

const contains = (leaf: Words | Near, column: string, bind: Bind): string =>
  leaf.kind === "words" ? wordsSql(leaf, column, bind) : nearSql(leaf, column, bind);

const textPart: Part = (leaves, bind) => {
  const own = ofField(leaves, "any", "title", "abstract", "claim");
  const within = (leaf: Words | Near): string => (leaf.field === "any" ? "field IN ('title', 'abstract')" : `field = '${leaf.field}'`);
  const bits = bitsSql(own, (leaf) => `${within(leaf)} AND ${contains(leaf, "low", bind)}`);
  const fields = own.some(({ leaf }) => leaf.field === "claim") ? "'title', 'abstract', 'claim'" : "'title', 'abstract'";
  return (
    bits &&
    `SELECT document, bit_or(bits) AS bits, bit_or(CASE WHEN field = 'title' THEN bits ELSE 0::UBIGINT END) AS titled FROM (
      SELECT document, field, ${bits} AS bits FROM (SELECT document, field, lower(text) AS low FROM (${currentRows("patent_text")}) WHERE field IN (${fields}))
    ) WHERE bits <> 0 GROUP BY document`
  );
};

/** Names of holders: printed, linked and official. */
const holderPart: Part = (leaves, bind) => {
  const own = ofField(leaves, "any", "holder");
  const bits = bitsSql(own, (leaf) => contains(leaf, "low", bind));
  if (bits === null) return null;
  const named = (rows: string): string => `SELECT holder, ${bits} AS bits FROM (${rows})`;
  return gathered(`SELECT document, ${bits} AS bits FROM (SELECT document, lower(name) AS low FROM (${currentRows("patent_holder")}))
    UNION ALL SELECT document, bits FROM document_holder JOIN (
      SELECT holder, bit_or(bits) AS bits FROM (
        ${named("SELECT holder, lower(name) AS low FROM holder_name")} UNION ALL ${named("SELECT holder, lower(name) AS low FROM holder")}
        UNION ALL ${named(`SELECT h.holder, lower(o.name) AS low FROM holder h JOIN (${currentRows("organisation_name")}) o USING (organisation)`)}
      ) WHERE bits <> 0 GROUP BY holder
    ) n USING (holder)`);
};

/** Holders by their ids. */
const heldPart: Part = (leaves, bind) => {
  const bits = bitsSql(valuesOf(leaves, "held"), ({ value }) => `holder = ${bind(value)}`);
  return bits && gathered(`SELECT document, ${bits} AS bits FROM document_holder`);
};

const inventorPart: Part = (leaves, bind) => {
  const bits = bitsSql(ofField(leaves, "inventor"), (leaf) => contains(leaf, "low", bind));
  return (
    bits && gathered(`SELECT document, ${bits} AS bits FROM (SELECT document, lower(name) AS low FROM (${currentRows("patent_inventor")}))`)
  );
};

const valuesOf = (leaves: readonly Numbered[], ...fields: readonly FieldValue["field"][]): readonly Numbered<FieldValue>[] =>
  leaves.flatMap(({ leaf, bit }) => (leaf.kind === "value" && fields.includes(leaf.field) ? [{ leaf, bit }] : []));

/** What a document says of itself: office, type, grant and days. */
const documentPart: Part = (leaves, bind) => {
  const own = leaves.flatMap(({ leaf, bit }): readonly Numbered<FieldValue | DayRange>[] =>
    leaf.kind === "days" || (leaf.kind === "value" && isOwn(leaf)) ? [{ leaf, bit }] : [],
  );
  const bits = bitsSql(own, (leaf) => `coalesce(${leaf.kind === "days" ? daysSql(leaf, bind) : ownSql(leaf, bind)}, false)`);
  return bits && gathered(`SELECT document, ${bits} AS bits FROM patent_document WHERE loaded = 1`);
};

/** States that the row of a document tells. */
export const isOwn = ({ field, value }: FieldValue): boolean =>
  field === "office" || field === "type" || (field === "status" && value === "granted");

const ownSql = ({ field, value }: FieldValue, bind: Bind): string =>
  field === "status" ? "granted = 1" : `lower("${field}") = lower(${bind(value)})`;

/** Of a day that is known in part only, all must be in the range. */
function daysSql({ field, from, to }: DayRange, bind: Bind): string {
  const parts: string[] = [];
  if (from !== null) parts.push(`"${field}" >= ${bind(from)}`);
  if (to !== null) {
    const end = bind(to);
    parts.push(`(starts_with("${field}", ${end}) OR ("${field}" < ${end} AND NOT starts_with(${end}, "${field}")))`);
  }
  return parts.join(" AND ");
}

const classPart: Part = (leaves, bind) => {
  const bits = bitsSql(valuesOf(leaves, "class"), ({ value }) => symbolSql(value, bind));
  return bits && gathered(`SELECT document, ${bits} AS bits FROM (${currentRows("patent_class")}) WHERE scheme IN ('cpc', 'ipc')`);
};

/** As the rules of technologies read symbols; a section or class by its letters. */
function symbolSql(value: string, bind: Bind): string {
  const pattern = symbolPattern(value);
  const begins = (prefix: string): string => `starts_with(symbol, ${bind(prefix)})`;
  if (pattern === null) return begins(value);
  const { subclass, group, low, high } = pattern;
  if (group === null) return begins(subclass);
  const main = subclass + group;
  if (low === null) return `(symbol = ${bind(main)} OR ${begins(`${main}/`)})`;
  if (high === null) return begins(`${main}/${low}`);
  const digits = `substr(symbol, ${main.length + 2})`;
  return `(${begins(`${main}/`)} AND ${digits} >= ${bind(low)} AND (${digits} <= ${bind(high)} OR starts_with(${digits}, ${bind(high)})))`;
}

const technologyPart: Part = (leaves, bind, { technologies }) => {
  const bits = bitsSql(valuesOf(leaves, "technology"), (leaf) => inListSql("technology", technologies(leaf), bind));
  return bits && gathered(`SELECT document, ${bits} AS bits FROM patent_technology`);
};

const listPart: Part = (leaves, bind, { documents }) => {
  const own = valuesOf(leaves, "document", "set", "status").filter(({ leaf }) => !isOwn(leaf));
  const lists = own.map(
    ({ leaf, bit }) =>
      `SELECT unnest(from_json(${bind(JSON.stringify(documents(leaf)))}, '["VARCHAR"]')) AS document, ${bit}::UBIGINT AS bits`,
  );
  return lists.length === 0 ? null : gathered(lists.join(" UNION ALL "));
};

/** One value however many they are. */
const inListSql = (column: string, list: readonly string[], bind: Bind): string =>
  `list_contains(from_json(${bind(JSON.stringify(list))}, '["VARCHAR"]'), ${column})`;
