import { useState } from "react";
import { copy } from "../words/clipboard.ts";

/** Copies data as CSV and says whether it did. */
export function CopyButton({ what, text }: { readonly what: string; readonly text: () => string }) {
  const [told, setTold] = useState("");
  const press = async (): Promise<void> => setTold((await copy(text())) ? "Copied as CSV." : "The browser did not allow copying.");
  return (
    <span className="copy">
      <button type="button" onClick={press}>
        Copy data{what && <span className="unseen"> of {what}</span>}
      </button>
      <span role="status">{told}</span>
    </span>
  );
}

export const copyButton = (what: string, text: () => string) => <CopyButton what={what} text={text} />;
