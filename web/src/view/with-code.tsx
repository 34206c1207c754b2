/** A text in which what is to be typed stands between backquotes. */
export const WithCode = ({ text }: { readonly text: string }) =>
  text.split(/(`[^`]+`)/).map((part, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
    part.startsWith("`") && part.length > 2 ? <code key={at}>{part.slice(1, -1)}</code> : part,
  );
