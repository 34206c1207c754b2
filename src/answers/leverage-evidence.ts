import type { Evidence } from "./evidence.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { ReadModel } from "./read-model.ts";
import { supplyEvidence } from "./supply-evidence.ts";

/** What an answer on leverage rests on; what is drawn is assumed at best. */
export function leverageEvidence(
  read: ReadModel,
  touched: Iterable<number>,
  parties: readonly string[],
  limits: readonly string[],
): Evidence {
  return evidenceOf(read, {
    grade: "assumed",
    sources: supplyEvidence(read, [...touched, ...read.map.products], parties).sources,
    rules: ["method:leverage-matrix", "method:coalition", "method:shapley", "method:best-reply", "method:course", "method:reach"],
    limits,
  });
}
