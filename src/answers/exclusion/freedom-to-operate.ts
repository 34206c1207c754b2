import { pick } from "../../base/collections.ts";
import type { Row } from "../../base/tables.ts";
import type { CaseRow, RegisteredBlock } from "../../corpus/block-rows.ts";
import type { CaseHolders, JoinedCases } from "../../corpus/case-holders.ts";
import type { TitleMatch } from "../../link/case-technologies.ts";
import { baseRates, caseOutcome } from "../../measure/patents/base-rates.ts";
import { caseOwner, caseOwnerKind, type DistinctCase, distinctCases } from "../../measure/patents/distinct-cases.ts";
import type { Grade } from "../shared/evidence.ts";
import { type CaseSides, caseSides, countByHolder } from "./freedom-parties.ts";
import type { FreedomToOperate } from "./freedom-report.ts";

/** What is loaded of suits, ITC cases, reviews, licences and published base rates. */
export interface FreedomRows {
  readonly cases: readonly CaseRow[];
  /** Of both sides of the cases. */
  readonly holders: CaseHolders;
  readonly registered: readonly RegisteredBlock[];
  readonly published: readonly Row<"base_rate">[];
}

/** A case, once, with the technologies it is about. */
export interface KnownCase extends DistinctCase<CaseRow> {
  readonly technologies: FreedomToOperate["rows"][number]["technologies"];
}

/** A case and the holders on its sides. */
export interface SidedCase extends KnownCase {
  readonly sides: CaseSides;
}

/** Whose cases: of a jurisdiction, and of technologies; `null` for all. */
export interface CaseScope {
  readonly office: string | null;
  readonly technologies: readonly string[] | null;
}

/** Cases each once, newest first. */
export function knownCases(cases: readonly CaseRow[], titleMatch: TitleMatch, { office, technologies }: CaseScope): readonly KnownCase[] {
  const of = within(technologies);
  return distinctCases(cases)
    .map((each): KnownCase => ({ ...each, technologies: technologiesOf(each, titleMatch) }))
    .filter(({ kept }) => office === null || (kept.jurisdiction ?? "").split(";").includes(office))
    .filter((each) => of(each.technologies.map(({ technology }) => technology)))
    .sort(newestFirst);
}

/** The same with the holders on their sides. */
export const sidedCases = ({ cases, holders }: JoinedCases, titleMatch: TitleMatch, scope: CaseScope): readonly SidedCase[] =>
  knownCases(cases, titleMatch, scope).map((each) => ({ ...each, sides: caseSides(each, holders) }));

const within =
  (technologies: readonly string[] | null) =>
  (found: readonly string[]): boolean =>
    technologies === null || found.some((each) => technologies.includes(each));

/** Cases each once, what registers note, and how often owners win. `top`: how many cases and events are listed. */
export function freedomToOperate(
  { cases, holders, registered, published }: FreedomRows,
  titleMatch: TitleMatch,
  wanted: CaseScope,
  top: number,
): FreedomToOperate {
  const { office, technologies } = wanted;
  const of = within(technologies);
  const chosen = sidedCases({ cases, holders }, titleMatch, wanted);
  const byHolder = countByHolder(chosen);
  const events = registered.filter((each) => (office === null || each.document.startsWith(office)) && of(each.technologies));
  const ofChips = new Set(chosen.filter(isOfChips).map(({ kept }) => kept.id));
  return {
    records: chosen.reduce((sum, { others }) => sum + 1 + others.length, 0),
    cases: chosen.length,
    withTechnology: chosen.filter((each) => each.technologies.length > 0).length,
    withOwner: chosen.filter(({ sides }) => sides.owners.length > 0).length,
    withKnownOwner: chosen.filter(({ sides }) => sides.owners.some(({ known }) => known)).length,
    holders: byHolder.slice(0, top),
    holdersInAll: byHolder.length,
    rows: chosen.slice(0, top).map(caseOf),
    registered: events.length,
    events: events.slice(0, top).map((each) => ({
      ...pick(each, "document", "kind", "date", "note", "holders"),
      place: pick(each, "source", "file", "line"),
    })),
    rates: baseRates(
      chosen.map(({ kept }) => kept),
      { holderKind: caseOwnerKind, aboutChips: ({ id }) => ofChips.has(id) },
    ),
    published: published
      .filter(({ source }) => source !== null)
      .filter(({ forum }) => office === null || forum === office || forum?.startsWith(`${office} `))
      .map(({ quantity, forum, holder_kind: holderKind, scope, low, high, unit, year, source, grade, note }) => {
        return { quantity, forum, holderKind, scope, low, high, unit, year, source, grade: grade as Grade, note };
      }),
  };
}

/** Whether a record is marked as about chips, or the case is about a technology of the map. */
export const isOfChips = ({ records, technologies }: KnownCase): boolean =>
  technologies.length > 0 || records.some(({ semiconductor }) => semiconductor === "strict");

/** What its records say, then what their patents are, then what their titles name; each technology with the first rule. */
function technologiesOf({ records }: DistinctCase<CaseRow>, titleMatch: TitleMatch): KnownCase["technologies"] {
  const found = new Map<string, string>();
  const add = (technology: string, rule: string): void => {
    if (!found.has(technology)) found.set(technology, rule);
  };
  for (const { technology } of records) if (technology !== null) add(technology, "stated");
  for (const { technology, document } of records.flatMap((row) => row.technologies)) add(technology, `patent:${document}`);
  for (const { technology, rule } of records.flatMap(({ title }) => titleMatch(title ?? ""))) add(technology, rule);
  return [...found].map(([technology, rule]) => ({ technology, rule }));
}

const newestFirst = (a: KnownCase, b: KnownCase): number => {
  const [one, other] = [a, b].map(({ kept }) => kept.decided ?? kept.filed ?? "") as [string, string];
  return one === other ? (a.kept.id < b.kept.id ? -1 : 1) : one < other ? 1 : -1;
};

const caseOf = ({ kept, records, others, technologies, sides }: SidedCase): FreedomToOperate["rows"][number] => ({
  id: kept.id,
  sameAs: others,
  ...pick(kept, "forum", "kind", "jurisdiction", "title", "plaintiff", "defendant"),
  owner: caseOwner(kept),
  ...sides,
  semiconductor: records.find(({ semiconductor }) => semiconductor !== null)?.semiconductor ?? null,
  ...pick(kept, "filed", "decided", "outcome"),
  ended: caseOutcome(kept.outcome),
  amountUsd: kept.amount_usd,
  patents: kept.patents,
  technologies,
  ...pick(kept, "url", "note"),
  place: pick(kept, "source", "file", "line"),
});
