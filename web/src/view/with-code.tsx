import { Phrase } from "../words/phrase.tsx";
import { say, spoken } from "../words/spoken.ts";
import { isEnglish } from "../words/told-props.ts";

/** A text in which what is to be typed stands between backquotes. */
export function WithCode({ text }: { readonly text: string }) {
  if (!text.includes("`")) return <Phrase>{text}</Phrase>;
  const said = say(text);
  const parts = said
    .split(/(`[^`]+`)/)
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
    .map((part, at) => (part.startsWith("`") && part.length > 2 ? <code key={at}>{part.slice(1, -1)}</code> : part));
  return spoken() !== null && isEnglish(said) ? <span lang="en">{parts}</span> : parts;
}
