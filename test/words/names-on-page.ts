import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "csv-parse/sync";
import { keptWith } from "../../src/base/collections.ts";
import { saidOnPage } from "./said-on-page.ts";

const data = fileURLToPath(new URL("../../data", import.meta.url));

/** Names of the atlas, of scenarios, plans and events: what pages say as it is recorded, in any language. */
export const recordedNames = (): ReadonlySet<string> =>
  new Set([
    ...readdirSync(`${data}/atlas`).flatMap((file) =>
      (parse(readFileSync(`${data}/atlas/${file}`)) as string[][]).flat().flatMap((cell) => [cell, ...cell.split(";")]),
    ),
    ...["published-models.csv", "plan/economics.csv", "plan/calibration.csv"].flatMap((file) =>
      (parse(readFileSync(`${data}/${file}`)) as string[][]).flat(),
    ),
    ...readdirSync(`${data}/events`).flatMap((file) =>
      [...readFileSync(`${data}/events/${file}`, "utf8").matchAll(/^- id: (.+)\n {2}what: "?(.+?)"?$/gm)].map(
        ([, id, what]) => `${id}: ${what}`,
      ),
    ),
    // What is measured of events, and what is noted
    ...readdirSync(`${data}/events`).flatMap((file) =>
      [...readFileSync(`${data}/events/${file}`, "utf8").matchAll(/^ +(?:- )?[a-z]+: "?(.+?)"?$/gm)].map(([, text = ""]) => text),
    ),
    ...["scenarios", "plans"].flatMap((folder) =>
      readdirSync(`${data}/${folder}`).flatMap((file) => [
        file.replace(".yaml", ""),
        /^name: "?(.*?)"?$/m.exec(readFileSync(`${data}/${folder}/${file}`, "utf8"))?.[1] ?? "",
        /^home: \{ name: (.+?),/m.exec(readFileSync(`${data}/${folder}/${file}`, "utf8"))?.[1] ?? "",
      ]),
    ),
  ]);

/** What the interface says in English on a page in another language, but for names and what was asked for. */
export const englishLeft = (html: string, names: ReadonlySet<string>, asked: readonly string[] = []): readonly string[] =>
  saidOnPage(html)
    .filter(({ slot, isEnglish, text }) => slot !== null && (isEnglish || /[A-Za-z]{4}/.test(text)) && !/\p{Script=Han}/u.test(text))
    .map(({ text }) => text)
    .filter(
      (text) =>
        !kept.has(text) && !asked.includes(text) && !text.split(/, | and /).every((name) => isName(name, names)) && !isName(text, names),
    );

/**
 * What cells say in English. Texts of data stay as they are recorded: names, titles, notes, ids, citations of rules, places with the code of their
 * economy, and sentences of findings, which end as such.
 */
export const englishInCells = (html: string, names: ReadonlySet<string>, asked: readonly string[] = []): readonly string[] =>
  saidOnPage(html)
    .filter(({ isCell, text }) => isCell && /[a-z]{3}/.test(text) && !/\p{Script=Han}/u.test(text))
    .map(({ text }) => text)
    .filter((text) => !asked.includes(text) && !stays.some((kind) => kind.test(text)) && !isRecorded(text, names));

const stays = [
  // Sentences
  /[.?:]$/,
  // Ids and file names, and commands to type
  /^[\w.*/:+-]+$/,
  /^levermap /,
  // Publishers with the year
  /^[\p{L}\d .&'-]+ \d{4}$/u,
  // Observed and published figures with what is noted of them; printed names with the rule that joined them
  /^(?:USD )?\(?[\d(A-Z].*; [^;]+\)。?$/,
  /^(?:USD )?[<\d][^()]*\(.+\)$/,
  / \([a-z-]+\)$/,
  // A file of a scenario to copy
  /["{}]/,
  // Reasons of a plan and doubts of data, which are findings
  /^(?:each: )?(?:would add|brings|sells|at home:|the home itself) /,
  /^(?:takes effect|and ends|order of|as known|Its researchers|No source|Of \d+ programmes)\b/,
  // The end of a figure whose day stands before it
  /^\) [a-z]+(?: [a-z]+)*$/i,
  // Folders, doubts of single figures, and terms of one plan
  /^\/|, and no figure of what it makes$|^[\w ]+ in [A-Z][a-z]+$| has [\d%to ]+ of it in |one sourced figure|theirs has/,
  // Symbols of classes with their role
  /^CPC \S+ (?:additional|inventive)(?:; CPC |$)/,
  // Places
  /^[\p{L} ,.'-]+, [A-Z]{2}$/u,
  // Citations of rules, with the day of one in an element of its own
  /^(?:METI|MOFCOM|BIS|FR Doc\.|Staatscourant|Regulation|Delegated Regulation|COM\(|H\.R\.|Public Law|State Council|no (?:official citation|document) known)/,
];

/** A text of data, or several in one cell, each whole or followed by who published it and when. */
const isRecorded = (text: string, names: ReadonlySet<string>): boolean =>
  isName(text, names) ||
  isPart(bare(text), names) ||
  text
    .split("; ")
    .every(
      (part) => isName(bare(part), names) || isPart(part, names) || part.split(/, | and |: /).some((name) => isName(bare(name), names)),
    );

/** Without what is told beside a name: a figure, a year, what it belongs to. */
const bare = (text: string): string => text.replace(/ (?:\(.+\)|[\d,]+)$/, "");

/** From this many letters on a text that stands in one of data is a part of it, as days are told in elements of their own. */
const longWords = 14;

const isPart = (text: string, names: ReadonlySet<string>): boolean => text.length > longWords && partsOf(names).includes(text);

const partsOf = keptWith((names: ReadonlySet<string>) => [...names].join("\n"));

/** Inside a sentence a name may begin with a small letter. */
const isName = (text: string, names: ReadonlySet<string>): boolean =>
  [text, text.replace(/^(?:the|\d+) /i, ""), text.charAt(0).toUpperCase() + text.slice(1)].some((each) => names.has(each));

/** The same in any language. */
const kept = new Set(["Levermap", "English", "CRPS", "PageRank"]);
