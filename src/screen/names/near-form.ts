import { type Formless, withoutForms, writtenOutForms } from "../../link/legal-forms.ts";
import { editsBetween } from "./spelling.ts";

/** Misspelt or truncated written-out forms: `Aktiengeselschaft`, `JOINT STOCK COMPAN`. */
const mostEdits = 2;

/** Removes a misspelt written-out legal form from either end of a name. */
export function nearForm(name: Formless<readonly string[]>): Formless<readonly string[]> {
  for (const form of writtenOutForms()) {
    const length = form.words.length;
    if (length >= name.rest.length) continue;
    const isNear = (words: readonly string[]): boolean => words[0]?.[0] === form.text[0] && near(words.join(" "), form.text);
    if (form.position !== "start" && isNear(name.rest.slice(-length))) return replaced(name.rest.slice(0, -length), form.words, name);
    if (form.position !== "any" && form.position !== "end" && isNear(name.rest.slice(0, length)))
      return replaced(name.rest.slice(length), form.words, name);
  }
  return name;
}

const near = (text: string, form: string): boolean =>
  Math.abs(text.length - form.length) <= mostEdits && editsBetween(text, form) <= mostEdits;

const replaced = (rest: readonly string[], form: readonly string[], name: Formless<readonly string[]>): Formless<readonly string[]> => {
  const found = withoutForms([...rest, ...form]);
  return { ...found, forms: [...name.forms, ...found.forms], kinds: [...name.kinds, ...found.kinds] };
};
