import type { HolderLists } from "./blocking-weight-citations.ts";
import type { FamilyLinks } from "./families.ts";

/** A key that joins documents into families: an application they are, claim or continue, loaded or not. */
export interface FamilyKey {
  readonly document: number;
  readonly key: string;
}

/** Links documents of one holder by common keys, loaded or not. Different holders are never linked. */
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
