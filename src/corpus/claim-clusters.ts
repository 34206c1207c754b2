import type { DuckDBConnection } from "@duckdb/node-api";
import { groupBy } from "../base/collections.ts";
import type { DerivedRow } from "../base/derived-tables.ts";
import type { Row } from "../base/tables.ts";
import { unknownDay } from "../measure/citations/citation-graph.ts";
import type { HolderLists } from "../measure/patents/blocking-weight.ts";
import { countingUnits, extendedFamilies, familyLinks } from "../measure/patents/families.ts";
import { claimClusters, firstMainGroup } from "../measure/patents/families-clusters.ts";
import { createSurvival, inForce, type LegalRecord } from "../measure/patents/in-force.ts";
import { rightOf } from "../measure/patents/rights.ts";
import { type ClaimDocumentRows, givenDocuments, readClaimDocuments } from "./claim-documents.ts";
import { readLegalRecords, readRates, survivalRows } from "./legal-records.ts";
import { readHolders } from "./technology-holders.ts";
import { bundledSources, memberPart } from "./technology-members.ts";

/** Claims of one holder in one technology that stand or fall together, by ids. */
export interface HeldCluster {
  readonly holder: string;
  readonly technology: string;
  /** `null`: documents without a class. */
  readonly mainGroup: string | null;
  readonly documents: readonly string[];
}

export interface ClaimData {
  readonly clusters: readonly HeldCluster[];
  /** Includes documents without a holder. */
  readonly documents: readonly { readonly document: string; readonly office: string; readonly technologies: readonly string[] }[];
  readonly legal: ReadonlyMap<string, LegalRecord>;
  readonly holders: ReadonlyMap<string, DerivedRow<"holder">>;
  readonly withoutHolder: number;
  /** Documents whose family is known. */
  readonly withFamily: number;
  readonly rates: readonly Row<"base_rate">[];
  /** Sources of the atlas's documents. */
  readonly bundled: readonly string[];
}

/** Of a document's technologies, those in which its claims count. */
export type Narrowing = (technologies: readonly string[]) => readonly string[];

/** Claim clusters of inventions, designs and plants left out: holder × technology × main group of the earliest publication of the extended family within the holder. */
export async function readClaims(connection: DuckDBConnection, technologies: readonly string[], narrow: Narrowing): Promise<ClaimData> {
  const rows = await readClaimDocuments(connection, technologies);
  const inventions = new Set(rows.documents.filter(({ type }) => rightOf(type) === "invention").map(({ document }) => document));
  const technologiesOf = new Map(
    [
      ...groupBy(
        rows.technologies.filter(({ document }) => inventions.has(document)),
        ({ document }) => document,
      ),
    ].map(([document, own]) => [document, narrow(own.map(({ technology }) => technology))]),
  );
  const members = rows.documents.filter(({ document }) => technologiesOf.has(document));
  const held = new Set(rows.holders.map(({ document }) => document));
  return {
    clusters: heldClusters(rows, technologiesOf),
    documents: members.map(({ document, office }) => ({ document, office, technologies: technologiesOf.get(document)! })),
    legal: await readLegalRecords(connection, givenDocuments, [JSON.stringify(members.map(({ document }) => document))], members),
    holders: await readHolders(connection, [...new Set(rows.holders.map(({ holder }) => holder))]),
    withoutHolder: members.filter(({ document }) => !held.has(document)).length,
    withFamily: members.filter(({ linked }) => linked).length,
    rates: await readRates(connection),
    bundled: await bundledSources(connection, memberPart(technologies), technologies),
  };
}

/** Clusters by ids; exported for tests without a database. */
export function heldClusters(
  { documents, holders, classes, keys }: Omit<ClaimDocumentRows, "technologies">,
  technologiesOf: ReadonlyMap<string, readonly string[]>,
): readonly HeldCluster[] {
  const place = new Map(documents.map(({ document }, at) => [document, at]));
  const holderIds = [...new Set(holders.map(({ holder }) => holder))].sort();
  const holderNumber = new Map(holderIds.map((id, at) => [id, at]));
  const technologyIds = [...new Set([...technologiesOf.values()].flat())].sort();
  const lists = compressed(
    documents.length,
    holders.map(({ document, holder }) => [place.get(document)!, holderNumber.get(holder)!]),
  );
  const numbered = new Map(technologyIds.map((id, at) => [id, at]));
  const technologies = compressed(
    documents.length,
    documents.flatMap(({ document }, at) => (technologiesOf.get(document) ?? []).map((id) => [at, numbered.get(id)!] as const)),
  );
  const symbols = groupBy(classes, ({ document }) => document);
  const links = familyLinks(
    keys.flatMap(({ document, key }) => (place.has(document) ? [{ document: place.get(document)!, key }] : [])),
    lists,
  );
  const units = countingUnits(documents.map(({ unit }) => unit));
  return claimClusters({
    day: Int32Array.from(documents, ({ publishedDay }) => publishedDay ?? unknownDay),
    holders: lists,
    extended: extendedFamilies(units, lists, links),
    mainGroup: documents.map(({ document }) => firstMainGroup(symbols.get(document) ?? [])),
    technologyStart: technologies.start,
    technology: technologies.holder,
  }).map((cluster) => ({
    holder: holderIds[cluster.holder]!,
    technology: technologyIds[cluster.technology]!,
    mainGroup: cluster.mainGroup,
    documents: cluster.documents.map((at) => documents[at]!.document),
  }));
}

/** Compressed rows from pairs in any order. */
function compressed(documents: number, pairs: readonly (readonly [document: number, value: number])[]): HolderLists {
  const start = new Int32Array(documents + 1);
  for (const [document] of pairs) start[document + 1]! += 1;
  for (let i = 0; i < documents; i++) start[i + 1]! += start[i]!;
  const holder = Int32Array.from(
    [...pairs].sort(([a, x], [b, y]) => a - b || x - y),
    ([, value]) => value,
  );
  return { start, holder };
}

/** Each document's chance to be in force on a day (since 1970-01-01), and whether it uses a survival table. */
export function inForceOn({ legal, rates }: Pick<ClaimData, "legal" | "rates">, day: number) {
  const survival = createSurvival(survivalRows(rates));
  return new Map([...legal].map(([document, record]) => [document, inForce(record, day, survival)]));
}
