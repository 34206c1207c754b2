import { knownFacts } from "./cell.ts";
import type { Cell, FactsBlock, ListBlock, NoteBlock } from "./view.ts";

/** A paragraph. */
export const note = (text: string): NoteBlock => ({ kind: "note", text });

/** Facts by their labels, without those of which nothing is known. */
export const factsOf = (facts: readonly (readonly [label: string, value: Cell | null])[], title?: string): FactsBlock => ({
  kind: "facts",
  ...(title === undefined ? {} : { title }),
  facts: knownFacts(facts),
});

/** A list; no block where it has no items. */
export const listOf = (title: string, items: readonly Cell[]): readonly ListBlock[] =>
  items.length === 0 ? [] : [{ kind: "list", title, items }];
