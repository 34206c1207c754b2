import { usdRange } from "../../base/format.ts";
import { present } from "../../base/present.ts";
import { listed } from "../../base/words.ts";
import type { ExclusionDrawOptions } from "../../leverage/exclusion/exclusion-draws.ts";
import { exclusionMatrix } from "../../leverage/exclusion/exclusion-matrix.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { cellReport } from "./exclusion-cells.ts";
import { type ExclusionChoice, type ExclusionData, exclusionWorld } from "./exclusion-data.ts";
import { exclusionCoverage, exclusionEvidence, termsUsed } from "./exclusion-evidence.ts";
import { requireClaimant, requireJurisdiction } from "./exclusion-parties.ts";
import type { ExclusionCellReport, ExclusionReport } from "./exclusion-report.ts";

/** Holders that are shown by default. */
export const usualExclusionHolders = 5;

/** Who could keep whom from which market by patents. */
export interface ExclusionQuestion extends Omit<ExclusionChoice, "licensed"> {
  /** Economies, groups or organisations whose holders claim. */
  readonly from: readonly string[];
  /** Economies or groups as markets. */
  readonly on: readonly string[];
  /** Claims in these technologies only, with the members of their families; all if absent. */
  readonly technologies?: readonly string[] | undefined;
  /** Holders, organisations or economies whose patents are licensed or exhausted. */
  readonly licensed?: readonly string[] | undefined;
  /** How many holders of each cell. */
  readonly top?: number | undefined;
  /** Seed and number of draws; without it nothing is drawn. */
  readonly draws?: ExclusionDrawOptions | undefined;
}

/**
 * Exclusion exposure that holders of each of `from` have on each market of `on`, with royalty, delay and the holders that matter most.
 * Throws LM_ECONOMY_UNKNOWN, LM_HOLDER_UNKNOWN, LM_TECHNOLOGY_UNKNOWN.
 * @param measured what to say of the age of the measures
 */
export function answerExclusion(
  read: ReadModel,
  data: ExclusionData,
  question: ExclusionQuestion,
  measured: readonly string[],
): ExclusionReport {
  const claimants = question.from.map((wanted) => requireClaimant(read, data.claims, wanted));
  const jurisdictions = question.on.map((wanted) => requireJurisdiction(read, wanted));
  const licensed = new Set((question.licensed ?? []).flatMap((wanted) => [...requireClaimant(read, data.claims, wanted).holders]));
  const world = exclusionWorld(read, data, { ...question, licensed });
  const { cells, markets } = exclusionMatrix(world, claimants, jurisdictions, technologySet(read, question.technologies));
  const words = { read, data, world, top: question.top ?? usualExclusionHolders, draws: question.draws ?? null };
  const reports = cells.map((cell) => cellReport(words, cell));
  const terms = termsUsed(world, markets);
  return {
    question: `What could holders of ${listed(claimants.map(({ id }) => id))} keep from the market of ${listed(jurisdictions)} by patents?`,
    finding: findingOf(reports),
    day: question.day ?? read.map.asOf,
    basis: world.basis,
    draws: question.draws?.draws ?? 0,
    cells: reports,
    terms,
    coverage: exclusionCoverage(read, data, world),
    evidence: exclusionEvidence(read, data, markets, terms, measured),
  };
}

/** The technologies asked for with those whose patents count for them; `null` for all. Throws LM_TECHNOLOGY_UNKNOWN. */
export function technologySet(read: ReadModel, wanted: readonly string[] | undefined): ReadonlySet<string> | null {
  return wanted === undefined ? null : new Set(wanted.flatMap((each) => requireScope(read, each).scope));
}

function findingOf(cells: readonly ExclusionCellReport[]): string {
  const known = cells.filter(({ usd }) => usd !== null).sort((a, b) => b.usd!.high - a.usd!.high);
  const unknown = cells.length - known.length;
  const [most] = known;
  if (most === undefined)
    return "Unknown: no patent of these holders is loaded that could stand in these markets, or what is at stake is not known.";
  const [holder] = most.holders;
  return present(
    `At most, holders of ${most.from} could keep ${usdRange(most.usd!.low, most.usd!.high)} a year from the market of ${most.on}, on ${most.patents} patents that may be in force${holder ? `; most by ${holder.name}` : ""}.`,
    "Licences are unknown, so it may be nothing.",
    unknown > 0 && `Nothing is known of ${unknown} of ${cells.length} pairs.`,
  ).join(" ");
}
