import { count } from "../../base/format.ts";
import { isEnough, leastHeld, type PatentShares } from "../../measure/patents/patent-share.ts";

/** The one command that brings patents to count. */
export const fetchPatents = "levermap fetch chips";

/** How to get patents where none is loaded. */
export const loadPatents = `To count patents yourself, run \`${fetchPatents}\` (US grants with their holders) and the commands that it names, or load an office's export with \`levermap load patent-table FILE\`.`;

/** Holders are known for too few families for shares; `null` where they are known for enough. */
export function tooFewHolders(shares: Pick<PatentShares, "units" | "withoutHolder">): string | null {
  if (isEnough(shares)) return null;
  const { units, withoutHolder } = shares;
  return `A holder is known for ${count(units - withoutHolder)} of ${count(units)} families. Shares need three fifths of them, and ${leastHeld.families} at least.`;
}

/** What to load so that shares can be told; `null` where enough is known. */
export function nextStepOf(shares: Pick<PatentShares, "units" | "withoutHolder">): string | null {
  if (isEnough(shares)) return null;
  const { units, withoutHolder } = shares;
  const needed = units - withoutHolder >= leastHeld.part * units;
  return needed
    ? `Load more of the technology's patents: \`${fetchPatents}\`, then \`levermap load\` and \`levermap measure\`.`
    : `Load records that name applicants or owners of these documents: \`${fetchPatents}\` for US grants, or an office's export with \`levermap load patent-table FILE\`; then \`levermap measure\`.`;
}
