import { sum } from "../../base/numbers.ts";
import type { Row } from "../../base/tables.ts";

/** An examiner's refusal over a document or paper, columns as in the table `prior_art_block`. */
export type PriorArtBlock = Pick<Row<"prior_art_block">, "application" | "office" | "cited" | "examiner">;

/** A refused application; unknown lists are empty and years `null`. */
export interface RefusedApplication {
  readonly holders: readonly string[];
  readonly classes: readonly string[];
  readonly year: number | null;
}

/** Counts by office, class or year, refusals over papers alone included. `documents`: pairs of application and cited document. */
export interface BlockCount {
  readonly key: string | null;
  readonly applications: number;
  readonly documents: number;
  /** Pairs with a known holder of the cited document. */
  readonly withHolder: number;
}

/** Refusals of one holder over another's documents; pairs with several holders are split evenly. */
export interface HolderPair {
  readonly refused: string;
  readonly over: string;
  readonly documents: number;
  readonly applications: number;
}

export interface PriorArtBlocks {
  readonly applications: number;
  readonly documents: number;
  /** Papers and other non-patent literature, by application. */
  readonly literature: number;
  readonly coverage: {
    readonly applicationsWithHolder: number;
    /** Pairs with a known holder of the cited document. */
    readonly documentsWithHolder: number;
    /** Pairs with known holders on both sides, the base of `pairs`. */
    readonly both: number;
    readonly distinctDocuments: number;
    readonly distinctDocumentsWithHolder: number;
  };
  readonly byOffice: readonly BlockCount[];
  /** By class of the application, split evenly over its classes. */
  readonly byClass: readonly BlockCount[];
  readonly byYear: readonly BlockCount[];
  /** Largest first; includes self-pairs. */
  readonly pairs: readonly HolderPair[];
}

/** Refusals that an examiner relied on (`examiner` 1) by office, class, year and holder: about patentability, not infringement. */
export function priorArtBlocks(
  blocks: readonly PriorArtBlock[],
  applications: ReadonlyMap<string, RefusedApplication>,
  holdersOf: (document: string) => readonly string[],
): PriorArtBlocks {
  const rested = blocks.filter(({ examiner }) => examiner === 1);
  const refusals = distinctRefusals(rested).map(({ application, office, cited }): Refusal => {
    const { holders = [], classes = [], year = null } = applications.get(application) ?? {};
    return { application, office, cited, holders, classes, year, over: cited === null ? [] : holdersOf(cited) };
  });
  const pairs = refusals.filter(({ cited }) => cited !== null);
  const refused = [...new Set(rested.map(({ application }) => application))];
  const documents = [...new Set(pairs.flatMap(({ cited }) => cited ?? []))];
  return {
    applications: refused.length,
    documents: pairs.length,
    literature: rested.filter(({ cited }) => cited === null).length,
    coverage: {
      applicationsWithHolder: refused.filter((application) => (applications.get(application)?.holders.length ?? 0) > 0).length,
      documentsWithHolder: pairs.filter(({ over }) => over.length > 0).length,
      both: pairs.filter(({ holders, over }) => holders.length > 0 && over.length > 0).length,
      distinctDocuments: documents.length,
      distinctDocumentsWithHolder: documents.filter((document) => holdersOf(document).length > 0).length,
    },
    byOffice: counts(refusals, ({ office }) => [office]),
    byClass: counts(refusals, ({ classes }) => [...new Set(classes)]),
    byYear: counts(refusals, ({ year }) => (year === null ? [] : [String(year)])),
    pairs: holderPairs(pairs),
  };
}

/** An application and a cited document, or `null` for its papers. */
interface Refusal extends RefusedApplication {
  readonly application: string;
  readonly office: string;
  readonly cited: string | null;
  readonly over: readonly string[];
}

function distinctRefusals(blocks: readonly PriorArtBlock[]): readonly Pick<Refusal, "application" | "office" | "cited">[] {
  const found = new Map<string, Pick<Refusal, "application" | "office" | "cited">>();
  for (const { application, office, cited } of blocks) found.set(`${application}\t${cited ?? ""}`, { application, office, cited });
  return [...found.values()];
}

/** Counts by key, split evenly over several keys; ordered by key, `null` last. */
function counts(refusals: readonly Refusal[], keysOf: (refusal: Refusal) => readonly string[]): readonly BlockCount[] {
  const groups = new Map<string | null, { documents: number; withHolder: number; applications: Map<string, number> }>();
  for (const refusal of refusals) {
    const keys = keysOf(refusal);
    for (const key of keys.length > 0 ? keys : [null]) {
      const part = 1 / Math.max(1, keys.length);
      const group = groups.get(key) ?? { documents: 0, withHolder: 0, applications: new Map<string, number>() };
      if (refusal.cited !== null) group.documents += part;
      if (refusal.over.length > 0) group.withHolder += part;
      group.applications.set(refusal.application, part);
      groups.set(key, group);
    }
  }
  return [...groups]
    .map(([key, { documents, withHolder, applications }]) => ({ key, applications: sum(applications.values()), documents, withHolder }))
    .sort((a, b) => compare(a.key ?? "\uffff", b.key ?? "\uffff"));
}

function holderPairs(pairs: readonly Refusal[]): readonly HolderPair[] {
  const groups = new Map<string, { refused: string; over: string; documents: number; applications: Set<string> }>();
  for (const { application, holders, over } of pairs) {
    for (const refused of holders) {
      for (const holder of over) {
        const key = `${refused}\t${holder}`;
        const group = groups.get(key) ?? { refused, over: holder, documents: 0, applications: new Set<string>() };
        group.documents += 1 / (holders.length * over.length);
        group.applications.add(application);
        groups.set(key, group);
      }
    }
  }
  return [...groups.values()]
    .map(({ applications, ...rest }) => ({ ...rest, applications: applications.size }))
    .sort((a, b) => b.documents - a.documents || compare(a.refused, b.refused) || compare(a.over, b.over));
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
