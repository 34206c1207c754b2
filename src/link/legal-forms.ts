import { kept } from "../base/collections.ts";
import { once, readLinkTable } from "./link-table.ts";
import { editDistance } from "./near-name.ts";

/** Kind of organisation by legal form; `any` is unspecific (`Company`). */
export type FormKind = "limited" | "stock" | "partnership" | "nonprofit" | "state" | "any";

/** `economies`: where the forms are used, `null` anywhere or none. `forms`: as in the table; `kinds`: their meaning. */
export interface Formless<T> {
  readonly rest: T;
  readonly formed: boolean;
  readonly economies: readonly string[] | null;
  readonly forms: readonly string[];
  readonly kinds: readonly FormKind[];
}

interface Form {
  readonly text: string;
  readonly kind: FormKind;
  readonly words: readonly string[];
  readonly position: string;
  readonly economies: readonly string[] | null;
}

const forms = once((): readonly (Form & { readonly script: string })[] =>
  readLinkTable("legal-forms")
    .map(({ form = "", script = "", position = "", economies = "", kind = "" }) => ({
      text: form,
      kind: kind as FormKind,
      script,
      words: form.split(" "),
      position,
      economies: economies ? economies.split(";") : null,
    }))
    .sort((a, b) => b.words.length - a.words.length || b.text.length - a.text.length),
);

/** Latin forms by first and last word, longest first. */
const latin = once(() => {
  const byFirst = new Map<string, Form[]>();
  const byLast = new Map<string, Form[]>();
  const add = (index: Map<string, Form[]>, word: string, form: Form): void => void index.set(word, [...(index.get(word) ?? []), form]);
  for (const form of forms().filter(({ script }) => script === "latin")) {
    add(byFirst, form.words[0] ?? "", form);
    add(byLast, form.words.at(-1) ?? "", form);
  }
  return { byFirst, byLast };
});

/** Written-out Latin forms: two or more words, or one long one. */
export const writtenOutForms = once(
  (): readonly { readonly text: string; readonly words: readonly string[]; readonly position: string }[] =>
    forms().filter(({ script, text }) => script === "latin" && text.length >= 10),
);

const fits = (words: readonly string[], at: number, form: Form): boolean => form.words.every((word, i) => words[at + i] === word);

/**
 * Removes legal forms at the end, at allowed starts, and bare ones within a name (`SOFTWARE CO., LTD., SHENZHEN`). Something always remains.
 */
export function withoutForms(words: readonly string[]): Formless<readonly string[]> {
  const found: Form[] = [];
  let rest = words;
  const take = (at: number, form: Form): void => {
    found.push(form);
    rest = [...rest.slice(0, at), ...rest.slice(at + form.words.length)];
  };
  for (let form = atEnd(rest); form; form = atEnd(rest)) take(rest.length - form.words.length, form);
  for (let form = atStart(rest); form; form = atStart(rest)) take(0, form);
  for (let at = 1; at < rest.length; ) {
    const form = within(rest, at);
    if (form) take(at, form);
    else at++;
  }
  return formless(rest, found);
}

export function isBareForm(words: readonly string[]): boolean {
  const { rest } = withoutForms(words);
  return (
    latin()
      .byFirst.get(rest[0] ?? "")
      ?.some((form) => form.words.length === rest.length && fits(rest, 0, form)) ?? false
  );
}

export const endsInForm = (words: readonly string[]): boolean => atEnd(words) !== undefined;

const formless = <T>(rest: T, found: readonly Form[]): Formless<T> => ({
  rest,
  formed: found.length > 0,
  economies: shared(found),
  forms: found.map(({ text }) => text),
  kinds: found.map(({ kind }) => kind),
});

const within = (words: readonly string[], at: number): Form | undefined =>
  latin()
    .byFirst.get(words[at] ?? "")
    ?.find((form) => form.position === "any" && fits(words, at, form));

function atEnd(words: readonly string[]): Form | undefined {
  const last = words.at(-1) ?? "";
  const fitting = latin().byLast.get(last);
  const found = fitting?.find(
    (form) => form.position !== "start" && form.words.length < words.length && fits(words, words.length - form.words.length, form),
  );
  return found ?? (last.length >= fewestMisspelt && words.length > 1 ? (misspelt(last) ?? undefined) : undefined);
}

/** Forms of one word so long are told from a misspelling of up to two letters: Incoporated. */
const fewestMisspelt = 9;

const longForms = once((): readonly Form[] =>
  forms().filter(({ script, text, words }) => script === "latin" && words.length === 1 && text.length > fewestMisspelt),
);

const misspelt = kept(
  (word: string): Form | null =>
    longForms().find(
      ({ text }) => text.slice(0, 3) === word.slice(0, 3) && Math.abs(text.length - word.length) <= 2 && editDistance(text, word) <= 2,
    ) ?? null,
);

function atStart(words: readonly string[]): Form | undefined {
  const fitting = latin().byFirst.get(words[0] ?? "");
  return fitting?.find(
    (form) => (form.position === "start" || form.position === "both") && form.words.length < words.length && fits(words, 0, form),
  );
}

/** Intersection of the forms' economies; empty if contradictory, so the name joins no other form. */
function shared(found: readonly Form[]): readonly string[] | null {
  const sets = found.flatMap(({ economies }) => (economies ? [economies] : []));
  const [first, ...others] = sets;
  if (!first) return null;
  return others.length === 0 ? first : first.filter((economy) => others.every((set) => set.includes(economy)));
}

const asian = once(() =>
  forms()
    .filter(({ script }) => script !== "latin")
    .map((form) => ({ ...form, test: patternOf(form.words.join(`${gap}*`), form.position) })),
);

const gap = "[\\s.,・]";

/** `word` forms are too short to be cut off a longer word. */
function patternOf(form: string, position: string): RegExp {
  if (position === "bracket") return new RegExp(`[(（]\\s*${form}\\s*[)）]`, "gu");
  const end = position === "word" ? `${gap}+${form}${gap}*$` : `${gap}*${form}${gap}*$`;
  return new RegExp(position === "both" ? `^${gap}*${form}${gap}*|${end}` : end, "gu");
}

/** Removes Chinese, Japanese and Korean legal forms. */
export function withoutAsianForms(text: string): Formless<string> {
  const found: Form[] = [];
  let rest = text;
  for (const form of asian()) {
    const without = rest.replace(form.test, " ").trim();
    if (without === rest || without === "") continue;
    found.push(form);
    rest = without;
  }
  return formless(rest, found);
}

const longestAsianForm = 12;

/** Whether a text is only an Asian legal form. */
export const isBareAsianForm = (text: string): boolean => text.length <= longestAsianForm && withoutAsianForms(`甲${text}`).rest === "甲";
