import { addYears, dateOf } from "../../base/days.ts";
import type { CountedPatentData } from "../../corpus/technology-patents.ts";
import { type InventorEntry, type TalentSpan, talent } from "../../measure/patents/talent.ts";
import { blockingPairs, type Thicket, thicket } from "../../measure/patents/thickets.ts";
import type { Portfolio } from "./patent-portfolio.ts";
import type { TechnologyPatents } from "./technology-patents-report.ts";

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

const spanYears = 5;

/** Inventors of a technology in the last five years that are loaded; `null` where no inventor is. */
export function talentOf({ data, day }: Portfolio): TechnologyPatents["talent"] {
  const span = talentSpan(data.inventors, day);
  return span && { from: dateOf(span.after + 1), until: dateOf(span.until), ...talent(data.inventors, span) };
}

/** The last five years that inventors are loaded of, up to a day; `null` where none is. */
export function talentSpan(inventors: readonly InventorEntry[], day: number): TalentSpan | null {
  const days = inventors.map((entry) => entry.day).filter((each) => each <= day);
  if (days.length === 0) return null;
  const until = days.reduce((latest, each) => Math.max(latest, each));
  return { after: addYears(until, -spanYears), until, dataFrom: days.reduce((first, each) => Math.min(first, each)) };
}
