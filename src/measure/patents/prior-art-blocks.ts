import { sum } from "../../base/numbers.ts";
/** An examiner's refusal of an application over a document or a paper, columns as in the table `prior_art_block`. */
export interface PriorArtBlock {
  readonly application: string;
  readonly office: string;
  readonly cited: string | null;
  readonly examiner: number | null;
}

/** What is known of a refused application; lists are empty and the year `null` where it is not. */
export interface RefusedApplication {
  readonly holders: readonly string[];
  /** CPC or IPC subclasses ("H01L"). */
  readonly classes: readonly string[];
  /** Of filing. */
  readonly year: number | null;
}

/** Counts of one office, class or year; applications refused over papers alone are among them. `documents` are pairs of an application and a document it was refused over. */
export interface BlockCount {
  readonly key: string | null;
  readonly applications: number;
  readonly documents: number;
  /** Pairs whose cited document has a known holder. */
  readonly withHolder: number;
}

/** Who was refused over whose documents; a pair with several holders on a side is split equally among them. */
export interface HolderPair {
  readonly refused: string;
  readonly over: string;
  readonly documents: number;
  readonly applications: number;
}

export interface PriorArtBlocks {
  readonly applications: number;
  readonly documents: number;
  /** Papers and what else is no document, by application. */
  readonly literature: number;
  readonly coverage: {
    /** Applications with a known holder. */
    readonly applicationsWithHolder: number;
    /** Pairs whose cited document has a known holder. */
    readonly documentsWithHolder: number;
    /** Pairs with known holders on both sides: what `pairs` rests on. */
    readonly both: number;
    readonly distinctDocuments: number;
    readonly distinctDocumentsWithHolder: number;
  };
  readonly byOffice: readonly BlockCount[];
  /** By class of the application, which counts in each of its classes in equal parts. */
  readonly byClass: readonly BlockCount[];
  readonly byYear: readonly BlockCount[];
  /** Greatest first. A holder refused over its own documents is a pair with itself. */
  readonly pairs: readonly HolderPair[];
}

/**
 * Refusals over prior art by office, class, year and holder. Only what an examiner is known to rest on counts (`examiner` 1). A refusal is
 * about patentability, not infringement: it checks novelty and says nothing about who may make what. Holders of cited documents are
 * known only where these are loaded; `coverage` says for how many.
 */
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

/** An application with one document it was refused over, or `null` for its papers. */
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

/** Counts by key, `null` for refusals that have none; several keys share one equally. In order of keys, `null` last. */
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
