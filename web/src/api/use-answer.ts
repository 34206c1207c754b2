import { useCallback, useEffect, useState } from "react";
import { AnswerError, ask } from "./client.ts";

export interface Answer<T> {
  /** The last answer; kept while the next one is on its way. */
  readonly value: T | null;
  readonly error: AnswerError | null;
  readonly waiting: boolean;
  readonly again: () => void;
}

interface Held<T> {
  readonly path: string | null;
  readonly round: number;
  readonly value: T | null;
  readonly error: AnswerError | null;
}

/** The answer to a question, asked anew whenever its path changes; `null` asks nothing. */
export function useAnswer<T>(path: string | null): Answer<T> {
  const [held, setHeld] = useState<Held<T>>({ path: null, round: 0, value: null, error: null });
  const [round, setRound] = useState(0);
  const again = useCallback(() => setRound((last) => last + 1), []);
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    ask<T>(path, stop.signal).then(
      (value) => setHeld({ path, round, value, error: null }),
      (fault: unknown) => {
        if (stop.signal.aborted) return;
        const error = fault instanceof AnswerError ? fault : new AnswerError("page", String(fault), "Reload the page.");
        setHeld((last) => ({ path, round, value: last.value, error }));
      },
    );
    return () => stop.abort();
  }, [path, round]);
  const answered = held.path === path && held.round === round;
  return { value: held.value, error: held.path === path ? held.error : null, waiting: path !== null && !answered, again };
}
