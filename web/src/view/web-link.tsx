import { safeAddress } from "../../../src/base/web-address.ts";
import { Phrase } from "../words/phrase.tsx";

/** The title of a document with its address in the web; the title alone where that is another kind of address. */
export function WebLink({ text, address }: { readonly text: string; readonly address: string }) {
  const safe = safeAddress(address);
  if (safe === null) return <Phrase>{text}</Phrase>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer" translate="no">
      {text}
    </a>
  );
}
