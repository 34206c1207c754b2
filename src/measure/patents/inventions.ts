import { LargeMap } from "../../base/large-map.ts";
import { createUnionFind } from "../union-find.ts";
import { type FilingDocument, firstFilingsOf, ownFiling, ownPublication, sameContentOf } from "./invention-filings.ts";

/** What first joined a document to others of its family; `docdb` wherever DOCDB's family is known. */
export const familyRules = ["docdb", "application", "continuation", "priorities", "alone"] as const;
export type FamilyRule = (typeof familyRules)[number];

export interface Invention {
  readonly document: string;
  /** Id of the family: of DOCDB where a member's is known, else the least document. */
  readonly unit: string;
  readonly rule: FamilyRule;
}

/**
 * Families as DOCDB builds simple ones, also where it is not asked: documents of one application; continuations, divisions, national stages and
 * reissues with their parent; applications with equal sets of first filings, a first filing being its own. Two families that DOCDB
 * knows are never joined: what comes first in `documents` wins. In their order.
 */
export function inventions(documents: readonly FilingDocument[]): readonly Invention[] {
  const filed = new LargeMap<string, true>();
  for (const one of documents) for (const name of namesOf(one)) filed.set(name, true);
  const families = createFamilies(documents);
  families.joinAll("docdb", ({ family }) => (family === null ? [] : [`f ${family}`]));
  families.joinAll("application", (one) => namesOf(one).map((name) => `a ${name}`));
  families.joinAll("continuation", (one) => sameContentOf(one).map((name) => `a ${name}`));
  families.joinAll("priorities", (one) => {
    const filings = sameContentOf(one).some((name) => filed.has(name)) ? [] : firstFilingsOf(one);
    return filings.length === 0 ? [] : [`p ${filings.join("\n")}`];
  });
  return families.read();
}

/** What others may call a document: its application and itself. */
const namesOf = (one: FilingDocument): readonly string[] => [ownFiling(one) ?? ownPublication(one), ownPublication(one)];

/** Sets of documents that hang together by keys, at most one family of DOCDB in each. */
function createFamilies(documents: readonly FilingDocument[]) {
  const keys = new LargeMap<string, number>();
  const sets = createUnionFind(documents.reduce((nodes, { links }) => nodes + 2 * links.length + 5, 0));
  const known = new LargeMap<number, string>();
  documents.forEach(({ family }, i) => {
    if (family !== null) known.set(i, family);
  });
  const rules = new Array<FamilyRule>(documents.length).fill("alone");
  const join = (i: number, key: string): void => {
    const node = keys.get(key) ?? documents.length + keys.size;
    keys.set(key, node);
    const [one, other] = [sets.find(i), sets.find(node)];
    const [mine, theirs] = [known.get(one), known.get(other)];
    if (one === other || (mine !== undefined && theirs !== undefined && mine !== theirs)) return;
    sets.join(one, other);
    const family = mine ?? theirs;
    if (family !== undefined) known.set(sets.find(i), family);
  };
  const roots = (): Int32Array => Int32Array.from(documents, (_, i) => sets.find(i));
  return {
    joinAll(rule: FamilyRule, keysOf: (document: FilingDocument) => readonly string[]): void {
      documents.forEach((document, i) => {
        for (const key of keysOf(document)) join(i, key);
      });
      const members = new LargeMap<number, number>();
      const found = roots();
      for (const root of found) members.set(root, (members.get(root) ?? 0) + 1);
      found.forEach((root, i) => {
        if (rules[i] === "alone" && members.get(root)! > 1) rules[i] = rule;
      });
    },
    read(): readonly Invention[] {
      const least = new LargeMap<number, string>();
      const found = roots();
      documents.forEach(({ document }, i) => {
        const best = least.get(found[i]!);
        if (best === undefined || document < best) least.set(found[i]!, document);
      });
      return documents.map(({ document, family }, i) => ({
        document,
        unit: known.get(found[i]!) ?? least.get(found[i]!)!,
        rule: family === null ? rules[i]! : "docdb",
      }));
    },
  };
}
