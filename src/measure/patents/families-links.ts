import type { HolderLists } from "./blocking-weight-citations.ts";
import type { FamilyLinks } from "./families.ts";

/** Something by which documents are of one family: an application that they are, claim or continue, loaded or not. `document` is a number. */
export interface FamilyKey {
  readonly document: number;
  readonly key: string;
}

/**
 * Links between the documents of one holder that have a key in common. Two documents of a priority that is not loaded are linked as if it
 * were; documents of different holders never are, so that the link of one holder does not hang on what another holds.
 */
export function familyLinks(keys: readonly FamilyKey[], { start, holder }: HolderLists): FamilyLinks {
  const last = new Map<string, number>();
  const [from, to]: [number[], number[]] = [[], []];
  for (const { document, key } of keys) {
    for (let slot = start[document]!; slot < start[document + 1]!; slot++) {
      const of = `${holder[slot]} ${key}`;
      const other = last.get(of);
      last.set(of, document);
      if (other === undefined || other === document) continue;
      from.push(other);
      to.push(document);
    }
  }
  return { from: Int32Array.from(from), to: Int32Array.from(to) };
}
