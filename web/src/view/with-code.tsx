import { Fragment } from "react";
import { spoken, toldSentences } from "../words/spoken.ts";
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
  return toldSentences(text).map(({ text: sentence, said }, at, all) => {
    const blank = at > 0 && (said === null || all[at - 1]!.said === null) ? " " : "";
    // biome-ignore-start lint/suspicious/noArrayIndexKey: parts of one text never move
    if (said === null)
      return (
        <Fragment key={at}>
          {blank}
          {isEnglish(sentence) ? (
            <span lang="en">
              <Parted text={sentence} language="en" />
            </span>
          ) : (
            sentence
          )}
        </Fragment>
      );
    const parts = said.map((part, of) => {
      if (typeof part === "string") return <Parted key={of} text={part} />;
      return isEnglish(part.given) ? (
        <span key={of} lang="en">
          {part.given}
        </span>
      ) : (
        part.given
      );
    });
    return (
      <Fragment key={at}>
        {blank}
        {parts}
      </Fragment>
    );
    // biome-ignore-end lint/suspicious/noArrayIndexKey: parts of one text never move
  });
}

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
