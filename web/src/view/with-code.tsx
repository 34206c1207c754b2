import { Phrase } from "../words/phrase.tsx";
import { say, spoken } from "../words/spoken.ts";
import { isEnglish } from "../words/told-props.ts";

/** What is to be typed, between backquotes, and days. */
const apart = /(`[^`]+`|\b\d{4}-\d{2}-\d{2}\b)/;

/** A text in which what is to be typed stands between backquotes, and days are not parted at the end of a line. */
export function WithCode({ text }: { readonly text: string }) {
  if (!apart.test(text)) return <Phrase>{text}</Phrase>;
  const said = say(text);
  // Days of a sentence that is told in English are too
  const language = spoken() !== null && isEnglish(said) ? { lang: "en" } : {};
  const parts = said.split(apart).map((part, at) => {
    if (at % 2 === 0) return part;
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of one text never move
    return part.startsWith("`") ? (
      <code key={at}>{part.slice(1, -1)}</code>
    ) : (
      <span key={at} className="day" {...language}>
        {part}
      </span>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: parts of one text never move
  });
  return "lang" in language ? <span {...language}>{parts}</span> : parts;
}
