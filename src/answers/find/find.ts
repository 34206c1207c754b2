import { kept } from "../../base/collections.ts";
import { say } from "../../base/message.ts";
import { nameKey } from "../../link/name-key.ts";
import { simplifiedHan } from "../../link/name-script.ts";
import { spellingDistance } from "../../link/near-name.ts";
import { documentName } from "../../link/numbers/document-number.ts";
import { readEccn } from "../../link/numbers/eccn.ts";
import { namesByOwner } from "../../link/owner-names.ts";
import type { RuleTimeline } from "../../screen/rules/timeline.ts";
import type { PlanList } from "../plan/plan-report.ts";
import type { ScenarioList } from "../scenario/simulate-report.ts";
import { evidenceOf } from "../shared/evidence-of.ts";
import { economyName } from "../shared/names.ts";
import type { ReadModel } from "../shared/read-model.ts";
import { type FindReport, type FoundKind, foundKinds } from "./find-questions.ts";

/** Something that can be found, by its names. */
export interface Findable {
  readonly kind: FoundKind;
  readonly id: string;
  readonly name: string;
  readonly about: string | null;
  /** Further names, in any script. */
  readonly others: readonly string[];
  /** Names in further languages, of which no misspelling is looked for. */
  readonly elsewhere?: readonly string[];
}

export interface FindData {
  readonly read: ReadModel;
  readonly timeline: RuleTimeline;
  readonly scenarios: ScenarioList;
  readonly plans: PlanList;
  readonly hasLists: boolean;
  readonly hasPatents: boolean;
}

type Found = FindReport["found"][number];

/** How well a name fits, best first: equal, begins so, a word of it begins so, holds it, spelt alike. */
const fits = { equal: 0, begins: 1, word: 2, holds: 3, near: 4 } as const;

/**
 * Finds what bears a name, in any script, and what a number stands for; what is spelt alike, or else what a question names, only where nothing else is found.
 * @param document the loaded or cited one whose number the query is; `null`: none
 */
export function answerFind(
  data: FindData,
  { query, top = 20 }: { readonly query: string; readonly top?: number | undefined },
  document: string | null,
): FindReport {
  const wanted = keyOf(query);
  const all = findables(data);
  const exact = numbered(query, document);
  const hits = wanted === "" ? [] : all.flatMap((one) => fitOf(one, query, wanted) ?? []);
  const sure = hits.filter(({ fit }) => fit < fits.near);
  const near = hits.length > 0 ? hits : namedBy(all, query);
  const chosen = [...(sure.length > 0 || exact.length > 0 ? sure : near)].sort(byFit);
  const missing = notLoaded(data, query, document);
  const evidence = evidenceOf(data.read, { grade: "published", sources: [], rules: [], limits: missing });
  const found = [...exact, ...chosen.map(({ found: one }) => one)];
  return { query, found: found.slice(0, top), total: found.length, notLoaded: missing, evidence };
}

interface Hit {
  readonly fit: number;
  readonly extra: number;
  readonly found: Found;
}

const byFit = (a: Hit, b: Hit): number =>
  a.fit - b.fit ||
  foundKinds.indexOf(a.found.kind) - foundKinds.indexOf(b.found.kind) ||
  a.extra - b.extra ||
  (a.found.id < b.found.id ? -1 : 1);

/** Keys of names that are kept, so that not all are made anew for each search. */
const mostKept = 20_000;

/** A name as it is compared: traditional and Japanese Han characters as simplified, 台積電 as 台积电. */
const keyOf = kept((text: string): string => nameKey(simplifiedHan(text)), mostKept);

function fitOf({ kind, id, name, about, others, elsewhere = [] }: Findable, query: string, wanted: string): Hit | null {
  let best: Hit | null = null;
  for (const [at, text] of [name, id, ...others, ...elsewhere].entries()) {
    const fit = at < others.length + 2 ? textFit(text, query, wanted) : wholeFit(text, wanted);
    if (fit === null || (best !== null && best.fit <= fit)) continue;
    const found = { kind, id, name, as: at < 2 ? null : text, about, isNear: fit === fits.near };
    best = { fit, extra: keyOf(text).length - wanted.length, found };
  }
  return best;
}

function textFit(text: string, query: string, wanted: string): number | null {
  const key = keyOf(text);
  if (key === wanted) return fits.equal;
  // Two letters of an alphabet begin too much; two of a script of words or syllables are a name
  const isShort = wanted.length < 3 && /^[\p{Script=Latin}\p{N}]+$/u.test(wanted);
  if (isShort) return null;
  if (key.startsWith(wanted)) return fits.begins;
  if (text.split(/[\s\-/(),.]+/u).some((word) => keyOf(word).startsWith(wanted))) return fits.word;
  if (key.includes(wanted)) return fits.holds;
  return spellingDistance(query, text) === null ? null : fits.near;
}

/** A name in another language, or so much of it as tells it from others. */
function wholeFit(text: string, wanted: string): number | null {
  const key = keyOf(text);
  if (key === wanted) return fits.equal;
  return wanted.length >= shortestNamed && key.startsWith(wanted) ? fits.begins : null;
}

/** Letters of the shortest name that is looked for in a question. */
const shortestNamed = 4;

/** What a question names, and scenarios of the economies that it names: "what if Taiwan stops". */
function namedBy(all: readonly Findable[], query: string): readonly Hit[] {
  const named = all.flatMap((one) => namedIn(one, query) ?? []);
  const places = named.flatMap(({ found: { kind, name } }) => (kind === "economy" ? [` ${wordsOf(name)} `] : []));
  const ofThem = all.filter(
    ({ kind, id, name }) =>
      kind === "scenario" &&
      places.some((place) => ` ${wordsOf(name)} `.includes(place)) &&
      !named.some(({ found }) => found.kind === kind && found.id === id),
  );
  return [
    ...named,
    ...ofThem.map(
      ({ kind, id, name, about }): Hit => ({ fit: fits.near, extra: 0, found: { kind, id, name, as: null, about, isNear: true } }),
    ),
  ];
}

/** What a question names as words of its own: "how exposed is Germany". */
function namedIn({ kind, id, name, about, others }: Findable, query: string): Hit | null {
  const asked = ` ${wordsOf(query)} `;
  const text = [name, id, ...others].find((each) => wordsOf(each).length >= shortestNamed && asked.includes(` ${wordsOf(each)} `));
  return text === undefined
    ? null
    : {
        fit: fits.near,
        extra: -text.length,
        found: { kind, id, name, as: text === name || text === id ? null : text, about, isNear: true },
      };
}

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";

const namesIn = (tag: string): Intl.DisplayNames => new Intl.DisplayNames(tag, { type: "region", fallback: "none" });
/** Scripts and languages in which an economy is searched for beside its English name. */
const scripts = ["zh-Hans", "zh-Hant", "ja", "ko"].map(namesIn);
const languages = [
  "de",
  "fr",
  "es",
  "it",
  "nl",
  "pt",
  "pl",
  "cs",
  "sv",
  "fi",
  "hu",
  "tr",
  "vi",
  "ms",
  "ru",
  "uk",
  "ar",
  "he",
  "hi",
  "th",
].map(namesIn);

/** What a code of ISO 3166 is called elsewhere (Unicode CLDR, as Node has it). */
const calledIn = (names: readonly Intl.DisplayNames[], code: string): readonly string[] =>
  /^[A-Z]{2}$/.test(code) ? names.flatMap((each) => each.of(code) ?? []) : [];

function findables({ read, timeline, scenarios, plans }: FindData): readonly Findable[] {
  const aliases = new Map<string, string[]>();
  for (const { technology, alias } of read.aliases) aliases.set(technology, [...(aliases.get(technology) ?? []), alias]);
  const stages = new Map<string | null, string>(read.stages.map(({ id, name }) => [id, name]));
  return [
    ...read.map.technologies.map(({ id, name, stage }) => ({
      kind: "technology" as const,
      id,
      name,
      about: stages.get(stage) ?? null,
      others: aliases.get(id) ?? [],
    })),
    ...read.economies.map(({ id, name }) => ({
      kind: "economy" as const,
      id,
      name: economyName(read, id),
      about: null,
      others: [name, ...calledIn(scripts, id)],
      elsewhere: calledIn(languages, id),
    })),
    ...[...read.organisations.values()].map(({ id, name, economy }) => ({
      kind: "organisation" as const,
      id,
      name,
      about: economy === null ? null : economyName(read, economy),
      others: organisationNames(read, id),
    })),
    ...scenarios.scenarios.map(({ id, name }) => ({ kind: "scenario" as const, id, name, about: null, others: [] })),
    ...plans.plans.map(({ id, name, home }) => ({
      kind: "plan" as const,
      id,
      name,
      about: null,
      others: [home, ...homeNames(read, home)],
    })),
    ...timeline.rules.map(({ id, title, citation, issuer }) => ({
      kind: "control" as const,
      id,
      name: title ?? id,
      about: issuer === null ? null : economyName(read, issuer),
      others: citation === null ? [] : [citation],
    })),
  ];
}

/** What an organisation is called beside its name, on the map and by owners of patents. */
const organisationNames = (read: ReadModel, id: string): readonly string[] => [
  ...(read.organisationNames.get(id) ?? []).map(({ name }) => name),
  ...(namesByOwner().get(id) ?? []),
];

/** What the home of a plan is called: an organisation or an economy. */
function homeNames(read: ReadModel, home: string): readonly string[] {
  const organisation = read.organisations.get(home);
  return organisation === undefined ? calledIn(scripts, home) : [organisation.name, ...organisationNames(read, home)];
}

/** Whether a query is written as the number of a document. */
export const isDocumentNumber = (query: string): boolean => /\d[\d,]{4,}/.test(query) && documentName(query.trim()) !== null;

/** What a number stands for: by its form alone an entry of a control list, and a document. */
function numbered(query: string, document: string | null): readonly Found[] {
  const text = query.trim();
  if (readEccn(text) !== null && /\d/.test(text))
    return [{ kind: "item", id: text.toUpperCase(), name: text.toUpperCase(), as: null, about: "item of a control list", isNear: false }];
  if (document === null) return [];
  return [{ kind: "patent", id: document, name: document, as: text === document ? null : text, about: "patent document", isNear: false }];
}

const notLoaded = ({ hasLists, hasPatents }: FindData, query: string, document: string | null): readonly string[] => [
  ...(hasPatents && document === null && isDocumentNumber(query) ? [say("find.no-patent-is-loaded", { query: query.trim() })] : []),
  hasLists
    ? "Names on lists of parties are found by screening them."
    : "No list of parties that exist is loaded, so names on lists were not searched: levermap load csl FILE, or levermap update.",
  ...(hasPatents ? [] : ["No patent is loaded: levermap load uspto FILE."]),
];
