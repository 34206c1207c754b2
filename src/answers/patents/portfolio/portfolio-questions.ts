import { count, percent, usdRange } from "../../../base/format.ts";
import { capital, listed } from "../../../base/words.ts";
import type { Bounds } from "../../../measure/bootstrap.ts";
import { fewCitations, soon, type WaitReason } from "../../../plan/licensing.ts";
import type { Advice } from "./advice-report.ts";
import type { OthersFamily } from "./portfolio-technologies.ts";

/** Asks counsel whether waiting for a family of others, or designing around it, may do instead of a licence. */
export function waitQuestion(family: OthersFamily & { readonly firstUse: Bounds | null }, reasons: readonly WaitReason[]): string {
  const { id, holders, lapses, inForce, citations, firstUse } = family;
  const told: Readonly<Record<WaitReason, string>> = {
    "lapses-before-use": `its term ends in ${lapses}, before first use in volume (${firstUse?.low} at the earliest)`,
    "lapses-soon": `its term ends in ${lapses}, within ${soon} years`,
    "unlikely-in-force": `the chance that it is in force is at most ${percent(inForce?.high ?? 0)}`,
    "few-citations": `${citations === 0 ? "no other holder cites" : `at most ${fewCitations} citation of others rests on`} it in five years`,
  };
  const why = reasons.map((reason) => told[reason]);
  return `Does a claim of ${id}${holders.length === 0 ? "" : ` (${listed(holders)})`} read on what is planned? If so, what costs least: waiting for its end, designing around it or a licence? ${capital(listed(why))}.`;
}

/** Asks counsel about a licence both ways. */
export function crossLicenceQuestion(
  name: string,
  other: Pick<Advice["crossLicences"]["pairs"][number], "name" | "blocked" | "blocks">,
): string {
  return `Would a cross-licence between ${name} and ${other.name} free both? Documents of ${other.name} rest on those of ${name} ${times(other.blocked)}, the other way round ${times(other.blocks)}.`;
}

/** Asks counsel whether a family may be abandoned. */
export function letGoQuestion({
  document,
  age,
  saved,
}: Pick<Advice["lettingGo"]["families"][number], "document" | "age" | "saved">): string {
  const fees = saved === null ? "What it would still cost is unknown" : `It would still cost ${usdRange(saved.low, saved.high)} in fees`;
  return `Is ${document} pledged, licensed or needed in a dispute, or can it be abandoned? It is at least ${Math.floor(age)} years old, and no loaded document of others cites it. This holder's claims could exclude no product in its technologies. ${fees}.`;
}

const times = (value: number): string => (value === 1 ? "once" : `${count(value)} times`);
