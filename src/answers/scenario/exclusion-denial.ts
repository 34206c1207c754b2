import { counted, usdRange } from "../../base/format.ts";
import { say } from "../../base/message.ts";
import { listed } from "../../base/words.ts";
import type { ExclusionDrawOptions } from "../../leverage/exclusion/exclusion-draws.ts";
import { exclusionMarket } from "../../leverage/exclusion/exclusion-market.ts";
import { type Claimant, denyLicencesIn, type ExclusionCell } from "../../leverage/exclusion/exclusion-matrix.ts";
import { membersOf } from "../../leverage/members.ts";
import { cellReport, technologySet, usualExclusionHolders } from "../exclusion/exclusion.ts";
import {
  type ExclusionChoice,
  type ExclusionData,
  exclusionCoverage,
  exclusionEvidence,
  exclusionWorld,
  termsUsed,
} from "../exclusion/exclusion-data.ts";
import { requireClaimant, requireJurisdiction } from "../exclusion/exclusion-parties.ts";
import type { DenialReport, ExclusionCellReport } from "../exclusion/exclusion-report.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { partyName } from "./planned-scenario.ts";

/** Holders that refuse licences from a day on. */
export interface DenialQuestion extends Omit<ExclusionChoice, "licensed"> {
  /** Organisations, holders, economies or groups. */
  readonly holders: readonly string[];
  /** Economies or groups. */
  readonly jurisdictions: readonly string[];
  /** All if absent. */
  readonly technologies?: readonly string[] | undefined;
  readonly top?: number | undefined;
  readonly draws?: ExclusionDrawOptions | undefined;
}

/**
 * What a denial of licences does in each jurisdiction, before and after, and what holders of those jurisdictions could exclude in return
 * where the deniers are at home. Throws LM_ECONOMY_UNKNOWN, LM_HOLDER_UNKNOWN, LM_TECHNOLOGY_UNKNOWN.
 * @param measured what to say of the age of the measures
 */
export function denyLicences(read: ReadModel, data: ExclusionData, question: DenialQuestion, measured: readonly string[]): DenialReport {
  const deniers = question.holders.map((wanted) => requireClaimant(read, data.claims, wanted));
  const jurisdictions = question.jurisdictions.map((wanted) => requireJurisdiction(read, wanted));
  const technologies = technologySet(read, question.technologies);
  const world = exclusionWorld(read, data, question);
  const words = { read, data, world, top: question.top ?? usualExclusionHolders, draws: question.draws ?? null };
  const holders = new Set(deniers.flatMap((denier) => [...denier.holders]));
  const from = listed(deniers.map(({ id }) => id));
  const told = (who: string, cell: Omit<ExclusionCell, "from">): ExclusionCellReport => cellReport(words, { from: who, ...cell });
  const markets = denyLicencesIn(world, { holders, jurisdictions, technologies }).map(({ jurisdiction, before, after, alone }) => ({
    jurisdiction,
    before: told("all holders", before),
    after: told("all holders", after),
    alone: told(from, alone),
  }));
  const homes = homesOf(read, data, deniers);
  const reply = jurisdictions.flatMap((target) => replyCells(read, data, question, target, homes));
  const stood = [...new Set([...jurisdictions, ...homes])].map((jurisdiction) => exclusionMarket(world, jurisdiction));
  const terms = termsUsed(world, stood);
  return {
    question: say("exclusion-denial.what-if-refused-licences", { from, jurisdictions: listed(jurisdictions) }),
    finding: findingOf(read, listed(deniers.map(({ id }) => partyName(read, id))), markets),
    day: question.day ?? read.map.asOf,
    holders: deniers.map(({ id }) => id),
    technologies: technologies && [...technologies],
    markets,
    reply,
    terms,
    coverage: exclusionCoverage(read, data, world),
    evidence: exclusionEvidence(read, data, stood, terms, measured),
  };
}

/** The economies that holders are at home in; a group stands for itself. */
function homesOf({ map }: ReadModel, { claims }: ExclusionData, deniers: readonly Claimant[]): readonly string[] {
  const homes = deniers.flatMap(({ id, holders }) =>
    map.groups.has(id) ? [id] : [...holders].flatMap((holder) => claims.holders.get(holder)?.economy ?? []),
  );
  return [...new Set(homes)].sort();
}

/**
 * The best reply of a target by patents: all that its own holders could exclude in each of the senders' jurisdictions if they denied every licence. Senders
 * that share the target's economies are left out.
 */
export function replyCells(
  read: ReadModel,
  data: ExclusionData,
  question: Pick<DenialQuestion, "day" | "basis" | "top" | "draws">,
  target: string,
  senders: readonly string[],
): readonly ExclusionCellReport[] {
  const { id, holders } = requireClaimant(read, data.claims, target);
  const own = new Set(membersOf(read.model, id));
  const jurisdictions = senders.filter((sender) => sender !== id && !membersOf(read.model, sender).some((member) => own.has(member)));
  const world = exclusionWorld(read, data, question);
  const words = { read, data, world, top: question.top ?? usualExclusionHolders, draws: question.draws ?? null };
  return denyLicencesIn(world, { holders, jurisdictions, technologies: null }).map(({ alone }) =>
    cellReport(words, { from: id, ...alone }),
  );
}

/** What would limit an exclusion: a licence after all, or a way around the claims. */
function insteadOf({ royaltyUsd, delayYears }: ExclusionCellReport): string {
  const licence =
    royaltyUsd === null
      ? "What licences would cost is unknown"
      : say("exclusion-denial.a-usual-royalty-on", { low: usdRange(royaltyUsd.low, royaltyUsd.high) });
  const around =
    delayYears === null
      ? "how long a way around the claims takes is unknown"
      : say("exclusion-denial.a-way-around-the", { years: yearsWords(delayYears) });
  return ` ${licence}; ${around}.`;
}

const yearsWords = ({ low, high }: NonNullable<ExclusionCellReport["delayYears"]>): string =>
  low === high ? `${counted(low, "year")}` : say("exclusion-denial.to-years", { low: String(low), high: String(high) });

function findingOf(read: ReadModel, from: string, markets: DenialReport["markets"]): string {
  return markets
    .map(({ jurisdiction: code, alone }) => {
      const jurisdiction = economyName(read, code);
      const none = say("exclusion-denial.what-could-exclude-in", { from, jurisdiction });
      if (alone.usd === null) return none;
      return `${say("exclusion-denial.in-could-exclude-a", { jurisdiction, from, low: usdRange(alone.usd.low, alone.usd.high), patents: String(alone.patents) })}${insteadOf(alone)}`;
    })
    .join(" ");
}
