import { createRandom, type Random } from "../../src/measure/random.ts";
import { sharedInts } from "../../src/measure/shared-arrays.ts";
import {
  type CorpusDocuments,
  type CorpusSettings,
  nearClass,
  ordinaryDocument,
  plantedFollowUp,
  plantedOriginal,
} from "./corpus-generator-documents.ts";
import { type ClassMembers, drawByAttraction, groupByClass, lowerBound } from "./corpus-generator-members.ts";

/** References of a corpus in compressed rows, not packed: document `i` cites `cited[start[i] .. start[i] + count[i])`. */
export interface DrawnReferences {
  readonly start: Int32Array;
  readonly count: Int32Array;
  readonly cited: Int32Array;
  /** Document that a follow-up follows; -1 for all others. */
  readonly parent: Int32Array;
}

/** Years back that a reference reaches: so long that two thirds of a corpus of 50 years have their whole exposure to citation. */
const memoryYears = 15;
/** Parts of the references that stay in the class, and in the class or its technology. */
const inClass = 0.85;
const inTechnology = 0.97;
/** A draw that repeats a reference is tried again so often, then dropped. */
const tries = 3;
/** Chance that who cites a follow-up also cites what that one cites. */
const alongFollowUp = 0.7;
const referencesOfOriginal = 3;
/** By kind: what the attraction is multiplied with. */
const attractionOf = [1, 6, 0.7];

/**
 * Draws references class by class, so that what is read stays in the cache: a target is drawn by lognormal attraction among earlier
 * documents of the class, so that citations have a lognormal tail of the same sigma as the number of references.
 */
export function drawReferences(documents: CorpusDocuments, settings: CorpusSettings): DrawnReferences {
  const random = createRandom(settings.seed, 2);
  const { n, kind } = documents;
  const attraction = Float32Array.from({ length: n }, (_, i) => attractionOf[kind[i]!]! * Math.exp(settings.sigma * random.normal()));
  const members = groupByClass(documents, settings.classes, attraction);
  const start = plannedStarts(n, settings, random);
  const drawn = { start, count: new Int32Array(n), cited: sharedInts(start[n]!), parent: new Int32Array(n).fill(-1) };
  const memory = Math.ceil((n * memoryYears) / settings.years);
  const draw = createDraw({ documents, settings, members, random, drawn, memory });
  for (let c = 0; c < settings.classes; c++) {
    for (let slot = members.start[c]!; slot < members.start[c + 1]!; slot++) draw(c, slot);
  }
  return drawn;
}

/** Room for a lognormal number of references each. */
function plannedStarts(n: number, { meanReferences, sigma }: CorpusSettings, random: Random): Int32Array {
  const middle = Math.log(meanReferences) - sigma ** 2 / 2;
  const start = new Int32Array(n + 1);
  for (let i = 0; i < n; i++) start[i + 1] = start[i]! + Math.min(i, Math.round(Math.exp(middle + sigma * random.normal())));
  return start;
}

interface DrawParts {
  readonly documents: CorpusDocuments;
  readonly settings: CorpusSettings;
  readonly members: ClassMembers;
  readonly random: Random;
  readonly drawn: DrawnReferences;
  /** Documents back that a reference reaches. */
  readonly memory: number;
}

/** Draws all references of the member in a slot of its class. */
function createDraw({ documents, settings, members, random, drawn, memory }: DrawParts): (c: number, slot: number) => void {
  const { kind } = documents;
  const { start, count, cited, parent } = drawn;
  const { member } = members;

  const add = (i: number, target: number): boolean => {
    const first = start[i]!;
    const end = first + count[i]!;
    if (target === -1 || end === start[i + 1]) return false;
    for (let at = first; at < end; at++) if (cited[at] === target) return false;
    cited[end] = target;
    count[i]! += 1;
    return true;
  };
  /** First slot of class `c` that `i`, which stands or would stand in `slot`, still reaches. */
  const reach = (c: number, i: number, slot: number): number => lowerBound(member, i - memory, members.start[c]!, slot);
  const target = (c: number, low: number, slot: number): number =>
    low === slot ? -1 : member[drawByAttraction(members, random, c, low, slot)]!;
  const elsewhere = (c: number, i: number): number => {
    const slot = lowerBound(member, i, members.start[c]!, members.start[c + 1]!);
    return target(c, reach(c, i, slot), slot);
  };
  const referenceOf = (i: number): number => (count[i] === 0 ? -1 : cited[start[i]! + random.below(count[i]!)]!);

  const drawOrdinary = (c: number, i: number, low: number, slot: number): void => {
    const lot = random.uniform();
    for (let tried = 0; tried < tries; tried++) {
      const found =
        lot < inClass
          ? target(c, low, slot)
          : elsewhere(lot < inTechnology ? nearClass(settings, random, c) : random.below(settings.classes), i);
      if (!add(i, found)) continue;
      if (lot < inClass && kind[found] === plantedFollowUp && random.uniform() < alongFollowUp) add(i, referenceOf(found));
      return;
    }
  };
  /** Few references, to anything: what cites an original has no reason to cite them. */
  const drawOriginal = (i: number): void => {
    for (let k = Math.min(referencesOfOriginal, start[i + 1]! - start[i]!); k > 0; k--) {
      add(i, i - 1 - random.below(Math.min(i, memory)));
    }
  };
  /** The parent and what it cites, but not what an original cites. */
  const copyParent = (c: number, i: number, low: number, slot: number): void => {
    const followed = target(c, low, slot);
    if (!add(i, followed)) return;
    parent[i] = followed;
    const copied = kind[followed] === plantedOriginal ? 0 : count[followed]!;
    for (let k = 0; k < copied; k++) add(i, cited[start[followed]! + k]!);
  };

  return (c, slot) => {
    const i = member[slot]!;
    if (kind[i] === plantedOriginal) return drawOriginal(i);
    const low = reach(c, i, slot);
    if (kind[i] !== ordinaryDocument) copyParent(c, i, low, slot);
    for (let left = start[i + 1]! - start[i]! - count[i]!; left > 0; left--) drawOrdinary(c, i, low, slot);
  };
}
