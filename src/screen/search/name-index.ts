import { LevermapError } from "../../base/errors.ts";
import { atOnce, eachInTurns, mapInTurns, type Turns } from "../../base/turns.ts";
import { type BearerKind, type NameKind, type NameWord, nameKindOf, type Rarity, rarer, unseenRarity } from "../names/name-word.ts";
import { bestComparison, explained, type NameScore, type Scored } from "../names/score.ts";
import { type NameReading, type ScreenedName, screenedName } from "../names/screened-name.ts";
import type { SoundUnit } from "../names/sound-lattice.ts";
import { type Demand, fittedWeights, listDemand, type NameWeights } from "../names/weigh.ts";
import { blocksOf, wantedBlocks } from "./blocking.ts";
import { createCandidates, type NameSet, rarity } from "./candidates.ts";
import { indexEqualNames } from "./equal-names.ts";
import { createVocabulary } from "./vocabulary.ts";

/** A listed name. `party`: id that hits are grouped by. */
export interface ListedName {
  readonly party: string;
  readonly name: string;
  readonly kind: BearerKind;
}

export interface NameHit extends ListedName, NameScore {}

/** A query. `kind`: kind of the name, both if unknown. `least`: lowest score, default the threshold of the kind. */
export interface NameQuestion {
  readonly kind?: NameKind | null;
  readonly least?: number | null;
  /** Maximum number of hits, default 10. */
  readonly most?: number;
  /** Sets of names to search separately; default all. */
  readonly among?: readonly NameSet[] | undefined;
}

export interface NameIndex {
  readonly size: number;
  /**
   * Parties with similar names, best first.
   * @throws LM_NAME_TOO_LONG for names of more than 1,000 characters (code points)
   */
  find(name: string, question?: NameQuestion): readonly NameHit[];
}

export const longestName = 1000;
const mostCandidates = 60;
/** Names with more words get fewer comparisons, to bound the time. */
const usualWords = 8;
const leastCandidates = 8;

const candidatesFor = (name: ScreenedName): number => {
  const words = name.readings.reduce((sum, { name: read }) => sum + read.words.length, 0);
  return Math.max(leastCandidates, Math.min(mostCandidates, Math.round((mostCandidates * usualWords) / Math.max(1, words))));
};

/** Loads the script tables when the index is built, not on the first query. */
const allScripts = ["Имя", "名前", "カナ", "이름", "اسم"];

interface IndexOptions {
  /** Required evidence. */
  readonly demand?: Demand;
}

/** Builds an index; distinctiveness is counted over these names. */
export const createNameIndex = (names: readonly ListedName[], options: IndexOptions = {}): NameIndex => atOnce(indexNames(names, options));

/** As `createNameIndex`, in turns: a list of tens of thousands of names takes seconds. */
export function* indexNames(names: readonly ListedName[], { demand = listDemand }: IndexOptions = {}): Turns<NameIndex> {
  const read = yield* mapInTurns(names, ({ name, kind }) => screenedName(limitedName(name), kind, unseenRarity));
  const rarityOf = wordRarity(read);
  const weighed = yield* mapInTurns(read, reweigher(rarityOf));
  const vocabulary = createVocabulary();
  const lists: number[][] = [];
  const masses = new Float32Array(names.length);
  const blocks = yield* mapInTurns(weighed, (name) =>
    blocksOf(name).map(({ text, weight, role }) => ({ id: vocabulary.add(text, role === "word"), weight, role })),
  );
  yield* eachInTurns(blocks, (own, at) => {
    for (const { id } of own) {
      const list = lists[id];
      if (list) list.push(at);
      else lists[id] = [at];
    }
  });
  const postings = yield* mapInTurns(lists, (list) => Uint32Array.from(list));
  yield* eachInTurns(blocks, (own, at) => {
    masses[at] = own.reduce(
      (sum, { id, weight, role }) =>
        sum + (role === "word" || role === "part" ? weight * rarity(postings[id]?.length ?? 0, names.length) : 0),
      0,
    );
  });
  const candidates = createCandidates(vocabulary, postings, masses);
  const equals = yield* indexEqualNames(weighed);
  const isPerson = (name: string): boolean =>
    equals.of(screenedName(name, "person", unseenRarity)).some((at) => names[at]?.kind === "person");
  const weights = fittedWeights();
  for (const script of allScripts) screenedName(script, "organisation", rarityOf);

  return {
    size: names.length,
    find(name, { kind = null, least = null, most = 10, among } = {}) {
      checkLength(name);
      const best = new Map<string, NameHit>();
      const inPrint = new Set<string>();
      for (const each of kind ? [kind] : kindsOf(name, isPerson)) {
        const wanted = screenedName(name, each, rarityOf);
        const equal = new Set(equals.of(wanted).filter((at) => among === undefined || among.some((set) => set[at])));
        for (const at of new Set([...equal, ...candidates.of(wantedBlocks(wanted), candidatesFor(wanted), among)])) {
          const listed = names[at] as ListedName;
          if (nameKindOf(listed.kind) !== each) continue;
          const alike = bestComparison(wanted, weighed[at] as ScreenedName, weights[each], rarityOf, demand);
          const compared = equal.has(at) ? asEqual(alike, weights[each]) : alike;
          if (compared.score < (least ?? weights[each].threshold) || compared.score <= (best.get(listed.party)?.score ?? 0)) continue;
          if (equal.has(at) && listed.name.toLowerCase() === name.trim().toLowerCase()) inPrint.add(listed.party);
          best.set(listed.party, { ...listed, ...explained(compared) });
        }
      }
      return [...best.values()]
        .sort((a, b) => b.score - a.score || Number(inPrint.has(b.party)) - Number(inPrint.has(a.party)) || (a.party < b.party ? -1 : 1))
        .slice(0, most);
    },
  };
}

/** Equal names are of one party with the chance of identical ones; other legal forms count all the same. */
function asEqual({ score, comparison }: Scored, { bias }: NameWeights): Scored {
  const isFormed = comparison.features.formsDiffer > 0;
  return { score: isFormed ? score : Math.max(score, 1 / (1 + Math.exp(-bias))), comparison };
}

/** A name with a legal form is a firm's, unless a person bears it: Pao Yu Hsiang. */
function kindsOf(name: string, isPerson: (name: string) => boolean): readonly NameKind[] {
  const isFormed = screenedName(name, "organisation", unseenRarity).readings.some((reading) =>
    reading.name.forms.some((form) => form.length > 2),
  );
  return isFormed && !isPerson(name) ? ["organisation"] : ["organisation", "person"];
}

/** @throws LM_NAME_TOO_LONG */
function checkLength(name: string): void {
  if (name.length <= longestName) return;
  const length = [...name].length;
  if (length > longestName) throw new LevermapError("LM_NAME_TOO_LONG", `A name of ${length} characters`, { length, longest: longestName });
}

/** Listed names are truncated, never refused. */
const limitedName = (name: string): string => (name.length > longestName ? [...name].slice(0, longestName).join("") : name);

const wordsOf = ({ readings }: ScreenedName): readonly NameWord[] =>
  readings.flatMap((reading) => (reading.script === "latin" ? reading.name.words : [...reading.name.words, ...reading.name.spoken.flat()]));

function wordRarity(names: readonly ScreenedName[]): Rarity {
  const counts = new Map<string, number>();
  for (const name of names)
    for (const text of new Set(wordsOf(name).map((word) => word.text))) counts.set(text, (counts.get(text) ?? 0) + 1);
  return (word) => rarity(counts.get(word) ?? 0, names.length);
}

/** Updates word weights after rarity is known; equal words become one object. */
function reweigher(rarity: Rarity): (name: ScreenedName) => ScreenedName {
  const held = new Map<string, NameWord>();
  const word = (each: NameWord): NameWord => {
    const key = `${each.kind} ${each.weight} ${each.text}`;
    const known = held.get(key);
    if (known) return known;
    const made = rarer(each, rarity);
    held.set(key, made);
    return made;
  };
  const reading = (each: NameReading): NameReading => {
    if (each.script === "latin") return { script: "latin", name: { ...each.name, words: each.name.words.map(word) } };
    const { words, spoken, hearings } = each.name;
    const unit = (one: SoundUnit): SoundUnit => ({ ...one, word: word(one.word) });
    const name = {
      ...each.name,
      words: words.map(word),
      spoken: spoken.map((own) => own.map(word)),
      hearings: hearings.map((own) => ({ ...own, units: own.units.map(unit) })),
    };
    return { script: "asian", name };
  };
  return (name) => ({ ...name, readings: name.readings.map(reading) });
}
