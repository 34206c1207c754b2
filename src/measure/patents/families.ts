import { createUnionFind, type UnionFind } from "../union-find.ts";
import type { HolderLists } from "./blocking-weight.ts";

/** Counting units of documents by their `unit`, numbered by first appearance. */
export function countingUnits(units: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(units, (unit) => {
    const number = numbers.get(unit) ?? numbers.size;
    numbers.set(unit, number);
    return number;
  });
}

/** Priority and continuation links, pairs of document numbers. */
export interface FamilyLinks {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Units joined by priority and continuation links of common holders; parallel to `holders.holder`: the least slot of each family. */
export function extendedFamilies(units: Int32Array, holders: HolderLists, links: FamilyLinks): Int32Array {
  const sets = createUnionFind(holders.holder.length);
  joinUnits(sets, units, holders);
  links.from.forEach((a, k) => {
    const b = links.to[k]!;
    for (let slot = holders.start[a]!; slot < holders.start[a + 1]!; slot++) {
      const other = slotOf(holders, b, holders.holder[slot]!);
      if (other !== -1) sets.join(slot, other);
    }
  });
  return Int32Array.from(holders.holder, (_, slot) => sets.find(slot));
}

function joinUnits(sets: UnionFind, units: Int32Array, { start, holder }: HolderLists): void {
  const first = new Map<string, number>();
  units.forEach((unit, document) => {
    for (let slot = start[document]!; slot < start[document + 1]!; slot++) {
      const key = `${unit}|${holder[slot]}`;
      const other = first.get(key);
      if (other === undefined) first.set(key, slot);
      else sets.join(slot, other);
    }
  });
}

function slotOf({ start, holder }: HolderLists, document: number, wanted: number): number {
  for (let slot = start[document]!; slot < start[document + 1]!; slot++) if (holder[slot] === wanted) return slot;
  return -1;
}

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
