import { pick } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import type { DerivedRow } from "../../base/derived-tables.ts";
import { LevermapError } from "../../base/errors.ts";
import type { Row } from "../../base/tables.ts";
import type { CaseHolder, JoinedCases } from "../../corpus/case-holders.ts";
import { type HolderData, rankHolders, readHolder } from "../../corpus/holder-lists.ts";
import { findHolder } from "../../corpus/holder-search.ts";
import { readRates, survivalRows, survivalSources } from "../../corpus/legal-records.ts";
import { readHolderLinks } from "../../corpus/owner-view.ts";
import { readPrintedNames } from "../../corpus/technology-holders.ts";
import { readRuleUses } from "../../corpus/technology-members.ts";
import { titleTechnologies } from "../../link/case-technologies.ts";
import { type Holder, isKnownHolder } from "../../link/harmonise.ts";
import { nameKey } from "../../link/name-key.ts";
import { parseName } from "../../link/name-parse.ts";
import { ownerHarmoniser } from "../../link/owner-names.ts";
import { countByRight, perApplication } from "../../measure/patents/applications.ts";
import { caseOutcome } from "../../measure/patents/base-rates.ts";
import { createSurvival, type InForce, inForce } from "../../measure/patents/in-force.ts";
import { rightOf } from "../../measure/patents/rights.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { type SidedCase, sidedCases } from "../exclusion/freedom-to-operate.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { requireScope } from "../shared/require-technology.ts";
import { linksOf, standingOn } from "./holder-standing.ts";
import { sumInForce } from "./patent-status.ts";
import type { HolderCard, HolderList } from "./technology-patents-report.ts";

/** Holders that are listed by default. */
export const usualHolderLines = 20;

const noSample = "Only loaded documents count. A set of searches is not a sample of all patents.";
const nameRules = "The rule beside each name says what joined it to its holder; `own`: the name was joined to no other.";

/**
 * Who holds patents, most documents first, of one technology or of all.
 * Throws LM_TECHNOLOGY_UNKNOWN.
 * @param measured what to say of the age of the measures
 */
export async function answerHolders(
  read: ReadModel,
  workspace: Workspace,
  question: { readonly technology?: string | undefined; readonly top?: number | undefined },
  measured: readonly string[],
): Promise<HolderList> {
  const asked = question.technology === undefined ? null : requireScope(read, question.technology);
  const scope = asked?.scope ?? [];
  const [ranked, names, rules, links] = await workspace.use(async (connection) => {
    const found = await rankHolders(connection, scope, question.top ?? usualHolderLines);
    const ids = found.holders.map(({ holder }) => holder);
    const uses = scope.length === 0 ? [] : await readRuleUses(connection, scope);
    return [found, await readPrintedNames(connection, ids), uses, await readHolderLinks(connection)] as const;
  });
  const standing = standingOn(links, read.map.asOf);
  return {
    technology: asked && pick(asked.technology, "id", "name"),
    scope,
    holders: ranked.holders.map((row) => ({
      ...row,
      ...standing(row.holder),
      names: names.filter(({ holder }) => holder === row.holder).map((name) => pick(name, "name", "rule")),
    })),
    ...pick(ranked, "total", "documents", "withoutHolder"),
    evidence: evidenceOf(read, {
      grade: "derived",
      sources: ranked.bundled,
      rules: ["method:holders", ...rules.map(({ rule }) => `patent-rule:${rule}`)],
      limits: [...measured, noSample, nameRules],
    }),
  };
}

/** All that is known of one holder, a party of the joined cases too. `measured` as above. Throws LM_HOLDER_UNKNOWN. */
export async function answerHolder(
  read: ReadModel,
  workspace: Workspace,
  wanted: string,
  joined: JoinedCases,
  measured: readonly string[],
): Promise<HolderCard> {
  const cases = allCases(read, joined);
  const holder = await requireHolder(workspace, wanted, () => partyOf(read, cases, wanted));
  const [data, rates, links] = await workspace.use(
    async (connection) =>
      [await readHolder(connection, holder.holder), await readRates(connection), await readHolderLinks(connection)] as const,
  );
  const inventions = perApplication(
    data.documents.filter(({ type }) => rightOf(type) === "invention"),
    (document) => document,
  );
  const statuses = statusesOf(inventions, data, rates, dayOf(read.map.asOf)!);
  const bySurvival = inventions.filter((_, i) => statuses[i]!.basis === "survival").map(({ office }) => office);
  const technologyNames = new Map(read.map.technologies.map(({ id, name }) => [id, name]));
  return {
    ...holder,
    documents: data.documents.length,
    granted: data.documents.filter(({ granted }) => granted === 1).length,
    counts: countByRight(data.documents),
    ...standingOn(links, read.map.asOf)(holder.holder),
    links: linksOf(links, holder.holder),
    names: data.names,
    technologies: data.technologies.map((line) => ({ ...line, name: technologyNames.get(line.technology) ?? line.technology })),
    unassigned: data.unassigned,
    years: yearsOf(data),
    citedBy: data.documents.reduce((sum, document) => sum + document.cited_by, 0),
    inForce: sumInForce(statuses),
    ...casesOfHolder(cases, holder.holder, usualHolderLines),
    asOf: read.map.asOf,
    evidence: evidenceOf(read, {
      grade: "derived",
      sources: [...data.bundled, ...survivalSources(rates, new Set(bySurvival))],
      rules: ["method:holders", "method:in-force", "method:blocks"],
      limits: [...measured, noSample, nameRules],
    }),
  };
}

/** A party of a case that holds no loaded document. */
function partyOf(read: ReadModel, cases: readonly SidedCase[], wanted: string): Omit<DerivedRow<"holder">, "documents"> | null {
  const party = findParty(cases, wanted);
  if (party === null) return null;
  const { holder, name, organisation } = party;
  return { holder, name, organisation, economy: read.organisations.get(organisation ?? "")?.economy ?? null };
}

function statusesOf(
  documents: HolderData["documents"],
  { legal }: HolderData,
  rates: readonly Row<"base_rate">[],
  day: number,
): readonly InForce[] {
  const survival = createSurvival(survivalRows(rates));
  return documents.map(({ document }) => inForce(legal.get(document)!, day, survival));
}

/** Documents by the year of their day, unknown last. */
function yearsOf({ documents }: HolderData): HolderCard["years"] {
  const years = new Map<number | null, number>();
  for (const { day } of documents) {
    const year = day === null ? null : Number(day.slice(0, 4));
    years.set(year, (years.get(year) ?? 0) + 1);
  }
  return [...years]
    .map(([year, count]) => ({ year, documents: count }))
    .sort((a, b) => (a.year ?? Number.POSITIVE_INFINITY) - (b.year ?? Number.POSITIVE_INFINITY));
}

/** All cases, newest first, with the holders on their sides. */
export const allCases = (read: ReadModel, joined: JoinedCases): readonly SidedCase[] =>
  sidedCases(joined, titleTechnologies(read.map.technologies, read.aliases), { office: null, technologies: null });

/** A party of cases by id or name, for those that hold no loaded document. */
function findParty(cases: readonly SidedCase[], wanted: string): CaseHolder | null {
  const [key, core] = [nameKey(wanted), parseName(wanted).core];
  const parties = cases.flatMap(({ sides }) => [...sides.owners, ...sides.others]);
  if (key === "") return null;
  const tests: readonly ((one: CaseHolder) => boolean)[] = [
    ({ holder, organisation }) => holder === wanted || organisation === wanted,
    ({ name, printed }) => nameKey(name) === key || nameKey(printed) === key,
    ({ name }) => parseName(name).core === core,
  ];
  return tests.map((test) => parties.find(test)).find((one) => one !== undefined) ?? null;
}

/** The cases on whose sides a holder stands. `most`: how many are listed. */
export function casesOfHolder(cases: readonly SidedCase[], holder: string, most: number): Pick<HolderCard, "cases" | "caseCount"> {
  const on = (side: readonly CaseHolder[]): CaseHolder | undefined => side.find((each) => each.holder === holder);
  const found = cases.flatMap((each) => {
    const { owners, others } = each.sides;
    return [
      ...(on(owners) ? [{ ...each, side: "owner" as const, party: on(owners)!, against: others }] : []),
      ...(on(others) ? [{ ...each, side: "other" as const, party: on(others)!, against: owners }] : []),
    ];
  });
  return {
    caseCount: {
      owner: found.filter(({ side }) => side === "owner").length,
      other: found.filter(({ side }) => side === "other").length,
    },
    cases: found.slice(0, most).map(({ kept, side, party, against, technologies }) => ({
      id: kept.id,
      side,
      ...pick(party, "printed", "rule"),
      against: against.map((other) => pick(other, "holder", "name")),
      ...pick(kept, "forum", "kind", "title"),
      technologies: technologies.map(({ technology }) => technology),
      ...pick(kept, "filed", "decided", "outcome"),
      ended: caseOutcome(kept.outcome),
      url: kept.url,
      place: pick(kept, "source", "file", "line"),
    })),
  };
}

type HolderRow = DerivedRow<"holder">;

/**
 * A holder by id, organisation or name, also one under which no loaded document names it; `otherwise`: who else it may be, where no holder of loaded documents is. Throws LM_HOLDER_UNKNOWN
 * that names those that are near.
 */
export async function requireHolder<O>(workspace: Workspace, wanted: string, otherwise: () => O | null): Promise<HolderRow | O> {
  const { holder, near } = await workspace.use((connection) => findHolder(connection, wanted));
  if (holder !== null) return holder;
  const known = ownerHarmoniser().harmonise(wanted);
  const found = (await knownElsewhere(workspace, known)) ?? otherwise();
  if (found !== null) return found;
  if (near.length === 0 && known.organisation !== null)
    throw new LevermapError("LM_HOLDER_UNKNOWN", `No patent of ${known.name} is loaded: what it holds is unknown.`, {
      name: wanted,
      near: [known.organisation],
      called: [known.name],
      kind: "organisation",
    });
  const hint = near.length > 0 ? ` Did you mean ${near.map(({ name }) => name).join(" or ")}?` : "";
  throw new LevermapError("LM_HOLDER_UNKNOWN", `No holder "${wanted}" is known.${hint}`, {
    name: wanted,
    near: near.map((one) => one.holder),
    called: near.map((one) => one.name),
  });
}

/** The holder that a name of the owners' tables is of, in whatever letters it is asked for. */
async function knownElsewhere(workspace: Workspace, known: Holder): Promise<HolderRow | null> {
  if (!isKnownHolder(known)) return null;
  return workspace.use(async (connection) => (await findHolder(connection, known.organisation ?? known.holder)).holder);
}
