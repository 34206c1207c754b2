import { pick } from "../../../base/collections.ts";
import { dayOf } from "../../../base/days.ts";
import { say } from "../../../base/message.ts";
import { readBlockDocuments, readBlockRows } from "../../../corpus/block-rows.ts";
import { type HeldFamilies, readHeldFamilies } from "../../../corpus/held-families.ts";
import { survivalRows } from "../../../corpus/legal-records.ts";
import { ownerHarmoniser } from "../../../link/owner-names.ts";
import { countByRight } from "../../../measure/patents/applications.ts";
import { createSurvival } from "../../../measure/patents/in-force.ts";
import { officeCosts } from "../../../plan/office-cost.ts";
import { readOfficeFees } from "../../../sources/patents/beside/office-fees.ts";
import type { Workspace } from "../../../workspace/workspace.ts";
import { type ExclusionData, exclusionWorld } from "../../exclusion/exclusion-data.ts";
import type { SidedCase } from "../../exclusion/freedom-to-operate.ts";
import { eventNames } from "../../shared/event-parties.ts";
import type { ReadModel } from "../../shared/read-model.ts";
import { requireScope } from "../../shared/require-technology.ts";
import { allCases, casesOfHolder, requireHolder } from "../holders.ts";
import { spreadOf } from "../patent-disruption.ts";
import { requireOffice } from "../patent-portfolio.ts";
import type { PortfolioQuestion } from "../patent-questions.ts";
import { sumInForce } from "../patent-status.ts";
import { countRefusals } from "../prior-art.ts";
import { portfolioEvidence, portfolioFinding } from "./portfolio-evidence.ts";
import { officeOf, ownClaims, technologyRef } from "./portfolio-exclusion.ts";
import { applicationsAt, expiryOf, type OwnFamilies, ownFamilies } from "./portfolio-families.ts";
import { type AskedAdvice, advise } from "./portfolio-licensing.ts";
import type { PortfolioReport } from "./portfolio-report.ts";
import { type JudgedTechnology, judgeTechnology, technologiesOf } from "./portfolio-technologies.ts";

/** Lines of each list by default. */
export const usualPortfolioLines = 5;

/** What is read beside the holder's own documents. */
export interface PortfolioData {
  readonly exclusion: () => Promise<ExclusionData>;
  /** What to say of the age of the measures. */
  readonly measured: readonly string[];
}

/**
 * Judges what a holder has today: families by technology with their part of what blocks others, what lapses when, whom it blocks and who blocks
 * it, what its claims could exclude with and without each group of them, and questions on filing, licences and abandoning.
 * Throws LM_HOLDER_UNKNOWN, LM_TECHNOLOGY_UNKNOWN, and LM_USAGE for an office that is not a two-letter code.
 */
export async function answerPortfolio(
  read: ReadModel,
  workspace: Workspace,
  question: PortfolioQuestion,
  { exclusion: readExclusion, measured }: PortfolioData,
): Promise<PortfolioReport> {
  const asked = requireOffice(question.jurisdiction);
  const office = asked === null ? null : officeOf(read, asked);
  const scoped = question.technology === undefined ? null : requireScope(read, question.technology);
  const holder = await holderOf(read, workspace, question.holder);
  const exclusion = await readExclusion();
  const [day, top] = [dayOf(read.map.asOf)!, question.top ?? usualPortfolioLines];
  const audit = { read, workspace, holder, office, scoped, day, top, exclusion };
  const held = await workspace.use((connection) => readHeldFamilies(connection, [holder.holder]));
  const scope = scoped && new Set(scoped.scope);
  const own = ownFamilies(held, scope, office, { day: audit.day, survival: createSurvival(survivalRows(exclusion.claims.rates)) });
  const judged = await judgeAll(audit, own);
  const fees = await readOfficeFees();
  const world = exclusionWorld(read, exclusion);
  const claims = ownClaims(world, { id: holder.holder, holders: new Set([holder.holder]) }, scope);
  const told: Omit<PortfolioReport, "finding" | "evidence"> = {
    question: questionOf(holder.name, scoped?.technology.name ?? null, office),
    asOf: read.map.asOf,
    holder,
    technology: scoped && technologyRef(read, scoped.technology.id),
    office,
    ...countsOf(own, office, audit.day),
    technologies: judged.map(({ line }) => line),
    technologiesInAll: scoped === null ? technologiesOf(own).length : 1,
    blocks: await blocksOf(audit, held),
    ...casesOfHolder(casesIn(audit, scope), holder.holder, audit.top),
    ...advise(audit, { own, held, judged, world, claims, costs: officeCosts(fees) }),
  };
  return {
    ...told,
    finding: portfolioFinding(read, told),
    evidence: portfolioEvidence(read, { told, held, exclusion, claims, fees, judged, measured }),
  };
}

/** A holder of loaded patents, or an organisation of the map of which none is loaded. */
async function holderOf(read: ReadModel, workspace: Workspace, wanted: string): Promise<PortfolioReport["holder"]> {
  const { holder, name, organisation, economy } = await requireHolder(workspace, wanted, () => {
    const { kind, id } = eventNames(read, read.map.groups).party(wanted);
    const organisation = kind === "organisation" ? id : ownerHarmoniser().harmonise(wanted).organisation;
    const known = organisation === null ? undefined : read.organisations.get(organisation);
    return known === undefined ? null : { holder: known.id, name: known.name, organisation: known.id, economy: known.economy };
  });
  return { holder, name, organisation, economy };
}

/** A question on a holder that was found. */
interface Audit extends AskedAdvice {
  readonly workspace: Workspace;
  readonly scoped: ReturnType<typeof requireScope> | null;
}

/** The technologies with most families of the holder, or the one that is asked for, each by all its patents. */
async function judgeAll(
  { read, workspace, holder, office, scoped, day, top }: Audit,
  own: OwnFamilies,
): Promise<readonly JudgedTechnology[]> {
  const most = technologiesOf(own).slice(0, top);
  const chosen = scoped === null ? most.map(({ technology }) => technology) : [scoped.technology.id];
  const judged: JudgedTechnology[] = [];
  for (const technology of chosen) judged.push(await judgeTechnology(read, workspace, { technology, holder: holder.holder, office, day }));
  return judged;
}

type Counts = "documents" | "granted" | "counts" | "families" | "unassigned" | "citedByOthers" | "inForce" | "originality" | "expiry";

function countsOf(own: OwnFamilies, office: string | null, day: number): Pick<PortfolioReport, Counts> {
  const { documents, families } = own;
  return {
    documents: documents.length,
    granted: documents.filter(({ granted }) => granted === 1).length,
    counts: countByRight(documents),
    families: families.length,
    unassigned: documents.filter(({ technologies }) => technologies.length === 0).length,
    citedByOthers: new Set(documents.flatMap(({ citers }) => citers)).size,
    inForce: sumInForce(applicationsAt(own, office).map(({ status }) => status)),
    originality: spreadOf(documents.map(({ originality }) => originality)),
    expiry: expiryOf(own, office, day),
  };
}

function casesIn({ read, exclusion }: Audit, scope: ReadonlySet<string> | null): readonly SidedCase[] {
  return allCases(read, exclusion.joined).filter(
    ({ technologies }) => scope === null || technologies.some(({ technology }) => scope.has(technology)),
  );
}

async function blocksOf({ workspace, holder: { holder }, top }: Audit, { citations }: HeldFamilies): Promise<PortfolioReport["blocks"]> {
  const [rows, documents] = await workspace.use(
    async (connection) => [await readBlockRows(connection, null), await readBlockDocuments(connection, null)] as const,
  );
  const { found, named } = countRefusals(rows, documents);
  const line = (other: string, counts: { readonly applications: number; readonly documents: number }) => ({
    ...named(other),
    ...pick(counts, "applications", "documents"),
  });
  return {
    holders: citations.slice(0, top).map(({ own: _, ...counts }) => counts),
    holdersInAll: citations.length,
    refusedOver: found.pairs.flatMap((pair) => (pair.over === holder ? [line(pair.refused, pair)] : [])).slice(0, top),
    refusedBy: found.pairs.flatMap((pair) => (pair.refused === holder ? [line(pair.over, pair)] : [])).slice(0, top),
  };
}

function questionOf(name: string, technology: string | null, office: string | null): string {
  const which = `${technology === null ? "" : say("portfolio.in", { technology })}${office === null ? "" : say("portfolio.at", { office })}`;
  return say("portfolio.what-do-the-patents", { name, which });
}
