/** Fields of words; `any`: title, abstract and names of holders. */
export const textFields = ["any", "title", "abstract", "claim", "holder", "inventor"] as const;
export type TextField = (typeof textFields)[number];

/** Fields of one value; `held`: a holder by its id. */
export const valueFields = ["class", "office", "type", "technology", "held", "status", "document", "saved", "set"] as const;
export type ValueField = (typeof valueFields)[number];

/** Fields of days: of publication or grant (`day`), of filing, of the earliest priority. */
export const dayFields = ["day", "filed", "priority"] as const;
export type DayField = (typeof dayFields)[number];

/** Words next to one another, in order. */
export interface Words {
  readonly kind: "words";
  readonly field: TextField;
  readonly tokens: readonly string[];
  /** The last word may go on: `transfer` also finds `transferring`. */
  readonly begins: boolean;
}

/** Two of them in one text, either first, with at most `most` other words between. */
export interface Near {
  readonly kind: "near";
  readonly field: TextField;
  readonly first: Words;
  readonly second: Words;
  readonly most: number;
}

export interface FieldValue {
  readonly kind: "value";
  readonly field: ValueField;
  readonly value: string;
  /** Place in the query, from 1. */
  readonly place: number;
}

/** Days from `from` to `to`, each `YYYY`, `YYYY-MM` or `YYYY-MM-DD` and inclusive; `null` open. */
export interface DayRange {
  readonly kind: "days";
  readonly field: DayField;
  readonly from: string | null;
  readonly to: string | null;
}

export type Leaf = Words | Near | FieldValue | DayRange;

/** What a search asks for. */
export type SearchTree =
  | Leaf
  | { readonly kind: "and"; readonly parts: readonly SearchTree[] }
  | { readonly kind: "or"; readonly parts: readonly SearchTree[] }
  | { readonly kind: "not"; readonly part: SearchTree };

/** Whether a tree holds, given which of its leaves do. */
export function holds(tree: SearchTree, of: (leaf: Leaf) => boolean): boolean {
  if (tree.kind === "and") return tree.parts.every((part) => holds(part, of));
  if (tree.kind === "or") return tree.parts.some((part) => holds(part, of));
  return tree.kind === "not" ? !holds(tree.part, of) : of(tree);
}

/** Leaves in order, as often as they are written. */
export function leavesOf(tree: SearchTree): readonly Leaf[] {
  if (tree.kind === "and" || tree.kind === "or") return tree.parts.flatMap(leavesOf);
  return tree.kind === "not" ? leavesOf(tree.part) : [tree];
}
