import { pick } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import type { DerivedRow } from "../../base/derived-tables.ts";
import { survivalSources } from "../../corpus/legal-records.ts";
import { type PrintedName, readHolders, readPrintedNames } from "../../corpus/technology-holders.ts";
import type { RuleUse } from "../../corpus/technology-members.ts";
import { readTechnologyPatents } from "../../corpus/technology-patents.ts";
import { type TitleMatch, titleTechnologies } from "../../link/case-technologies.ts";
import { problemRule } from "../../link/research-problems.ts";
import { countFilings } from "../../measure/patents/applications.ts";
import { isEnough, leastCitations, type PatentShares } from "../../measure/patents/patent-share.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { knownCases } from "../exclusion/freedom-to-operate.ts";
import { evidenceOf, weakest } from "../shared/evidence-of.ts";
import { publishedCountsLimit } from "../shared/published-count-words.ts";
import { technologyCounts } from "../shared/published-counts.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { coverageOf, createFollowUps, disruptionSpread, type FollowUpOf, spreadOf, sum } from "./patent-disruption.ts";
import { findingOf, patentLimits } from "./patent-limits.ts";
import { mainPathOf } from "./patent-main-path.ts";
import { createPortfolio, holderShares, holdersOf, isSampled, type Portfolio, requireOffice, shareLevel } from "./patent-portfolio.ts";
import type { TechnologyPatentsQuestion } from "./patent-questions.ts";
import { expiryOf, inForceOf } from "./patent-status.ts";
import { type PatentThickets, talentOf, thicketsOf } from "./patent-thickets.ts";
import { countRefusals } from "./prior-art.ts";
import { loadPatents, nextStepOf, unloadedFinding } from "./published-finding.ts";
import type { HolderLine, TechnologyPatents } from "./technology-patents-report.ts";

/** Holders that are shown by default. */
export const usualHolders = 10;

/**
 * Who holds the patents of a technology, which of them others build on, and what lapses when; where none is loaded, what others
 * published. Throws LM_TECHNOLOGY_UNKNOWN, and LM_USAGE for an unknown office or seed.
 * @param measured what to say of the age of the measures
 */
export async function answerTechnologyPatents(
  read: ReadModel,
  workspace: Workspace,
  question: TechnologyPatentsQuestion,
  measured: readonly string[],
): Promise<TechnologyPatents> {
  const jurisdiction = requireOffice(question.jurisdiction);
  const { technology, scope } = requireScope(read, question.technology);
  const data = await readTechnologyPatents(workspace, scope);
  const portfolio = createPortfolio(data, dayOf(read.map.asOf)!, jurisdiction);
  const top = question.top ?? usualHolders;
  const shares = holderShares(portfolio, top);
  const thickets = thicketsOf(portfolio);
  const followUps = createFollowUps(portfolio);
  const shown = shares.holders.map(({ holder }) => holder);
  const [holders, names] = await workspace.use(async (connection) => [
    await readHolders(connection, data.citations.holderIds),
    await readPrintedNames(connection, shown),
  ]);
  const nameOf = (holder: string): string => holders.get(holder)?.name ?? holder;
  const lines = holderLines(portfolio, { shares, followUps, thickets, holders, names });
  const status = inForceOf(portfolio);
  const published = technologyCounts(read, read.beside.patent_count, scope);
  const isLoaded = portfolio.documents.length > 0;
  return {
    technology: { id: technology.id, name: technology.name },
    scope,
    asOf: read.map.asOf,
    jurisdiction,
    finding: isLoaded
      ? findingOf(technology, portfolio, { lines, shares, status }, read.map.asOf)
      : unloadedFinding(read, technology, published),
    nextStep: isLoaded ? nextStepOf(shares) : loadPatents,
    coverage: coverageOf(portfolio),
    problems: problemsOf(read, data.problems),
    holders: lines,
    holdersTotal: new Set(portfolio.units.flatMap(holdersOf)).size,
    shareBasis: {
      level: shareLevel,
      isSample: isSampled(data.sources),
      isEnough: isEnough(shares),
      ...pick(shares, "units", "withoutHolder", "withoutWeight", "withoutStatus"),
      variant: portfolio.documents.some(({ categorised }) => categorised > 0) ? "X and Y" : "citations without category",
      leastCitations,
    },
    inForce: status,
    expiry: expiryOf(portfolio),
    originality: spreadOf(portfolio.documents.map(({ row }) => row.originality)),
    generality: spreadOf(portfolio.documents.map(({ row }) => row.generality)),
    disruption: disruptionSpread(portfolio.documents),
    followUp: followUps(portfolio.units.map((_, at) => at)),
    ...mainPathOf(portfolio, question.seed, nameOf),
    thickets: thickets.thicket && { ...pick(thickets.thicket, "mutualPairs", "triples", "variant"), holders: thickets.holders },
    talent: talentOf(portfolio),
    priorArtBlocks: blocksOf(portfolio, top),
    cases: casesOf(portfolio, titleTechnologies(read.map.technologies, read.aliases)),
    publishedCounts: published,
    evidence: evidenceOf(read, {
      grade: weakest([...(isLoaded || published.length === 0 ? ["derived"] : []), ...published.map(({ grade }) => grade)]),
      sources: [...data.bundled, ...survivalSources(data.rates, officesOf(portfolio)), ...published.map(({ source }) => source)],
      rules: [...data.rules.map(({ rule }) => `patent-rule:${rule}`), ...(isLoaded ? methods : [])],
      limits: [
        ...measured,
        ...(isLoaded ? patentLimits(portfolio, shares, read.map.asOf) : []),
        ...(published.length > 0 ? [publishedCountsLimit] : []),
      ],
    }),
  };
}

const methods = [
  "method:technology",
  "method:holders",
  "method:blocking-weight",
  "method:in-force",
  "method:originality",
  "method:disruption",
  "method:follow-up",
  "method:main-path",
  "method:thickets-and-talent",
  "method:blocks",
];

/** Documents by problem, named as the atlas of the day names it. */
function problemsOf({ beside }: ReadModel, uses: readonly RuleUse[]): TechnologyPatents["problems"] {
  const names = new Map(beside.problem.map(({ id, name }) => [problemRule + id, { id, name }]));
  return uses.flatMap(({ rule, technology, documents }) => {
    const problem = names.get(rule);
    return problem ? [{ ...problem, technology, documents }] : [];
  });
}

/** Offices whose patents are in force by the survival of others of theirs. */
const officesOf = ({ documents }: Portfolio): ReadonlySet<string> =>
  new Set(documents.flatMap(({ row, status }) => (status.basis === "survival" ? row.office : [])));

/** Refusals that touch a technology. `most`: pairs of holders. */
function blocksOf({ data }: Portfolio, most: number): TechnologyPatents["priorArtBlocks"] {
  const { found, named } = countRefusals(data.blocks, data.blockDocuments);
  return {
    ...pick(found, "applications", "documents", "literature"),
    documentsWithHolder: found.coverage.documentsWithHolder,
    offices: found.byOffice.map(({ key, applications: refused, documents }) => ({ office: key, applications: refused, documents })),
    pairs: found.pairs.slice(0, most).map((pair) => ({ ...pair, refused: named(pair.refused).name, over: named(pair.over).name })),
  };
}

/** Suits, reviews and licences of a technology, each once however many tables tell of it, newest first. */
function casesOf({ data }: Portfolio, titleMatch: TitleMatch): TechnologyPatents["cases"] {
  const found = knownCases(data.cases, titleMatch, { office: null, technologies: data.technologies });
  return found.map(({ others, kept }) => ({
    id: kept.id,
    sameAs: others,
    ...pick(kept, "forum", "kind", "plaintiff", "defendant", "filed", "outcome", "url"),
  }));
}

/** What is known of the holders that are shown. */
interface HolderFacts {
  readonly shares: PatentShares;
  readonly followUps: FollowUpOf;
  readonly thickets: PatentThickets;
  readonly holders: ReadonlyMap<string, DerivedRow<"holder">>;
  readonly names: readonly PrintedName[];
}

/** The holders that have shares, greatest count first. */
export function holderLines({ units }: Portfolio, { shares, followUps, thickets, holders, names }: HolderFacts): readonly HolderLine[] {
  const held = new Map<string, number[]>(shares.holders.map(({ holder }) => [holder, []]));
  units.forEach((unit, at) => {
    for (const holder of holdersOf(unit)) held.get(holder)?.push(at);
  });
  return shares.holders.map((share): HolderLine => {
    const { holder, units: count, citations } = share;
    const row = holders.get(holder);
    const members = held.get(holder) ?? [];
    const documents = members.flatMap((at) => units[at]!.filter((document) => document.holders.includes(holder)));
    return {
      holder,
      name: row?.name ?? holder,
      organisation: row?.organisation ?? null,
      economy: row?.economy ?? null,
      documents: documents.length,
      ...pick(countFilings(documents.map(({ row }) => row)), "applications", "grants"),
      units: count,
      shares: pick(share, "count", "countUnexpired", "weight", "weightUnexpired"),
      citations,
      citedByOthers: sum(documents, ({ byOthersEver }) => byOthersEver ?? 0),
      originality: spreadOf(documents.map(({ row: { originality } }) => originality)),
      originalityReferences: sum(documents, ({ row: { originality, originality_documents } }) =>
        originality === null ? 0 : originality_documents,
      ),
      followUp: followUps(members),
      triples: thickets.triplesOf(holder),
      names: names.filter((name) => name.holder === holder).map((name) => pick(name, "name", "rule")),
    };
  });
}
