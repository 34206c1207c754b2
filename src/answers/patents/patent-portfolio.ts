import { LevermapError } from "../../base/errors.ts";
import { fiveYears } from "../../corpus/steps/citation-columns.ts";
import type { TechnologyDocument } from "../../corpus/technology-members.ts";
import type { CountedPatentData, TechnologyPatentData } from "../../corpus/technology-patents.ts";
import type { Bounds } from "../../measure/bootstrap.ts";
import { referencesState } from "../../measure/citations/disruption.ts";
import { type BlockingDocument, blockingWeight, countCitationsByHolder, officesInForce } from "../../measure/patents/blocking-weight.ts";
import { countingUnits } from "../../measure/patents/families.ts";
import { type InForce, inForce, type LegalRecord } from "../../measure/patents/in-force.ts";
import { type PatentShares, patentShares } from "../../measure/patents/patent-share.ts";
import type { ShareUnit } from "../../measure/patents/share-tally.ts";
import { createRandom } from "../../measure/random.ts";

/** One document of a technology with all that is counted of it. */
export interface PortfolioDocument {
  readonly row: TechnologyDocument;
  readonly holders: readonly string[];
  readonly record: LegalRecord;
  readonly status: InForce;
  /** Citations by other holders in five years; `null` unknown. */
  readonly byOthers: number | null;
  /** The same of any date. */
  readonly byOthersEver: number | null;
  /** `byOthers` over the mean of its cohort; `null` unknown. */
  readonly normalised: number | null;
  readonly categorised: number;
  readonly strong: number;
  /** No reference of it is known to be missing, so its disruption can be computed. */
  readonly referencesWhole: boolean;
}

/** The documents of a technology and the families they count as. */
export interface Portfolio<Data extends CountedPatentData = TechnologyPatentData> {
  readonly data: Data;
  readonly day: number;
  readonly jurisdiction: string | null;
  readonly documents: readonly PortfolioDocument[];
  /** Documents by counting unit; with a jurisdiction those units only that have a document there. */
  readonly units: readonly (readonly PortfolioDocument[])[];
}

/** Throws LM_USAGE for an office that is not a two-letter code. */
export function requireOffice(jurisdiction: string | undefined): string | null {
  if (jurisdiction === undefined) return null;
  if (/^[A-Za-z]{2}$/.test(jurisdiction)) return jurisdiction.toUpperCase();
  throw new LevermapError("LM_USAGE", `An office is a two-letter code such as US or EP, not "${jurisdiction}".`, { jurisdiction });
}

/** @param day days since 1970-01-01 on which status is asked for */
export function createPortfolio<Data extends CountedPatentData>(data: Data, day: number, jurisdiction: string | null): Portfolio<Data> {
  const documents = describe(data, day);
  const all = unitsOf(documents);
  const units = jurisdiction === null ? all : all.filter((unit) => unit.some(({ row }) => row.office === jurisdiction));
  return { data, day, jurisdiction, documents, units };
}

/** Documents by counting unit, in the order of the first of each. */
export function unitsOf(documents: readonly PortfolioDocument[]): Portfolio["units"] {
  const unitOf = countingUnits(documents.map(({ row }) => row.unit));
  const units: PortfolioDocument[][] = [];
  documents.forEach((document, i) => {
    const unit = unitOf[i]!;
    units[unit] ??= [];
    units[unit].push(document);
  });
  return units;
}

function describe(data: CountedPatentData, day: number): readonly PortfolioDocument[] {
  const { citations } = data;
  const { members, lists, holderIds } = citations;
  const within = byOthers(data, fiveYears);
  const ever = byOthers(data, Number.POSITIVE_INFINITY);
  const marks = countMarks(data);
  return data.documents.map((row, i) => {
    const place = members[i]!;
    const record = data.legal.get(row.document)!;
    const own = lists.holder.subarray(lists.start[place], lists.start[place + 1]);
    const others = known(within[place]!);
    return {
      row,
      holders: Array.from(own, (holder) => holderIds[holder]!),
      record,
      status: inForce(record, day, data.survival),
      byOthers: others,
      byOthersEver: known(ever[place]!),
      normalised: normalised(row, others),
      categorised: marks.categorised[place]!,
      strong: marks.strong[place]!,
      referencesWhole: referencesState({ ...row, referenceRows: row.reference_rows }) === "whole",
    };
  });
}

const known = (count: number): number | null => (count < 0 ? null : count);

/** Citations by others stand to all citations as their cohort value does. */
function normalised({ citations_5y: all, citations_relative: relative }: TechnologyDocument, others: number | null): number | null {
  if (others === null || all === null || relative === null) return null;
  return all === 0 ? 0 : (relative * others) / all;
}

function byOthers({ citations: { graph, lists, lastDay } }: CountedPatentData, windowDays: number): Int32Array {
  const column = (): Int32Array => new Int32Array(graph.n);
  const out = { others: column(), own: column(), unclear: column() };
  countCitationsByHolder(graph, lists, { windowDays, lastDay }, 0, graph.n, out);
  return out.others;
}

function countMarks({ citations: { graph, cited, strong } }: CountedPatentData): { categorised: Int32Array; strong: Int32Array } {
  const marks = { categorised: new Int32Array(graph.n), strong: new Int32Array(graph.n) };
  cited.forEach((document, at) => {
    marks.categorised[document]! += Number(strong[at] !== -1);
    marks.strong[document]! += Number(strong[at] === 1);
  });
  return marks;
}

/** Part of the resamples inside the interval of a share. */
export const shareLevel = 0.95;

/** One seed for all, so that the same workspace gives the same figures. */
const seed = 6103599;

/** A corpus that was passed on: all of some classes. */
export const corpusSource = "corpus";

/** Sources whose files hold all that an office published in their time; loads of others are results of searches. */
const bulkSources: ReadonlySet<string> = new Set(["uspto", "patentsview", "docdb"]);

/** Those whose loads are results of searches. */
export const searchedSources = (sources: readonly string[]): readonly string[] =>
  [...new Set(sources)].filter((source) => !bulkSources.has(source) && source !== corpusSource);

/** Whether the documents of these sources are a sample of what was published, not a union of searches. */
export const isSampled = (sources: readonly string[]): boolean => sources.length > 0 && sources.every((source) => bulkSources.has(source));

/** Shares of the holders of a technology, greatest count first; of one `holder` only, if one is named. */
export function holderShares({ units, jurisdiction, data }: Portfolio, most: number, holder?: string): PatentShares {
  const shares = units.map((unit) => shareUnit(unit, jurisdiction));
  const isSample = isSampled(data.sources);
  return patentShares(shares, { random: createRandom(seed), level: shareLevel, most, holder, isSample });
}

/** The distinct holders of several documents, in order. */
export const holdersOf = (documents: readonly PortfolioDocument[]): readonly string[] =>
  [...new Set(documents.flatMap(({ holders }) => holders))].sort();

/** A document as its blocking weight needs it. */
export const blockingDocument = (document: PortfolioDocument): PortfolioDocument & BlockingDocument => ({
  ...document,
  office: document.row.office,
  q: document.status.q,
});

function shareUnit(unit: readonly PortfolioDocument[], jurisdiction: string | null): ShareUnit {
  const documents = unit.map(blockingDocument);
  const weight = blockingWeight(documents, jurisdiction);
  const counted = unit.filter(({ normalised }) => normalised !== null);
  return {
    holders: holdersOf(unit),
    citations: weight === null ? null : counted.reduce((sum, { byOthers }) => sum + (byOthers ?? 0), 0),
    weight: weight?.allTime ?? null,
    weightInForce: weight?.inForce ?? null,
    q: anywhere(officesInForce(documents, jurisdiction)),
  };
}

/**
 * Chance to be in force at one of several offices at least: not below that of any, not above the sum, since how they hang together is not
 * known. Offices of which nothing is known may add up to 1.
 */
function anywhere(offices: readonly (Bounds | null)[]): Bounds | null {
  const known = offices.filter((q) => q !== null);
  if (known.length === 0) return null;
  const open = known.length < offices.length ? 1 : 0;
  return {
    low: Math.max(...known.map(({ low }) => low)),
    high: Math.min(
      1,
      known.reduce((sum, { high }) => sum + high, open),
    ),
  };
}
