import { mapped } from "../base/collections.ts";
import { amountIn, dateIn, isNumber, numberIn } from "./figures.ts";
import type { Said, Words } from "./said.ts";

/**
 * What the interface says, by its English words. In both stand the same places: `{}` for any text, `{=}` for a name, which stays as it
 * is unless it has one in the language, `{~}` for a name that must have one, `{!}` for a text that must have words of its own, else the whole
 * has none, `{#}` for a number, `{@}` for a day, `{$}` for an amount of money as pages tell it (`4.2 B`). They are filled in order, or by
 * number, `{2} of {1}`; an amount whose unit stands in the words by its unit too, `{B}` for billions, `{M2}` for millions.
 */
export type Dictionary = Readonly<Record<string, string>>;

interface Pattern {
  /** What it says between its places. */
  readonly words: readonly string[];
  readonly match: RegExp;
  /** The same with names that take as much as they can, as they may hold what stands between places: `assembly and test`. */
  readonly greedy: RegExp;
  readonly places: readonly Place[];
  readonly told: string;
  /** Places of names whose text may be anything: what is quoted, and what a question asks for. */
  readonly quoted: readonly boolean[];
}

type Place = "{}" | "{@}" | "{=}" | "{~}" | "{!}" | "{#}" | "{$}";

const anyPlace = /\{[#$=@~!]?\}/;
const figure = String.raw`[<>+−-]*\d[\d,.]*(?:e\+\d+)?%?`;
const matching: Readonly<Record<Place, string>> = {
  "{}": "(.+?)",
  "{=}": "(.+?)",
  "{~}": "(.+?)",
  "{!}": "(.+?)",
  "{@}": String.raw`(\d{4}-\d{2}-\d{2})`,
  "{#}": `(${figure})`,
  "{$}": String.raw`([<>+−-]*\d[\d,.]*(?: [TBM])?)`,
};

/** Longer texts are sentences of answers, and texts that were said before are kept up to so many. */
const [longest, mostKept] = [400, 20_000];

/** Speaks by a dictionary; `names`: what in it is a name, and is said where no other word is. */
export function wordsOf(tag: string, dictionary: Dictionary, names: Dictionary = {}): Words {
  const nameOf = new Map(Object.entries(names));
  const exact = new Map(Object.entries(dictionary));
  const patterns = [...exact].filter(([key]) => anyPlace.test(key)).map(([key, told]) => patternOf(key, told));
  // What stands around others first, "{}, the others" before "{}, {}", then those that say most by themselves
  patterns.sort((a, b) => a.places.length - b.places.length || b.literal.length - a.literal.length);
  // By what they begin with, so that few are tried; those of any beginning by ""
  const byStart = new Map<string, Pattern[]>();
  for (const { start, literal: _, ...pattern } of patterns) byStart.set(start, [...(byStart.get(start) ?? []), pattern]);
  const ofAny = byStart.get("") ?? [];
  for (const [start, those] of byStart) if (start !== "") byStart.set(start, [...those, ...ofAny]);
  const kept = new Map<string, readonly Said[] | null>();
  const say = (text: string): readonly Said[] | null => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const said = anew(text, { depth: 0, isWhole: false, purse: { left: mostWork } });
    if (kept.size < mostKept) kept.set(text, said);
    return said;
  };
  const anew = (text: string, { depth, isWhole, purse }: Saying): readonly Said[] | null => {
    purse.left -= 1;
    const whole = exact.get(text);
    if (whole !== undefined && !anyPlace.test(text)) return [whole];
    const told = dateIn(text, tag) ?? (isNumber(text) ? numberIn(text, tag) : null) ?? namesIn(text, nameOf);
    if (told !== null) return [told];
    if (text.length > longest) return null;
    const say = (inner: string, mustBe: boolean) => (depth < deepest ? anew(inner, { depth: depth + 1, isWhole: mustBe, purse }) : null);
    for (const { match, greedy, words, ...pattern } of byStart.get(text.slice(0, startLetters)) ?? ofAny) {
      const ways = waysIn(text, words);
      if (ways === 0) continue;
      purse.left -= ways;
      if (purse.left < 0) return null;
      for (const way of pattern.places.includes("{!}") ? [match, greedy] : [match]) {
        const found = way.exec(text);
        const said = found && filled(pattern, found.slice(1), { tag, nameOf, isWhole, say });
        if (said !== null) return said;
      }
    }
    return listIn(text, (part) => say(part, isWhole));
  };
  return { tag, say };
}

/** How a part of a text is told: within how many places, whether all of it must have words, and what may still be tried. */
interface Saying {
  readonly depth: number;
  readonly isWhole: boolean;
  readonly purse: { left: number };
}

/** Places within places that are said too, and ways to fit words into one text that are tried, so that no text that a stranger sends takes long. */
const [deepest, mostWork] = [5, 20_000];
const startLetters = 3;

/** In how many ways the words of a pattern may stand in a text in some order, at most; 0: in none. */
function waysIn(text: string, words: readonly string[]): number {
  if (!words.every((each) => text.includes(each))) return 0;
  return [...new Set(words)].reduce((ways, each) => {
    const [there, needed] = [text.split(each).length - 1, words.filter((word) => word === each).length];
    return ways * chosen(there, needed);
  }, 1);
}

/** Ways to choose so many of so many. */
const chosen = (of: number, many: number): number =>
  Array.from({ length: many }).reduce<number>((ways, _, at) => (ways * Math.max(0, of - at)) / (at + 1), 1);

/** What no name has: where it would be one, a pattern has taken more than the name. */
const clause =
  /\d%(?!\w)|; |\bUSD \d|\b(?:at least|at most|could|would|loses?|holds|hit hardest|last day|points|is|are|has|have|had|which|needs)\b/;

function patternOf(key: string, told: string): Pattern & { readonly start: string; readonly literal: string } {
  const places = key.match(new RegExp(anyPlace, "g")) as Place[];
  const words = key.split(anyPlace);
  const escaped = words.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const matches = (name: string) => (part: string, at: number) =>
    part + (places[at] === undefined ? "" : places[at] === "{=}" ? name : matching[places[at]]);
  const [match, greedy] = mapped([matching["{=}"], "(.+)"], (name) => new RegExp(`^${escaped.map(matches(name)).join("")}$`, "s"));
  const first = words[0] ?? "";
  return {
    match,
    greedy,
    words: words.filter((each) => each !== ""),
    places,
    told,
    quoted: places.map((_, at) => key.endsWith("?") || words[at]!.endsWith('"')),
    literal: words.join(""),
    start: first.length < startLetters ? "" : first.slice(0, startLetters),
  };
}

interface Filling extends Pick<Words, "tag"> {
  /** Whether all of it must have words but names, as it stands in a place of `{!}`. */
  readonly isWhole: boolean;
  /** What stands in a place; `mustBe`: all of it must have words but names. */
  readonly say: (text: string, mustBe: boolean) => readonly Said[] | null;
  readonly nameOf: ReadonlyMap<string, string>;
}

/** The words of a pattern with what was found in its places; `null` where one of them must have words and has none. */
function filled(
  { told, places, quoted }: Pick<Pattern, "told" | "places" | "quoted">,
  found: readonly string[],
  { tag, nameOf, isWhole, say }: Filling,
): readonly Said[] | null {
  const inPlace = places.map((place, at): readonly Said[] | null => {
    const text = found[at] ?? "";
    if (place === "{#}") return [numberIn(text, tag)];
    if (place === "{$}") return [amountIn(text, unitAfter(found, places, at), tag)];
    if (place === "{=}" && !quoted[at] && clause.test(text)) return null;
    if (place === "{~}") return listOf(namesIn(text, nameOf));
    if (place === "{=}") return listOf(namesIn(text, nameOf)) ?? givenName(text, nameOf);
    const mustBe = isWhole || place === "{!}";
    return say(text, mustBe) ?? (mustBe ? null : [{ given: text }]);
  });
  if (inPlace.includes(null)) return null;
  let next = 0;
  return told.split(/(\{[TBM]?\d?\})/).flatMap((part): readonly Said[] => {
    const place = /^\{([TBM]?)(\d?)\}$/.exec(part);
    if (place === null) return part === "" ? [] : [part];
    const [, unit = "", number = ""] = place;
    const at = number === "" ? next++ : Number(number) - 1;
    return unit === "" ? (inPlace[at] ?? []) : [amountIn(found[at] ?? "", unit, tag)];
  });
}

/** A name that stays as it is, with the words of another that is added to it: `SMIC (China)`, `Dry resist (Photoresists)`. */
function givenName(text: string, nameOf: ReadonlyMap<string, string>): readonly Said[] {
  const [, name, added = ""] = withAdded.exec(text) ?? [];
  const told = nameOf.get(added);
  return name === undefined || told === undefined ? [{ given: text }] : [{ given: name }, `（${told}）`];
}

/** How parts of one text are set apart, in English and here, the widest first. */
const apart = [
  ["; ", "；"],
  [", ", "，"],
  [" and ", "和"],
] as const;

/** Several things in one text, each of which there are words for; `null` where one has none. */
function listIn(text: string, say: Words["say"]): readonly Said[] | null {
  for (const [mark, told] of apart) {
    const parts = text.split(mark).map((part) => (part === text ? null : say(part)));
    if (parts.every((part) => part !== null)) return parts.flatMap((part, at) => (at === 0 ? part : [told, ...part]));
  }
  return null;
}

const listOf = (text: string | null): readonly Said[] | null => (text === null ? null : [text]);

/** A name, or several as English lists them, each with its code or without, `Japan (JP)`, or codes alone; `null` where one of them has none in the language. */
function namesIn(text: string, nameOf: ReadonlyMap<string, string>): string | null {
  const parts = text.split(/(, and |, | and )/);
  const told: string[] = [];
  let at = 0;
  while (at < parts.length) {
    // A name may hold what stands between names, as `assembly and test` does: the longest that there is
    const [name] = [5, 3, 1].flatMap((count) => {
      const said = nameIn(parts.slice(at, at + count).join(""), nameOf);
      return said === undefined ? [] : [{ said, count }];
    });
    if (name === undefined) return null;
    told.push(name.said);
    at += name.count + 1;
  }
  return told.join("、");
}

function nameIn(text: string, nameOf: ReadonlyMap<string, string>): string | undefined {
  const [, name = text, added] = withAdded.exec(text) ?? [];
  const [told, beside] = [name, added].map((each) => nameOf.get(each ?? "") ?? (/^[A-Z]{2}$/.test(each ?? "") ? each : undefined));
  return added === undefined ? told : told && beside && `${told}（${beside}）`;
}

/** A name with its code or another name: `Japan (JP)`, `KrF photoresist (Japan)`. */
const withAdded = /^(.+) \(([^()]+)\)$/;

/** The unit of an amount, or of the next that has one: `3 to 5.1 B`. An amount in plain dollars has none: `208,000 (23,500 to 1.36 M)`. */
function unitAfter(found: readonly string[], places: readonly Place[], at: number): string {
  const next = found.slice(at).find((text, past) => places[at + past] === "{$}" && /[TBM]$/.test(text));
  return next === undefined || isPlain(found[at]!, next) ? "" : next.at(-1)!;
}

/** Amounts in a unit are below a thousand of it, and in a range no greater than what follows. */
const isPlain = (text: string, next: string): boolean => !/[TBM]$/.test(text) && (text.includes(",") || digitsOf(text) > digitsOf(next));

const digitsOf = (text: string): number => Number(text.replace(/[−-]/, "-").replace(/[^\d.-]/g, ""));
