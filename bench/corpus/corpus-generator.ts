import { createRandom } from "../../src/measure/random.ts";
import { sharedInts } from "../../src/measure/shared-arrays.ts";
import { type DrawnReferences, drawReferences } from "./corpus-generator-citations.ts";
import {
  type CorpusDocuments,
  type CorpusOptions,
  corpusSettings,
  generateDocuments,
  plantedFollowUp,
} from "./corpus-generator-documents.ts";
import { createTexts } from "./corpus-generator-texts.ts";

/** Categories of citations by number, as in `Corpus.category`. */
export const corpusCategories = ["X", "Y", "A"] as const;

/** A made-up patent corpus; nothing in it is about a real document. */
export interface Corpus extends CorpusDocuments {
  /** Citations sorted by citing and cited document, each pair once; arrays in shared memory, as the citation graph takes them. */
  readonly citing: Int32Array;
  readonly cited: Int32Array;
  /** By citation, a number of {@link corpusCategories}. */
  readonly category: Uint8Array;
  /** Document that a follow-up copies; -1 for all others. */
  readonly parent: Int32Array;
  /** Words of document `i`, made when asked for. */
  readonly textOf: (i: number) => string;
}

/**
 * Generates a corpus of any size from a seed: documents week by week, classes in technologies, holders of Zipf sizes, references and
 * citations with lognormal tails, planted originals (a new mix of classes, new words, later cited without what they cite) and
 * follow-ups (one class, the words and references of one earlier document). 9 M documents with 100 M citations take about 1.5 GB.
 */
export function generateCorpus(options: CorpusOptions): Corpus {
  const settings = corpusSettings(options);
  const documents = generateDocuments(settings);
  const drawn = drawReferences(documents, settings);
  const { parent } = drawn;
  const { citing, cited, start } = packed(documents.n, drawn);
  const category = drawCategories(settings.seed, documents, citing, cited, parent);
  return {
    ...documents,
    citing,
    cited,
    category,
    parent,
    textOf: createTexts(settings, { ...documents, parent, citedStart: start, cited }),
  };
}

/** Closes the gaps that dropped references left, and sorts each document's. */
function packed(n: number, { start, count, cited }: DrawnReferences): { citing: Int32Array; cited: Int32Array; start: Int32Array } {
  const newStart = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) newStart[i + 1] = newStart[i]! + count[i]!;
  const citing = sharedInts(newStart[n]!);
  for (let i = 0; i < n; i++) {
    cited.copyWithin(newStart[i]!, start[i]!, start[i]! + count[i]!);
    sortRange(cited, newStart[i]!, newStart[i + 1]!);
    citing.fill(i, newStart[i]!, newStart[i + 1]!);
  }
  return { citing, cited: cited.subarray(0, newStart[n]!), start: newStart };
}

/** Most lists are short, and for those insertion is several times as fast as the sort of typed arrays. */
function sortRange(values: Int32Array, from: number, to: number): void {
  if (to - from > 48) {
    values.subarray(from, to).sort();
    return;
  }
  for (let at = from + 1; at < to; at++) {
    const value = values[at]!;
    let slot = at - 1;
    while (slot >= from && values[slot]! > value) {
      values[slot + 1] = values[slot]!;
      slot--;
    }
    values[slot + 1] = value;
  }
}

/** X and Y 15% each; twice as often against follow-ups, and always X for the document that is copied. */
function drawCategories(seed: number, { kind }: CorpusDocuments, citing: Int32Array, cited: Int32Array, parent: Int32Array): Uint8Array {
  const random = createRandom(seed, 3);
  const category = new Uint8Array(citing.length);
  for (let e = 0; e < citing.length; e++) {
    const i = citing[e]!;
    const each = kind[i] === plantedFollowUp ? 0.3 : 0.15;
    const lot = random.bits() / 2 ** 32;
    if (parent[i] !== cited[e]) category[e] = lot < each ? 0 : lot < 2 * each ? 1 : 2;
  }
  return category;
}
