import { groupBy } from "../../base/collections.ts";
import { dayOf } from "../../base/days.ts";
import type { FirstPublication } from "../../corpus/plan-cells.ts";
import type { CountedPatentData } from "../../corpus/technology-patents.ts";
import { findTerciles, findTopTenth } from "../../measure/citations/cohort-places.ts";
import { blockingWeight } from "../../measure/patents/blocking-weight.ts";
import { lapseOf } from "../../measure/patents/expiry.ts";
import { followUp, followUpUnknown } from "../../measure/patents/follow-up.ts";
import type { CountedFamily, FamilyHolder, TechnologyFamilies } from "../../plan/cells/counted-family.ts";
import { followUpStatus, priorityYear } from "../patents/patent-disruption.ts";
import { blockingDocument, holdersOf, type Portfolio, type PortfolioDocument, unitsOf } from "../patents/patent-portfolio.ts";
import { talentSpan, thicketsOf } from "../patents/patent-thickets.ts";

type Family = readonly PortfolioDocument[];

/** Documents of some technologies, and what is known of their families and holders. */
export interface CountedDocuments {
  readonly portfolio: Portfolio<CountedPatentData>;
  readonly first: ReadonlyMap<string, FirstPublication>;
  readonly holders: ReadonlyMap<string, FamilyHolder>;
}

/**
 * The families of one technology with what is counted of each; a family of which no publication has a day is none that was known.
 * @param members the documents of the technology
 */
export function countedFamilies(documents: CountedDocuments, technology: string, members: ReadonlySet<string>): TechnologyFamilies {
  const { data, day } = documents.portfolio;
  const own = documents.portfolio.documents.filter(({ row }) => members.has(row.document));
  const inventors = data.inventors.filter(({ document }) => members.has(document));
  const families = unitsOf(own).filter((family) => (publicationOf(documents, family)?.day ?? Number.POSITIVE_INFINITY) <= day);
  return {
    technology,
    day,
    families: families.length === 0 ? null : countEach(documents, families, inventors),
    holders: documents.holders,
    thickets: thicketsOf({ data: { citations: citationsWithin(data, members) } }).thicket?.triples ?? null,
    inventors,
    span: talentSpan(inventors, day),
  };
}

const publicationOf = ({ first }: CountedDocuments, family: Family): FirstPublication | undefined => first.get(family[0]!.row.document);

/** The same citations, with the documents of the technology alone as its own. */
function citationsWithin({ documents, citations }: CountedPatentData, members: ReadonlySet<string>): CountedPatentData["citations"] {
  return { ...citations, members: citations.members.filter((_, at) => members.has(documents[at]!.document)) };
}

function countEach(
  documents: CountedDocuments,
  families: readonly Family[],
  inventors: TechnologyFamilies["inventors"],
): readonly CountedFamily[] {
  const { day } = documents.portfolio;
  const persons = groupBy(inventors, ({ document }) => document);
  const column = (values: readonly (number | null)[]) => ({
    technology: new Int32Array(families.length),
    year: Int32Array.from(families, priorityYear),
    value: Float64Array.from(values, (value) => value ?? Number.NaN),
  });
  const cited = families.map(citedOf);
  const originality = families.map((family) => firstKnown(family.map(({ row }) => row.originality)));
  const top = findTopTenth(column(cited));
  const terciles = findTerciles(column(originality));
  const followUps = followUpStatus(families);
  return families.map((family, at): CountedFamily => {
    const named = family.flatMap(({ row }) => persons.get(row.document) ?? []);
    const blocking = family.map(blockingDocument);
    const weight = blockingWeight(blocking);
    return {
      documents: family.map(({ row }) => row.document),
      title: firstKnown(family.map(({ row }) => row.title)),
      group: publicationOf(documents, family)?.mainGroup ?? null,
      holders: holdersOf(family),
      year: priorityYear(family) || null,
      priority: earliest(family.map(({ row }) => dayOf(row.priority))) ?? earliest(family.map(({ row }) => dayOf(row.filed))),
      granted: earliest(family.map(({ record: { grantDay } }) => (grantDay !== null && grantDay <= day ? grantDay : null))),
      blocks: weight?.allTime ?? null,
      weight: weight?.inForce ?? null,
      weightAt: new Map(blocking.map(({ office }) => [office, blockingWeight(blocking, office)?.inForce ?? null])),
      cited: cited[at]!,
      top: top[at] === -1 ? null : top[at] === 1,
      originality: originality[at]!,
      tercile: terciles[at] === -1 ? null : (terciles[at] as 0 | 1 | 2),
      followUp: followUps[at] === followUpUnknown ? null : followUps[at] === followUp,
      lapse: lapseDay(family, day),
      inventors: named.length === 0 ? null : new Set(named.map(({ person }) => person)).size,
    };
  });
}

const firstKnown = <T>(values: readonly (T | null)[]): T | null => values.find((value) => value !== null) ?? null;

const earliest = (days: readonly (number | null)[]): number | null =>
  days.reduce((least, day) => (day === null || (least !== null && least <= day) ? least : day), null);

/** Citations to any of its documents count, each normalised by its own cohort, as for its blocking weight. */
function citedOf(family: Family): number | null {
  const known = family.flatMap(({ normalised }) => normalised ?? []);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** The end of the last of the granted documents; `null` where none is granted or one has no known end. */
function lapseDay(family: Family, day: number): number | null {
  const ends = family.map(({ record }) => lapseOf(record, day)).filter((end) => end !== "not-granted");
  if (ends.length === 0 || ends.includes("unknown")) return null;
  return Math.max(...ends.flatMap((end) => (end === "unknown" ? [] : end.day)));
}
