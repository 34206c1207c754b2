import type { CountedPatentData } from "../../corpus/technology-patents.ts";
import { blockingPairs, type Thicket, thicket } from "../../measure/patents/thickets.ts";

/** The thickets of a technology, from citations within it. */
export interface PatentThickets {
  /** `null`: no citation within the technology, so thickets are unknown. */
  readonly thicket: Thicket | null;
  readonly holders: number;
  /** Triples a holder is part of. */
  readonly triplesOf: (holder: string) => number;
}

/** Triples of holders of a technology that block one another. */
export function thicketsOf({ data: { citations } }: { readonly data: Pick<CountedPatentData, "citations"> }): PatentThickets {
  const { holderIds, lists, members, graph } = citations;
  const member = new Uint8Array(graph.n);
  for (const place of members) member[place] = 1;
  const within = citations.citing.reduce<number[]>((kept, citing, at) => {
    if (member[citing] === 1) kept.push(at);
    return kept;
  }, []);
  const pairs = blockingPairs(holderIds.length, lists, {
    citing: Int32Array.from(within, (at) => citations.citing[at]!),
    cited: Int32Array.from(within, (at) => citations.cited[at]!),
    strong: Int8Array.from(within, (at) => citations.strong[at]!),
  });
  const found = within.length === 0 ? null : thicket(pairs);
  const numberOf = new Map(holderIds.map((id, at) => [id, at]));
  return {
    thicket: found,
    holders: new Set([...pairs.blocker, ...pairs.blocked]).size,
    triplesOf: (holder) => found?.triplesOf[numberOf.get(holder) ?? -1] ?? 0,
  };
}
