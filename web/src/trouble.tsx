import type { AnswerError } from "./api/client.ts";

/** What happened and what to do. */
export function Trouble({ error, again }: { readonly error: AnswerError; readonly again: () => void }) {
  return (
    <div className="trouble" role="alert">
      <p>
        {error.message} <code>{error.code}</code>
      </p>
      <p>{error.next}</p>
      <button type="button" onClick={again}>
        Ask again
      </button>
    </div>
  );
}
