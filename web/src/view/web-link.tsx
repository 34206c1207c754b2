import { safeAddress } from "../../../src/base/web-address.ts";
import { Phrase } from "../words/phrase.tsx";

/** A text with an address of the web; the text alone where it is another kind of address. */
export function WebLink({ text, address }: { readonly text: string; readonly address: string }) {
  const safe = safeAddress(address);
  if (safe === null) return <Phrase>{text}</Phrase>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
