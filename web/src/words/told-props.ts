import { Fragment, type ReactNode } from "react";
import { plainText, type Said, type Words } from "../../../src/words/said.ts";

/** What is typed or read by programs. */
const untold = new Set(["code", "kbd", "pre", "samp", "script", "style", "template", "textarea"]);
/** What holds text alone. */
const plain = new Set(["title", "option"]);
/** What is told by its label alone. */
const drawn = new Set(["svg", "g"]);
const attributes = ["aria-label", "placeholder", "title", "alt"] as const;

type Props = Readonly<Record<string, unknown>>;
type Make = (type: "span" | "tspan", props: Props, key: string) => ReactNode;

/** Whether a text has letters that a reader of another language must take for English. */
export const isEnglish = (text: string): boolean => /[A-Za-z]{2}/.test(text) && !/\p{Script=Han}/u.test(text);

/**
 * What an element says, in the words of a language: its text and the attributes that are read. What there are no words for is marked as English, so that
 * it is spoken as such: on the element where that is all it says, else around it.
 */
export function toldProps(type: unknown, props: Props, words: Words, make: Make): Props {
  const isElement = typeof type === "string";
  if (!isElement && type !== Fragment) return props;
  if ((isElement && untold.has(type)) || props.lang !== undefined) return props;
  if (props.translate === "no") return typeof props.children === "string" && isEnglish(props.children) ? { ...props, lang: "en" } : props;
  const told: Record<string, unknown> = { ...props };
  for (const name of isElement ? attributes : []) {
    const { [name]: text } = props;
    if (typeof text !== "string") continue;
    told[name] = sayPlain(text, words);
    if (drawn.has(type as string) && told[name] === text && isEnglish(text)) told.lang = "en";
  }
  const given = props.children;
  const parts = joined(Array.isArray(given) ? given : [given]);
  if (!parts.some((part) => typeof part === "string")) return told;
  const isAll = isElement && parts.length === 1;
  const isPlain = isElement && plain.has(type);
  const inside = type === "text" || type === "tspan" ? "tspan" : "span";
  // A child stays one child, so that those beside it keep their places
  const children = parts.map((part, at): ReactNode => {
    if (typeof part !== "string") return part;
    const said = saidIn(part, words);
    if (said !== null && isPlain) return plainText(said);
    if (said !== null) return said.map((each, of) => piece(each, (text) => make(inside, { lang: "en", children: text }, `${at}-${of}`)));
    if (!isEnglish(part)) return part;
    if (!isAll) return make(inside, { lang: "en", children: part }, `${at}`);
    told.lang = "en";
    return part;
  });
  told.children = children.length === 1 ? children[0] : children;
  return told;
}

const piece = (said: Said, marked: (text: string) => ReactNode): ReactNode =>
  typeof said === "string" ? said : isEnglish(said.given) ? marked(said.given) : said.given;

/** Texts and numbers that follow one another as one text. */
function joined(children: readonly unknown[]): readonly ReactNode[] {
  const parts: ReactNode[] = [];
  for (const child of children) {
    const isText = typeof child === "string" || typeof child === "number";
    const last = parts.at(-1);
    if (isText && typeof last === "string") parts[parts.length - 1] = last + String(child);
    else if (isText) parts.push(String(child));
    else parts.push(child as ReactNode);
  }
  return parts;
}

/** With the blanks around it, as elements stand beside it. */
function saidIn(text: string, words: Words): readonly Said[] | null {
  const inner = text.trim();
  const said = inner === "" ? null : words.say(inner);
  if (said === null) return null;
  const [before = "", after = ""] = text.split(inner);
  // Marks of Chinese bring their own blank
  const isClosed = /[，：；。]$/.test(plainText(said));
  return [before, ...said, isClosed ? "" : after].filter((part) => part !== "");
}

function sayPlain(text: string, words: Words): string {
  const said = saidIn(text, words);
  return said === null ? text : plainText(said);
}
