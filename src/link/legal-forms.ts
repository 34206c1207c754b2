import { once, readLinkTable } from "./link-table.ts";

/** What a legal form makes of an organisation; `any` says nothing (`Company`). */
export type FormKind = "limited" | "stock" | "partnership" | "nonprofit" | "state" | "any";

/**
 * A name without its legal form. `economies`: where the forms that it has are used, `null` if anywhere or it has none. `forms` are the
 * forms as the table writes them, `kinds` what they make of it.
 */
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

/** Forms in Latin letters, longest first, by their first and by their last word. */
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

/** Forms of two and more words, or of one long word, in Latin letters: those that are written out. */
export const writtenOutForms = once(
  (): readonly { readonly text: string; readonly words: readonly string[]; readonly position: string }[] =>
    forms().filter(({ script, text }) => script === "latin" && text.length >= 10),
);

const fits = (words: readonly string[], at: number, form: Form): boolean => form.words.every((word, i) => words[at + i] === word);

/**
 * Takes the legal forms off a name in words: those at its end, at its start where they may stand there, and those within it that are
 * nothing but legal forms (`SOFTWARE CO., LTD., SHENZHEN`). Something always stays.
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

/** Whether words are nothing but legal forms (`Co., Ltd.`): no name. */
export function isBareForm(words: readonly string[]): boolean {
  const { rest } = withoutForms(words);
  return (
    latin()
      .byFirst.get(rest[0] ?? "")
      ?.some((form) => form.words.length === rest.length && fits(rest, 0, form)) ?? false
  );
}

/** Whether the last words are a legal form, with a name before it. */
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
  const fitting = latin().byLast.get(words.at(-1) ?? "");
  return fitting?.find(
    (form) => form.position !== "start" && form.words.length < words.length && fits(words, words.length - form.words.length, form),
  );
}

function atStart(words: readonly string[]): Form | undefined {
  const fitting = latin().byFirst.get(words[0] ?? "");
  return fitting?.find(
    (form) => (form.position === "start" || form.position === "both") && form.words.length < words.length && fits(words, 0, form),
  );
}

/** What the forms have in common: nowhere (empty) where they contradict one another, so that the name goes with no other form. */
function shared(found: readonly Form[]): readonly string[] | null {
  const sets = found.flatMap(({ economies }) => (economies ? [economies] : []));
  const [first, ...others] = sets;
  if (!first) return null;
  return others.length === 0 ? first : first.filter((economy) => others.every((set) => set.includes(economy)));
}

const asian = once(() =>
  forms()
    .filter(({ script }) => script !== "latin")
    .map((form) => ({ ...form, test: patternOf(form.words.join("[\\s.,]*"), form.position) })),
);

/** `word` forms are too short to be taken off a word that goes on. */
function patternOf(form: string, position: string): RegExp {
  if (position === "bracket") return new RegExp(`[(（]\\s*${form}\\s*[)）]`, "gu");
  const end = position === "word" ? `[\\s.,]+${form}[\\s.,]*$` : `[\\s.,]*${form}[\\s.,]*$`;
  return new RegExp(position === "both" ? `^[\\s.,]*${form}[\\s.,]*|${end}` : end, "gu");
}

/** Takes Chinese, Japanese and Korean legal forms off a name. */
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

/** Whether a text is nothing but a legal form in Asian letters: one that leaves nothing of a name but the character put before it. */
export const isBareAsianForm = (text: string): boolean => text.length <= longestAsianForm && withoutAsianForms(`甲${text}`).rest === "甲";
