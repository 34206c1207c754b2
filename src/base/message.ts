/**
 * A message is what a text says before it is said in a language: the key of a sentence in the catalogues (`src/words/`) and what stands in its places.
 * It travels inside a string, between noncharacters of Unicode, which are kept for uses within a program, so that texts are joined, kept and sent as any
 * others. Whoever shows a text to somebody tells it first (`src/words/tell.ts`).
 */
const [opening, field, closing] = ["\uFDD0", "\uFDD1", "\uFDD2"];

/** What stands in a place of a message: a text (a name, a day, a figure with its unit, another message), a count, or what somebody wrote, which stays as it is. */
export type Argument = string | number | { readonly given: string };

export interface Message {
  readonly key: string;
  readonly places: Readonly<Record<string, Argument>>;
}

/** A text that says a message. @param key of the catalogues: `room.sentence` */
export function say(key: string, places: Readonly<Record<string, Argument | false | null | undefined>> = {}): string {
  const fields = Object.entries(places).map(([name, value]) => `${field}${name}=${written(value === false ? "" : (value ?? ""))}`);
  return opening + key + fields.join("") + closing;
}

/** Whether there is a message in a text. */
export const hasMessage = (text: string): boolean => text.includes(opening);

export const beginsWithMessage = (text: string): boolean => text.startsWith(opening);

/** A text as given texts and messages, in order. What is no whole message is a given text. */
export function messagesIn(text: string): readonly (string | Message)[] {
  const parts: (string | Message)[] = [];
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf(opening, at);
    const end = start < 0 ? -1 : endOf(text, start);
    if (end < 0) return [...parts, text.slice(at)];
    if (start > at) parts.push(text.slice(at, start));
    parts.push(messageOf(text.slice(start + 1, end)));
    at = end + 1;
  }
  return parts;
}

/** A text that comes from outside, without the characters that set messages apart. */
export const withoutMarks = (text: string): string => (marks.test(text) ? text.replaceAll(everyMark, "") : text);

const marks = /[\uFDD0-\uFDD2]/;
const everyMark = new RegExp(marks, "g");

/** Where the message that begins here ends; -1: nowhere. */
function endOf(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === opening) depth += 1;
    else if (text[at] === closing && --depth === 0) return at;
  }
  return -1;
}

function messageOf(inside: string): Message {
  const [key = "", ...fields] = fieldsOf(inside);
  return { key, places: Object.fromEntries(fields.map(placeOf)) };
}

/** The key and the places of a message, without those of messages inside. */
function fieldsOf(inside: string): readonly string[] {
  const ends = [-1];
  let depth = 0;
  for (let at = 0; at < inside.length; at++) {
    if (inside[at] === opening) depth += 1;
    else if (inside[at] === closing) depth -= 1;
    else if (inside[at] === field && depth === 0) ends.push(at);
  }
  return ends.map((end, at) => inside.slice(end + 1, ends[at + 1]));
}

function placeOf(text: string): readonly [string, Argument] {
  const equals = text.indexOf("=");
  return [text.slice(0, equals), read(text.slice(equals + 1))];
}

/** Texts after `'`, counts after `#`, what somebody wrote after `"`. */
const written = (value: Argument): string =>
  typeof value === "string" ? `'${value}` : typeof value === "number" ? `#${value}` : `"${withoutMarks(value.given)}`;

function read(text: string): Argument {
  const value = text.slice(1);
  return text.startsWith("#") ? Number(value) : text.startsWith('"') ? { given: value } : value;
}
