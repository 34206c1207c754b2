import type { Said } from "../../../src/words/said.ts";
import { toldSentences } from "../words/sentences.ts";
import { spoken } from "../words/spoken.ts";
import { isEnglish } from "../words/told-props.ts";

/** What is to be typed, between backquotes, and days. */
const apart = /(`[^`]+`|\b\d{4}-\d{2}-\d{2}\b)/;

interface Given {
  readonly text: string;
}

/**
 * A text in which what is to be typed stands between backquotes, and days are not parted at the end of a line. In another language each
 * of its sentences is told by itself, and what is not is marked as English.
 */
export function WithCode({ text }: Given) {
  if (spoken() === null) return <Parted text={text} />;
  return toldSentences(text).flatMap(({ text: sentence, said }, at, all) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one text never move
    const shown = said === null ? <Untold key={at} text={sentence} /> : <Told key={at} said={said} />;
    // Marks of Chinese bring their own blank
    return at > 0 && (said === null || all[at - 1]!.said === null) ? [" ", shown] : [shown];
  });
}

const Untold = ({ text }: Given) =>
  isEnglish(text) ? (
    <span lang="en">
      <Parted text={text} language="en" />
    </span>
  ) : (
    text
  );

const Told = ({ said }: { readonly said: readonly Said[] }) =>
  said.map((part, at) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
    if (typeof part === "string") return <Parted key={at} text={part} />;
    if (!isEnglish(part.given)) return part.given;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      <span key={at} lang="en">
        {part.given}
      </span>
    );
  });

interface PartedProps extends Given {
  /** Of what stands in a page of another language. */
  readonly language?: "en";
}

function Parted({ text, language }: PartedProps) {
  const spoken = language === undefined ? {} : { lang: language };
  return text.split(apart).map((part, at) => {
    if (at % 2 === 0) return part;
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of one text never move
    return part.startsWith("`") ? (
      <code key={at}>{part.slice(1, -1)}</code>
    ) : (
      <span key={at} className="day" {...spoken}>
        {part}
      </span>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: parts of one text never move
  });
}
