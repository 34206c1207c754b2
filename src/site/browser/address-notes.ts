import { listed } from "../../base/words.ts";
import { nearName } from "../../link/near-name.ts";

type Query = Readonly<Record<string, string | undefined>>;

/** Words that every page knows. */
const ofAllPages = ["as-of", "edition", "lang", "size"];

/** What other sites add to their links, to tell whence a reader comes: no page is asked for by it, and nothing is told of it. */
const tracker = /^(?:utm_\w+|(?:fb|g|d|tt|tw|y)clid|msclkid|li_fat_id|[gw]braid|mc_[ce]id|igshid|_ga|_gl|ref|source)$/i;

/** Letters of a word that are told, and words. */
const [mostLetters, mostWords] = [30, 3];

const short = (word: string): string => (word.length > mostLetters ? `${word.slice(0, mostLetters)}…` : word);

/** The words of a query that a page knows. */
export const knownWords = (query: Readonly<Record<string, string>>, words: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(query).filter(([name]) => words.includes(name)));

/** Tells in a sentence which words of a query a page does not know, and which it does; nothing of trackers. */
export function wordNotes(query: Query, words: readonly string[]): readonly string[] {
  const unknown = Object.keys(query).filter((name) => !words.includes(name) && !tracker.test(name));
  if (unknown.length === 0) return [];
  const known = [...words, ...ofAllPages];
  const near = unknown.length === 1 ? nearName(unknown[0]!, known) : null;
  const meant = near === null ? "" : `; did you mean ${near}?`;
  const asked = `${listed(unknown.slice(0, mostWords).map(short))}${unknown.length > mostWords ? ", …" : ""}`;
  return [`This address asks for ${asked}, which this page does not know${meant || "."} It knows ${listed(known)}.`];
}

/** Tells each value that a word does not take, and what became of it. */
export const valueNotes = (
  query: Query,
  values: Readonly<Record<string, readonly string[]>>,
  outcome: "it was left out" | "nothing fits it" = "it was left out",
): readonly string[] =>
  Object.entries(values).flatMap(([name, takes]) => {
    const { [name]: value } = query;
    if (value === undefined || value === "" || takes.includes(value)) return [];
    return [`This address asks for ${name} “${short(value)}”, which is none that there is: ${outcome}.${choiceOf(name, value, takes)}`];
  });

function choiceOf(name: string, value: string, takes: readonly string[]): string {
  const near = nearName(value, takes);
  if (near !== null) return ` Did you mean ${near}?`;
  return takes.length > 0 && takes.length <= 6 ? ` It takes ${name}=${listed(takes)}.` : "";
}
