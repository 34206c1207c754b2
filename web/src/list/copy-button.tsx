import { useState } from "react";

/** Writes to the clipboard; where the browser does not let a page do so, through a selected field. */
async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    document.body.append(field);
    field.select();
    const done = document.execCommand("copy");
    field.remove();
    return done;
  }
}

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
